import { content, label, type Block, type TableRow } from '../model.ts';
import { SIGNATURE } from '../escalations/phrases.ts';
import type { ProjectFormParts } from './parts.ts';
import { BY_HAND, dayOrBlank, numberFact, pair, pairs, signatures, signedOn, ticked, wide } from './words.ts';

/** The sources give the sum and the grades, and no items: the lines for items stay to be written in. */
const LINES = 8;

const scoreText = (score: number | undefined): string => (score === undefined ? BY_HAND : String(score));

/** The sheet on which the unit scores itself and the group scores it: HJ 三(一)四(四), 五(三) and its peers. */
export function scoreSheet(parts: ProjectFormParts): Block[] {
  const { project, party, facts, acceptance } = parts;
  const { file, pass, excellent, grade } = acceptance;
  const items: TableRow[] = Array.from({ length: LINES }, (_, index) => ({
    cells: [label(String(index + 1)), ...Array.from({ length: 5 }, () => content(BY_HAND))],
    height: 9,
  }));
  return [
    pairs([
      wide('项目名称', project.name),
      wide('建设单位', party.name),
      pair(['自查日期', dayOrBlank(file.appliedOn)], ['验收日期', dayOrBlank(file.metOn)]),
    ]),
    {
      kind: 'table',
      widths: [13, 47, 18, 21, 21, 36],
      header: true,
      rows: [
        {
          cells: ['序号', '评分项目', '标准分', '自查得分', '验收得分', '扣分说明'].map((name) =>
            label(name),
          ),
        },
        ...items,
        {
          cells: [
            label('合计', 2),
            content('100'),
            content(scoreText(file.selfScore ?? numberFact(facts, 'selfScore'))),
            content(scoreText(file.score)),
            content(BY_HAND),
          ],
          height: 10,
        },
      ],
    },
    pairs([
      wide(
        '等级',
        ticked([
          [`不合格（不足${pass}分）`, grade?.passed === false],
          [`合格（${pass}分以上不足${excellent}分）`, grade?.name === '合格'],
          [`优良（${excellent}分以上）`, grade?.name === '优良'],
        ]),
      ),
      wide('自查人', `${SIGNATURE}　　　　${signedOn}`),
      wide(
        '验收组成员',
        file.group === undefined
          ? [SIGNATURE, signedOn]
          : [...signatures(file.group.members.map(({ name }) => name)), signedOn],
        14,
      ),
    ]),
    {
      kind: 'remark',
      small: true,
      text: `（等级见制度条款：${parts.clauses.grades}，“以上”含本数。评分项目和标准分按省、市档案部门的评分表填写，合计100分。）`,
    },
  ];
}
