import { describe, expect, test } from 'vitest';
import { hours, minutes, plus } from '../../shared/domain/time/instant.ts';
import { noticeRecord, type NoticeRecord } from '../../shared/records/notice.ts';
import {
  claim,
  isWaiting,
  noticeIdOf,
  retryDelay,
  tried,
  type Answered,
  type NoticeMeaning,
} from '../../shared/usecases/notices/notice.ts';
import { draft, now, run } from '../support/bureaus/one-notice.ts';
import { createMemoryStore } from '../support/engines/memory-store.ts';

/** How often a notice is tried, and what is known of it afterwards. */

describe('the delay before the next try', () => {
  /** The last letter of an id decides on ±10 %: `s` is the middle of it. */
  const middle = 'unit.s';

  test.each([
    [1, 2],
    [2, 10],
    [3, 30],
    [4, 60],
    [5, 60],
    [400, 60],
  ])('after %d tries is %d minutes', (tries, delay) => {
    expect(retryDelay(tries, middle)).toBe(minutes(delay));
  });

  test('differs by the notice, by a tenth at the most and both ways', () => {
    const delays = Array.from('abcdefghijklmnopqrstuvwxyz234567', (letter) =>
      retryDelay(2, `unit.s${letter}`),
    );
    expect(Math.min(...delays)).toBe(minutes(9));
    expect(Math.max(...delays)).toBe(minutes(11));
    expect(delays.every(Number.isInteger)).toBe(true);
  });
});

describe('a try', () => {
  const provider = 'ses';
  const notice = async (change: Partial<NoticeRecord> = {}): Promise<NoticeRecord> => {
    const store = createMemoryStore();
    await claim(run(store, now), { ...draft, id: 'unit.s' });
    const record = await noticeRecord.read(store, { jurisdiction: 'hongjiang', id: 'unit.s' });
    if (!record) throw new Error('no notice is stored');
    return { ...record, ...change };
  };
  const outcome = (kind: 'temporary' | 'unknown' | 'permanent', reason = '忙'): Answered => ({
    kind,
    provider,
    reason,
  });

  test.each<readonly [string, Answered, string, number | undefined, string]>([
    ['accepted', { kind: 'accepted', provider }, 'sent', undefined, 'accepted'],
    ['captured', { kind: 'accepted', provider, captured: true }, 'captured', undefined, 'captured'],
    ['not taken', outcome('temporary'), 'queued', 2, 'temporary: 忙'],
    ['in doubt', outcome('unknown'), 'unknown', 30, 'unknown: 忙'],
    ['refused', outcome('permanent'), 'failed', undefined, 'permanent: 忙'],
  ])('that is %s', async (_, what, status, minutesLater, text) => {
    const before = await notice();
    const { notice: after, retryAt } = tried(before, what, now);
    const again = minutesLater === undefined ? undefined : plus(now, minutes(minutesLater));
    expect(retryAt).toBe(again);
    expect(after).toMatchObject({
      status,
      attempts: [{ at: now, provider, outcome: text }],
    });
    expect(after.notBefore).toBe(again);
    expect(after.claim).toBeUndefined();
    expect(after.doubts).toBe(what.kind === 'unknown' ? 1 : undefined);
    expect(after).not.toHaveProperty('left');
  });

  test('shows no address that the provider’s answer held', async () => {
    const { notice: after } = tried(await notice(), outcome('permanent', 'no such user li@example.com'), now);
    expect(after.attempts[0]?.outcome).not.toContain('li@example.com');
  });

  test('in doubt for the second time is the last one', async () => {
    const first = tried(await notice(), outcome('unknown'), now);
    const second = tried(first.notice, outcome('unknown'), plus(now, hours(1)));
    expect(second).toMatchObject({ retryAt: undefined, notice: { status: 'unknown', doubts: 2 } });
    expect(isWaiting(second.notice)).toBe(false);
  });

  test('waits as long as the tries since the last resend call for', async () => {
    const attempt = { at: now, provider, outcome: 'temporary: 忙' };
    const three = await notice({ attempts: [attempt, attempt, attempt] });
    expect(tried(three, outcome('temporary'), now).retryAt).toBe(plus(now, minutes(60)));
    expect(tried({ ...three, before: 3 }, outcome('temporary'), now).retryAt).toBe(plus(now, minutes(2)));
    expect(tried({ ...three, before: 12, left: 10 }, outcome('temporary'), now).retryAt).toBe(
      plus(now, minutes(10)),
    );
  });

  test('of very many is kept with the first ten and the last ten, and the others are counted', async () => {
    let long = await notice();
    for (let index = 0; index < 20; index += 1)
      long = tried(long, outcome('temporary', `${index}`), now).notice;
    expect(long.attempts).toHaveLength(20);
    expect(long).not.toHaveProperty('left');
    for (let index = 20; index < 25; index += 1)
      long = tried(long, outcome('temporary', `${index}`), now).notice;
    expect(long.left).toBe(5);
    expect(long.attempts.map((attempt) => Number(attempt.outcome.slice('temporary: '.length)))).toEqual([
      0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24,
    ]);
  });
});

describe('the meaning of a notice', () => {
  const meaning: NoticeMeaning = {
    jurisdiction: 'hongjiang',
    subjectId: 'unit',
    rule: 'regime/rule',
    period: '2026',
    step: 'reminder:7',
    due: '2026-09-30',
    to: 'wang@example.com',
    channel: 'email',
  };

  test('is its id, which names the subject and hides the address', () => {
    const id = noticeIdOf(meaning);
    expect(id).toMatch(/^unit\.[a-z2-7]+$/u);
    expect(noticeIdOf({ ...meaning, to: 'WANG@example.com' })).toBe(id);
  });

  test.each<Partial<NoticeMeaning>>([
    { jurisdiction: 'baixiang' },
    { subjectId: 'other' },
    { rule: 'regime/other' },
    { period: '2027' },
    { step: 'reminder:1' },
    { due: '2026-10-08' },
    { to: 'li@example.com' },
    { channel: 'sms' },
  ])('is another one with %o', (change) => {
    expect(noticeIdOf({ ...meaning, ...change })).not.toBe(noticeIdOf(meaning));
  });
});
