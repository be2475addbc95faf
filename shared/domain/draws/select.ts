import { digest, numberBytes, textBytes } from './hash.ts';

/** Numbers from 0 to 2³² − 1, one after the other. */
export type Words = () => number;

const WORDS = 4_294_967_296;

/**
 * SHA-256 in counter mode: block i is SHA-256(seed ‖ label ‖ i), i as 4 bytes, read as eight numbers of 4
 * bytes, highest byte first. The label separates draws for different purposes.
 */
export function wordsOf(seed: Uint8Array, label: string): Words {
  const prefix = textBytes(label);
  let block = new Uint8Array();
  let counter = 0;
  let at = 0;
  return () => {
    if (at >= block.length) {
      block = new Uint8Array(digest(seed, prefix, numberBytes(counter, 4)));
      counter += 1;
      at = 0;
    }
    const word = new DataView(block.buffer).getUint32(at);
    at += 4;
    return word;
  };
}

/** A number below `bound`, each with the same chance: words in the uneven remainder are discarded. */
export function below(bound: number, words: Words): number {
  if (!Number.isInteger(bound) || bound < 1 || bound > WORDS) throw new Error(`no bound: ${bound}`);
  const limit = WORDS - (WORDS % bound);
  for (;;) {
    const word = words();
    if (word < limit) return word % bound;
  }
}

/**
 * Selection without replacement after Fisher and Yates: one of the remaining entries is chosen and removed, and
 * the others keep their order. The order drawn does not depend on `count`: a larger count continues where a
 * smaller one would have ended.
 */
export function drawFrom<T>(entries: readonly T[], count: number, words: Words): T[] {
  if (count > entries.length) throw new Error(`${count} of ${entries.length} cannot be drawn`);
  const rest = [...entries];
  const drawn: T[] = [];
  while (drawn.length < count) {
    const [chosen] = rest.splice(below(rest.length, words), 1);
    if (chosen === undefined) throw new Error('an empty place was drawn');
    drawn.push(chosen);
  }
  return drawn;
}
