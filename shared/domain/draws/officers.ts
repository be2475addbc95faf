import { drawFrom, wordsOf } from './select.ts';
import type { Assigned, Badge, DrawOfficer } from './types.ts';

/** Inspections are carried out by two or more (行政处罚法 42; 双随机). */
export const PAIR = 2;

export const mayInspect = (officer: DrawOfficer, subjectId: string): boolean =>
  !officer.recuse.includes(subjectId);

/** Units for which too few officers would remain. */
export function withoutPair(
  officers: readonly DrawOfficer[],
  subjectIds: readonly string[],
): readonly string[] {
  return subjectIds.filter((id) => officers.filter((officer) => mayInspect(officer, id)).length < PAIR);
}

/** The pair for one unit, drawn for each unit separately from the officers who are not recused. */
export function pairFor(
  seed: Uint8Array,
  officers: readonly DrawOfficer[],
  subjectId: string,
): readonly Badge[] {
  if (officers.length === 0) return [];
  const free = officers.filter((officer) => mayInspect(officer, subjectId));
  const pair = drawFrom(free, PAIR, wordsOf(seed, `officers/${subjectId}`));
  return pair.map(({ name, certificate }) => ({ name, certificate }));
}

export const assign = (
  seed: Uint8Array,
  officers: readonly DrawOfficer[],
  drawn: readonly string[],
): Assigned[] =>
  officers.length === 0
    ? []
    : drawn.map((subjectId) => ({ subjectId, officers: pairFor(seed, officers, subjectId) }));
