import { z } from 'zod';
import { automatic, signerOf } from '../domain/actor.ts';
import { role } from '../rules/schema.ts';
import type { Step } from './record.ts';
import { stored } from './stored.ts';

export const personRecord = stored({ role, sub: z.string(), deputyFor: z.string().optional() });

/** Who acted. */
export const actorRecord = z.discriminatedUnion('role', [personRecord, stored({ role: z.enum(automatic) })]);

/**
 * The step from texts such as `bureau-officer:wang` to values. A place is the way to the text through the item; of
 * a list it is the place in each entry.
 */
export const actorsAt =
  (...places: readonly string[]): Step =>
  (item) =>
    places.reduce((known, place) => within(known, place.split('.')), item);

function within<Holder extends Readonly<Record<string, unknown>>>(
  holder: Holder,
  [name = '', ...rest]: readonly string[],
): Holder {
  return name in holder ? { ...holder, [name]: read(holder[name], rest) } : holder;
}

function read(value: unknown, way: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((entry: unknown) => read(entry, way));
  if (way.length > 0) return isHolder(value) ? within(value, way) : value;
  return typeof value === 'string' ? (signerOf(value) ?? value) : value;
}

const isHolder = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
