import { signature } from '../../domain/actor.ts';
import { basisText } from '../../letters/wording.ts';
import type { Clock } from '../../domain/cases/clock.ts';
import { caseEventNames } from '../../vocabulary/stage-words.ts';
import { chineseDay, day } from '../../domain/time/day.ts';
import { chineseInstant } from '../../domain/time/instant.ts';
import type { CaseDossierParts } from './case-dossier-parts.ts';
import { casePaper, isTold } from '../cases/papers.ts';
import { doneText, eventRows, factRows } from '../cases/words.ts';
import { documentName } from '../escalations/compose.ts';
import {
  coverRemark,
  dutyBlocks,
  escalationBlocks,
  facts,
  latestOf,
  noticeBlocks,
  numberOf,
  proofBlocks,
  stepsBlock,
  timelineBlock,
} from './blocks.ts';
import { legalBlocks } from './legal.ts';
import { escalationStatusWords } from '../../vocabulary/value-words.ts';
import { heading, paragraph, type Block, type DocumentModel } from '../model.ts';

/** One readable 案卷 of a case: its papers first, then its events, periods, course, notices, and the proof of the chain. */
export function caseDossierModel(parts: CaseDossierParts): DocumentModel {
  return {
    name: `${parts.subject.name}案卷`,
    at: latestOf(parts),
    author: parts.bureau,
    blocks: [
      ...cover(parts),
      heading('一、文书、审批和送达'),
      ...documents(parts),
      heading('二、各环节登记内容'),
      ...events(parts),
      heading('三、期限及其计算'),
      ...periods(parts),
      heading('四、办理经过'),
      timelineBlock(parts.timeline),
      heading('五、通知清单'),
      ...noticeBlocks(parts.notices),
      heading('六、决定记录的完整性证明'),
      ...proofBlocks(parts),
      heading('七、法制审查'),
      ...legalBlocks(parts.legal),
    ],
  };
}

/** The papers of the case that its events have said something for. */
export const toldPapers = (parts: CaseDossierParts): DocumentModel[] =>
  parts.forms.filter((form) => isTold(parts.case, form)).map((form) => casePaper(parts.case, form));

function cover(parts: CaseDossierParts): Block[] {
  const { subject, officers, recused, decision } = parts;
  const papers = [
    ...toldPapers(parts).map(({ name }) => name),
    ...parts.escalations.map(
      (one) => `${documentName(one.parts)}（${numberOf(one)}，${escalationStatusWords[one.parts.status]}）`,
    ),
  ];
  return [
    { kind: 'title', lines: [parts.bureau, '案　卷'] },
    facts([
      ['案件名称', subject.code === undefined ? subject.name : `${subject.name}（${subject.code}）`],
      ['当事人', parts.case.party ?? '未登记'],
      ['当前阶段', parts.stage.title],
      [
        '承办人员',
        officers.length === 0
          ? '未指定'
          : officers.map(({ name, certificate }) => `${name}（证件号：${certificate}）`),
      ],
      ['回避人员', recused.length === 0 ? undefined : recused.join('、')],
      ...factRows(parts.facts),
      ['处罚决定', decision && `${chineseDay(day(decision.on))}，${decision.number}`],
      ['依据条款', parts.clause],
      ['所列依据\n及其效力', parts.basis.length === 0 ? undefined : parts.basis.map(basisText)],
      ['文书', papers.length === 0 ? '尚无' : papers],
      ['截至', chineseInstant(latestOf(parts))],
      ['案卷编号', parts.id],
    ]),
    coverRemark,
  ];
}

const subheading = (index: number, text: string): Block => ({
  kind: 'heading',
  level: 2,
  text: `（${index + 1}）${text}`,
});

function periods({ duties, clocks }: CaseDossierParts): Block[] {
  const blocks = [
    ...duties.map((duty) => ({ title: duty.title, own: dutyBlocks(duty) })),
    ...clocks.office.map((clock) => ({ title: clock.name, own: clockBlocks(clock, done(clock)) })),
    ...clocks.party.map((clock) => ({ title: clock.name, own: clockBlocks(clock, undefined) })),
  ];
  return blocks.length === 0
    ? [paragraph('尚无开始计算的期限。')]
    : blocks.flatMap(({ title, own }, index) => [subheading(index, title), ...own]);
}

const done = ({ doneOn, status }: Clock): string =>
  doneOn === undefined ? '未完成' : `${chineseDay(day(doneOn))}（${doneText(status)}）`;

function clockBlocks(clock: Clock, completion: string | undefined): Block[] {
  return [
    facts([
      ['依据', clock.citation],
      ['起算日', `${chineseDay(day(clock.from))}（当日不计入）`],
      [
        '届满日',
        `${chineseDay(day(clock.until))}（含当日${clock.provisional ? '；放假安排尚未公布，暂定' : ''}）`,
      ],
      ['完成情况', completion],
    ]),
    paragraph('届满日按下列步骤计算：'),
    stepsBlock(clock.explanation ?? []),
  ];
}

function events({ case: { entries, rules }, people }: CaseDossierParts): Block[] {
  if (entries.length === 0) return [paragraph('尚未登记。')];
  return entries.flatMap(({ at, by, body }, index) => [
    subheading(index, caseEventNames[body.event]),
    facts([
      ['登记', `${people[signature(by)] ?? signature(by)}，${chineseInstant(at)}`],
      ...eventRows(body, rules),
    ]),
  ]);
}

/** The papers by name, the files go with the dossier; then what was undertaken besides. */
function documents(parts: CaseDossierParts): Block[] {
  const names = toldPapers(parts).map(({ name }) => `《${name}》`);
  return [
    paragraph(
      names.length === 0
        ? '尚未形成文书。'
        : `根据登记内容生成的${names.join('、')}随附；经签名盖章的原件另行归档。`,
    ),
    ...parts.escalations.flatMap((one, index) => escalationBlocks(parts.people, one, index)),
  ];
}
