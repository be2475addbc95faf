import { stepId } from '../../domain/duties/schedule.ts';
import type { Change } from '../../domain/duties/planning.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { type Pointer } from '../../records/records.ts';
import { enterAgenda, imminent } from '../agenda.ts';
import { chunks } from '../../domain/chunks.ts';
import type { Deps } from '../deps.ts';
import { type ObligationRecord, obligationRecord } from '../../records/obligation.ts';

/** A change of a stored obligation, and how it reads from another version of that. */
export interface Move {
  readonly change: Change;
  readonly changeFrom: (known: ObligationRecord) => Change | undefined;
}

/** Writes at the same time: more would wait for a connection to DynamoDB. */
const AT_ONCE = 100;

/**
 * Stores what planning made of one subject or of many; answers how many stored obligations changed. The agenda comes
 * first and together, so that a stop leaves only pointers that find nothing to do; then every obligation under its
 * guard. What is due within minutes is entered once more: a sweep may have met its pointer before the obligation was
 * there.
 */
export async function storePlanned(
  deps: Deps,
  fresh: readonly Change[],
  moved: readonly Move[],
  now: Instant,
): Promise<number> {
  await enterAgenda(
    deps.store,
    [...fresh, ...moved.map(({ change }) => change)].flatMap(pointersOfChange),
    now,
  );
  for (const portion of chunks(fresh, AT_ONCE))
    await Promise.all(portion.map(({ record }) => obligationRecord.put(deps.store, record)));
  const stored = [...fresh];
  const lost: Move[] = [];
  for (const portion of chunks(moved, AT_ONCE)) {
    const went = await Promise.all(portion.map(({ change }) => write(deps, change)));
    portion.forEach((move, index) => (went[index] ? stored.push(move.change) : lost.push(move)));
  }
  await enterAgenda(deps.store, imminent(stored.flatMap(pointersOfChange), now), now);
  let changed = moved.length - lost.length;
  for (const move of lost) if (await changeAgain(deps, move, now)) changed += 1;
  return changed;
}

/** Where somebody was faster, what they stored is read and reconciled again. */
async function changeAgain(deps: Deps, { change, changeFrom }: Move, now: Instant): Promise<boolean> {
  let pointers: Pointer[] = [];
  const { written } = await obligationRecord.change(deps.store, change.record, async (known) => {
    const next = known && changeFrom(known);
    if (!next) return undefined;
    pointers = pointersOfChange(next);
    await enterAgenda(deps.store, pointers, now);
    return next.record;
  });
  if (written) await enterAgenda(deps.store, imminent(pointers, now), now);
  return written;
}

/** The same for one change. Answers the record as it is stored; undefined where somebody was faster. */
export async function storeChange(
  deps: Deps,
  change: Change,
  now: Instant,
): Promise<ObligationRecord | undefined> {
  await enterAgenda(deps.store, pointersOfChange(change), now);
  const stored = await write(deps, change);
  if (stored) await enterAgenda(deps.store, imminent(pointersOfChange(change), now), now);
  return stored;
}

const write = ({ store }: Deps, { record }: Change): Promise<ObligationRecord | undefined> =>
  obligationRecord.put(store, record);

const pointersOfChange = ({ record, schedule }: Change): Pointer[] =>
  schedule.map((step) => ({
    jurisdiction: record.jurisdiction,
    obligationId: record.id,
    step: stepId(step),
    at: step.at,
    attempt: 0,
  }));
