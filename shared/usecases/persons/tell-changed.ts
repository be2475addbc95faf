import type { Where } from '../../domain/people/place.ts';
import type { StaffMember } from '../../records/staff.ts';
import type { Deps } from '../deps.ts';
import { signInPerson } from './who.ts';

/** Tells sign-in what has changed of a person. Whoever has other rights than before signs in again. */
export async function tellChanged(
  { accounts }: Pick<Deps, 'accounts'>,
  where: Where,
  before: StaffMember,
  next: StaffMember,
): Promise<void> {
  const [was, is] = [signInPerson(where, before), signInPerson(where, next)];
  if (!accounts.inUse || !was) return;
  const fields = ['name', 'email', 'mobile', 'role', 'office'] as const;
  if (is && fields.some((field) => was[field] !== is[field])) await accounts.changed(is, was);
  if (was.role !== is?.role || was.office !== is.office)
    await accounts.signOut({ ...where, sub: next.sub, email: next.email ?? was.email });
}
