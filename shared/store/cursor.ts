import { z } from 'zod';
import type { Item } from '../ports.ts';

/**
 * A cursor names a place inside the partition that the query itself gives, so it opens no other partition. For
 * the table it is the sort key; for the list index it is the index’s sort key and the item’s key.
 */
export function tableCursor(sk: string): string {
  return encode([sk]);
}

export function listCursor(item: Pick<Item, 'pk' | 'sk'> & { readonly ls?: unknown }): string {
  return encode([String(item.ls), item.pk, item.sk]);
}

/** The parts of a cursor; undefined when the text is not a cursor. */
export function cursorParts(cursor: string): string[] | undefined {
  const parsed = z.array(z.string()).safeParse(decode(cursor));
  return parsed.success ? parsed.data : undefined;
}

/** The sort key of the list index that a cursor names; undefined without a cursor. */
export function placeOf(cursor: string | undefined): string | undefined {
  if (cursor === undefined) return undefined;
  const [place] = cursorParts(cursor) ?? [];
  if (place === undefined) throw new BadCursor('cursor');
  return place;
}

function encode(parts: readonly string[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

function decode(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

/** A cursor that this product did not issue. The API answers 400. */
export class BadCursor extends Error {}
