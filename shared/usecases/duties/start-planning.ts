import { chunks } from '../../domain/chunks.ts';
import { dayFrom, yearOf } from '../../domain/time/day.ts';
import { dayOf, hours, minutes, plus, startOfDay, type Instant } from '../../domain/time/instant.ts';
import { plannedRecord } from '../../records/planned.ts';
import { regulatedIn } from '../../rules/catalogue.ts';
import { planningBasis, workingContext, type Context } from '../context.ts';
import type { Deps } from '../deps.ts';
import { growAgenda } from '../shards.ts';

/**
 * Starts a complete planning for each jurisdiction where the basis of the last one has changed: a new year’s
 * horizon, an entered arrangement, settings or a rulebook. Reads one partition for each jurisdiction, however
 * many subjects there are.
 */
export async function startPlanning(deps: Deps, only?: string): Promise<number> {
  const served = regulatedIn(deps.serves).map(({ id }) => id);
  if (only === undefined) await growAgenda(deps, served.length, deps.clock.now());
  const ids = only === undefined ? served : [only];
  let started = 0;
  for (const group of chunks(ids, READ_AT_ONCE)) {
    const contexts = await Promise.all(group.map((id) => workingContext(deps, id)));
    for (const context of contexts) {
      if (!context) continue;
      const basis = planningBasis(context, deps.clock.now());
      if (basis === context.plannedBasis || isUnderWay(context, basis, deps.clock.now())) continue;
      await deps.queue.send('plan', [{ jurisdiction: context.jurisdiction.id, basis }]);
      if (only === undefined) await markUnderWay(deps, context, basis);
      started += 1;
    }
  }
  return started;
}

/** Jurisdictions that are read at the same time. */
export const READ_AT_ONCE = 10;

/** A planning that has not gone on for so long is lost, and begins again. */
const LOST_AFTER = hours(2);

const isUnderWay = ({ planning }: Context, basis: string, now: Instant): boolean =>
  planning?.basis === basis && now < plus(planning.at, LOST_AFTER);

/** A planning that goes on says so this often. */
const SAY_AFTER = minutes(10);

/** Marks the planning as under way, so that the next look does not start it a second time. */
export async function markUnderWay(deps: Deps, context: Context, basis: string): Promise<void> {
  const now = deps.clock.now();
  const { planning, plannedBasis = '' } = context;
  if (planning?.basis === basis && now < plus(planning.at, SAY_AFTER)) return;
  const record = { version: 0, basis: plannedBasis, underWay: { basis, at: now } };
  await deps.store.putMany([plannedRecord.itemOf(context.jurisdiction.id, record)]);
}

/**
 * The next time at which the day alone changes the planning: the horizon moves with the year. A simulated clock
 * need not look earlier.
 */
export function nextHorizonAt(now: Instant): Instant {
  return startOfDay(dayFrom(yearOf(dayOf(now)) + 1, 1, 1));
}
