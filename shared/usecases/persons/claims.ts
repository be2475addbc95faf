import type { Where } from '../../domain/people/place.ts';
import { minutes, plus, type Instant } from '../../domain/time/instant.ts';
import type { PersonPlace, Store } from '../../ports.ts';
import { addressIndex, personIndex } from '../../records/person-index.ts';
import { personOfEmail } from './who.ts';

/** Between the claim of an address and the person who has it. What is older and leads to nobody is free. */
const STORING = minutes(1);

const samePlace = (one: PersonPlace, other: PersonPlace): boolean =>
  one.jurisdiction === other.jurisdiction && one.unitId === other.unitId && one.sub === other.sub;

const placeOf = ({ jurisdiction, unitId }: Where, sub: string) => ({
  jurisdiction,
  sub,
  ...(unitId === undefined ? {} : { unitId }),
});

/** Takes an address for a person, before the person is stored; false where another person has it. */
export async function claimAddress(
  store: Store,
  email: string,
  { sub, ...where }: PersonPlace,
  now: Instant,
): Promise<boolean> {
  const place = placeOf(where, sub);
  const { record } = await addressIndex.change(store, email, async (known) => {
    if (known && samePlace(known, place)) return undefined;
    const free = !known || (plus(known.at, STORING) <= now && !(await personOfEmail(store, email)));
    return free ? { version: known?.version ?? 0, ...place, at: now } : undefined;
  });
  return record !== undefined && samePlace(record, place);
}

/** Frees an address, where it is this person’s. */
export async function releaseAddress(store: Store, email: string, place: PersonPlace): Promise<void> {
  const known = await addressIndex.read(store, email);
  if (known && samePlace(known, place)) await store.deleteMany([addressIndex.key(email)]);
}

/** Makes a person known by the `sub` of tokens; false where the `sub` is another person’s. */
export async function claimSub(store: Store, where: Where, sub: string): Promise<boolean> {
  const place = placeOf(where, sub);
  const { record } = await personIndex.change(store, sub, (known) => {
    if (!known) return { version: 0, ...place };
    return samePlace(known, place) && known.leftAt !== undefined
      ? { ...known, leftAt: undefined }
      : undefined;
  });
  return record !== undefined && samePlace(record, place);
}

/** Tokens of this person are refused from now on. */
export async function closeSub(store: Store, where: Where, sub: string, now: Instant): Promise<void> {
  const place = placeOf(where, sub);
  await personIndex.change(store, sub, (known) =>
    known && (!samePlace(known, place) || known.leftAt !== undefined)
      ? undefined
      : { version: 0, ...place, ...known, leftAt: now },
  );
}
