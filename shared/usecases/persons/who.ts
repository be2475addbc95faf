import { rolesAt, type Where } from '../../domain/people/place.ts';
import type { PersonPlace, SignInPerson, Store } from '../../ports.ts';
import type { Changed } from '../../records/record.ts';
import { addressIndex, personIndex } from '../../records/person-index.ts';
import { staffRecord, unitPeopleRecord, type PeopleRecord, type StaffMember } from '../../records/staff.ts';

/** The people of a bureau, a superior or a unit. */
export const peopleAt = (store: Store, { jurisdiction, unitId }: Where): Promise<PeopleRecord | undefined> =>
  unitId === undefined
    ? staffRecord.read(store, jurisdiction)
    : unitPeopleRecord.read(store, { jurisdiction, unitId });

type Next = (known: PeopleRecord | undefined) => Promise<PeopleRecord | undefined>;

/** Writes what `next` makes of the list; undefined changes nothing. */
export const changePeople = (
  store: Store,
  { jurisdiction, unitId }: Where,
  next: Next,
): Promise<Changed<PeopleRecord>> =>
  unitId === undefined
    ? staffRecord.change(store, jurisdiction, next)
    : unitPeopleRecord.change(store, { jurisdiction, unitId }, next);

/** A person as sign-in knows them; undefined for a role that nobody signs in with there. */
export function signInPerson(where: Where, member: StaffMember): SignInPerson | undefined {
  const role = rolesAt(where).find((one) => one === member.role);
  if (role === undefined) return undefined;
  const { sub, name, office, email, mobile } = member;
  return { ...where, sub, name, role, office, email, mobile };
}

/** The person at a place as the tokens are to say; undefined for one who left or was never there. */
export async function personAt(store: Store, place: PersonPlace): Promise<SignInPerson | undefined> {
  const { jurisdiction, unitId, sub } = place;
  const people = await peopleAt(store, place);
  const member = people?.members.find((one) => one.sub === sub);
  return member && signInPerson({ jurisdiction, unitId }, member);
}

/** Whether somebody has left the place: tokens are refused from then on, or the list names them among the former. */
export async function hasLeft(store: Store, place: PersonPlace): Promise<boolean> {
  const { jurisdiction, unitId, sub } = place;
  const known = await personIndex.read(store, sub);
  if (known?.leftAt !== undefined && known.jurisdiction === jurisdiction && known.unitId === unitId)
    return true;
  const { members = [], former = [] } = (await peopleAt(store, place)) ?? {};
  return former.some((one) => one.sub === sub) && !members.some((one) => one.sub === sub);
}

/** The person of a `sub`, for the issuer of tokens. Everybody who was ever invited is found by it. */
export async function personOfSub(store: Store, sub: string): Promise<SignInPerson | undefined> {
  const known = await personIndex.read(store, sub);
  return known && personAt(store, known);
}

/** The person who signs in with an address; no two people of the installation have the same. */
export async function personOfEmail(store: Store, email: string): Promise<SignInPerson | undefined> {
  const holder = await addressIndex.read(store, email);
  const person = holder && (await personAt(store, holder));
  return person?.email !== undefined && sameAddress(person.email, email) ? person : undefined;
}

const sameAddress = (one: string, other: string): boolean =>
  addressIndex.key(one).pk === addressIndex.key(other).pk;
