import type { Item } from '../ports.ts';
import { textKey } from '../store/keys.ts';
import type { Deps } from './deps.ts';
import { storeLast } from './last-notice.ts';
import { sendNotice, type Letter, type Sent } from './send.ts';

/** Sends each letter for itself; what broke is told by its result, the others have left. */
export async function sendLetters(
  deps: Deps,
  letters: readonly Letter[],
): Promise<{ readonly left: number; readonly results: readonly PromiseSettledResult<Sent>[] }> {
  await storeTexts(deps, letters);
  const results = await Promise.allSettled(letters.map((letter) => sendNotice(deps, letter)));
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
