import { z } from 'zod';
import type { Item } from '../ports.ts';

/** What DynamoDB answers with a ValidationException. */
export class Refused extends Error {
  override name = 'ValidationException';
}

/** The largest item, in bytes: names and values of all its attributes. */
const ITEM_BYTES = 400 * 1024;

const anyItem = z.custom<Item>(
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    'pk' in value &&
    typeof value.pk === 'string' &&
    'sk' in value &&
    typeof value.sk === 'string',
);

/** An item as the table keeps it: a frozen copy without undefined attributes, and its size. */
export function storedForm(item: Item): { readonly stored: Item; readonly bytes: number } {
  const size = { bytes: 0 };
  const stored = anyItem.parse(copy(item, size));
  for (const key of ['pk', 'sk', 'lp', 'ls']) {
    const value = stored[key];
    if (value !== undefined && (typeof value !== 'string' || value === ''))
      throw new Refused(`${key} is a key: it must be a text that is not empty`);
  }
  if (size.bytes > ITEM_BYTES) throw new Refused('the item is larger than 400 KB');
  return { stored, bytes: size.bytes };
}

interface Size {
  bytes: number;
}

function copy(value: unknown, size: Size): unknown {
  if (typeof value === 'string') {
    size.bytes += Buffer.byteLength(value);
    return value;
  }
  if (value === null || typeof value === 'boolean') {
    size.bytes += 1;
    return value;
  }
  if (typeof value === 'number') {
    if (!Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER)
      throw new Refused(`${value} is no number that the table keeps`);
    size.bytes += 2 + Math.ceil(String(value).length / 2);
    return value;
  }
  size.bytes += 3;
  if (Array.isArray(value))
    return Object.freeze(value.flatMap((entry) => (entry === undefined ? [] : [copy(entry, size)])));
  if (isPlain(value)) return copyMap(value, size);
  throw new Refused(`a value of the type ${typeof value} is not kept`);
}

function copyMap(value: object, size: Size): object {
  const kept: Record<string, unknown> = {};
  for (const [name, entry] of Object.entries(value)) {
    if (entry === undefined) continue;
    size.bytes += Buffer.byteLength(name) + 1;
    kept[name] = copy(entry, size);
  }
  return Object.freeze(kept);
}

function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
