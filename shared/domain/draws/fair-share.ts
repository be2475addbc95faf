/** A draw that took place, with what fairness depends on. */
export interface Past {
  readonly roster: readonly { readonly subjectId: string; readonly name: string }[];
  /** Units drawn, including replacements. */
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
 * How often each unit was drawn, and its fair share: for every draw with the unit on the roster, the number
 * drawn divided by the size of the roster. `past` is oldest first. The result begins with the units drawn most
 * often above their share.
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
