import { content, label, type Block } from '../model.ts';
import { SIGNATURE } from '../escalations/phrases.ts';
import type { Occasion, ProjectFormParts } from './parts.ts';
import {
  BY_HAND,
  contactLines,
  dayFact,
  footNote,
  numberFact,
  pair,
  pairs,
  points,
  signedAndSealed,
  signedOn,
  textFact,
  ticked,
  wide,
} from './words.ts';

const occasions: readonly (readonly [Occasion, string])[] = [
  ['after-start', '开工后'],
  ['yearly', '年度'],
  ['after-acceptance', '档案验收后'],
];

/**
 * 重点建设项目档案管理登记表, for the construction unit to complete: HJ 三(一)五(一), SX 三(一)四(一), BX (六)五(一).
 * The sources name the form without its columns: it asks for what the register knows and what a check looks at.
 */
export function registrationForm(parts: ProjectFormParts): Block[] {
  const { project, party, facts, duty, contacts, acceptance } = parts;
  const score = acceptance.file.score ?? numberFact(facts, 'acceptanceScore');
  return [
    {
      kind: 'line',
      text: `填报事由：${ticked(
        occasions.map(([occasion, text]) => [
          occasion === 'yearly' && duty?.occasion === 'yearly' && duty.period !== undefined
            ? `${duty.period}年${text}`
            : text,
          occasion === duty?.occasion,
        ]),
      )}`,
    },
    pairs([
      wide('项目名称', project.name),
      pair(['项目编号', project.code ?? BY_HAND], ['项目主管部门', textFact(facts, 'competentDepartment')]),
      wide('建设单位', party.name),
      wide('统一社会信用代码', party.code ?? BY_HAND),
      pair(['法定代表人', party.representative ?? BY_HAND], ['住所', party.address ?? BY_HAND]),
      wide('联系人及电话', contactLines(contacts)),
      pair(
        ['开工日期', dayFact(facts, 'startedOn')],
        ['计划竣工验收日期', dayFact(facts, 'plannedCompletionAcceptanceOn')],
      ),
      pair(['档案验收日期', dayFact(facts, 'archivesAcceptedOn')], ['档案验收得分', points(score)]),
      pair(['档案工作负责人', BY_HAND], ['专兼职档案人员', BY_HAND]),
      ...parts.checklist.map((item) => ({
        cells: [label('管理情况'), content(item, 2), content(BY_HAND)],
        height: 14,
      })),
      wide('已形成档案数量', '文字材料　　　卷（件），竣工图　　　张，电子文件　　　件'),
      wide('填报单位', signedAndSealed(party.name), 14),
      wide('档案部门登记', [`收到日期：${signedOn}`, `经办人：${SIGNATURE}`], 14),
    ]),
    footNote('建设单位', parts.clauses.registration, '省级登记办法另有表样的，从其表样。'),
  ];
}
