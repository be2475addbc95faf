import type { Guard, Item, Key, Query } from '../ports.ts';
import { chunks } from '../domain/chunks.ts';
import { BadCursor, cursorParts } from './cursor.ts';
import { Refused } from '../records/stored-form.ts';

/** What a store that is not DynamoDB refuses, so that it refuses what DynamoDB does. */

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

/** Calls `work` for each request’s worth of entries. A request that is refused leaves the others done. */
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

/** Where an item stands in the list index; undefined where it lacks one of the two attributes. */
export function listPlace({ lp, ls }: Item): { readonly lp: string; readonly ls: string } | undefined {
  return typeof lp === 'string' && typeof ls === 'string' ? { lp, ls } : undefined;
}

/** A place in the list index, or in the table with `pk` and `sk` alone. */
export interface After extends Key {
  /** The sort key that the query’s bounds are about. */
  readonly place: string;
}

/** Where a query goes on. Throws BadCursor for what no answer contained. */
export function afterOf({ pk, index, after }: Query): After | undefined {
  if (after === undefined) return undefined;
  const [place, ofPk, ofSk] = cursorParts(after) ?? [];
  if (place === undefined || place === '') throw new BadCursor('cursor');
  if (index !== 'list') return { place, pk, sk: place };
  if (ofPk === undefined || ofSk === undefined || ofPk === '' || ofSk === '') throw new BadCursor('cursor');
  return { place, pk: ofPk, sk: ofSk };
}

/** Refuses empty keys, bounds the wrong way round, a limit of 0 and a cursor outside of the bounds. */
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

/** Characters from here on are ordered otherwise by UTF-16 than by UTF-8, which is the table’s order. */
const beyond = /[\ud800-\uffff]/;

/** The order of keys: that of their UTF-8 bytes. */
export function compare(a: string, b: string): number {
  if (a === b) return 0;
  if (!beyond.test(a) || !beyond.test(b)) return a < b ? -1 : 1;
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
