import type { Instant } from '../../shared/domain/time/instant.ts';
import type { Item, Store } from '../../shared/ports.ts';
import type { Pointer } from '../../shared/records/records.ts';
import { fullPages, madeItems, type Made } from './made-items.ts';

/** Subjects that are made as the product makes them; each gives two to four obligations. */
const PART_SUBJECTS = 1000;
/** Items in one call of `putMany`. */
const BATCH = 5000;

const isObligation = ({ sk }: Item): boolean => sk.startsWith('2#');
const isSubject = ({ sk }: Item): boolean => sk === '0';

export const obligationsIn = ({ items }: Made): number => items.filter(isObligation).length;

/** Subjects, their obligations and the pointers to their steps, planned from the rules one by one. */
export async function plannedParts(wanted: number, now: Instant): Promise<Made[]> {
  const parts: Made[] = [];
  for (let count = 0; count < wanted;) {
    const made = await madeItems(`${parts.length}`, PART_SUBJECTS, now);
    parts.push(made);
    count += obligationsIn(made);
  }
  return parts;
}

/** Stores parts with the agenda of their steps. */
export async function storeParts(store: Store, parts: Iterable<Made>, now: Instant): Promise<void> {
  for (const { items, pointers } of parts) {
    for (let start = 0; start < items.length; start += BATCH)
      await store.putMany(items.slice(start, start + BATCH));
    await store.putMany(fullPages(pointers, now));
  }
}

/** The same subjects under other ids, which planning anew would take minutes for. */
export function* copiesOf(made: Made, wanted: number): Generator<Made> {
  const each = obligationsIn(made);
  const ids = made.items.filter(isSubject).flatMap(({ id }) => (typeof id === 'string' ? [id] : []));
  const items = made.items.filter((item) => isSubject(item) || isObligation(item));
  for (let count = 0, part = 0; count < wanted; count += each, part += 1) {
    const copied = new Map(ids.map((id) => [id, `copy${String(part).padStart(5, '0')}${id.slice(9)}`]));
    const renamed = (text: string): string => text.replace(ID, (id) => copied.get(id) ?? id);
    yield {
      items: items.map((item) => mapTexts(item, renamed)),
      pointers: made.pointers.map((one) => ({ ...one, obligationId: renamed(one.obligationId) })),
    };
  }
}

/** A subject’s id, in keys and in the ids of its obligations. */
const ID = /[a-z2-7]{26}/;

function mapTexts(item: Item, renamed: (text: string) => string): Item {
  const texts: Record<string, string> = {};
  for (const [name, value] of Object.entries(item))
    if (typeof value === 'string') texts[name] = renamed(value);
  return { ...item, ...texts };
}

/** Pointers to what is stored, as many as are wanted. */
export const pointersOf = (parts: readonly Made[], wanted: number): Pointer[] =>
  parts.flatMap(({ pointers }) => pointers).slice(0, wanted);
