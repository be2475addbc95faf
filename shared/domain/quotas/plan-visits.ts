import { yearOf, type Day } from '../time/day.ts';
import type { OfficeName, SubjectKind } from '../../rules/schema.ts';
import { TARGETS_A_VISIT } from './all-work.ts';
import type { QuotaRule } from './figures.ts';
import type { Span } from './period.ts';
import type { Allowance } from './plan-cap.ts';
import type { CheckNeed, CoverNeed, Need } from './plan-needs.ts';
import type { FollowUpDue } from './types.ts';
import { ON_SITE } from './yearly-cap.ts';

interface Service {
  readonly rule: QuotaRule;
  readonly span: Span;
  readonly targets: string[];
}

export interface Visit {
  readonly day: Day;
  readonly office: OfficeName;
  readonly kind: SubjectKind;
  readonly mode: string;
  readonly targets: string[];
  readonly services: Service[];
  readonly followUps: FollowUpDue[];
}

/** What planning knows about the subjects. */
export interface Ground {
  readonly allowance: Allowance;
  readonly checksPerWorkingDay: number;
  /** The last day on which each subject was visited, including planned visits. Updated while planning. */
  readonly seen: Map<string, Day>;
}

/** The part of a need that could not be planned because of the enterprises’ yearly cap. */
export interface Short {
  readonly need: Need;
  /** The subjects for which the cap leaves no visit. */
  readonly ids: readonly string[];
  readonly checks: number;
}

/** The visits so far, and how many visits each office already has on each day. */
export interface Board {
  readonly ground: Ground;
  readonly visits: Visit[];
  readonly short: Short[];
  readonly busy: Map<OfficeName, Map<Day, number>>;
}

/**
 * The day nearest to the wanted place in the list on which the office can make another check; if there is none,
 * the wanted day.
 */
export function freeDay(
  board: Board,
  office: OfficeName,
  days: readonly Day[],
  place: number,
): Day | undefined {
  const busy = board.busy.get(office) ?? new Map<Day, number>();
  board.busy.set(office, busy);
  const order = days
    .map((day, index) => ({ day, far: Math.abs(index - place) }))
    .sort((a, b) => a.far - b.far || a.day - b.day);
  const { checksPerWorkingDay: most } = board.ground;
  const chosen = (order.find(({ day }) => (busy.get(day) ?? 0) < most) ?? order[0])?.day;
  if (chosen !== undefined) busy.set(chosen, (busy.get(chosen) ?? 0) + 1);
  return chosen;
}

/** The middle of each of `count` equal parts of the list, so that they are evenly spread. */
const placeOf = (days: readonly Day[], index: number, count: number): number =>
  Math.floor(((index + 0.5) * days.length) / count);

const byLastSeen =
  ({ seen }: Ground) =>
  (a: string, b: string): number =>
    (seen.get(a) ?? -Infinity) - (seen.get(b) ?? -Infinity) || (a < b ? -1 : a > b ? 1 : 0);

const wants = (need: CoverNeed, id: string): boolean =>
  need.pool.has(id) && (need.total > need.direct || (need.direct > 0 && need.isDirect(id)));

/** Whether the enterprises’ yearly cap limits the need. */
const underCap = ({ mode, beyondCap }: Need): boolean => mode === ON_SITE && !beyondCap;

function take(need: CoverNeed, id: string, { allowance }: Ground): void {
  need.pool.delete(id);
  need.total -= 1;
  if (need.direct > 0 && need.isDirect(id)) need.direct -= 1;
  if (need.must && underCap(need)) allowance.release(id);
}

const onDay = (need: CoverNeed, day: Day): boolean =>
  (need.days[0] ?? day) <= day && day <= (need.days.at(-1) ?? day);

/** Whether the need can be met on the visit: the same office and mode, and no check of its regime there yet. */
function fits(need: CoverNeed, visit: Visit): boolean {
  return (
    need.rides &&
    need.total > 0 &&
    need.rule.office === visit.office &&
    need.kind === visit.kind &&
    need.mode === visit.mode &&
    onDay(need, visit.day) &&
    !visit.services.some(({ rule }) => rule.regime === need.rule.regime)
  );
}

