import { dayOf, formatInstant, type Instant } from '../../domain/time/instant.ts';
import { stepId } from '../../domain/duties/schedule.ts';
import type { Pointer } from '../../records/agenda.ts';
import { recipientsOf } from './addressing.ts';
import { dutiesFor } from './duty.ts';
import type { Deps } from '../deps.ts';
import { judge } from './judge.ts';
import type { ObligationRecord } from '../../records/obligation.ts';

export interface Leaving {
  /**
   * Letters and text messages that are still to be sent today, as things are now. Daily mails are not counted.
   */
  readonly notices: number;
  /** When the first of them is sent. */
  readonly from: string | null;
}

/** The letters of these duties that are due between now and the end of the day. */
export async function leavingToday(
  deps: Deps,
  obligations: readonly ObligationRecord[],
  now: Instant,
): Promise<Leaving> {
  const today = dayOf(now);
  const pointers = obligations
    .filter(({ closed }) => closed === undefined)
    .flatMap(({ jurisdiction, id, steps }): Pointer[] =>
      steps
        .filter(({ kind, at }) => kind !== 'draft' && at > now && dayOf(at) === today)
        .map((step) => ({ jurisdiction, obligationId: id, step: stepId(step), at: step.at, attempt: 0 })),
    );
  if (pointers.length === 0) return { notices: 0, from: null };
  const duties = (await dutiesFor(deps, pointers)).filter(
    (duty) => judge(duty, duty.step.at).kind === 'send',
  );
  const counts = await Promise.all(
    duties.map(async (duty) => (await recipientsOf(deps, duty)).recipients.length),
  );
  const first = duties.filter((_, index) => (counts[index] ?? 0) > 0).map(({ step }) => step.at);
  return {
    notices: counts.reduce((sum, count) => sum + count, 0),
    from: first.length === 0 ? null : formatInstant(first.reduce((a, b) => (a < b ? a : b))),
  };
}
