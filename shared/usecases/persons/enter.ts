import { idOf } from '../../domain/ids.ts';
import { failOf, ok, problem, problemAt, type Failure, type Outcome } from '../../outcome.ts';
import type { PersonBody } from '../../contract/people.ts';
import type { StaffMember } from '../../records/staff.ts';
import { claimAddress, claimSub, releaseAddress } from './claims.ts';
import { flawsOf } from './judge.ts';
import { inviteLater } from './invite.ts';
import type { PeopleRequest } from './request.ts';
import { emptyList, usesEmail, type Entered } from './entered.ts';
import { changePeople, peopleAt } from './who.ts';

/** Enters a person and lets an invitation leave. A repeated request finds the person. */
export async function enterPerson(request: PeopleRequest, body: PersonBody): Promise<Outcome<Entered>> {
  const { deps, where, principal, repeatable } = request;
  const sub = repeatable === undefined ? deps.ids.fresh() : idOf('person', repeatable);
  const before = (await peopleAt(deps.store, where)) ?? emptyList;
  const known = before.members.find((one) => one.sub === sub);
  if (known) return ok({ member: known, people: before, invited: await inviteLater(deps, where, known) });
  // Whoever administers one office enters its people.
  const office = body.office ?? (where.unitId === undefined ? principal.office : undefined);
  const member: StaffMember = { ...body, ...(office && { office }), sub, revision: 1 };
  const wrong = flawsOf(where, principal, member, before.members);
  if (wrong.length > 0) return failOf(wrong);
  const now = deps.clock.now();
  const taken = usesEmail(before, member);
  const place = { ...where, sub };
  if (taken || (body.email !== undefined && !(await claimAddress(deps.store, body.email, place, now))))
    return problemAt('email', 'person.email-used');
  // A fresh id is nobody’s: what is claimed is that tokens lead to this person.
  if (!(await claimSub(deps.store, where, sub))) return problem('person.id-used');
  let flaw: Failure | undefined;
  const { record, written } = await changePeople(deps.store, where, async (list = emptyList) => {
    const meanwhile = flawsOf(where, principal, member, list.members);
    flaw = meanwhile.length > 0 ? failureOf(failOf(meanwhile)) : undefined;
    return flaw ? undefined : { ...list, members: [...list.members, member] };
  });
  if (flaw || !record || !written) {
    if (body.email !== undefined) await releaseAddress(deps.store, body.email, place);
    return flaw ? { ok: false, failure: flaw } : problem('person.changed');
  }
  return ok({ member, people: record, invited: await inviteLater(deps, where, member) });
}

const failureOf = (failed: ReturnType<typeof failOf>): Failure => failed.failure;
