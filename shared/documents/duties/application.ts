import { chineseNumber } from '../../domain/chinese-number.ts';
import { chineseDay, day } from '../../domain/time/day.ts';
import { heading, line, paragraph, type Block } from '../model.ts';
import { SEAL } from '../escalations/phrases.ts';
import type { ProjectFormParts } from './parts.ts';
import { contactLines, dayFact, footNote, numberFact, pair, pairs, points, signedOn, wide } from './words.ts';

/**
 * The application for the acceptance with the parts that its list names: HJ 三(一)四(四), SX 三(一)五(四), BX (六)四(四).
 * The construction unit writes them.
 */
export function acceptanceApplication(parts: ProjectFormParts): Block[] {
  const { project, party, facts, contacts, acceptance, bureau } = parts;
  const { file, contents, selfScoreMin, scoreSheet } = acceptance;
  const selfScore = file.selfScore ?? numberFact(facts, 'selfScore');
  const on = file.appliedOn;
  return [
    { kind: 'addressee', text: `${bureau}：` },
    paragraph(
      `${project.name}计划于${dayFact(facts, 'plannedCompletionAcceptanceOn')}组织竣工验收。我单位已对照《${scoreSheet}》自查打分，达到合格，现申请竣工档案专项验收，并将有关情况报告如下。`,
    ),
    pairs([
      wide('项目名称', project.name),
      wide('建设单位', party.name),
      pair(
        ['开工日期', dayFact(facts, 'startedOn')],
        ['自查得分', points(selfScore) || `　　　分（${selfScoreMin}分以上）`],
      ),
      wide('联系人及电话', contactLines(contacts)),
    ]),
    ...contents.flatMap((part, index) => [
      heading(`${chineseNumber(index + 1)}、${part}`),
      line(BLANK),
      line(BLANK),
    ]),
    { kind: 'attachments', items: [`《${scoreSheet}》（自查打分）`] },
    {
      kind: 'closing',
      issuer: party.name,
      date: on === undefined ? signedOn : chineseDay(day(on)),
      seal: SEAL,
    },
    footNote('建设单位', parts.clauses.application),
  ];
}

/** A line for the unit’s own words. */
const BLANK = '　';
