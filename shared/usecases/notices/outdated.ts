import { readAll } from '../../store/read.ts';
import { noticeRecord, type NoticeRecord } from '../../records/notice.ts';
import type { Pointer } from '../../records/agenda.ts';
import type { Deps } from '../deps.ts';
import { withdrawQueued, type Letter } from './send.ts';
import { obligationRecord } from '../../records/obligation.ts';

/**
 * Withdraws the notices of a step for which `outdated` returns true: nothing would send them any more, and they
 * would wait for ever.
 */
async function withdrawOutdated(
  deps: Deps,
  { jurisdiction, obligationId, step }: Pointer,
  outdated: (notice: NoticeRecord) => boolean,
): Promise<void> {
  const { pk } = obligationRecord.key({ jurisdiction, id: obligationId });
  const now = deps.clock.now();
  const notices = (await readAll(deps.store, { pk, from: 'N#', to: 'N#~' }))
    .map(noticeRecord.of)
    .filter((notice) => notice.obligationId === obligationId && notice.step === step && outdated(notice))
    .filter(({ claim: held }) => held === undefined || deps.lease.isVoid(held, now));
  for (const { id } of notices) await withdrawQueued(deps, { jurisdiction, id });
}

/** Withdraws queued notices whose date is not the present one. */
export async function withdrawMoved(deps: Deps, entry: Pointer, present: string): Promise<void> {
  if (entry.attempt === 0) return;
  await withdrawOutdated(deps, entry, ({ toldDue }) => toldDue !== undefined && toldDue !== present);
}

/** When the date has moved and the duty no longer has the step, withdraws the step’s queued notices. */
export async function withdrawWithoutStep(
  deps: Deps,
  pointers: readonly Pointer[],
  duties: readonly { readonly pointer: Pointer }[],
) {
  const known = new Set(duties.map(({ pointer: { obligationId, step } }) => `${obligationId}/${step}`));
  for (const entry of pointers)
    if (entry.attempt > 0 && entry.obligationId !== '' && !known.has(`${entry.obligationId}/${entry.step}`))
      await withdrawOutdated(deps, entry, () => true);
}

/**
 * Withdraws queued notices to people who are no longer recipients. Only a step that was tried before can have
 * such notices.
 */
export async function withdrawReplaced(
  deps: Deps,
  entry: Pointer,
  letters: readonly Letter[],
): Promise<void> {
  if (entry.attempt === 0) return;
  const kept = new Set(letters.map(({ draft }) => draft.id));
  await withdrawOutdated(deps, entry, ({ id }) => !kept.has(id));
}
