import { formatInstant, hours, plus, type Instant } from '../../shared/domain/time/instant.ts';
import { stepId } from '../../shared/domain/duties/schedule.ts';
import { SYSTEM } from '../../shared/domain/actor.ts';
import type { Item } from '../../shared/ports.ts';
import { kindOf, upToDate } from '../../shared/records/migrate.ts';
import { agendaPage, type Pointer } from '../../shared/records/agenda.ts';
import { handedRecord } from '../../shared/records/handed.ts';
import { holdRecord } from '../../shared/records/hold.ts';
import { noticeRecord } from '../../shared/records/notice.ts';
import { pagesOf } from '../../shared/usecases/agenda.ts';
import { dailyItem } from '../../shared/usecases/notices/daily-line.ts';
import { deliverMessage } from '../../shared/usecases/loop/deliver.ts';
import { type ObligationRecord, obligationRecord } from '../../shared/records/obligation.ts';

/** What a person says about the time between the backup and the restore. */
export interface Restoring {
  readonly takenAt: Instant;
  readonly now: Instant;
  /** Steps due up to this time are assumed to have been sent; undefined: none. */
  readonly sentUntil: Instant | undefined;
  /** A queue outside the table may have had messages that are not in the backup. */
  readonly queueLost: boolean;
}

/** A queue stores a message this long: a step that was put into the queue before may not have been delivered. */
const IN_FLIGHT = hours(14 * 24);

/** The sweep goes on while a table in use is read. This is longer than the reading may take. */
const READING = hours(1);

/** A step that will not be sent again, because of what the person said. */
export interface Settled {
  readonly jurisdiction: string;
  readonly id: string;
  readonly step: string;
  readonly at: string;
}

/**
 * The result of the first reading of the backup: the pointers assumed to have been sent, by the duty or
 * document that they belong to.
 */
export interface Past {
  readonly settled: Settled[];
  /** Obligations with the steps that are not sent again. */
  readonly duties: ReadonlyMap<string, ReadonlySet<string>>;
  readonly jurisdictions: ReadonlySet<string>;
  /** Steps with a recorded notice, whatever its state: `obligation/step`. */
  readonly told: ReadonlySet<string>;
}

const isPast = (pointer: Pointer, { sentUntil }: Restoring): boolean =>
  sentUntil !== undefined && pointer.at < sentUntil;

export async function pastOf(items: AsyncIterable<Item>, restoring: Restoring): Promise<Past> {
  const settled: Settled[] = [];
  const duties = new Map<string, Set<string>>();
  const jurisdictions = new Set<string>();
  const told = new Set<string>();
  for await (const item of items) {
    const kind = kindOf(item);
    if (kind === 'notice') told.add(`${String(item['obligationId'])}/${String(item['step'])}`);
    if (kind === 'settings') jurisdictions.add(item.pk.slice(0, item.pk.indexOf('#')));
    for (const pointer of pointersIn(item).filter((one) => isPast(one, restoring))) {
      const { jurisdiction, obligationId, escalationId, step, at } = pointer;
      settled.push({ jurisdiction, id: escalationId ?? obligationId, step, at: formatInstant(at) });
      const steps = duties.get(obligationId) ?? new Set();
      if (obligationId !== '') duties.set(obligationId, steps.add(step));
    }
  }
  return { settled, duties, jurisdictions, told };
}

/** The pointers of an agenda’s page, or of a queue message that was not delivered, in the queue or beside it. */
function pointersIn(item: Item): readonly Pointer[] {
  const kind = kindOf(item);
  if (kind === 'agenda-page') return agendaPage.of(upToDate(item)).pointers;
  if (kind === 'handed') return handedRecord.of(upToDate(item)).pointers;
  if (item.pk !== 'QUEUE#deliver') return [];
  return deliverMessage.parse(JSON.parse(String(item['body']))).pointers;
}

