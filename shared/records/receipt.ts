import { z } from 'zod';
import { addressKey } from '../domain/address.ts';
import { idOf } from '../domain/ids.ts';
import { toInstant } from '../domain/time/instant.ts';
import type { ChannelName } from '../vocabulary/channels.ts';
import { channelName } from './channel.ts';
import { systemKey } from './keys.ts';
import { plainAt, recordAt } from './record.ts';
import { stored } from './stored.ts';

/** What receipts leave behind: addresses that are closed, and how a channel fares. */

const instantNumber = z.number().transform(toInstant);

const suppressionShape = stored({
  address: z.string(),
  channel: channelName,
  why: z.enum(['bounced', 'complained']),
  reason: z.string(),
  noticeId: z.string(),
  since: instantNumber,
});

/** What became of the messages of one day and channel, over all jurisdictions of the deployment. */
const figuresShape = stored({
  version: z.number(),
  day: z.string(),
  delivered: z.number(),
  bounced: z.number(),
  complained: z.number(),
});

/** Whether a channel waits for a person. */
const stateShape = stored({
  version: z.number(),
  state: z.enum(['open', 'warned', 'paused']),
  since: instantNumber,
  /** `YYYY-MM-DD`: figures of earlier days no longer count. */
  countFrom: z.string(),
  /** As people read it. */
  why: z.string(),
});

export type SuppressionRecord = z.infer<typeof suppressionShape>;

/** An address that bounced for good or complained: it is not written to again. By the hash of the address. */
export const suppressionRecord = plainAt<{ jurisdiction: string; address: string }, SuppressionRecord>({
  shape: suppressionShape,
  key: ({ jurisdiction, address }) => ({
    pk: `${jurisdiction}#SUPPRESSED`,
    sk: idOf('address', addressKey(address)),
  }),
});
export type ChannelState = z.infer<typeof stateShape>;

export const channelState = recordAt<ChannelName, ChannelState>({
  shape: stateShape,
  key: (channel) => systemKey(`CHANNEL#${channel}`),
});

interface FiguresPlace {
  readonly channel: ChannelName;
  readonly day: string;
  readonly shard: number | '~';
}

/** A day’s figures lie in several items, for receipts come in many at once. */
export const channelFigures = recordAt<FiguresPlace, z.infer<typeof figuresShape>>({
  shape: figuresShape,
  key: ({ channel, day, shard }) => systemKey(`FIGURES#${channel}#${day}#${shard}`),
});
