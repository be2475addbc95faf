import type { Guard, Item, Key, Query } from '../ports.ts';
import { chunks } from '../domain/chunks.ts';
import { BadCursor, cursorParts } from './cursor.ts';
import { Refused } from '../records/stored-form.ts';

/** Refuses what DynamoDB refuses, for the other engines. */

/** DynamoDB’s own limits for one request. */
const WRITE_BATCH = 25;
export const READ_BATCH = 100;

export function checkedKey(key: Key): Key {
  if (key.pk === '' || key.sk === '') throw new Refused('a key must not be empty');
  return key;
}

export const keyText = ({ pk, sk }: Key): string => `${pk}\u0000${sk}`;

export function refuseTwice(keys: readonly Key[]): void {
  if (new Set(keys.map((key) => keyText(checkedKey(key)))).size < keys.length)
    throw new Refused('a request names a key twice');
}

/** Calls `work` for the entries of each request. If a request is refused, the others have been carried out. */
export function eachRequest<T extends Key, Form>(
  entries: readonly T[],
  form: (entry: T) => Form,
  work: (forms: readonly Form[]) => void,
): void {
  let refusal: unknown;
  for (const chunk of chunks(entries, WRITE_BATCH)) {
    try {
      refuseTwice(chunk);
      work(chunk.map(form));
    } catch (error) {
      refusal ??= error;
    }
  }
  if (refusal !== undefined) throw refusal instanceof Error ? refusal : new Error('refused');
}

export function holds(present: Item | undefined, guard: Guard): boolean {
  if (guard === 'any') return true;
  if (guard === 'absent') return present === undefined;
  return present?.['version'] === guard.version;
}

/** The place of an item in the list index; undefined when one of the two attributes is missing. */
export function listPlace({ lp, ls }: Item): { readonly lp: string; readonly ls: string } | undefined {
  return typeof lp === 'string' && typeof ls === 'string' ? { lp, ls } : undefined;
}

/** A place in the list index, or in the table when there are only `pk` and `sk`. */
export interface After extends Key {
  /** The sort key to which the query’s bounds apply. */
  readonly place: string;
}

/** Where a query continues. Throws BadCursor for a cursor that this product did not issue. */
export function afterOf({ pk, index, after }: Query): After | undefined {
  if (after === undefined) return undefined;
  const [place, ofPk, ofSk] = cursorParts(after) ?? [];
  if (place === undefined || place === '') throw new BadCursor('cursor');
  if (index !== 'list') return { place, pk, sk: place };
  if (ofPk === undefined || ofSk === undefined || ofPk === '' || ofSk === '') throw new BadCursor('cursor');
  return { place, pk: ofPk, sk: ofSk };
}

/** Refuses empty keys, bounds in the wrong order, a limit of 0 and a cursor outside the bounds. */
export function checkQuery({ pk, from, to, limit }: Query, after: After | undefined): void {
  if (pk === '' || from === '' || to === '') throw new Refused('a key must not be empty');
  if (limit !== undefined && limit < 1) throw new Refused('a limit is at least 1');
  if (from !== undefined && to !== undefined && compare(from, to) > 0)
    throw new Refused('the upper bound lies below the lower one');
  if (!after) return;
  const below = from !== undefined && compare(after.place, from) < 0;
  const above = to !== undefined && compare(after.place, to) > 0;
  if (below || above) throw new BadCursor('cursor');
}

/** From this character on, UTF-16 has another order than UTF-8, which is the table’s order. */
const beyond = /[\ud800-\uffff]/;

/** The order of keys: that of their UTF-8 bytes. */
export function compare(a: string, b: string): number {
  if (a === b) return 0;
  if (!beyond.test(a) || !beyond.test(b)) return a < b ? -1 : 1;
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
