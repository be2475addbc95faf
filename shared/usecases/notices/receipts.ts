import { z } from 'zod';
import { masked } from '../../domain/masked.ts';
import { dayOf, toInstant } from '../../domain/time/instant.ts';
import { noticeAfter, type NoticeEvent } from '../../domain/notices/state.ts';
import type { Item, Key } from '../../ports.ts';
import { suppressionRecord, type SuppressionRecord } from '../../records/receipt.ts';
import { noticeRecord, type NoticeRecord } from '../../records/notice.ts';
import { count, judgeChannel } from './channels.ts';
import { dailyItem } from './daily-line.ts';
import type { Deps } from '../deps.ts';

/** What a provider reports about a message afterwards. A receipt may come more than once, and in any order. */
export const receipt = z.object({
  jurisdiction: z.string(),
  noticeId: z.string(),
  provider: z.string(),
  outcome: z.enum(['delivered', 'bounced', 'complained', 'delayed']),
  /** For bounces: the address itself does not work, and no later mail will arrive either. */
  permanent: z.boolean(),
  reason: z.string(),
  /** Time of the provider’s event. It distinguishes a repeated receipt from another event. */
  at: z.number().transform(toInstant),
});
export type Receipt = z.output<typeof receipt>;

const events: Readonly<Record<Receipt['outcome'], NoticeEvent | undefined>> = {
  delivered: 'deliver',
  bounced: 'bounce',
  complained: 'complain',
  delayed: undefined,
};

/**
 * Records one receipt. Repeatable: a receipt that was recorded already changes nothing. Throws when the notice
 * does not exist yet: the queue delivers the receipt again, and at last keeps it as a dead letter.
 */
export async function takeReceipt(deps: Deps, told: Receipt): Promise<void> {
  const event = events[told.outcome];
  const entry = entryOf(told);
  const moved: { to: NoticeRecord['status'] | undefined } = { to: undefined };
  const place = { jurisdiction: told.jurisdiction, id: told.noticeId };
  const { record, written } = await noticeRecord.change(deps.store, place, async (known) => {
    if (!known) throw new Error(`no notice ${told.noticeId} in ${told.jurisdiction} yet`);
    if (known.attempts.some((one) => sameEntry(one, entry))) return undefined;
    moved.to = event && noticeAfter(known.status, event);
    await follow(deps, known, told, moved.to);
    return {
      ...known,
      attempts: [...known.attempts, entry],
      ...(moved.to === undefined ? {} : { status: moved.to, claim: undefined }),
    };
  });
  if (record && written && moved.to !== undefined) await tally(deps, record, told);
}

function entryOf({ at, provider, outcome, reason }: Receipt): Entry {
  const why = masked(reason);
  return { at, provider, outcome: why === '' ? outcome : `${outcome}: ${why}`.slice(0, 300) };
}

/** The consequences are stored before the receipt, so that a run that ends here is repeated from the start. */
async function follow(
  deps: Deps,
  known: NoticeRecord,
  told: Receipt,
  status: NoticeRecord['status'] | undefined,
): Promise<void> {
  if (closes(told)) await suppress(deps, known, told);
  if (status === 'bounced' || status === 'complained')
    await deps.store.putMany([dailyItem(known.jurisdiction, 'undelivered', known.id, deps.clock.now())]);
}

type Entry = NoticeRecord['attempts'][number];

export const sameEntry = (a: Entry, b: Entry): boolean =>
  a.at === b.at && a.provider === b.provider && a.outcome === b.outcome;

const closes = ({ outcome, permanent }: Receipt): boolean =>
  outcome === 'complained' || (outcome === 'bounced' && permanent);

async function suppress(
  deps: Deps,
  { jurisdiction, to, channel }: NoticeRecord,
  told: Receipt,
): Promise<void> {
  const record: SuppressionRecord = {
    address: to,
    channel,
    why: told.outcome === 'complained' ? 'complained' : 'bounced',
    reason: masked(told.reason).slice(0, 200),
    noticeId: told.noticeId,
    since: deps.clock.now(),
  };
  // After a complaint, a bounce does not change the reason.
  const item = suppressionRecord.itemOf({ jurisdiction, address: to }, record);
  await deps.store.put(item, record.why === 'complained' ? 'any' : 'absent');
}

/** The notice was not sent again after all, so its address is closed again. */
export async function closeAgain(deps: Deps, jurisdiction: string, closed: SuppressionRecord): Promise<void> {
  const { address } = closed;
  await deps.store.put(suppressionRecord.itemOf({ jurisdiction, address }, closed), 'absent');
}

async function tally(deps: Deps, notice: NoticeRecord, told: Receipt): Promise<void> {
  if (told.outcome === 'delayed' || (told.outcome === 'bounced' && !told.permanent)) return;
  const now = deps.clock.now();
  await count(deps, notice, dayOf(now), told.outcome);
  if (told.outcome !== 'delivered') await judgeChannel(deps, notice.channel, now);
}

/** Why the address is closed; undefined when it is open. */
export async function suppressionOf(
  deps: Pick<Deps, 'store'>,
  jurisdiction: string,
  address: string,
): Promise<SuppressionRecord | undefined> {
  return suppressionRecord.read(deps.store, { jurisdiction, address });
}

/** The same for the addresses of a batch, read together. */
export async function suppressionsOf(
  deps: Pick<Deps, 'store'>,
  notices: readonly Pick<NoticeRecord, 'jurisdiction' | 'to'>[],
): Promise<Suppressions> {
  const own = new Map<string, Map<string, Key>>();
  for (const { jurisdiction, to } of notices) {
    const key = suppressionRecord.key({ jurisdiction, address: to });
    own.set(key.pk, (own.get(key.pk) ?? new Map<string, Key>()).set(key.sk, key));
  }
  const looked = await Promise.all(
    [...own].map(async ([pk, keys]) => ({
      keys: [...keys.values()],
      all: await fewClosed(deps, pk, keys.size),
    })),
  );
  const single = looked.flatMap(({ keys, all }) => (all ? [] : keys));
  const items = [...looked.flatMap(({ all }) => all ?? []), ...(await deps.store.getMany(single))];
  const known = new Map(items.map((item) => [suppressionName(item), suppressionRecord.of(item)]));
  return ({ jurisdiction, to }) =>
    known.get(suppressionName(suppressionRecord.key({ jurisdiction, address: to })));
}

const FEW_CLOSED = 25;

/** A bureau has few closed addresses, so for several letters one query of all costs less than one read each. */
async function fewClosed(
  { store }: Pick<Deps, 'store'>,
  pk: string,
  letters: number,
): Promise<readonly Item[] | undefined> {
  if (letters === 1) return undefined;
  const { items, after } = await store.query({ pk, limit: FEW_CLOSED, consistent: true });
  return after === undefined ? items : undefined;
}

/** Returns why an address of a batch is closed; undefined when it is open. */
export type Suppressions = (
  notice: Pick<NoticeRecord, 'jurisdiction' | 'to'>,
) => SuppressionRecord | undefined;

const suppressionName = ({ pk, sk }: { readonly pk: string; readonly sk: string }): string => `${pk}|${sk}`;

/** An officer has checked that the address works again. */
export async function liftSuppression(deps: Deps, jurisdiction: string, address: string): Promise<void> {
  await deps.store.deleteMany([suppressionRecord.key({ jurisdiction, address })]);
}
