import type { Principal } from '../../shared/domain/principal.ts';
import { deputyFor } from '../../shared/domain/papers/deputies.ts';
import { dayOf } from '../../shared/domain/time/instant.ts';
import { staffRecord } from '../../shared/records/staff.ts';
import type { Deps } from '../../shared/usecases/deps.ts';
import { withInheritance } from '../../shared/usecases/register/heirs.ts';
import type { Route } from './route.ts';
import { standing } from './standing.ts';

/**
 * An officer who stands in for an absent leader may what only leaders may, within the days that were entered; who
 * acted and for whom stays in the record. A unit stands for the retired ones whose successor it is. Everybody else is
 * who the token says, as long as they still are.
 */
export async function actingPrincipal(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  route: Pick<Route, 'roles'>,
  given: Principal | undefined,
): Promise<Principal | undefined> {
  // What is not for programs is refused, whichever program it is.
  if (given?.role === 'machine' && !route.roles.includes('machine')) return given;
  const principal = given && (await standing({ store, clock }, given));
  if (principal?.role === 'unit') return withInheritance(store, principal);
  if (principal?.role !== 'bureau-officer') return principal;
  if (route.roles.includes(principal.role) || !route.roles.includes('bureau-leader')) return principal;
  const staff = await staffRecord.read(store, principal.jurisdiction);
  if (!staff) return principal;
  const leader = deputyFor(staff.members, principal.sub, dayOf(clock.now()));
  return leader ? { ...principal, role: 'bureau-leader', deputyFor: leader.sub } : principal;
}
