import type { z } from 'zod';
import type { peopleQuery } from '../../contract/people.ts';
import type { PeopleRecord, StaffMember } from '../../records/staff.ts';
import { placeOf, tableCursor } from '../../store/cursor.ts';
import type { Listed } from '../listing.ts';

/** The people of a list, in the order in which they were entered; those who left after them. */
export function listPeople(
  { members, former = [] }: PeopleRecord,
  status: z.infer<typeof peopleQuery>['status'],
): readonly StaffMember[] {
  if (status === 'active') return members;
  return status === 'left' ? former : [...members, ...former];
}

/** A page of them. A cursor that names nobody any more begins anew. */
export function pageOfPeople(
  all: readonly StaffMember[],
  { limit, cursor }: Pick<z.infer<typeof peopleQuery>, 'limit' | 'cursor'>,
): Listed<StaffMember> {
  const place = placeOf(cursor);
  const from = all.findIndex(({ sub }) => sub === place) + 1;
  const items = all.slice(from, from + limit);
  const last = from + limit < all.length ? items.at(-1) : undefined;
  return { items, nextCursor: last === undefined ? null : tableCursor(last.sub) };
}
