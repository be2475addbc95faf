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
  /** Times that this step was tried before. */
  attempt: z.number(),
});

export type Pointer = z.infer<typeof pointer>;

const shape = stored({ pointers: z.array(pointer) });

/** The shards of a day’s agenda. */
const SHARDS = 4;

const partition = (day: Day, shard: number): string => `AGENDA#${formatDay(day)}#${shard}`;

/** The partitions of a day’s agenda. */
export const agendaOf = (day: Day): { readonly pk: string }[] =>
  Array.from({ length: SHARDS }, (_, shard) => ({ pk: partition(day, shard) }));

interface Place {
  readonly at: Instant;
  /** The name is the content: a page that is entered twice is one. */
  readonly name: string;
}

/** What is due at a moment. */
export const agendaPage = plainAt<Place, z.infer<typeof shape>>({
  shape,
  key: ({ at, name }) => ({
    pk: partition(dayOf(at), name.charCodeAt(0) % SHARDS),
    sk: `${sortableInstant(at)}#${name}`,
  }),
});
