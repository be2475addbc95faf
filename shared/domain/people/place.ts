import { jurisdictionOf } from '../../rules/catalogue.ts';
import { bureauRoles } from '../../vocabulary/value-words.ts';
import type { Role } from '../../rules/schema.ts';
import type { FormerMember, StaffMember } from '../../records/staff.ts';

/** Those of a superior: one who sees to the people of its own, and everybody else. */
const ofSuperior = ['superior', 'bureau-admin'] as const;

export interface Where {
  readonly jurisdiction: string;
  readonly unitId?: string | undefined;
}

/** The roles with which people may sign in at a place. Whoever enters people there gives no other. */
export function rolesAt({ jurisdiction, unitId }: Where): readonly Role[] {
  if (unitId !== undefined) return ['unit'];
  const known = jurisdictionOf(jurisdiction);
  if (!known) return [];
  return known.document === undefined ? ofSuperior : bureauRoles;
}

interface Days {
  readonly from: string;
  readonly to: string;
}

const overlap = (one: Days, other: Days): boolean => one.from <= other.to && other.from <= one.to;

/**
 * Whoever makes a chain with a deputy: the absent leader, if that leader is a deputy in these days, or the deputy, if
 * somebody stands in for them meanwhile.
 */
export function chainedBy(others: readonly StaffMember[], member: StaffMember): StaffMember | undefined {
  const { deputyFor } = member;
  if (!deputyFor) return undefined;
  const leader = others.find(({ sub }) => sub === deputyFor.sub);
  if (leader?.deputyFor && overlap(leader.deputyFor, deputyFor)) return leader;
  const standIn = others.some(
    (one) => one.deputyFor?.sub === member.sub && overlap(one.deputyFor, deputyFor),
  );
  return standIn ? member : undefined;
}

/** Who has the work of a person now: the one who took it over when the person left, and so on. */
export function holderNow(former: readonly FormerMember[], sub: string): string {
  const seen = new Set<string>();
  let holder = sub;
  while (!seen.has(holder)) {
    seen.add(holder);
    holder = former.find((one) => one.sub === holder)?.handedTo ?? holder;
  }
  return holder;
}
