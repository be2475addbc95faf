import { createHash } from 'node:crypto';

/** Random numbers that can be replayed: the same seed gives the same numbers. */
export interface Chance {
  /** From 0 up to, not including, 1. */
  next(): number;
  /** A whole number from `first` to `last`, both included. */
  between(first: number, last: number): number;
  holds(probability: number): boolean;
  /** One of a list that is not empty. */
  pick<T>(list: readonly T[]): T;
  shuffled<T>(list: readonly T[]): T[];
  /** Separate random numbers for one purpose: using them changes nothing here. */
  fork(purpose: string): Chance;
}

/** Mulberry32, seeded by the hash of a text. */
export function chanceFrom(seed: string): Chance {
  let state = createHash('sha256').update(seed).digest().readUInt32LE(0);
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (first: number, last: number): number => first + Math.floor(next() * (last - first + 1));
  return {
    next,
    between,
    holds: (probability) => next() < probability,
    pick: (list) => {
      const chosen = between(0, list.length - 1);
      for (const value of list.slice(chosen, chosen + 1)) return value;
      throw new Error('nothing to pick from');
    },
    shuffled: (list) =>
      list
        .map((value) => ({ value, rank: next() }))
        .sort((a, b) => a.rank - b.rank)
        .map(({ value }) => value),
    fork: (purpose) => chanceFrom(`${seed}/${purpose}`),
  };
}
