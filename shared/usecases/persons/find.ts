import type { Principal } from '../../domain/principal.ts';
import type { StaffMember } from '../../records/staff.ts';
import { notFound, ok, problem, type Outcome } from '../../outcome.ts';
import type { Entered } from './entered.ts';
import type { PeopleRequest } from './request.ts';
import { peopleAt } from './who.ts';

/** Somebody who works there; a conflict for one who left. */
export async function findPerson(
  { deps, where, principal }: PeopleRequest,
  sub: string,
): Promise<Outcome<Entered>> {
  const people = await peopleAt(deps.store, where);
  if (!people) return notFound;
  const left = people.former?.find((one) => one.sub === sub);
  if (left && !seesPerson(principal, left)) return notFound;
  if (left) return problem('person.left', { name: left.name, on: left.leftOn });
  const member = people.members.find((one) => one.sub === sub);
  return member && seesPerson(principal, member) ? ok({ member, people }) : notFound;
}

/** An office sees its own people and those of the whole bureau. */
export const seesPerson = ({ office }: Principal, member: Pick<StaffMember, 'office'>): boolean =>
  office === undefined || member.office === undefined || member.office === office;
