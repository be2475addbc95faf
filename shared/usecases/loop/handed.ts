import { chunks } from '../../domain/chunks.ts';
import { idOf } from '../../domain/ids.ts';
import { hours, plus, sortableInstant, type Instant } from '../../domain/time/instant.ts';
import type { Item, Key } from '../../ports.ts';
import type { Pointer } from '../../records/agenda.ts';
import { HANDED_SHARDS, handedPartition, handedRecord, type HandedRecord } from '../../records/handed.ts';
import { readAll } from '../../store/read.ts';
import { compare } from '../../store/requests.ts';
import { calledBy } from '../agenda.ts';
import type { Deps } from '../deps.ts';

/** Pointers in one message to the delivery queue. A failed message is retried alone. */
const MESSAGE_SIZE = 25;

const placeOf = (pointer: Pointer): string => `${pointer.jurisdiction} ${calledBy(pointer)}`;

/** Groups the pointers of one bureau and subject, so that a message reads the subject once. */
const messagesOf = (pointers: readonly Pointer[]): Pointer[][] =>
  chunks(
    [...pointers].sort((a, b) => compare(placeOf(a), placeOf(b))),
    MESSAGE_SIZE,
  );

/**
 * Gives pointers to the delivery queue. Each message is recorded in the table before the queue gets it, and the
 * record stays until the message was worked on: what a queue loses is found again. Where the queue itself is in
 * the table, its messages are the record.
 */
export async function handOver(deps: Deps, pointers: readonly Pointer[], now: Instant): Promise<void> {
  if (pointers.length === 0) return;
  const messages = messagesOf(pointers);
  if (deps.queue.inTable === true)
    return deps.queue.send(
      'deliver',
      messages.map((one) => ({ pointers: one })),
    );
  await sendRecorded(
    deps,
    messages.map((one) => recordOf({ pointers: one, since: now, returned: 0 }, now)),
  );
}

const recordOf = (record: HandedRecord, at: Instant): Item => {
  const name = idOf(...record.pointers.map((one) => `${placeOf(one)}/${one.step}/${one.attempt}`));
  return handedRecord.itemOf({ at, name, shard: name.charCodeAt(0) % HANDED_SHARDS }, record);
};

async function sendRecorded({ store, queue }: Deps, records: readonly Item[]): Promise<void> {
  await store.putMany(records);
  await queue.send(
    'deliver',
    records.map((item) => ({ pointers: handedRecord.of(item).pointers, handed: keyOf(item) })),
  );
}

const keyOf = ({ pk, sk }: Key): Key => ({ pk, sk });

/** A message that nobody worked on for so long is sent again: the queue may have lost it. */
const LOST_AFTER = hours(2);
/** A message that was sent again so often fails each time; it is a dead letter, which a person replays. */
const RETURNS = 3;

export interface Returned {
  readonly returned: number;
  readonly stuck: number;
}

/** Sends again what was handed over long ago and not worked on. Delivery does nothing twice. */
export async function handOverAgain(deps: Deps, now: Instant): Promise<Returned> {
  const to = `${sortableInstant(plus(now, -LOST_AFTER))}#~`;
  const found: Returned = { returned: 0, stuck: 0 };
  let [returned, stuck] = [found.returned, found.stuck];
  for (let shard = 0; shard < HANDED_SHARDS; shard += 1) {
    const old = await readAll(deps.store, { pk: handedPartition(shard), to, consistent: true });
    const lost = old.filter((item) => handedRecord.of(item).returned < RETURNS);
    const again = lost.map((item) => {
      const record = handedRecord.of(item);
      return recordOf({ ...record, returned: record.returned + 1 }, now);
    });
    if (again.length > 0) await sendRecorded(deps, again);
    await deps.store.deleteMany(lost.map(keyOf));
    returned += lost.length;
    stuck += old.length - lost.length;
  }
  if (returned > 0)
    deps.log('warn', 'HANDED_AGAIN', 'What the delivery queue did not bring was sent to it again.', {
      returned,
    });
  if (stuck > 0)
    deps.log('error', 'HANDED_STUCK', 'Messages fail each time; replay the dead letters of deliver.', {
      stuck,
    });
  return { returned, stuck };
}
