import { addDays, chineseDay, day, dayFrom, yearOf, type Day } from '../time/day.ts';
import type { OfficeName } from '../../rules/schema.ts';
import { TARGETS_A_VISIT } from './all-work.ts';
import { workingDays } from './plan-needs.ts';
import { freeDay, type Board, type Visit } from './plan-visits.ts';
import { leftBy, type Register } from './population.ts';
import type { FollowUpDue, QuotaInput } from './types.ts';
import { ON_SITE } from './yearly-cap.ts';

/**
 * A follow-up waits for this many working days, from the first on which it is possible, for a visit that it can
 * join (our figure, not a source’s).
 */
export const FOLLOW_UP_WORKING_DAYS = 10;

/** The working days of the year on which the follow-up should be made; empty when it falls into another year. */
function windowOf({ calendar, today }: QuotaInput, { from }: FollowUpDue, year: number): Day[] {
  const first = from > today ? from : today;
  if (yearOf(first) !== year) return [];
  const end = dayFrom(year, 12, 31);
  return workingDays(calendar, first, end < addDays(first, 60) ? end : addDays(first, 60)).slice(
    0,
    FOLLOW_UP_WORKING_DAYS,
  );
}

/** The follow-ups of a year by their first day, for subjects that are still in the register. */
export function followUpsOf(input: QuotaInput, { byId }: Register, year: number): FollowUpDue[] {
  const { followUps = [], today } = input;
  return followUps
    .filter(({ subjectId }) => byId.has(subjectId) && !leftBy(byId.get(subjectId), today))
    .filter((due) => windowOf(input, due, year).length > 0)
    .sort((a, b) => a.from - b.from || (a.subjectId < b.subjectId ? -1 : 1));
}

/** A visit to the same subject, else a follow-up visit to others that has room. */
function joinable(board: Board, { subjectId }: FollowUpDue, office: OfficeName, days: readonly Day[]) {
  const near = board.visits.filter(
    (visit) => visit.office === office && visit.mode === ON_SITE && days.includes(visit.day),
  );
  return (
    near.find(({ targets }) => targets.includes(subjectId)) ??
    near.find(({ services, targets }) => services.length === 0 && targets.length < TARGETS_A_VISIT)
  );
}

function visitFor(
  board: Board,
  due: FollowUpDue,
  office: OfficeName,
  days: readonly Day[],
  { byId }: Register,
): Visit | undefined {
  const known = joinable(board, due, office, days);
  if (known) return known;
  const on = freeDay(board, office, days, 0);
  const subject = byId.get(due.subjectId);
  if (on === undefined || !subject) return undefined;
  const visit: Visit = {
    day: on,
    office,
    kind: subject.kind,
    mode: ON_SITE,
    targets: [],
    services: [],
    followUps: [],
  };
  board.visits.push(visit);
  return visit;
}

/**
 * Follow-up checks of earlier findings, on or after the day by which they must be put right: on a planned visit
 * to the same subject if there is one within the days after it, else on a separate visit.
 */
export function placeFollowUps(input: QuotaInput, register: Register, year: number, board: Board): void {
  const { allowance } = board.ground;
  for (const due of followUpsOf(input, register, year)) {
    const office = input.rules.find(({ regime }) => regime === due.regime)?.office;
    const days = windowOf(input, due, year);
    const visit = office && visitFor(board, due, office, days, register);
    if (!visit) continue;
    allowance.release(due.subjectId);
    if (!visit.targets.includes(due.subjectId)) visit.targets.push(due.subjectId);
    allowance.visit([due.subjectId], visit.day);
    visit.followUps.push(due);
  }
}

/** 复查某单位…检查发现的问题 */
export function followUpNote(followUps: readonly FollowUpDue[], { byId }: Register): string {
  return followUps
    .map(({ subjectId, rectifyBy, text }) => {
      const until = chineseDay(day(rectifyBy));
      return `复查${byId.get(subjectId)?.name ?? subjectId}的整改情况（整改期限${until}）：${text.replace(/。$/, '')}。`;
    })
    .join('');
}
