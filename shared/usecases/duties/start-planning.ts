import { dayFrom, yearOf } from '../../domain/time/day.ts';
import { dayOf, startOfDay, type Instant } from '../../domain/time/instant.ts';
import { regulated } from '../../rules/catalogue.ts';
import { loadContext, planningBasis } from '../context.ts';
import type { Deps } from '../deps.ts';

/**
 * Starts a complete planning wherever what the last one was made from has changed: a new year’s horizon, an
 * entered arrangement, settings, a rulebook. Reads one partition a jurisdiction, however many subjects.
 */
export async function startPlanning(deps: Deps, only?: string): Promise<number> {
  let started = 0;
  for (const { id } of regulated) {
    if (only !== undefined && only !== id) continue;
    const context = await loadContext(deps.store, id);
    if (!context) continue;
    const basis = planningBasis(context, deps.clock.now());
    if (basis === context.plannedBasis) continue;
    await deps.queue.send('plan', [{ jurisdiction: id, basis }]);
    started += 1;
  }
  return started;
}

/**
 * When planning next depends on another day than today, all else unchanged: the horizon moves with the year.
 * A clock that is moved by hand need look no earlier.
 */
export function nextHorizonAt(now: Instant): Instant {
  return startOfDay(dayFrom(yearOf(dayOf(now)) + 1, 1, 1));
}
