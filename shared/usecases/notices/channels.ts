import { healthOf, type Fared } from '../../domain/notices/channel-health.ts';
import { channels, type ChannelName } from '../../vocabulary/channels.ts';
import { addDays, formatDay, parseDay, type Day } from '../../domain/time/day.ts';
import { chineseInstant, dayOf, minutes, plus, type Instant } from '../../domain/time/instant.ts';
import type { Store } from '../../ports.ts';
import { KeptChanging } from '../../records/record.ts';
import { readAll } from '../../store/read.ts';
import { channelFigures, channelState, type ChannelState } from '../../records/receipt.ts';
import { channelName } from '../../records/channel.ts';
import type { NoticeRecord } from '../../records/notice.ts';
import type { Deps } from '../deps.ts';

/** A channel’s rates are computed over this many days. */
const WINDOW = 14;

/** A day’s figures are spread over this many items, because many receipts arrive at once. */
const SHARDS = 32;
const shardOf = (noticeId: string): number =>
  Array.from(noticeId).reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 65_521, 7) % SHARDS;

export function channelStateOf(store: Store, channel: ChannelName): Promise<ChannelState | undefined> {
  return channelState.read(store, channel);
}

/** Counts the result of one message, once for each change of its notice’s state. */
export async function count(
  deps: Deps,
  { id, channel }: Pick<NoticeRecord, 'id' | 'channel'>,
  on: Day,
  what: 'delivered' | 'bounced' | 'complained',
): Promise<void> {
  const day = formatDay(on);
  const place = { channel, day, shard: shardOf(id) };
  try {
    await channelFigures.change(deps.store, place, (known) => {
      const figures = known ?? { version: 0, day, delivered: 0, bounced: 0, complained: 0 };
      return { ...figures, [what]: figures[what] + 1 };
    });
  } catch (error) {
    if (!(error instanceof KeptChanging)) throw error;
    // A count that is lost changes a rate by one message; the receipt itself is stored.
    deps.log('warn', 'FIGURES_BUSY', 'A receipt could not be counted.', { channel });
  }
}

async function fared(store: Store, channel: ChannelName, from: Day, to: Day): Promise<Fared> {
  const { pk, sk } = channelFigures.key({ channel, day: formatDay(from), shard: 0 });
  const last = channelFigures.key({ channel, day: formatDay(to), shard: '~' });
  const items = await readAll(store, { pk, from: sk, to: last.sk });
  return items.map(channelFigures.of).reduce<Fared>(
    (sum, one) => ({
      delivered: sum.delivered + one.delivered,
      bounced: sum.bounced + one.bounced,
      complained: sum.complained + one.complained,
    }),
    { delivered: 0, bounced: 0, complained: 0 },
  );
}

/** Warns about the channel or pauses it, depending on its rates. Only a person opens it again. */
export async function judgeChannel(deps: Deps, channel: ChannelName, now: Instant): Promise<void> {
  const known = await channelStateOf(deps.store, channel);
  const today = dayOf(now);
  const window = addDays(today, 1 - WINDOW);
  const countFrom = parseDay(known?.countFrom ?? '') ?? window;
  const figures = await fared(deps.store, channel, countFrom > window ? countFrom : window, today);
  const health = healthOf(figures);
  const order = ['open', 'warned', 'paused'];
  if (order.indexOf(health) <= order.indexOf(known?.state ?? 'open')) return;
  const total = figures.delivered + figures.bounced;
  const why = `近${WINDOW}日${total}条中退回${figures.bounced}条、投诉${figures.complained}条`;
  const next: ChannelState = {
    version: 0,
    ...known,
    state: health,
    since: now,
    countFrom: formatDay(countFrom),
    why,
  };
  if (!(await channelState.put(deps.store, channel, next))) return;
  if (health === 'paused')
    deps.log(
      'error',
      'CHANNEL_PAUSED',
      'Too much came back: nothing leaves by this channel until a person opens it.',
      {
        channel,
        ...figures,
      },
    );
  else
    deps.log('warn', 'CHANNEL_WARNED', 'Much came back: the channel pauses where it goes on.', {
      channel,
      ...figures,
    });
}

/** What the daily mail says of the channels: a warning once, a pause until somebody ends it. */
export async function channelLines(store: Store, lastMail: Instant): Promise<string[]> {
  const states = await Promise.all(
    channelName.options.map(async (channel) => ({ channel, state: await channelStateOf(store, channel) })),
  );
  return states.flatMap(({ channel, state }): string[] => {
    const name = channels[channel].formal;
    if (state?.state === 'paused')
      return [`${name}自${chineseInstant(state.since)}起暂停发送（${state.why}），到期的通知在恢复后补发`];
    if (state?.state === 'warned' && state.since > lastMail)
      return [`${name}退回或者投诉偏多（${state.why}），继续增多将暂停发送`];
    return [];
  });
}

/** Opens a paused channel. The figures up to and including today no longer count. */
export async function openChannel(
  deps: Pick<Deps, 'store' | 'clock'>,
  channel: ChannelName,
): Promise<boolean> {
  const known = await channelStateOf(deps.store, channel);
  if (!known || known.state === 'open') return false;
  const now = deps.clock.now();
  const next: ChannelState = {
    ...known,
    state: 'open',
    since: now,
    countFrom: formatDay(addDays(dayOf(now), 1)),
    why: '',
  };
  return (await channelState.put(deps.store, channel, next)) !== undefined;
}

const seen = new WeakMap<Store, Map<ChannelName, { readonly at: Instant; readonly paused: boolean }>>();

/** Whether nothing may be sent by the channel. The table is asked once a minute. */
export async function isPaused(deps: Deps, channel: ChannelName): Promise<boolean> {
  const now = deps.clock.now();
  const own = seen.get(deps.store) ?? new Map<ChannelName, { at: Instant; paused: boolean }>();
  seen.set(deps.store, own);
  const last = own.get(channel);
  if (last && last.at <= now && now < plus(last.at, minutes(1))) return last.paused;
  const paused = (await channelStateOf(deps.store, channel))?.state === 'paused';
  own.set(channel, { at: now, paused });
  return paused;
}
