import { describe, expect, test } from 'vitest';
import { hours, instant, minutes, plus } from '../../shared/domain/time/instant.ts';
import { agendaPage, type Pointer } from '../../shared/records/agenda.ts';
import { enterAgenda, imminent, pagesOf } from '../../shared/usecases/agenda.ts';
import { chunks } from '../../shared/domain/chunks.ts';
import { createMemoryStore } from '../support/engines/memory-store.ts';

/** The agenda: each pointer stands under the moment at which somebody looks for it, once. */

const now = instant('2026-09-16T23:30:00+08:00');

const pointer = (change: Partial<Pointer> = {}): Pointer => ({
  jurisdiction: 'hongjiang',
  obligationId: 'unit.duty',
  step: 'reminder:7',
  at: plus(now, hours(1)),
  attempt: 0,
  ...change,
});

/** The keys of the pages, and how many pointers each holds. */
const laidOut = (pointers: readonly Pointer[]): string[] =>
  pagesOf(pointers, now).map((page) => {
    const { pk, sk } = page;
    const held = agendaPage.of(page).pointers;
    return `${pk} ${sk} ${held.length}`;
  });

describe('a page of the agenda', () => {
  test('stands under the day and the moment in Asia/Shanghai', () => {
    const [page] = pagesOf([pointer()], now);
    expect(page?.pk).toContain('2026-09-17');
    expect(page?.v).toBe(1);
    expect(page && agendaPage.of(page).pointers).toEqual([pointer()]);
  });

  test('of a moment that has passed stands under now, of this moment too', () => {
    const overdue = pagesOf([pointer({ at: plus(now, -hours(30)) })], now);
    const present = pagesOf([pointer({ at: now })], now);
    expect(overdue[0]?.pk).toContain('2026-09-16');
    expect(overdue.map(({ pk, sk }) => `${pk} ${sk}`)).toEqual(present.map(({ pk, sk }) => `${pk} ${sk}`));
    expect(overdue.flatMap((page) => agendaPage.of(page).pointers)[0]?.at).toBe(plus(now, -hours(30)));
  });

  test('holds what one duty calls for at one moment, in its order', () => {
    const two = [pointer({ step: 'alert-leader' }), pointer({ step: 'overdue' })];
    expect(pagesOf(two, now).map((page) => agendaPage.of(page).pointers)).toEqual([two]);
    expect(pagesOf([pointer(), pointer({ at: plus(now, hours(2)) })], now)).toHaveLength(2);
  });

  test('has a name by what it holds: written twice it is one', () => {
    expect(laidOut([pointer()])).toEqual(laidOut([pointer()]));
    const names = [
      pointer(),
      pointer({ step: 'overdue' }),
      pointer({ attempt: 1 }),
      pointer({ obligationId: '', escalationId: 'unit.paper' }),
      pointer({ obligationId: '', drawId: 'draw' }),
      pointer({ obligationId: '', quota: { ruleId: 'checks/yearly', period: '2026' } }),
      pointer({ obligationId: '', quota: { ruleId: 'checks/yearly', period: '2027' } }),
      pointer({ obligationId: '', quota: { ruleId: 'checks/other', period: '2026' } }),
      pointer({
        jurisdiction: 'baixiang',
        obligationId: '',
        quota: { ruleId: 'checks/yearly', period: '2026' },
      }),
    ].flatMap((one) => laidOut([one]));
    expect(new Set(names).size).toBe(names.length);
  });

  test('holds a hundred pointers at the most, and none is lost', () => {
    const many = Array.from({ length: 201 }, (_, index) => pointer({ step: `reminder:${index}` }));
    const pages = pagesOf(many, now).map((page) => agendaPage.of(page).pointers);
    expect(pages.map(({ length }) => length)).toEqual([100, 100, 1]);
    expect(pages.flat()).toEqual(many);
  });

  test('holds what many duties call for at one moment: it is written and removed once for all of them', () => {
    const many = Array.from({ length: 40 }, (_, index) => pointer({ obligationId: `unit-${index}.duty` }));
    expect(pagesOf(many, now).map((page) => agendaPage.of(page).pointers)).toEqual([many]);
  });

  test.each([4, 16, 64])('is one of many of its day, spread by their bureaus over %d shards', (count) => {
    const shards = new Map<string, number>();
    for (let index = 0; index < 3_000; index += 1)
      for (const { pk } of pagesOf([pointer({ jurisdiction: `county-${index}` })], now, count))
        shards.set(pk, (shards.get(pk) ?? 0) + 1);
    expect(shards.size).toBe(count);
    expect(Math.max(...shards.values())).toBeLessThan((2 * 3_000) / count);
  });

  test('holds the steps of one bureau, and reminders apart from what is swept before them', () => {
    const one = pointer();
    const [other, overdue] = [pointer({ jurisdiction: 'baixiang' }), pointer({ step: 'overdue' })];
    const byHour = pointer({ step: 'reminder:entry', byHour: true });
    const pages = pagesOf([one, other, overdue, byHour], now);
    expect(pages.map((page) => agendaPage.of(page).pointers)).toEqual([[one], [other], [overdue, byHour]]);
    const [first, , third] = pages.map(({ pk }) => pk);
    expect(first).toMatch(/^AGENDA#2026-09-17#\d+$/);
    expect(third).toMatch(/^AGENDA#2026-09-17#u\d+$/);
  });
});

describe('entering the agenda', () => {
  test('writes the pages, and nothing where there is nothing', async () => {
    const store = createMemoryStore();
    await enterAgenda(store, [], now);
    expect(store.dump()).toEqual([]);
    await enterAgenda(store, [pointer()], now);
    await enterAgenda(store, [pointer()], now);
    expect(store.dump()).toMatchObject(pagesOf([pointer()], now));
  });

  test('an empty list asks the store for nothing', async () => {
    const refusing = { ...createMemoryStore(), putMany: () => Promise.reject(new Error('asked')) };
    await expect(enterAgenda(refusing, [], now)).resolves.toBeUndefined();
  });
});

test('what falls due within ten minutes is entered once more', () => {
  const [past, near, edge, far] = [
    pointer({ at: plus(now, -hours(1)) }),
    pointer({ at: plus(now, minutes(9)) }),
    pointer({ at: plus(now, minutes(10)) }),
    pointer({ at: plus(now, minutes(10) + 1) }),
  ];
  expect(imminent([past, near, edge, far], now)).toEqual([past, near, edge]);
});

test('a list is cut into parts of a size, the last as long as what is left', () => {
  expect(chunks([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]]);
  expect(chunks([1, 2], 2)).toEqual([[1, 2]]);
  expect(chunks([], 2)).toEqual([]);
});