/** For each regime that can join the visit, the need with the most left. */
function riders(visit: Visit, covers: readonly CoverNeed[]): CoverNeed[] {
  const most = new Map<string, CoverNeed>();
  for (const need of covers) {
    const known = most.get(need.rule.regime);
    if (fits(need, visit) && (!known || known.total < need.total)) most.set(need.rule.regime, need);
  }
  return [...most.values()];
}

function see(ground: Ground, ids: readonly string[], { day, mode }: Pick<Visit, 'day' | 'mode'>): void {
  for (const id of ids) ground.seen.set(id, day);
  if (mode === ON_SITE) ground.allowance.visit(ids, day);
}

/** Assigns to this need the targets that it requires, and records them as a separate inspection. */
function attach(need: CoverNeed, visit: Visit, ids: readonly string[], ground: Ground): void {
  const targets: string[] = [];
  for (const id of ids) {
    if (need.total === 0 || !wants(need, id)) continue;
    if (underCap(need) && !ground.allowance.lets(id, visit.day, need.must)) continue;
    take(need, id, ground);
    targets.push(id);
  }
  if (targets.length === 0) return;
  visit.services.push({ rule: need.rule, span: need.span, targets });
  for (const id of targets) if (!visit.targets.includes(id)) visit.targets.push(id);
  see(ground, targets, visit);
}

interface Slot {
  readonly need: CheckNeed;
  readonly day: Day;
}

/** The checks by number, each with its day. Those of short periods choose their day first. */
function slotsOf(board: Board, needs: readonly CheckNeed[]): Slot[] {
  const slots = [...needs]
    .sort((a, b) => a.days.length - b.days.length)
    .flatMap((need) =>
      Array.from({ length: need.checks }, (_, index): Slot[] => {
        const place = placeOf(need.days, index, need.checks);
        const day = freeDay(board, need.rule.office, need.days, place);
        return day === undefined ? [] : [{ need, day }];
      }).flat(),
    );
  return slots.sort((a, b) => a.day - b.day);
}

/**
 * As many subjects as the check needs, in their order. Subjects whose visits are reserved for other quotas come
 * only when no others are left.
 */
function pick(
  { ground: { allowance } }: Board,
  { need, day }: Slot,
  order: readonly string[],
  along: readonly CoverNeed[],
): string[] {
  if (!underCap(need)) return order.slice(0, need.perCheck);
  const held = (id: string): boolean => along.some((rider) => rider.must && wants(rider, id));
  const free = order.filter((id) => allowance.lets(id, day, held(id)));
  if (free.length >= need.perCheck) return free.slice(0, need.perCheck);
  const left = order.filter((id) => !free.includes(id) && allowance.lets(id, day, true));
  return [...free, ...left].slice(0, need.perCheck);
}

/**
 * Fills a check: first with subjects that other quotas want too, then with those not visited for the longest
 * time.
 */
function fill(board: Board, { need, day }: Slot, covers: readonly CoverNeed[]): void {
  const { ground } = board;
  const { rule, span, kind, mode } = need;
  const visit: Visit = { day, office: rule.office, kind, mode, targets: [], services: [], followUps: [] };
  visit.services.push({ rule, span, targets: [] });
  const along = riders(visit, covers);
  const score = new Map(need.pool.map((id) => [id, along.filter((rider) => wants(rider, id)).length]));
  const last = byLastSeen(ground);
  const order = [...need.pool].sort((a, b) => (score.get(b) ?? 0) - (score.get(a) ?? 0) || last(a, b));
  const picked = pick(board, { need, day }, order, along);
  if (picked.length < need.perCheck) {
    board.short.push({ need, ids: [], checks: 1 });
    return;
  }
  visit.targets.push(...picked);
  visit.services[0]?.targets.push(...picked);
  see(ground, picked, visit);
  for (const rider of along) attach(rider, visit, picked, ground);
  board.visits.push(visit);
}

