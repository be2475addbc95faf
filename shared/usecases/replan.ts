import { z } from 'zod';
import { jurisdictions } from '../rules/catalogue.ts';
import { listOf } from '../store/keys.ts';
import { readList } from '../store/read.ts';
import { subjectRecord } from '../store/records.ts';
import { loadContext, planningBasis } from './context.ts';
import type { Deps } from './deps.ts';
import { planSubject } from './plan.ts';

/** Subjects planned by one message; a jurisdiction goes on message by message. */
const PORTION = 25;

export const planMessage = z.object({
  jurisdiction: z.string(),
  /** What the planning is made from; a message of an older basis gives way to a newer one. */
  basis: z.string(),
  after: z.string().optional(),
});
export type PlanMessage = z.infer<typeof planMessage>;

/**
 * Starts a complete planning wherever what the last one was made from has changed: a new year’s horizon, an
 * entered arrangement, settings, a rulebook. Reads one partition a jurisdiction, however many subjects.
 */
export async function startPlanning(deps: Deps, only?: string): Promise<number> {
  let started = 0;
  for (const { id } of jurisdictions) {
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

/** Plans a portion of a jurisdiction’s subjects and sends the message for the next; repeatable. */
export async function planPortion(deps: Deps, message: PlanMessage): Promise<void> {
  const context = await loadContext(deps.store, message.jurisdiction);
  if (!context || planningBasis(context, deps.clock.now()) !== message.basis) return;
  const page = await readList(deps.store, {
    pk: listOf(message.jurisdiction, 'SUBJECT'),
    limit: PORTION,
    ...(message.after === undefined ? {} : { after: message.after }),
  });
  for (const item of page.items) {
    const subject = subjectRecord.parse(item);
    if (subject.retiredOn === undefined) await planSubject(deps, context, subject, 'system');
  }
  if (page.after !== undefined) {
    await deps.queue.send('plan', [{ ...message, after: page.after }]);
    return;
  }
  await deps.store.putMany([
    { pk: `${message.jurisdiction}#CONFIG`, sk: 'PLANNED', v: 1, version: 1, basis: message.basis },
  ]);
}
