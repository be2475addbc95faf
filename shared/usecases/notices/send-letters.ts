import { minutes, plus } from '../../domain/time/instant.ts';
import type { Pointer } from '../../records/records.ts';
import { enterAgenda } from '../agenda.ts';
import { isPaused } from './channels.ts';
import type { Deps } from '../deps.ts';
import { storeLast } from './last-notice.ts';
import { suppressionsOf } from './receipts.ts';
import { packTexts } from './texts.ts';
import { sendNotice, type Letter, type Sent } from './send.ts';

/**
 * How long one message of the queue goes on handing over; the rest comes back later. With the last hand-over this
 * stays below the time of the function, which would otherwise be ended and count the message as failed.
 */
const BUDGET_MILLISECONDS = 150_000;

/** How long a step waits before it looks again whether its channel is open. */
const PAUSE = minutes(30);

/**
 * Sends each letter for itself; what broke is told by its result, the others have left. Where a channel is paused,
 * nothing is claimed or counted as a try: the step comes back as it is.
 */
export async function sendLetters(
  deps: Deps,
  written: readonly Letter[],
): Promise<{ readonly left: number; readonly results: readonly PromiseSettledResult<Sent>[] }> {
  const letters = await withTexts(deps, await openOnly(deps, written));
  const suppressed = await suppressionsOf(
    deps,
    letters.map(({ draft }) => draft),
  );
  const begun = performance.now();
  const mayTry = (): boolean => performance.now() - begun < BUDGET_MILLISECONDS;
  const results = await Promise.allSettled(
    letters.map((letter) => sendNotice(deps, letter, { mayTry, suppressed })),
  );
  const left = letters.filter((_, index) => {
    const result = results[index];
    return result?.status === 'fulfilled' && result.value.kind === 'accepted';
  });
  await storeLast(deps, letters, results);
  if (left.length > 0) {
    deps.log('info', 'DELIVERED', 'Notices were handed to their providers.', {
      sent: left.length,
      late: left.filter((letter) => letter.draft.late).length,
    });
  }
  return { left: left.length, results };
}

/** Those whose channel is open; the steps of the others are entered again. */
async function openOnly(deps: Deps, letters: readonly Letter[]): Promise<Letter[]> {
  const now = deps.clock.now();
  const open: Letter[] = [];
  const waiting = new Set<Pointer>();
  for (const letter of letters) {
    if (letter.pointer && (await isPaused(deps, letter.draft.channel))) waiting.add(letter.pointer);
    else open.push(letter);
  }
  await enterAgenda(
    deps.store,
    [...waiting].map((pointer) => ({ ...pointer, at: plus(now, PAUSE) })),
    now,
  );
  return open;
}

/** What they say is stored before any of them leaves; each then names where. */
export async function withTexts(deps: Deps, letters: readonly Letter[]): Promise<Letter[]> {
  const bureaus = new Set(letters.map(({ draft }) => draft.jurisdiction));
  const packed = new Map(
    [...bureaus].map((bureau) => {
      const own = letters.filter(({ draft }) => draft.jurisdiction === bureau);
      return [
        bureau,
        packTexts(
          bureau,
          own.map(({ stored }) => stored),
        ),
      ];
    }),
  );
  const items = [...packed.values()].flatMap((one) => one.items);
  if (items.length > 0) await deps.store.putMany(items);
  return letters.map((letter) => {
    const { jurisdiction, textHash } = letter.draft;
    const textIn = packed.get(jurisdiction)?.places.get(textHash);
    return { ...letter, draft: { ...letter.draft, textIn } };
  });
}

/** Every one was worked; the message comes again for those that broke, and finds the others settled. */
export function rethrow(results: readonly PromiseSettledResult<unknown>[]): void {
  const broken = results.find((result) => result.status === 'rejected');
  if (broken) throw broken.reason instanceof Error ? broken.reason : new Error(String(broken.reason));
}
