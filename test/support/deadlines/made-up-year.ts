import type { YearArrangement } from '../../../shared/domain/time/calendar.ts';
import { day } from '../../../shared/domain/time/day.ts';

/** An invented arrangement of a year, for tests. */
export const madeUp = (
  year: number,
  holidays: readonly string[],
  workdays: readonly string[],
): YearArrangement => ({
  year,
  holidays: holidays.map(day),
  workdays: workdays.map(day),
  source: 'made up for a test',
});
