import { instant, type Instant } from '../../../shared/domain/time/instant.ts';
import { noAccounts, type Store, type Item } from '../../../shared/ports.ts';
import { noticeRecord, type NoticeRecord } from '../../../shared/records/notice.ts';
import type { Deps } from '../../../shared/usecases/deps.ts';
import type { NoticeDraft } from '../../../shared/usecases/notices/notice.ts';

export const now = instant('2026-09-16T09:00:00+08:00');

/** A reminder of a unit’s duty. */
export const draft: NoticeDraft = {
  id: 'unit.k',
  jurisdiction: 'hongjiang',
  subjectId: 'unit',
  kind: 'reminder',
  obligationId: 'unit.duty',
  step: 'reminder:7',
  to: 'wang@example.com',
  toName: '王五',
  channel: 'email',
  subject: '提醒',
  textHash: 'hash',
  toldDue: '2026-09-30',
  late: false,
};

/** A run of the product on the store. `crashed` names runs whose claims are void at once. */
export function run(store: Store, at: Instant, owner = 'first', crashed: readonly string[] = []): Deps {
  const untouched = (): never => {
    throw new Error('a notice needs nothing of this');
  };
  const channel = { send: untouched };
  return {
    store,
    clock: { now: () => at },
    accounts: noAccounts,
    lease: { owner, isVoid: (held, time) => crashed.includes(held.owner) || time >= held.until },
    queue: { send: untouched },
    channels: { email: channel, sms: channel },
    log: untouched,
    ids: { fresh: untouched },
  };
}

/** The record in the store. */
export async function stored(store: Store): Promise<Item & NoticeRecord> {
  const item = await store.get(noticeRecord.key(draft));
  if (!item) throw new Error('no notice is stored');
  return { ...item, ...noticeRecord.of(item) };
}
