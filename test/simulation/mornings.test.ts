import { describe, expect, test } from 'vitest';
import { dayOf, formatInstant, instant } from '../../shared/domain/time/instant.ts';
import { isPassed } from '../../shared/domain/notices/state.ts';
import { noticeRecord } from '../../shared/records/notice.ts';
import { sweepRecord } from '../../shared/records/sweep.ts';
import { outlookLines } from '../../shared/usecases/daily/outlook.ts';
import { Morning, type MorningOptions } from '../support/simulation/morning.ts';

/** A day on which every unit of every bureau is reminded at nine, at the limits that SES grants. */

const DAY = '2026-09-22';
const NINE = `${DAY}T09:00:00+08:00`;

async function entered(units: number, options: MorningOptions): Promise<Morning> {
  const morning = new Morning(options);
  await morning.enter(units);
  return morning;
}

const noticesOf = (morning: Morning) =>
  morning.store
    .dump()
    .filter(({ sk }) => sk.startsWith('N#'))
    .map(noticeRecord.of);

const statesOf = (morning: Morning): string[] =>
  [...new Set(noticesOf(morning).map(({ status }) => status))].sort();

/** Seconds after nine. */
const lastOf = ({ account }: Morning): number => ((account.taken.at(-1)?.at ?? 0) - instant(NINE)) / 1000;

const sentOnce = ({ account }: Morning): boolean =>
  new Set(account.taken.map(({ noticeId }) => noticeId)).size === account.taken.length;

const ownRecords = (morning: Morning): number =>
  morning.store.dump().filter(({ pk }) => pk.startsWith('HANDED#')).length;

test('100 bureaus of 100 units at 14 letters a second: each letter once, the last within a tenth of what the rate allows', async () => {
  const morning = await entered(10_000, { ses: { perSecond: 14, perDay: 50_000 }, environments: 5 });
  await morning.run(
    `${DAY}T08:58:00+08:00`,
    `${DAY}T19:00:00+08:00`,
    () => morning.account.taken.length === 10_000,
  );
  expect(morning.account.taken).toHaveLength(10_000);
  expect(sentOnce(morning)).toBe(true);
  expect(statesOf(morning)).toEqual(['sent']);
  expect(noticesOf(morning).every(({ attempts }) => attempts.length === 1)).toBe(true);
  expect(lastOf(morning), formatInstant(instant(NINE))).toBeLessThan((10_000 / 14) * 1.1);
  expect(morning.account.throttled).toEqual({ rate: 0, day: 0 });
});

describe('limits that are lower than the stage says', () => {
  test('of the rate slow everybody down: no try is counted, nothing fails, each letter leaves once', async () => {
    const morning = await entered(1_500, {
      ses: { perSecond: 5, perDay: 50_000 },
      stage: { perSecond: 14, perDay: 50_000 },
      environments: 5,
    });
    await morning.run(
      `${DAY}T08:58:00+08:00`,
      `${DAY}T14:00:00+08:00`,
      () => morning.account.taken.length === 1_500,
    );
    expect(morning.account.throttled.rate).toBeGreaterThan(0);
    expect(morning.account.taken).toHaveLength(1_500);
    expect(sentOnce(morning)).toBe(true);
    expect(statesOf(morning)).toEqual(['sent']);
    expect(noticesOf(morning).every(({ attempts }) => attempts.length === 1)).toBe(true);
    expect(lastOf(morning)).toBeLessThan((1_500 / 5) * 4);
  });

  test('of the day stop for a while and go on: no try is counted and nothing fails', async () => {
    const morning = await entered(600, {
      ses: { perSecond: 14, perDay: 300 },
      stage: { perSecond: 14, perDay: 50_000 },
      environments: 2,
    });
    await morning.run(`${DAY}T08:58:00+08:00`, `${DAY}T19:00:00+08:00`);
    expect(morning.account.taken).toHaveLength(300);
    expect(morning.account.throttled.day).toBeLessThan(60);
    const waiting = noticesOf(morning).filter(({ status }) => status === 'queued');
    expect(waiting.every(({ attempts }) => attempts.length === 0)).toBe(true);
    expect(statesOf(morning)).toEqual(['queued', 'sent']);
  });
});

test('a day’s limit leaves a tenth to what cannot wait; the rest keeps its place in the agenda, untried', async () => {
  const morning = await entered(900, { ses: { perSecond: 14, perDay: 500 }, environments: 2 });
  await morning.run(`${DAY}T08:58:00+08:00`, `${DAY}T19:00:00+08:00`);
  expect(morning.account.taken).toHaveLength(450);
  expect(noticesOf(morning)).toHaveLength(450);
  expect(morning.account.throttled).toEqual({ rate: 0, day: 0 });
  expect((await sweepRecord.read(morning.store, 'agenda'))?.behind).toBe(true);
  await morning.run('2026-10-08T08:58:00+08:00', '2026-10-08T19:00:00+08:00');
  const late = morning.account.taken.slice(450);
  const overdue = noticesOf(morning).filter(({ kind }) => kind === 'overdue');
  expect(late).toHaveLength(500);
  expect(overdue.filter(({ status }) => status === 'sent')).toHaveLength(500);
  expect(morning.account.throttled).toEqual({ rate: 0, day: 0 });
});

