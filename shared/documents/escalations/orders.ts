import { chineseDay } from '../../domain/time/day.ts';
import { chineseInstant } from '../../domain/time/instant.ts';
import { officeWord } from '../../letters/wording.ts';
import { periodOf } from '../../vocabulary/measures.ts';
import { line, paragraph, type Block } from '../model.ts';
import type { DeskParts, DocumentParts } from '../parts.ts';
import {
  addressed,
  bodyOf,
  closing,
  contactLines,
  numberOr,
  officerLines,
  remedies,
  standing,
  toFill,
} from './phrases.ts';
import { hearingBlocks } from './revocation-notice.ts';

/** What a paper tells the party that it may contest. */
interface Contested {
  readonly contested?: string;
}

/** Enforcement forms: to the party, with what to do by when, remedies, two officers and the seal. */
export function orderBlocks(parts: DocumentParts, { contested }: Contested): Block[] {
  return form(
    parts,
    [
      ...bodyOf(parts.text),
      ...calledBy(parts),
      ...standing(parts),
      ...period(parts),
      ...remediesFor(parts, contested),
    ],
    {
      officers: true,
    },
  );
}

/** Not an order: what a check has found and what should be done about it. */
export function opinionBlocks(parts: DocumentParts): Block[] {
  return form(parts, [...bodyOf(parts.text), ...standing(parts), ...period(parts)], { officers: true });
}

export function interviewBlocks(parts: DocumentParts): Block[] {
  const { interview } = parts;
  return form(
    parts,
    [
      ...bodyOf(parts.text),
      ...standing(parts),
      line(`约谈时间：${interview === undefined ? toFill('约谈时间') : chineseInstant(interview.at)}`),
      line(`约谈地点：${interview?.place ?? toFill('约谈地点')}`),
      line(`参加人员：${interview?.attendees ?? toFill('参加人员')}`),
      contactLines(parts.desk),
    ],
    { officers: false },
  );
}

export function revocationBlocks(parts: DocumentParts, { contested }: Contested): Block[] {
  const basis = parts.legalBasis ?? toFill('撤销行政许可的法律依据');
  return form(
    parts,
    [
      ...bodyOf(parts.text),
      ...hearingBlocks(parts),
      paragraph(`依据：${basis}。`),
      paragraph(
        `请自收到本决定书之日起，将行政许可证件交回我${officeWord(parts.bureau)}。本决定自送达之日起生效。`,
      ),
      ...remediesFor(parts, contested),
    ],
    { officers: false },
  );
}

function form(parts: DocumentParts, body: readonly Block[], kind: { readonly officers: boolean }): Block[] {
  return [
    { kind: 'number', text: numberOr(parts.number), align: 'right' },
    ...(parts.about === undefined ? [] : [line(`事由：关于${parts.about}`)]),
    { kind: 'addressee', text: `${addressed(parts)}：` },
    ...body,
    ...(kind.officers ? officerLines(parts.officers) : []),
    ...delegationOf(parts.desk),
    closing(parts.bureau, parts.issuedOn),
    { kind: 'remark', text: '（本文书一式两份，一份送达当事人，一份存入案卷。）' },
  ];
}

const delegationOf = ({ delegation }: DeskParts): Block[] =>
  delegation === undefined ? [] : [line(`执法委托：${delegation}`)];

/** The period in a line of its own where the text does not say it, or says another than a person has set. */
function period({ step, paper, text, rectifyBy, rectificationDays, onTheSpot }: DocumentParts): Block[] {
  const taken = onTheSpot
    ? [
        paragraph(
          `现场处置时间：${chineseInstant(onTheSpot.at)}。现场已口头告知当事人，本文书为现场处置的书面记载。`,
        ),
      ]
    : [];
  if (periodOf(step, paper) === undefined) return taken;
  if (rectifyBy !== undefined) {
    const other = /送达之日起[0-9〇零一二三四五六七八九十]+日/u.test(text)
      ? '正文所载天数与此不一致的，以本项为准。'
      : '';
    return [...taken, paragraph(`改正期限：${chineseDay(rectifyBy)}前（含当日）。${other}`)];
  }
  if (text.includes(`${rectificationDays}日内`)) return taken;
  const own = paper === 'opinion' ? '本意见书' : '本通知书';
  return [...taken, paragraph(`改正期限：自${own}送达之日起${rectificationDays}日内。`)];
}

/** The competent departments that are told at the same time. */
const calledBy = ({ circulation }: DocumentParts): Block[] =>
  circulation.length === 0 ? [] : [paragraph(`有关情况同时通报${circulation.join('、')}。`)];

/** An organ is supervised inside of the administration: it may object, and no court hears it. */
function remediesFor({ desk, party, paper, bureau }: DocumentParts, contested: string | undefined): Block[] {
  if (contested === undefined) return [];
  if (paper === 'order' && party?.nature === 'organ')
    return [paragraph(`对${contested}有异议的，可以书面反馈我${officeWord(bureau)}。`)];
  return [remedies(contested, desk)];
}
