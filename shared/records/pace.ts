import { z } from 'zod';
import { toInstant } from '../domain/time/instant.ts';
import type { ChannelName } from '../vocabulary/channels.ts';
import { systemKey } from './keys.ts';
import { recordAt } from './record.ts';
import { stored } from './stored.ts';

const instantNumber = z.number().transform(toInstant);

const shape = stored({
  version: z.number(),
  /** The turns up to this moment are given away. */
  through: instantNumber,
  /** Messages a second at present. */
  rate: z.number(),
  changedAt: instantNumber,
  portions: z.array(stored({ from: instantNumber, count: z.number() })),
  shutUntil: instantNumber.optional(),
});

export type PaceRecord = z.infer<typeof shape>;

/** What all processes together have given away of a provider’s limits. */
export const paceRecord = recordAt<ChannelName, PaceRecord>({
  shape,
  key: (channel) => systemKey(`PACE#${channel}`),
});
