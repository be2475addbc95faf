import { chanceOf, seedOf, type Chance } from './beacon.ts';
import { commitmentOf, replacementHashOf, resultHashOf } from './commitment.ts';
import { bytesOf, hex } from './hash.ts';
import { assign, pairFor } from './officers.ts';
import { drawFrom, wordsOf } from './select.ts';
import type { DrawOfficer, Entry, Replacement, Result, Terms } from './types.ts';

const UNITS = 'units';

/** The first `count` units of the order that a seed gives to a roster. */
export function orderOf(seed: Uint8Array, roster: readonly Entry[], count: number): string[] {
  return drawFrom(roster, count, wordsOf(seed, UNITS)).map(({ subjectId }) => subjectId);
}

export type Revealed =
  { readonly ok: true; readonly result: Result } | Extract<Chance, { readonly ok: false }>;

/** Draws with the value of the beacon, or says why the value is wrong. */
export function reveal(terms: Terms, entered: string, revealedAt: string, revealedBy: string): Revealed {
  const commitment = commitmentOf(terms);
  const chance = chanceOf(terms.beacon, entered);
  if (!chance.ok) return chance;
  const seed = seedOf(commitment, chance.bytes);
  const drawn = orderOf(seed, terms.roster, terms.size);
  const assigned = assign(seed, terms.officers, drawn);
  const result = { value: chance.value, seed: hex(seed), drawn, assigned, revealedAt, revealedBy };
  return { ok: true, result: { ...result, resultHash: resultHashOf(commitment, result) } };
}

/** The state from which a replacement continues. */
export interface Drawn {
  readonly seed: string;
  readonly roster: readonly Entry[];
  readonly officers: readonly DrawOfficer[];
  readonly drawn: readonly string[];
  readonly resultHash: string;
  readonly replacements: readonly Replacement[];
}

/** The units that have to be checked now: those drawn, with each replaced unit exchanged for its successor. */
export function standing({ drawn, replacements }: Pick<Drawn, 'drawn' | 'replacements'>): string[] {
  const gone = new Set(replacements.map(({ out }) => out));
  return [...drawn, ...replacements.map((one) => one.in)].filter((id) => !gone.has(id));
}

/**
 * Continues in the same order: the next unit after those drawn so far. Undefined when no unit of the roster is
 * left.
 */
export function continueDraw(
  known: Drawn,
  given: Pick<Replacement, 'out' | 'reason' | 'at' | 'by'>,
): Replacement | undefined {
  const seed = bytesOf(known.seed);
  const count = known.drawn.length + known.replacements.length + 1;
  if (!seed || count > known.roster.length) return undefined;
  const next = orderOf(seed, known.roster, count)[count - 1];
  if (next === undefined) return undefined;
  const { out, reason, at, by } = given;
  const previous = known.replacements.at(-1)?.hash ?? known.resultHash;
  const replacement = { out, reason, in: next, officers: pairFor(seed, known.officers, next), at, by };
  return { ...replacement, hash: replacementHashOf(previous, replacement) };
}
