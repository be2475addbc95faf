import { content, label, type Block } from '../model.ts';
import type { YearFormParts } from './parts.ts';
import { BY_HAND, bureauSigns, footNote } from './words.ts';
import { reportText } from './year-words.ts';

/**
 * 档案安全年度考核表: for each unit what the year’s records say, beside it the columns that the list names and that
 * people score: HJ 三(三)四(三), SX 三(三)五(三), BX (八)四(三), LQ 四(二)四(二). No source gives points.
 */
export function assessmentSheet(parts: YearFormParts): Block[] {
  const { byHand, hasReports, units } = parts;
  const known = [hasReports ? 37 : 0, 12, 12, 12].filter((width) => width > 0);
  const free = 156 - 13 - 34 - known.reduce((sum, width) => sum + width, 0);
  const each = Math.floor(free / (byHand.length + 1));
  const last = free - each * byHand.length;
  return [
    { kind: 'line', text: `考核年度：${parts.period}年　　考核单位：${parts.bureau}` },
    { kind: 'line', text: `考核单位数：${units.length}家` },
    {
      kind: 'table',
      widths: [13, 34, ...known, ...byHand.map(() => each), last],
      header: true,
      rows: [
        {
          cells: [
            '序号',
            '单位',
            ...(hasReports ? ['自查报告'] : []),
            '检查\n次数',
            '发现\n问题',
            '尚未\n整改',
            ...byHand,
            '考核\n结果',
          ].map((name) => label(name)),
        },
        ...units.map((unit, index) => ({
          cells: [
            label(String(index + 1)),
            content(unit.name),
            ...(hasReports ? [content(reportText(unit))] : []),
            label(String(unit.checks)),
            label(String(unit.findings)),
            label(String(unit.unrectified)),
            ...byHand.map(() => content(BY_HAND)),
            content(BY_HAND),
          ],
          height: 11,
        })),
      ],
    },
    bureauSigns('考核人', parts.bureau),
    footNote(
      '考核人员',
      parts.clause,
      `${hasReports ? `自查报告为当年应报的${parts.reportsOn}年度报告；` : ''}检查和问题为${parts.period}年登记的记录。`,
    ),
  ];
}
