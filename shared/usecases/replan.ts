import { z } from 'zod';
import { dayFrom, yearOf } from '../domain/day.ts';
import { dayOf, startOfDay, type Instant } from '../domain/instant.ts';
import { regulated } from '../rules/catalogue.ts';
import { listOf, subjectKey } from '../store/keys.ts';
import { readInOrder, readList } from '../store/read.ts';
import { subjectRecord } from '../store/records.ts';
import { messageVersion } from '../store/stored.ts';
import { chunks } from './agenda.ts';
import { loadContext, planningBasis } from './context.ts';
import type { Deps } from './deps.ts';
import { settleFindings } from './findings.ts';
import { planSubjects } from './plan.ts';
import { planAllAround } from './plan-around.ts';
import { settleStage } from './stage-settle.ts';

/** Subjects planned by one message; a jurisdiction goes on message by message. */
const PORTION = 25;

const jurisdictionMessage = z.object({
  v: messageVersion,
  jurisdiction: z.string(),
  /** What the planning is made from; a message of an older basis gives way to a newer one. */
  basis: z.string(),
  after: z.string().optional(),
});
const subjectMessage = z.object({ v: messageVersion, jurisdiction: z.string(), subjectId: z.string() });

const subjectsMessage = z.object({
  v: messageVersion,
  jurisdiction: z.string(),
  subjectIds: z.array(z.string()),
});

const inspectionMessage = z.object({ v: messageVersion, jurisdiction: z.string(), inspectionId: z.string() });

/**
 * A whole jurisdiction, portion by portion; or one subject, several, or those of the record of a check, sent
 * before they are changed.
 */
export const planMessage = z.union([jurisdictionMessage, subjectMessage, subjectsMessage, inspectionMessage]);
export type PlanMessage = z.infer<typeof planMessage>;

/** Does what a planning message asks; repeatable. */
export async function plan(deps: Deps, message: PlanMessage): Promise<void> {
  if ('subjectId' in message) await planAgain(deps, message.jurisdiction, [message.subjectId]);
  else if ('subjectIds' in message) await planAgain(deps, message.jurisdiction, message.subjectIds);
  else if ('inspectionId' in message) await settleAgain(deps, message.jurisdiction, message.inspectionId);
  else await planPortion(deps, message);
}

/** Longer than a request may take between sending the message and storing the subject. */
const AFTER_REQUEST_SECONDS = 60;

/** Sees to it that a subject about to be changed is planned even if this process stops half way. */
export async function promisePlanning(deps: Deps, jurisdiction: string, subjectId: string): Promise<void> {
  await deps.queue.send('plan', [{ jurisdiction, subjectId }], AFTER_REQUEST_SECONDS);
}

/** The same for many at once, of whom an import says something. */
export async function promisePlanningOf(
  deps: Deps,
  jurisdiction: string,
  subjectIds: readonly string[],
): Promise<void> {
  const messages = chunks(subjectIds, PORTION).map((portion) => ({ jurisdiction, subjectIds: portion }));
  await deps.queue.send('plan', messages, AFTER_REQUEST_SECONDS);
}

/** The same for the record of a check, which puts duties on those whom it names. */
export async function promiseSettling(deps: Deps, jurisdiction: string, inspectionId: string): Promise<void> {
  await deps.queue.send('plan', [{ jurisdiction, inspectionId }], AFTER_REQUEST_SECONDS);
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
