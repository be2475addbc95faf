import { content, heading, label, paragraph, type Block } from '../model.ts';
import { layOut } from '../escalations/official.ts';
import type { ReportState, YearFormParts } from './parts.ts';
import { BY_HAND, bureauSigns, footNote } from './words.ts';
import { namesOf, reportCounts, reportText, unitsIn } from './year-words.ts';

/** 档案安全年度工作自查审核汇总表: which unit has reported, when, late or not (HJ 三(三)四(二) and its peers). */
export function yearSummary(parts: YearFormParts): Block[] {
  const owed = parts.units.filter(({ report }) => report !== undefined);
  const own = parts.contents.slice(0, 2);
  return [
    { kind: 'line', text: `年度：${parts.reportsOn}年　　填报单位：${parts.bureau}` },
    { kind: 'line', text: reportCounts(parts) },
    {
      kind: 'table',
      widths: [13, 38, 38, ...own.map(() => 23), 67 - 23 * own.length],
      header: true,
      rows: [
        { cells: ['序号', '单位', '报送情况', ...own, '审核意见'].map((name) => label(name)) },
        ...owed.map((unit, index) => ({
          cells: [
            label(String(index + 1)),
            content(unit.name),
            content(reportText(unit)),
            ...own.map(() => content(BY_HAND)),
            content(BY_HAND),
          ],
          height: 11,
        })),
      ],
    },
    bureauSigns('填表人', parts.bureau),
    footNote('审核人员', parts.clause),
  ];
}

/** The report that carries the table to the superior: it reports, and hurries nobody. */
export function yearReport(parts: YearFormParts): Block[] {
  const { bureau, superior, units, reportsOn } = parts;
  const told: readonly (readonly [ReportState, string])[] = [
    ['late', '逾期报送的有'],
    ['returned', '退回补正、尚未重新报送的有'],
    ['pending', '已经报送、正在审核的有'],
    ['missing', '逾期未报的有'],
    ['waived', '经批准免予报送的有'],
  ];
  return layOut(
    { bureau, number: undefined, signatory: undefined, issuedOn: undefined },
    {
      subject: `关于${reportsOn}年度档案安全自查审核情况的报告`,
      addressee: superior,
      body: [
        paragraph(
          `按照档案安全监管的要求，现将${reportsOn}年度档案工作情况自查报告的报送和审核情况报告如下。`,
        ),
        heading('一、报送情况'),
        paragraph(reportCounts(parts)),
        ...told.flatMap(([state, words]) => {
          const of = unitsIn(units, state);
          return of.length === 0 ? [] : [paragraph(`${words}${of.length}家：${namesOf(of)}。`)];
        }),
        heading('二、审核情况'),
        paragraph('各单位报送情况和审核意见见附件。'),
        ...(unitsIn(units, 'missing').length === 0
          ? []
          : [
              heading('三、下一步工作'),
              paragraph('对逾期未报的单位，将按照监管制度继续督促办理，并及时报告办理情况。'),
            ]),
      ],
      ending: '特此报告。',
      copies: [],
      upward: true,
      letter: false,
      attachments: ['档案安全年度工作自查审核汇总表'],
    },
  );
}
