import { chineseDay, day } from '../../domain/time/day.ts';
import type { ReportState, UnitInYear, YearFormParts } from './parts.ts';

/** What became of reports, in words and numbers. */

const reportWords: Readonly<Record<ReportState, string>> = {
  'in-time': '按期报送',
  late: '逾期报送',
  pending: '已报待审核',
  returned: '退回补正',
  missing: '逾期未报',
  'not-due': '尚未到期',
  waived: '免予报送',
};

export const reportText = ({ report }: UnitInYear): string[] => {
  if (report === undefined) return ['不需报送'];
  return report.on === undefined
    ? [reportWords[report.state]]
    : [reportWords[report.state], chineseDay(day(report.on))];
};

export const unitsIn = (units: readonly UnitInYear[], state: ReportState): UnitInYear[] =>
  units.filter(({ report }) => report?.state === state);

/** 应报12家，其中按期报送10家、逾期未报2家。 */
export function reportCounts({ units }: Pick<YearFormParts, 'units'>): string {
  const owed = units.filter(({ report }) => report !== undefined);
  const states = Object.entries(reportWords).flatMap(([state, word]) => {
    const count = owed.filter(({ report }) => report?.state === state).length;
    return count === 0 ? [] : [`${word}${count}家`];
  });
  return `应报${owed.length}家，其中${states.join('、')}。`;
}

export const namesOf = (units: readonly UnitInYear[]): string => units.map(({ name }) => name).join('、');