/**
 * The holds: nothing of any bureau is sent until a person has looked. They are written before everything else.
 */
export function holds(past: Past, { now, takenAt }: Restoring): Item[] {
  const reason = `restored from the backup of ${formatInstant(takenAt)}`;
  return [...past.jurisdictions].map((jurisdiction) =>
    holdRecord.itemOf(jurisdiction, { version: 0, since: now, reason }),
  );
}

/** The items restored for an item of the backup: none, the item, or the item with what follows from it. */
export function restoredItems(item: Item, past: Past, restoring: Restoring): Item[] {
  switch (kindOf(item)) {
    case 'agenda-page':
    case 'handed':
      return withPointers(
        item,
        pointersIn(item).filter((pointer) => !isPast(pointer, restoring)),
      );
    case 'message':
      return message(item, restoring);
    case 'notice':
      return notice(item, past, restoring);
    case 'obligation':
      return duty(item, past, restoring);
    default:
      return [item];
  }
}

const withPointers = (item: Item, pointers: readonly Pointer[]): Item[] =>
  pointers.length === 0 ? [] : [{ ...item, pointers }];

function message(item: Item, restoring: Restoring): Item[] {
  if (item.pk !== 'QUEUE#deliver') return [item];
  const pointers = pointersIn(item).filter((pointer) => !isPast(pointer, restoring));
  return pointers.length === 0 ? [] : [{ ...item, body: JSON.stringify({ pointers }) }];
}

/**
 * A notice that was being sent when the backup was taken, or whose next try is assumed to have been sent:
 * whether it arrived is not known. It is not sent automatically; the bureau reads about it and sends it again
 * if it is missing.
 */
function notice(item: Item, past: Past, { now }: Restoring): Item[] {
  const known = noticeRecord.of(upToDate(item));
  const retried = known.obligationId !== undefined && past.duties.get(known.obligationId)?.has(known.step);
  if (known.status !== 'queued' || !(known.claim !== undefined || retried === true)) return [item];
  const outcome =
    'unknown: restored from a backup while it was being sent; send it again if it did not arrive';
  const failed = noticeRecord.itemOf({
    ...known,
    status: 'failed',
    claim: undefined,
    attempts: [...known.attempts, { at: now, provider: 'restore', outcome }],
  });
  return [failed, dailyItem(known.jurisdiction, 'undelivered', known.id, now)];
}

function duty(item: Item, past: Past, restoring: Restoring): Item[] {
  const known = obligationRecord.of(upToDate(item));
  const steps = past.duties.get(known.id);
  if (steps === undefined) return [item, ...inFlight(known, past, restoring)];
  const until =
    restoring.sentUntil === undefined
      ? ''
      : formatInstant(restoring.sentUntil).slice(0, 16).replace('T', ' ');
  const text = `由备份恢复：${until}前应发出的${steps.size}项通知按已发出处理，不再发送`;
  const history = [...known.history, { at: restoring.now, by: SYSTEM, what: 'restored', text }];
  return [obligationRecord.itemOf({ ...known, history }), ...inFlight(known, past, restoring)];
}

/**
 * Steps that may have been put into the queue and not delivered when the backup was taken. They are entered a
 * second time.
 */
function inFlight(known: ObligationRecord, { told }: Past, restoring: Restoring): Item[] {
  if (!restoring.queueLost || known.closed || known.pursuit !== 'active') return [];
  const from = plus(restoring.takenAt, -IN_FLIGHT);
  const until = plus(restoring.takenAt, READING);
  const pointers = known.steps
    .filter((step) => step.at >= from && step.at <= until && !told.has(`${known.id}/${stepId(step)}`))
    .map((step): Pointer => ({
      jurisdiction: known.jurisdiction,
      obligationId: known.id,
      step: stepId(step),
      at: step.at,
      attempt: 0,
    }))
    .filter((pointer) => !isPast(pointer, restoring));
  return pagesOf(pointers, restoring.now);
}
