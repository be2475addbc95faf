import { chineseDay } from '../../domain/time/day.ts';
import { yearOf } from '../../domain/time/day.ts';
import { dayOf } from '../../domain/time/instant.ts';
import { officeWord } from '../../letters/wording.ts';
import { namedWith } from '../../domain/register/party.ts';
import { measures } from '../../vocabulary/measures.ts';
import type { Layout } from '../../vocabulary/papers.ts';
import { paragraph, type Block } from '../model.ts';
import type { DocumentParts } from '../parts.ts';
import { kindOf } from './penalties.ts';
import {
  addressed,
  filled,
  linesOf,
  bodyOf,
  closing,
  standing,
  dateOr,
  numberOr,
  SIGNATURE,
  toFill,
} from './phrases.ts';

/** Documents in the layout of GB/T 9704-2012: 通报, 报告, 函. */
export interface Official {
  /** After the issuer: 关于…的通报 */
  readonly subject: string;
  readonly addressee: string;
  readonly body: readonly Block[];
  /** 特此报告。 */
  readonly ending: string | undefined;
  readonly copies: readonly string[];
  readonly upward: boolean;
  /** 函 bear the issuer’s name alone in their head. */
  readonly letter: boolean;
  readonly attachments?: readonly string[];
}

/** What circulates a decision against a party, or tells inside the administration of its default. */
export function circularBlocks(parts: DocumentParts, paper: Partial<PaperAs<'circular'>> = {}): Block[] {
  const own = circular(parts);
  if (paper.subject === undefined) return layOut(parts, own);
  const year = String(yearOf(dayOf(parts.draftedAt)) - 1);
  return layOut(parts, { ...own, subject: filled(paper.subject, { year }) });
}

/** Lays one out; its number, its date and whoever signs are left open until they are known. */
export function layOut(
  parts: Pick<DocumentParts, 'bureau' | 'number' | 'signatory' | 'issuedOn'>,
  official: Official,
): Block[] {
  const { bureau } = parts;
  const number = numberOr(parts.number);
  return [
    ...(official.letter
      ? [{ kind: 'letterhead', text: bureau, letter: true } as const]
      : [{ kind: 'letterhead', text: `${bureau}文件` } as const]),
    official.upward
      ? { kind: 'number', text: number, align: 'center', signatory: parts.signatory ?? SIGNATURE }
      : { kind: 'number', text: number, align: official.letter ? 'right' : 'center' },
    ...(official.letter ? [] : [{ kind: 'red-line' } as const]),
    { kind: 'title', lines: [bureau, official.subject] },
    { kind: 'addressee', text: `${official.addressee}：` },
    ...official.body,
    ...(official.ending === undefined ? [] : [paragraph(official.ending)]),
    ...(official.attachments === undefined
      ? []
      : [{ kind: 'attachments', items: official.attachments } as const]),
    closing(bureau, parts.issuedOn),
    ...imprintOf(official, bureau, parts.issuedOn),
  ];
}

/** A letter without copies has no 版记 (GB/T 9704-2012, 10.1). */
function imprintOf(
  { copies, letter }: Official,
  issuer: string,
  issuedOn: DocumentParts['issuedOn'],
): Block[] {
  const copied = copies.length === 0 ? {} : { copies: `${copies.join('，')}。` };
  if (!letter) return [{ kind: 'imprint', ...copied, printed: { issuer, date: dateOr(issuedOn) } }];
  return copies.length === 0 ? [] : [{ kind: 'imprint', ...copied }];
}

const subjectPlaces = ({ owner, about }: DocumentParts) => ({
  owner,
  named: namedWith({ owner, about }),
  about: about ?? owner,
});

type PaperAs<Shape extends Layout['as']> = Extract<Layout, { readonly as: Shape }>;

export function reportBlocks(parts: DocumentParts, { above, subject }: PaperAs<'report'>): Block[] {
  const { superior, circulation } = parts;
  return layOut(parts, {
    subject: filled(subject, subjectPlaces(parts)),
    addressee:
      circulation[0] ?? (above === 'superior' ? (superior ?? toFill('上级主管部门')) : parts.government),
    body: [...bodyOf(parts.text), ...standing(parts)],
    ending: '特此报告。',
    copies: [],
    upward: true,
    letter: false,
  });
}

/** 提示函, and 催报函 after it: to the party, in the layout of a letter; it bears no remedies and no basis. */
export function reminderBlocks(parts: DocumentParts, paper: PaperAs<'reminder'>): Block[] {
  const matter = parts.matter === undefined ? '档案工作有关事项' : `办理${parts.matter}`;
  return layOut(parts, {
    subject: filled(parts.again ? paper.again : paper.subject, { matter }),
    addressee: addressed(parts),
    body: bodyOf(parts.text),
    ending: '特此函告。',
    copies: [],
    upward: false,
    letter: true,
  });
}

export function letterBlocks(parts: DocumentParts, paper: PaperAs<'letter'>): Block[] {
  const [first, ...copies] = parts.circulation;
  return layOut(parts, {
    subject: filled(paper.subject, subjectPlaces(parts)),
    addressee: first ?? toFill(paper.addressee),
    body: [...investigated(parts), ...bodyOf(parts.text), ...standing(parts)],
    ending: paper.ending,
    copies,
    upward: false,
    letter: true,
    ...(paper.attachments === undefined ? {} : { attachments: paper.attachments }),
  });
}

/** 档案法实施条例第四十六条: a recommendation rests on what an investigation has found. */
const investigated = ({ investigation }: DocumentParts): Block[] =>
  investigation === undefined
    ? []
    : linesOf(`调查情况（${chineseDay(investigation.on)}）：${investigation.text}`).map(paragraph);

/** The circular has the party’s facts; where it circulates a penalty, it names the decision. */
function circular(parts: DocumentParts): Official {
  const { bureau, owner, about, circulation, number } = parts;
  const { penalty } = measures[parts.step];
  const penal = parts.paper === 'decision';
  const opening = penal
    ? linesOf(
        `我${officeWord(bureau)}已依法对${owner}作出${kindOf(parts)}的行政处罚决定（${numberOr(number)}），现将有关情况通报如下：`,
      ).map(paragraph)
    : [];
  const criticism = penalty !== undefined && !penal ? [paragraph(`现对${owner}予以通报批评。`)] : [];
  return {
    subject: penal
      ? `关于对${owner}予以${kindOf(parts)}的通报`
      : `关于${namedWith({ owner, about })}有关情况的通报`,
    addressee: circulation.length === 0 ? '各有关单位' : circulation.join('、'),
    body: [...opening, ...bodyOf(parts.text), ...criticism, ...standing(parts)],
    ending: undefined,
    copies: parts.superior === undefined ? [] : [parts.superior],
    upward: false,
    letter: false,
  };
}
