import type { LeaveBody } from '../../contract/people.ts';
import { dayOf } from '../../domain/time/instant.ts';
import { formatDay } from '../../domain/time/day.ts';
import { fail, failOf, notFound, ok, problem, problemAt, type Outcome } from '../../outcome.ts';
import type { FormerMember, PeopleRecord, StaffMember } from '../../records/staff.ts';
import { staleVersion } from '../request.ts';
import { closeSub, releaseAddress } from './claims.ts';
import type { Entered } from './entered.ts';
import { seesPerson } from './find.ts';
import { foreignFlaws } from './judge.ts';
import { lastAdmin } from './last-admin.ts';
import { openWorkOf, type OpenWork } from './open-work.ts';
import type { PeopleRequest } from './request.ts';
import { changePeople, peopleAt } from './who.ts';

/**
 * Somebody leaves: rights, sign-in and letters end at once, the name stays in papers. What is open for them goes to
 * the successor, if there is one. Repeatable: a second time ends what sign-in is left, and is refused.
 */
export async function leave(
  request: PeopleRequest,
  sub: string,
  { handOverTo }: LeaveBody,
): Promise<Outcome<Entered & { readonly open: OpenWork }>> {
  const { deps, where, principal } = request;
  const people = await peopleAt(deps.store, where);
  const left = people?.former?.find((one) => one.sub === sub);
  if (left && !seesPerson(principal, left)) return notFound;
  if (left) {
    if (deps.accounts.inUse) await signOff(request, left);
    return problem('person.left-already', { name: left.name, on: left.leftOn });
  }
  const member = people?.members.find((one) => one.sub === sub);
  if (!people || !member || !seesPerson(principal, member)) return notFound;
  const stale = staleVersion(request, member.revision ?? 1);
  if (stale) return fail(stale);
  const flaws = foreignFlaws(where, principal, member);
  if (flaws.length > 0) return failOf(flaws);
  if (lastAdmin(deps, people, member)) return problemAt('id', 'person.last-admin');
  if (handOverTo !== undefined && !people.members.some((one) => one.sub === handOverTo && one.sub !== sub))
    return problemAt('handOverTo', 'person.no-successor');
  const open = where.unitId === undefined ? await openWorkOf(request, sub, people.former ?? []) : noWork;
  const now = deps.clock.now();
  // First of all, so that no token opens anything while the rest is done.
  await closeSub(deps.store, where, sub, now);
  const gone = { leftOn: formatDay(dayOf(now)), handedTo: handOverTo };
  const { record, written } = await changePeople(
    deps.store,
    where,
    async (list) => list && withoutMember(list, sub, gone),
  );
  if (!record || !written) return problem('person.changed');
  await signOff(request, member);
  return ok({ member: { ...member, deputyFor: undefined }, people: record, open });
}

/** Ends what is left of a person’s sign-in. Repeatable: who leaves again has what a crash left undone ended. */
async function signOff({ deps, where }: PeopleRequest, { sub, email }: StaffMember): Promise<void> {
  const { store, clock, accounts } = deps;
  await closeSub(store, where, sub, clock.now());
  if (email !== undefined) await releaseAddress(store, email, { ...where, sub });
  if (accounts.inUse) await accounts.close({ ...where, sub, email });
}

const noWork: OpenWork = { subjects: [], obligations: [], escalations: [] };

/** The list without somebody, who is now among the former; nobody stands in for them or is stood in for by them. */
function withoutMember(
  list: PeopleRecord,
  sub: string,
  gone: Pick<FormerMember, 'leftOn' | 'handedTo'>,
): PeopleRecord | undefined {
  const member = list.members.find((one) => one.sub === sub);
  if (!member) return undefined;
  const unbound = (one: StaffMember): StaffMember =>
    one.deputyFor?.sub === sub ? { ...one, deputyFor: undefined, revision: (one.revision ?? 1) + 1 } : one;
  return {
    ...list,
    members: list.members.filter((one) => one.sub !== sub).map(unbound),
    former: [...(list.former ?? []), { ...member, ...gone, deputyFor: undefined }],
  };
}
