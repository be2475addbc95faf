import { z } from 'zod';
import { dayFrom, yearOf } from '../domain/day.ts';
import { dayOf, startOfDay, type Instant } from '../domain/instant.ts';
import { regulated } from '../rules/catalogue.ts';
import { listOf, subjectKey } from '../store/keys.ts';
import { readInOrder, readList } from '../store/read.ts';
import { subjectRecord } from '../store/records.ts';
import { loadContext, planningBasis } from './context.ts';
import type { Deps } from './deps.ts';
import { settleFindings } from './findings.ts';
import { planSubjects } from './plan.ts';
import { planAllAround } from './plan-around.ts';
import { settleStage } from './stage-settle.ts';
import { PORTION, jurisdictionMessage, type PlanMessage } from './promise.ts';

/** Does what a planning message asks; repeatable. */
export async function plan(deps: Deps, message: PlanMessage): Promise<void> {
  if ('subjectId' in message) await planAgain(deps, message.jurisdiction, [message.subjectId]);
  else if ('subjectIds' in message) await planAgain(deps, message.jurisdiction, message.subjectIds);
  else if ('inspectionId' in message) await settleAgain(deps, message.jurisdiction, message.inspectionId);
  else await planPortion(deps, message);
}

async function settleAgain(deps: Deps, jurisdiction: string, inspectionId: string): Promise<void> {
  const context = await loadContext(deps.store, jurisdiction);
  if (context) await settleFindings(deps, context, inspectionId, 'system');
}

async function planAgain(deps: Deps, jurisdiction: string, subjectIds: readonly string[]): Promise<void> {
  const context = await loadContext(deps.store, jurisdiction);
  if (!context) return;
  const keys = [...new Set(subjectIds)].map((id) => subjectKey(jurisdiction, id));
  const subjects = (await readInOrder(deps.store, keys)).map((item) => subjectRecord.parse(item));
  await planAllAround(deps, context, subjects, 'system');
  for (const subject of subjects) await settleStage(deps, context, subject);
}

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

/** Plans a portion of a jurisdiction’s subjects and sends the message for the next; repeatable. */
async function planPortion(deps: Deps, message: z.infer<typeof jurisdictionMessage>): Promise<void> {
  const context = await loadContext(deps.store, message.jurisdiction);
  if (!context || planningBasis(context, deps.clock.now()) !== message.basis) return;
  const page = await readList(deps.store, {
    pk: listOf(message.jurisdiction, 'SUBJECT'),
    limit: PORTION,
    ...(message.after === undefined ? {} : { after: message.after }),
  });
  const subjects = page.items.map((item) => subjectRecord.parse(item));
  await planSubjects(
    deps,
    context,
    subjects.filter(({ retiredOn }) => retiredOn === undefined),
    'system',
  );
  if (page.after !== undefined) {
    await deps.queue.send('plan', [{ ...message, after: page.after }]);
    return;
  }
  await deps.store.putMany([
    { pk: `${message.jurisdiction}#CONFIG`, sk: 'PLANNED', v: 1, version: 1, basis: message.basis },
  ]);
}
