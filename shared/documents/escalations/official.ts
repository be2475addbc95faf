import { officeWord } from '../../letters/wording.ts';
import { paragraph, type Block } from '../model.ts';
import type { DocumentParts } from '../parts.ts';
import { kindOf } from './penalties.ts';
import { linesOf, bodyOf, closing, dateOr, numberOr, SIGNATURE, toFill } from './phrases.ts';

/** Documents in the layout of GB/T 9704-2012: 通报, 报告, 函. */
interface Official {
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

export function officialBlocks(parts: DocumentParts): Block[] | undefined {
  const official = officialOf(parts);
  return official && layOut(parts, official);
}

/** What circulates a decision against a party, or tells inside the administration of its default. */
export function circularBlocks(parts: DocumentParts): Block[] {
  return layOut(parts, circular(parts));
}

function layOut(parts: DocumentParts, official: Official): Block[] {
  const { bureau } = parts;
  const number = numberOr(parts.number);
  return [
    { kind: 'letterhead', text: official.letter ? bureau : `${bureau}文件` },
    official.upward
      ? { kind: 'number', text: number, align: 'center', signatory: SIGNATURE }
      : { kind: 'number', text: number, align: official.letter ? 'right' : 'center' },
    { kind: 'red-line' },
    { kind: 'title', lines: [bureau, official.subject] },
    { kind: 'addressee', text: `${official.addressee}：` },
    ...official.body,
    ...(official.ending === undefined ? [] : [paragraph(official.ending)]),
    ...(official.attachments === undefined
      ? []
      : [{ kind: 'attachments', items: official.attachments } as const]),
    closing(bureau, parts.issuedOn),
    {
      kind: 'imprint',
      copies: official.copies.length === 0 ? toFill('抄送机关') : `${official.copies.join('，')}。`,
      issuer: bureau,
      date: `${dateOr(parts.issuedOn)}印发`,
    },
  ];
}

function officialOf(parts: DocumentParts): Official | undefined {
  const { step, owner, area } = parts;
  const report = { ending: '特此报告。', copies: [], upward: true, letter: false, body: bodyOf(parts.text) };
  switch (step) {
    case 'circulated-criticism':
    case 'circular':
      return circular(parts);
    case 'discipline-recommendation':
      return letterTo(
        parts,
        '任免机关',
        `关于建议对${owner}有关责任人员予以处分的函`,
        '特此函达，请予研究。',
      );
    case 'acceptance-recommendation':
      return letterTo(
        parts,
        '工程竣工验收组织单位',
        `关于建议不予组织${owner}竣工验收的函`,
        '特此函达，请予支持。',
      );
    case 'transfer':
      return {
        ...letterTo(
          parts,
          '受移送机关',
          `关于移送${owner}案件的函`,
          '特此函达，请予查处，并将处理结果函告。',
        ),
        attachments: ['案件调查报告', '证据材料清单及证据材料', '涉案物品清单'],
      };
    case 'report-to-superior':
      return {
        ...report,
        addressee: parts.superior ?? toFill('上级主管部门'),
        subject: `关于${owner}有关情况的报告`,
      };
    case 'report-to-government':
      return {
        ...report,
        addressee: area === '' ? toFill('本级人民政府') : governmentOf(parts),
        subject: `关于${owner}有关情况的报告`,
      };
    case 'report-to-information-security':
      return letterTo(
        { ...parts, circulation: [] },
        '同级信息和网络安全主管部门',
        `关于通报${owner}电子档案信息安全情况的函`,
        '特此函告。',
      );
    default:
      return undefined;
  }
}

/** Hongjiang is a management district: its government is the 区管委 (HJ 三(二)五). */
function governmentOf({ area, circulation }: DocumentParts): string {
  return circulation[0] ?? (area === '洪江区' ? '洪江区管理委员会' : `${area}人民政府`);
}

function letterTo(parts: DocumentParts, whom: string, subject: string, ending: string): Official {
  const [first, ...copies] = parts.circulation;
  return {
    subject,
    addressee: first ?? toFill(whom),
    body: bodyOf(parts.text),
    ending,
    copies,
    upward: false,
    letter: true,
  };
}

/** The circular has the party’s facts; where it circulates a penalty, it names the decision. */
function circular(parts: DocumentParts): Official {
  const { bureau, owner, step, form, circulation, number } = parts;
  const penal = step !== 'circular' && form !== 'internal-circular';
  const opening = penal
    ? linesOf(
        `我${officeWord(bureau)}已依法对${owner}作出${kindOf(parts)}的行政处罚决定（${numberOr(number)}），现将有关情况通报如下：`,
      ).map(paragraph)
    : [];
  return {
    subject: penal ? `关于对${owner}予以${kindOf(parts)}的通报` : `关于${owner}有关情况的通报`,
    addressee: circulation.length === 0 ? '各有关单位' : circulation.join('、'),
    body: [...opening, ...bodyOf(parts.text)],
    ending: form === 'internal-circular' ? `现对${owner}予以通报批评。` : undefined,
    copies: parts.superior === undefined ? [] : [parts.superior],
    upward: false,
    letter: false,
  };
}
