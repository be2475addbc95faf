import { minutes, plus } from '../../domain/time/instant.ts';
import type { Pointer } from '../../records/agenda.ts';
import { enterAgenda } from '../agenda.ts';
import { isPaused } from './channels.ts';
import type { Deps } from '../deps.ts';
import { storeLast } from './last-notice.ts';
import { suppressionsOf } from './receipts.ts';
import { packTexts } from './texts.ts';
import { shutSince } from '../pace.ts';
import { inTurn } from './in-turn.ts';
import { sendNotice, type Letter, type Sent } from './send.ts';

/**
 * A queue message sends letters for this long; the rest comes back later. Together with the last send it stays
 * below the time-out of the function, which would otherwise end it and count the message as failed.
 */
const BUDGET_MILLISECONDS = 150_000;

/** A step waits this long before it checks again whether its channel is open. */
const PAUSE = minutes(30);

/**
 * Sends each letter independently; a failure is in its result and does not affect the others. When a channel is
 * paused, or its provider’s limits leave no turn, nothing is claimed or counted as a try: the step comes back unchanged.
 */
export async function sendLetters(
  deps: Deps,
  written: readonly Letter[],
): Promise<{ readonly left: number; readonly results: readonly PromiseSettledResult<Sent>[] }> {
  const { letters: due, turns } = await inTurn(deps, await openOnly(deps, written));
  const letters = await withTexts(deps, due);
  const suppressed = await suppressionsOf(
    deps,
    letters.map(({ draft }) => draft),
  );
  const begun = performance.now();
  const mayTry = (): boolean => performance.now() - begun < BUDGET_MILLISECONDS;
  const results = await Promise.allSettled(
    letters.map(async (letter, index) => {
      const turn = turns[index];
      if (turn !== undefined) await deps.pace?.until(turn);
      const shut = shutSince(deps, letter.draft.channel);
      if (shut !== undefined && letter.pointer) {
        await enterAgenda(deps.store, [{ ...letter.pointer, at: shut }], deps.clock.now());
        return { kind: 'again', at: shut } satisfies Sent;
      }
      return sendNotice(deps, letter, { mayTry, suppressed });
    }),
  );
  const left = letters.filter((_, index) => {
    const result = results[index];
    return result?.status === 'fulfilled' && result.value.kind === 'accepted';
  });
  await storeLast(deps, letters, results);
  if (left.length > 0) {
    deps.log('info', 'DELIVERED', 'Providers took the notices.', {
      sent: left.length,
      late: left.filter((letter) => letter.draft.late).length,
    });
  }
  return { left: left.length, results };
}

/** Returns the letters whose channel is open, and enters the steps of the others again. */
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

/** Stores texts and links before any of the letters is sent, and adds to each letter where its text is. */
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
  const links = letters.flatMap(({ link }) => link ?? []);
  const items = [...[...packed.values()].flatMap((one) => one.items), ...links];
  if (items.length > 0) await deps.store.putMany(items);
  return letters.map((letter) => {
    const { jurisdiction, textHash } = letter.draft;
    const textIn = packed.get(jurisdiction)?.places.get(textHash);
    return { ...letter, draft: { ...letter.draft, textIn } };
  });
}

/**
 * Throws if a letter failed. Every letter was handled; the message comes again for those that failed, and skips
 * those that were sent.
 */
export function rethrow(results: readonly PromiseSettledResult<unknown>[]): void {
  const broken = results.find((result) => result.status === 'rejected');
  if (broken) throw broken.reason instanceof Error ? broken.reason : new Error(String(broken.reason));
}
