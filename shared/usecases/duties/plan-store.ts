import { stepId } from '../../domain/duties/schedule.ts';
import type { Change } from '../../domain/duties/planning.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { Pointer } from '../../records/agenda.ts';
import { enterAgenda, imminent } from '../agenda.ts';
import { chunks } from '../../domain/chunks.ts';
import type { Deps } from '../deps.ts';
import { type ObligationRecord, obligationRecord } from '../../records/obligation.ts';

/** A change of a stored obligation, and the same change computed from another version of the obligation. */
export interface Move {
  readonly change: Change;
  readonly changeFrom: (known: ObligationRecord) => Change | undefined;
}

/** Writes in parallel. More would only wait for a connection to DynamoDB. */
const AT_ONCE = 100;

/**
 * Stores the result of planning one or many subjects; returns how many stored obligations changed. All agenda
 * entries are written first, so that after a stop there are only pointers without effect. Then each obligation
 * is written if its version has not changed. Steps due within minutes are entered a second time, because a
 * sweep may have read their pointer before the obligation existed.
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

/** When another writer was faster, reads the stored record and reconciles again. */
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

/** Stores one change. Returns the stored record; undefined when another writer was faster. */
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
    ...(record.dueAt === undefined ? {} : { byHour: true }),
    attempt: 0,
  }));
