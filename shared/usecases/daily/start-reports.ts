import { chunks } from '../../domain/chunks.ts';
import { hours, plus, type Instant } from '../../domain/time/instant.ts';
import { reportedRecord } from '../../records/reported.ts';
import { regulatedIn } from '../../rules/catalogue.ts';
import { workingContext, type Context } from '../context.ts';
import type { Deps } from '../deps.ts';
import { heldUntil } from '../notices/judge.ts';
import { neverReported, nextReportAt, throwFailures } from './report.ts';

export interface Looked {
  /** Bureaus whose daily mails were asked for. */
  readonly asked: number;
  /** When the next daily mail of any other jurisdiction is due. */
  readonly next: Instant | undefined;
}

/** Bureaus that are read at the same time. Those of them whose mails are due are one message. */
export const BUREAUS_AT_ONCE = 10;

/** A mail that was asked for and was neither sent nor put off for so long is asked for again. */
const LOST_AFTER = hours(2);

/**
 * Asks for the daily mail of every jurisdiction for which it is time: a message for each group of them. If a
 * jurisdiction cannot be read, the others still get theirs, and the function throws at the end.
 */
export async function startReports(deps: Deps): Promise<Looked> {
  const results: PromiseSettledResult<Looked>[] = [];
  for (const group of chunks(regulatedIn(deps.serves), BUREAUS_AT_ONCE)) {
    const read = await Promise.allSettled(group.map(({ id }) => workingContext(deps, id)));
    const contexts = read.flatMap((one) => (one.status === 'fulfilled' && one.value ? [one.value] : []));
    results.push(
      ...(await Promise.allSettled([ask(deps, contexts)])),
      ...read.filter((one) => one.status === 'rejected'),
    );
  }
  throwFailures(results, 'could not be looked at');
  const looked = results.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  return {
    asked: looked.reduce((sum, { asked }) => sum + asked, 0),
    next: first(looked.map(({ next }) => next)),
  };
}

async function ask(deps: Deps, contexts: readonly Context[]): Promise<Looked> {
  const now = deps.clock.now();
  const due = contexts.filter((context) => dueAt(context, now) <= now);
  const later = contexts.filter((context) => !due.includes(context));
  if (due.length > 0) {
    await deps.queue.send('report', [{ jurisdictions: due.map(({ jurisdiction }) => jurisdiction.id) }]);
    await Promise.all(due.map((context) => markAsked(deps, context, now)));
  }
  return { asked: due.length, next: first(later.map((context) => dueAt(context, now))) };
}

/** Where the message was worked on meanwhile, its mark stays. */
async function markAsked({ store }: Deps, context: Context, now: Instant): Promise<void> {
  const known = context.reported ?? neverReported(context, now);
  await reportedRecord.put(store, context.jurisdiction.id, { ...known, again: plus(now, LOST_AFTER) });
}

/** When a jurisdiction’s mail is to be asked for. */
function dueAt(context: Context, now: Instant): Instant {
  const due = nextReportAt(context, now);
  const held = due <= now ? heldUntil(context, now) : undefined;
  return [held, context.reported?.again].reduce<Instant>(
    (latest, one) => (one !== undefined && one > latest ? one : latest),
    due,
  );
}

const first = (instants: readonly (Instant | undefined)[]): Instant | undefined =>
  instants.reduce((a, b) => (a === undefined || (b !== undefined && b < a) ? b : a), undefined);
