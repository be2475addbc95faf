import { chineseNumber } from '../../domain/chinese-number.ts';
import { officeWord } from '../../letters/wording.ts';
import type { UnitInYear, YearFormParts } from './parts.ts';
import { namesOf, reportCounts, unitsIn } from './year-words.ts';

/**
 * The words of the circular on a year’s assessment, paragraph by paragraph, from what is on record. It goes to bodies
 * inside the administration and names none but them.
 */
export function assessmentText(parts: YearFormParts): string {
  const { bureau, period, units, hasReports } = parts;
  const office = `我${officeWord(bureau)}`;
  const sum = (of: (unit: UnitInYear) => number): number => units.reduce((all, unit) => all + of(unit), 0);
  const open = units.filter(({ unrectified }) => unrectified > 0);
  const sections = [
    ...(hasReports
      ? [
          [
            '自查报告报送情况',
            `当年应报的${parts.reportsOn}年度自查报告，${reportCounts({ units })}`,
            ...told('按期报送的有', unitsIn(units, 'in-time'), office),
            ...told('逾期报送的有', unitsIn(units, 'late'), office),
            ...told('逾期未报的有', unitsIn(units, 'missing'), office),
          ],
        ]
      : []),
    [
      '监督检查情况',
      `当年检查${sum(({ checks }) => checks)}家次，发现问题${sum(({ findings }) => findings)}项，尚未整改${sum(({ unrectified }) => unrectified)}项。`,
      ...told('尚有问题未整改的有', open, office),
    ],
    [
      '有关要求',
      `未报送自查报告、问题尚未整改的单位，要抓紧补报、整改，并将情况书面报告${office}。各单位要对照考核情况，进一步落实档案安全责任。`,
    ],
  ];
  return [
    `按照档案安全监管的要求，${office}对${units.length}家单位${period}年度档案安全工作进行了考核。现将有关情况通报如下：`,
    ...sections.flatMap(([title = '', ...paragraphs], index) => [
      `${chineseNumber(index + 1)}、${title}`,
      ...paragraphs,
    ]),
  ].join('\n');
}

/** Bodies inside the administration by name; of the others only how many. */
function told(words: string, units: readonly UnitInYear[], office: string): string[] {
  if (units.length === 0) return [];
  const named = units.filter(({ isPrivate }) => !isPrivate);
  const others = units.length - named.length;
  const unnamed =
    others === 0 ? '' : `${named.length === 0 ? '' : '；'}其他单位${others}家，由${office}另行告知`;
  return [`${words}${units.length}家：${namesOf(named)}${unnamed}。`];
}
