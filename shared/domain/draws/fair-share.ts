/** A draw that took place, as far as fairness looks at it. */
export interface Past {
  readonly roster: readonly { readonly subjectId: string; readonly name: string }[];
  /** Units drawn, those drawn as replacements too. */
  readonly drawn: readonly string[];
}

export interface Share {
  readonly subjectId: string;
  readonly name: string;
  readonly rosters: number;
  readonly drawn: number;
  readonly expected: number;
}

/**
 * How often each unit was drawn against its fair share: in every draw that it stood on the roster of, the
 * number drawn over the size of the roster. `past` is oldest first; the most often drawn above its share first.
 */
export function fairShares(past: readonly Past[]): Share[] {
  const shares = new Map<string, Share>();
  for (const { roster, drawn } of past) {
    const chosen = new Set(drawn);
    const chance = chosen.size / Math.max(1, roster.length);
    for (const { subjectId, name } of roster) {
      const known = shares.get(subjectId);
      shares.set(subjectId, {
        subjectId,
        name,
        rosters: (known?.rosters ?? 0) + 1,
        drawn: (known?.drawn ?? 0) + (chosen.has(subjectId) ? 1 : 0),
        expected: (known?.expected ?? 0) + chance,
      });
    }
  }
  const above = ({ drawn, expected }: Share): number => drawn - expected;
  return [...shares.values()].sort((a, b) => above(b) - above(a) || (a.subjectId < b.subjectId ? -1 : 1));
}
