import { minutes, plus } from '../../domain/time/instant.ts';
import type { Item } from '../../ports.ts';
import { textKey } from '../../records/keys.ts';
import type { Pointer } from '../../records/records.ts';
import { enterAgenda } from '../agenda.ts';
import { isPaused } from './channels.ts';
import type { Deps } from '../deps.ts';
import { storeLast } from './last-notice.ts';
import { suppressionsOf } from './receipts.ts';
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
  const letters = await openOnly(deps, written);
  await storeTexts(deps, letters);
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

async function storeTexts(deps: Deps, letters: readonly Letter[]): Promise<void> {
  const texts = new Map<string, Item>();
  for (const { stored } of letters)
    texts.set(stored.hash, { ...textKey(stored.hash), v: 1, text: stored.text, html: stored.html });
  if (texts.size > 0) await deps.store.putMany([...texts.values()]);
}

/** Every one was worked; the message comes again for those that broke, and finds the others settled. */
export function rethrow(results: readonly PromiseSettledResult<unknown>[]): void {
  const broken = results.find((result) => result.status === 'rejected');
  if (broken) throw broken.reason instanceof Error ? broken.reason : new Error(String(broken.reason));
}
