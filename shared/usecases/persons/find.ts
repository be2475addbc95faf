import { notFound, ok, problem, type Outcome } from '../../outcome.ts';
import type { Entered } from './entered.ts';
import type { PeopleRequest } from './request.ts';
import { peopleAt } from './who.ts';

/** Somebody who works there; a conflict for one who left. */
export async function findPerson({ deps, where }: PeopleRequest, sub: string): Promise<Outcome<Entered>> {
  const people = await peopleAt(deps.store, where);
  if (!people) return notFound;
  const left = people.former?.find((one) => one.sub === sub);
  if (left) return problem('person.left', { name: left.name, on: left.leftOn });
  const member = people.members.find((one) => one.sub === sub);
  return member ? ok({ member, people }) : notFound;
}
