import { failOf, ok, problem, problemAt, fail, type Failure, type Outcome } from '../../outcome.ts';
import type { PersonPatch } from '../../contract/people.ts';
import type { StaffMember } from '../../records/staff.ts';
import { staleVersion } from '../request.ts';
import { claimAddress, releaseAddress } from './claims.ts';
import { usesEmail, type Entered } from './entered.ts';
import { findPerson } from './find.ts';
import { flawsOf } from './judge.ts';
import { lastAdmin } from './last-admin.ts';
import type { PeopleRequest } from './request.ts';
import { tellChanged } from './tell-changed.ts';
import { changePeople } from './who.ts';

/** Changes a person. Other rights than before hold at once: whoever is signed in has to sign in again. */
export async function changePerson(
  request: PeopleRequest,
  sub: string,
  patch: PersonPatch,
): Promise<Outcome<Entered>> {
  const { deps, where, principal } = request;
  const found = await findPerson(request, sub);
  if (!found.ok) return found;
  const { member: before, people } = found.value;
  const stale = staleVersion(request, before.revision ?? 1);
  if (stale) return fail(stale);
  const next = patched(before, patch);
  const flaws = flawsOf(where, principal, next, without(people.members, sub), before);
  if (flaws.length > 0) return failOf(flaws);
  if (next.role !== before.role && lastAdmin(deps, people, before))
    return problemAt('role', 'person.last-admin');
  const place = { ...where, sub };
  const isNew = next.email !== undefined && next.email !== before.email;
  if (isNew && usesEmail(people, next)) return problemAt('email', 'person.email-used');
  if (isNew && !(await claimAddress(deps.store, next.email ?? '', place, deps.clock.now())))
    return problemAt('email', 'person.email-used');
  let flaw: Failure | undefined;
  const { record, written } = await changePeople(deps.store, where, async (list) => {
    const now = list?.members.find((one) => one.sub === sub);
    if (!list || !now || (now.revision ?? 1) !== (before.revision ?? 1)) return undefined;
    const wrong = flawsOf(where, principal, next, without(list.members, sub), before);
    flaw = wrong.length > 0 ? failOf(wrong).failure : undefined;
    if (flaw) return undefined;
    const members = list.members.map((one) => (one.sub === sub ? { ...next, invited: now.invited } : one));
    return { ...list, members };
  });
  if (flaw || !record || !written) {
    if (isNew) await releaseAddress(deps.store, next.email ?? '', place);
    return flaw ? fail(flaw) : problem('person.changed');
  }
  if (before.email !== undefined && before.email !== next.email)
    await releaseAddress(deps.store, before.email, place);
  await tellChanged(deps, where, before, next);
  return ok({ member: next, people: record });
}

const without = (members: readonly StaffMember[], sub: string): StaffMember[] =>
  members.filter((one) => one.sub !== sub);

/** Null removes a field. */
function patched(before: StaffMember, patch: PersonPatch): StaffMember {
  const given = Object.fromEntries(
    Object.entries(patch).map(([name, value]) => [name, value === null ? undefined : value]),
  );
  return { ...before, ...given, revision: (before.revision ?? 1) + 1 };
}
