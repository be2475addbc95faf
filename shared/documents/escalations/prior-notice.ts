import type { Day } from '../../domain/time/day.ts';
import { officeWord } from '../../letters/wording.ts';
import { heading, line, paragraph, type Block } from '../model.ts';
import type { DeskParts, DocumentParts, OfficerParts } from '../parts.ts';
import { basisOf, kindOf } from './penalties.ts';
import {
  addressed,
  bodyOf,
  closing,
  contactLines,
  linesOf,
  numberLine,
  officerLines,
  toFill,
} from './phrases.ts';

/** What a 行政处罚事先告知书 is made from; what a hand must write is marked in the texts themselves. */
export interface PriorNoticeParts {
  readonly bureau: string;
  readonly desk: DeskParts;
  readonly number: string | undefined;
  readonly party: string;
  /** Facts and grounds. */
  readonly facts: readonly Block[];
  /** The basis of the penalty, and what it is. */
  readonly penalty: readonly Block[];
  readonly defenceWorkingDays: number;
  /** Whether it tells of the hearing, where the penalty is one of those that allow it. */
  readonly hearing: boolean;
  readonly officers: readonly OfficerParts[];
  readonly servedOn: Day | undefined;
}

/** Of an escalation that is a penalty, or proposes to file a case. */
export function priorNoticeParts(parts: DocumentParts): PriorNoticeParts {
  const kind = kindOf(parts);
  const office = `我${officeWord(parts.bureau)}`;
  return {
    bureau: parts.bureau,
    desk: parts.desk,
    number: undefined,
    party: addressed(parts),
    facts: [
      ...bodyOf(parts.text),
      ...(parts.refusal === undefined ? [] : linesOf(`经认定：${parts.refusal}`).map(paragraph)),
    ],
    penalty: [
      paragraph(`依据${basisOf(parts)}，${office}拟对${addressed(parts)}作出以下行政处罚：${kind}。`),
    ],
    defenceWorkingDays: parts.defenceWorkingDays,
    hearing: false,
    officers: parts.officers,
    servedOn: parts.priorNotice?.servedOn,
  };
}

/** 行政处罚事先告知书 (第四十四条): content, facts, grounds, basis and rights. Drafted before the decision. */
export function priorNoticeBlocks(parts: PriorNoticeParts): Block[] {
  const office = `我${officeWord(parts.bureau)}`;
  return [
    ...numberLine(parts.number, parts.servedOn !== undefined),
    { kind: 'addressee', text: `${parts.party}：` },
    paragraph('经调查，现将拟作出的行政处罚有关事项告知如下：'),
    heading('一、拟处罚的事实和理由'),
    ...parts.facts,
    heading('二、拟处罚的依据和内容'),
    ...parts.penalty,
    heading('三、依法享有的权利'),
    paragraph(
      `根据《中华人民共和国行政处罚法》第四十四条、第四十五条的规定，如对上述内容有异议，可以自收到本告知书之日起${parts.defenceWorkingDays}个工作日内` +
        `向${office}提出陈述、申辩。${office}不会因陈述、申辩而给予更重的处罚。逾期未提出的，视为放弃上述权利。`,
    ),
    ...(parts.hearing ? [hearingRight(office)] : []),
    line(`联系地址：${parts.desk.address ?? toFill('联系地址')}`),
    contactLines(parts.desk),
    ...officerLines(parts.officers),
    closing(parts.bureau, parts.servedOn),
  ];
}

/** 五日 are working days: 行政处罚法第六十三条、第六十四条、第八十五条. */
const hearingRight = (office: string): Block =>
  paragraph(
    `依据《中华人民共和国行政处罚法》第六十三条、第六十四条，对拟作出的罚款有权要求听证，可以自收到本告知书之日起5个工作日内向${office}提出。逾期未要求的，视为放弃要求听证的权利。`,
  );