/** The subjects to be reached: as many direct ones as are needed, then direct ones if there is a choice. */
function choose(need: CoverNeed, count: number, ground: Ground): string[] {
  const last = byLastSeen(ground);
  const preferred = need.rule.quota.form === 'band' ? need.isDirect : () => false;
  const year = yearOf(need.days[0] ?? need.span.from);
  return [...need.pool]
    .filter((id) => !underCap(need) || ground.allowance.room(id, year, need.must))
    .sort((a, b) => Number(preferred(b)) - Number(preferred(a)) || last(a, b))
    .slice(0, count);
}

/** Uses the room that visits of the same office have left. */
function squeeze(board: Board, need: CoverNeed): void {
  for (const visit of board.visits) {
    if (!fits(need, visit)) continue;
    const there = visit.targets.filter((id) => need.pool.has(id));
    const room = Math.max(0, TARGETS_A_VISIT - visit.targets.length);
    const more = choose(need, need.pool.size, board.ground).filter((id) => !there.includes(id));
    attach(need, visit, [...there, ...more.slice(0, room)], board.ground);
  }
}

/** Records the subjects that were needed and that the cap leaves out. */
function recordShort(board: Board, need: CoverNeed, chosen: readonly string[]): void {
  const directs = chosen.filter(need.isDirect).length;
  if (chosen.length >= need.total && directs >= need.direct) return;
  const ids = [...need.pool].filter((id) => !chosen.includes(id));
  board.short.push({ need, ids, checks: 0 });
}

/** Visits for what is left: as few as possible, each large enough to count as a check. */
function ownVisits(board: Board, need: CoverNeed): void {
  const { ground } = board;
  const { rule, span, kind, mode, days } = need;
  const chosen = choose(need, need.total, ground);
  recordShort(board, need, chosen);
  // All files of the period are reviewed in one sitting, after the period has brought them all.
  const sitting = mode === 'file' && rule.quota.population.flow;
  const size = sitting ? chosen.length : Math.max(TARGETS_A_VISIT, need.perCheck);
  const count = Math.max(need.checks, chosen.length === 0 ? 0 : Math.ceil(chosen.length / size));
  for (let index = 0; index < count; index += 1) {
    const place = sitting ? days.length - 1 : placeOf(days, index, count);
    const day = freeDay(board, rule.office, days, place);
    const [start, end] = [index, index + 1].map((part) => Math.floor((chosen.length * part) / count));
    const targets = chosen.slice(start, end);
    if (day === undefined) continue;
    const others = need.others.filter((id) => !underCap(need) || ground.allowance.lets(id, day, false));
    for (const id of others) if (targets.length < need.perCheck && !targets.includes(id)) targets.push(id);
    const few = targets.length < need.perCheck && others.length < need.others.length;
    if (few) board.short.push({ need, ids: [], checks: 1 });
    if (few || targets.length === 0) continue;
    if (need.must && underCap(need)) for (const id of targets) ground.allowance.release(id);
    const visit = { day, office: rule.office, kind, mode, targets: [...targets], followUps: [] };
    see(ground, targets, visit);
    board.visits.push({ ...visit, services: [{ rule, span, targets }] });
  }
}

const isCheck = (need: Need): need is CheckNeed => need.style === 'checks';
const isCover = (need: Need): need is CoverNeed => need.style === 'cover';

/**
 * Visits that meet the needs. Checks by number come first, evenly spread. Lists and shares join them when the
 * same office goes anyway, or use the room that is left. The rest gets separate visits.
 */
export function boardFor(needs: readonly Need[], ground: Ground): Board {
  const board: Board = { ground, visits: [], short: [], busy: new Map() };
  const covers = needs.filter(isCover);
  for (const need of covers)
    if (need.must && underCap(need)) for (const id of need.pool) ground.allowance.hold(id);
  for (const slot of slotsOf(board, needs.filter(isCheck))) fill(board, slot, covers);
  for (const need of [...covers].sort((a, b) => b.total - a.total)) {
    squeeze(board, need);
    if (need.total > 0 || need.checks > 0) ownVisits(board, need);
  }
  return board;
}
