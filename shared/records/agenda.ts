import { z } from 'zod';
import { formatDay, type Day } from '../domain/time/day.ts';
import { dayOf, sortableInstant, toInstant, type Instant } from '../domain/time/instant.ts';
import { plainAt } from './record.ts';
import { stored } from './stored.ts';

const instantNumber = z.number().transform(toInstant);

export const pointer = stored({
  jurisdiction: z.string(),
  /** Empty where an escalation, a draw or a decision on a quota calls for the step. */
  obligationId: z.string(),
  escalationId: z.string().optional(),
  drawId: z.string().optional(),
  /** The decision between readings of a quota. */
  quota: stored({ ruleId: z.string(), period: z.string() }).optional(),
  /** The settings of the jurisdiction. */
  settings: z.boolean().optional(),
  /** Somebody to be invited. */
  person: stored({ sub: z.string(), unitId: z.string().optional() }).optional(),
  step: z.string(),
  at: instantNumber,
  /** Set for a duty by the hour. */
  byHour: z.boolean().optional(),
  /** Times that this step was tried before. */
  attempt: z.number(),
});

export type Pointer = z.infer<typeof pointer>;

const shape = stored({ pointers: z.array(pointer) });

/** What is swept first: everything but reminders of duties by the day. */
export type Lane = 'urgent' | 'later';

export const laneOf = ({ step, byHour, obligationId }: Pointer): Lane =>
  obligationId !== '' && step.startsWith('reminder:') && byHour !== true ? 'later' : 'urgent';

/** A day’s agenda has at least so many shards in each lane; they may become more, never fewer. */
export const LEAST_SHARDS = 4;
export const MOST_SHARDS = 64;

const marks: Readonly<Record<Lane, string>> = { urgent: 'u', later: '' };

const partition = (day: Day, lane: Lane, shard: number): string =>
  `AGENDA#${formatDay(day)}#${marks[lane]}${shard}`;

/** The partitions of a lane of a day’s agenda. Older pages of every kind are in the lane `later`. */
export const agendaOf = (day: Day, lane: Lane, shards: number): { readonly pk: string }[] =>
  Array.from({ length: shards }, (_, shard) => ({ pk: partition(day, lane, shard) }));

/** All of a bureau’s steps of a moment and lane are in one shard. */
export function shardOf(jurisdiction: string, shards: number): number {
  let hash = 0x811c9dc5;
  for (const letter of jurisdiction) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  // The last bits alone follow the last letters too closely.
  return ((hash ^ (hash >>> 15)) >>> 0) % shards;
}

interface Place {
  readonly at: Instant;
  readonly lane: Lane;
  readonly shard: number;
  /** The name is the content: a page that is entered twice is one. */
  readonly name: string;
}

/** What is due at a moment. */
export const agendaPage = plainAt<Place, z.infer<typeof shape>>({
  shape,
  key: ({ at, lane, shard, name }) => ({
    pk: partition(dayOf(at), lane, shard),
    sk: `${sortableInstant(at)}#${name}`,
  }),
});
