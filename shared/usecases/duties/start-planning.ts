import { dayFrom, yearOf } from '../../domain/time/day.ts';
import { dayOf, startOfDay, type Instant } from '../../domain/time/instant.ts';
import { regulated } from '../../rules/catalogue.ts';
import { loadContext, planningBasis } from '../context.ts';
import type { Deps } from '../deps.ts';

/**
 * Starts a complete planning for each jurisdiction where the basis of the last one has changed: a new year’s
 * horizon, an entered arrangement, settings or a rulebook. Reads one partition for each jurisdiction, however
 * many subjects there are.
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
 * The next time at which the day alone changes the planning: the horizon moves with the year. A simulated clock
 * need not look earlier.
 */
export function nextHorizonAt(now: Instant): Instant {
  return startOfDay(dayFrom(yearOf(dayOf(now)) + 1, 1, 1));
}
