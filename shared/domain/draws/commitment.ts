import { hashOf } from './hash.ts';
import type { Abandonment, Entry, Replacement, Result, Terms } from './types.ts';

/** Ids and names in the order of the ids, by UTF-16 code units. */
export function inOrder<T extends { readonly subjectId: string }>(entries: readonly T[]): T[] {
  return [...entries].sort((a, b) => (a.subjectId < b.subjectId ? -1 : 1));
}

export const rosterHashOf = (roster: readonly Entry[]): string =>
  hashOf(roster.map(({ subjectId, name }) => ({ subjectId, name })));

/** The hash of everything that is fixed beforehand. The roster enters by its own hash. */
export function commitmentOf(terms: Terms): string {
  const { id, jurisdiction, ruleId, period, number, algorithm, size, ratio } = terms;
  const { roster, excluded, officers, beacon, committedAt, committedBy } = terms;
  return hashOf({
    id,
    jurisdiction,
    ruleId,
    period,
    number,
    algorithm,
    size,
    ratio,
    rosterHash: rosterHashOf(roster),
    excluded,
    officers,
    beacon,
    committedAt,
    committedBy,
  });
}

export const resultHashOf = (commitment: string, result: Omit<Result, 'resultHash'>): string => {
  const { value, seed, drawn, assigned, revealedAt, revealedBy } = result;
  return hashOf({ commitment, value, seed, drawn, assigned, revealedAt, revealedBy });
};

/** `previous` is the hash of the act before: of the result, or of the last replacement. */
export function replacementHashOf(previous: string, replacement: Omit<Replacement, 'hash'>): string {
  const { out, reason, officers, at, by } = replacement;
  return hashOf({ previous, out, reason, in: replacement.in, officers, at, by });
}

export function abandonmentHashOf(commitment: string, given: Omit<Abandonment, 'hash'>): string {
  const { reason, at, by, afterBeacon } = given;
  return hashOf({ previous: commitment, reason, at, by, afterBeacon });
}
