import { z } from 'zod';
import { messageVersion } from '../records/stored.ts';
import { chunks } from '../domain/chunks.ts';
import type { Deps } from './deps.ts';

/** Subjects planned by one message; a jurisdiction goes on message by message. */
export const PORTION = 25;

export const jurisdictionMessage = z.object({
  v: messageVersion,
  jurisdiction: z.string(),
  /** The basis of the planning. A message with an older basis gives way to one with a newer basis. */
  basis: z.string(),
  after: z.string().optional(),
});
const subjectMessage = z.object({
  v: messageVersion,
  jurisdiction: z.string(),
  subjectId: z.string(),
});

const subjectsMessage = z.object({
  v: messageVersion,
  jurisdiction: z.string(),
  subjectIds: z.array(z.string()),
});

const inspectionMessage = z.object({
  v: messageVersion,
  jurisdiction: z.string(),
  inspectionId: z.string(),
});

/**
 * A whole jurisdiction, portion by portion; or one subject, several, or those in the record of a check. The
 * message is sent before they are changed.
 */
export const planMessage = z.union([jurisdictionMessage, subjectMessage, subjectsMessage, inspectionMessage]);
export type PlanMessage = z.infer<typeof planMessage>;

/** Longer than a request may take between sending the message and storing the subject. */
const AFTER_REQUEST_SECONDS = 60;

/** Makes sure that a subject about to be changed is planned even if this process stops half way. */
export async function promisePlanning(deps: Deps, jurisdiction: string, subjectId: string): Promise<void> {
  await deps.queue.send('plan', [{ jurisdiction, subjectId }], AFTER_REQUEST_SECONDS);
}

/** The same for the many subjects of an import. */
export async function promisePlanningOf(
  deps: Deps,
  jurisdiction: string,
  subjectIds: readonly string[],
): Promise<void> {
  const messages = chunks(subjectIds, PORTION).map((portion) => ({ jurisdiction, subjectIds: portion }));
  await deps.queue.send('plan', messages, AFTER_REQUEST_SECONDS);
}

/** The same for the record of a check, which puts duties on the subjects that it names. */
export async function promiseSettling(deps: Deps, jurisdiction: string, inspectionId: string): Promise<void> {
  await deps.queue.send('plan', [{ jurisdiction, inspectionId }], AFTER_REQUEST_SECONDS);
}
