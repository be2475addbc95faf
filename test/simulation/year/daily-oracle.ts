import { addDays, day, formatDay, weekday, type Day } from '../../../shared/domain/time/day.ts';
import { at, dayOf, instant, type Instant } from '../../../shared/domain/time/instant.ts';
import { staffOf, workday, type Duty, type Expected } from './oracle.ts';
import { END, START, type Register } from './registers.ts';

/** When the bureau’s mail leaves on a day. */
const tenPast = (value: Day): Instant => at(value, 9, 10);

/** Whether the mail of a day has something to say, given that of the day before. */
function hasNews(duties: readonly Duty[], failed: readonly Expected[], before: Day, today: Day): boolean {
  const [last, now] = [tenPast(before), tenPast(today)];
  const sunday = addDays(today, (7 - weekday(today)) % 7);
  const since = (moment: Instant): boolean => moment > last && moment <= now;
  return (
    failed.some((notice) => since(notice.at)) ||
    duties.some((duty) => {
      const known = duty.owner.enteredAt <= now && (duty.fulfilledAt === undefined || duty.fulfilledAt > now);
      if (!known) return false;
      const thisWeek = duty.dueOn >= today && duty.dueOn <= sunday && now < duty.overdueFrom;
      return duty.lateOnEntry || thisWeek || duty.overdueFrom <= now;
    })
  );
}

/** `2026-03-02 wang@…`: every daily mail of the year, one a recipient; none on a day without anything to say. */
export function dailyMails(
  register: Register,
  duties: readonly Duty[],
  failed: readonly Expected[],
): string[] {
  const lines: string[] = [];
  for (const office of ['archives', 'civil-defence']) {
    const own = duties.filter((duty) => duty.office === office);
    const lost = failed.filter(({ duty }) => (duty.owner.facts['office'] ?? 'archives') === office);
    const officers = staffOf(register, 'bureau-officer', office);
    const readers = officers.length > 0 ? officers : staffOf(register, 'bureau-leader', office);
    let before = addDays(day(START.slice(0, 10)), -1);
    for (let today = dayOf(instant(START)); tenPast(today) <= instant(END); today = addDays(today, 1)) {
      if (workday(today, 1) !== today) continue;
      if (hasNews(own, lost, before, today)) lines.push(...readers.map((to) => `${formatDay(today)} ${to}`));
      before = today;
    }
  }
  return lines.sort();
}