test('a reminder that lost its use before there was room is listed, and no failure; the bureau reads of it', async () => {
  const morning = await entered(600, { ses: { perSecond: 14, perDay: 500 }, environments: 2 });
  await morning.run(`${DAY}T08:58:00+08:00`, `${DAY}T19:00:00+08:00`);
  await morning.run('2026-09-23T08:58:00+08:00', '2026-09-23T19:00:00+08:00');
  const passed = noticesOf(morning).filter(isPassed);
  // 150 had no room on the first day; on the second the next reminder of these is due.
  expect(passed).toHaveLength(150);
  expect(new Set(passed.map(({ to }) => to)).size).toBe(150);
  expect(morning.said.get('REMINDER_PASSED')).toBe(150);
  expect(statesOf(morning)).toEqual(['sent', 'withdrawn']);
  expect(passed.map(({ attempts }) => attempts.map(({ outcome }) => outcome))).toEqual(
    passed.map(() => ['passed']),
  );
  morning.time.now = instant('2026-09-24T09:10:00+08:00');
  const mails = await morning.dailyMails();
  expect(mails[0]?.subject).toContain('未及提醒150件');
  expect(passed.some(({ to }) => mails[0]?.text.includes(`（邮件${to}）`))).toBe(true);
});

test('what will not fit is said days before, once a day, to the operator and in the daily mail', async () => {
  const morning = await entered(900, { ses: { perSecond: 14, perDay: 500 }, environments: 0 });
  const said = async (): Promise<unknown> => [
    morning.said.get('PACE_SHORT'),
    await outlookLines(morning.deps('report'), dayOf(morning.time.now)),
  ];
  const lineOf = (day: string): string =>
    `${day}各单位到期的通知共约900件，超过邮件渠道当日可以发送的450件；限时事项和逾期通知先发，其余提醒顺延，来不及提醒的请另行联系`;
  expect(await said()).toEqual([1, ['9月22日', '9月23日'].map(lineOf)]);
  for (const [time, times, days] of [
    ['07:59', 1, ['9月22日', '9月23日']],
    ['08:00', 2, ['9月22日', '9月23日', '9月29日']],
    ['08:01', 2, ['9月22日', '9月23日', '9月29日']],
  ] as const) {
    morning.time.now = instant(`${DAY}T${time}:00+08:00`);
    await morning.sweep();
    expect(await said()).toEqual([times, days.map(lineOf)]);
  }
});

describe('the hand-over', () => {
  test('finds again what the queue lost between sweep and delivery, and sends it once', async () => {
    const morning = await entered(60, { ses: { perSecond: 14, perDay: 50_000 }, environments: 0 });
    await morning.run(`${DAY}T08:59:00+08:00`, `${DAY}T09:01:30+08:00`);
    expect(morning.loseQueue()).toBeGreaterThan(0);
    expect(ownRecords(morning)).toBeGreaterThan(0);
    const later = new Date(Date.parse(NINE) + 3 * 3_600_000).toISOString();
    morning.options.environments = 2;
    await morning.run(`${DAY}T09:02:00+08:00`, later);
    expect(morning.account.taken).toHaveLength(60);
    expect(sentOnce(morning)).toBe(true);
    expect(ownRecords(morning)).toBe(0);
    expect(morning.said.get('HANDED_AGAIN')).toBe(1);
  });

  test('is done by one run at a time: a second one beside it hands nothing over', async () => {
    const morning = await entered(200, { ses: { perSecond: 1_000, perDay: 50_000 }, environments: 0 });
    morning.time.now = instant(NINE);
    await Promise.all([morning.sweep('one'), morning.sweep('other')]);
    expect(morning.queued).toBe(200 / 25);
    expect(morning.said.get('SWEEP_BUSY')).toBe(1);
  });

  test('goes on when a run that began it has ended without a word', async () => {
    const morning = await entered(50, { ses: { perSecond: 1_000, perDay: 50_000 }, environments: 0 });
    morning.time.now = instant(NINE);
    const refusing = { ...morning.store, query: () => Promise.reject(new Error('ended')) };
    await expect(morning.sweep('one', refusing)).rejects.toThrow('ended');
    await morning.sweep('other');
    expect(morning.queued).toBe(0);
    morning.time.now = instant(`${DAY}T09:01:00+08:00`);
    await morning.sweep('other');
    expect(morning.queued).toBe(2);
  });
});
