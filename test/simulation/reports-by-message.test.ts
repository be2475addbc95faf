import { expect, test } from 'vitest';
import { instant, minutes, plus } from '../../shared/domain/time/instant.ts';
import type { Store } from '../../shared/ports.ts';
import { staffRecord } from '../../shared/records/staff.ts';
import { regulated } from '../../shared/rules/catalogue.ts';
import { report, reportMessage } from '../../shared/usecases/daily/report.ts';
import { startReports } from '../../shared/usecases/daily/start-reports.ts';
import { setUp } from '../../shared/usecases/settings/setup.ts';
import { depsOn, handClock } from '../bench/product.ts';
import { createMemoryStore } from '../support/engines/memory-store.ts';

const ENTERED = instant('2026-01-05T10:00:00+08:00');
/** Half a year later every bureau owes checks, so that each has something to tell. */
const MORNING = instant('2026-07-01T09:15:00+08:00');

async function bureaus() {
  const clock = handClock(ENTERED);
  const memory = createMemoryStore();
  const messages: object[] = [];
  const [mails, ids]: [string[], string[]] = [[], []];
  let broken = '';
  const store: Store = {
    ...memory,
    query: async (query) => {
      if (query.pk === `${broken}#DAILY`) throw new Error('the partition is hot');
      return memory.query(query);
    },
  };
  const deps = depsOn(store, clock, {
    queue: { send: async (_queue, sent) => void messages.push(...sent) },
    channels: {
      email: {
        send: async ({ to }, noticeId) => {
          mails.push(to);
          ids.push(noticeId);
          return { kind: 'accepted', provider: 'test' };
        },
      },
      sms: { send: async () => ({ kind: 'accepted', provider: 'test' }) },
    },
  });
  await setUp(deps);
  for (const { id } of regulated) {
    const officer = {
      sub: id,
      name: '王科员',
      role: 'bureau-officer',
      email: `${id}@bureau.example.com`,
    } as const;
    await staffRecord.put(store, id, { version: 0, members: [officer] });
  }
  clock.set(MORNING);
  const work = (message: object) => report(deps, reportMessage.parse(message));
  return { deps, clock, messages, mails, ids, work, breakOne: (id: string) => (broken = id) };
}

test('each bureau’s mail is asked for once, and sent once however often its message comes', async () => {
  const { deps, clock, messages, ids, work } = await bureaus();
  expect(await startReports(deps)).toMatchObject({ asked: regulated.length });
  expect(messages).toHaveLength(Math.ceil(regulated.length / 10));
  for (const later of [10, 60, 119]) {
    clock.set(plus(MORNING, minutes(later)));
    expect((await startReports(deps)).asked).toBe(0);
  }
  clock.set(plus(MORNING, minutes(1)));
  for (const message of messages) for (let time = 0; time < 2; time += 1) await work(message);
  expect(ids.length).toBeGreaterThan(1);
  expect(new Set(ids).size).toBe(ids.length);
  clock.set(plus(MORNING, minutes(240)));
  expect((await startReports(deps)).asked).toBe(0);
});

test('a bureau that fails holds up nobody, and gets its mail when the message comes again', async () => {
  const { deps, messages, mails, work, breakOne } = await bureaus();
  await startReports(deps);
  const [first] = regulated;
  breakOne(first?.id ?? '');
  const [message = {}] = messages;
  await expect(work(message)).rejects.toThrow('1 bureaus had no daily mail');
  const others = [...mails];
  expect(others.length).toBeGreaterThan(0);
  expect(others).not.toContain(`${first?.id ?? ''}@bureau.example.com`);
  breakOne('');
  expect(await work(message)).toBe(1);
  expect(mails).toEqual([...others, `${first?.id ?? ''}@bureau.example.com`]);
});

test('what a queue lost is asked for again after two hours', async () => {
  const { deps, clock, messages } = await bureaus();
  await startReports(deps);
  messages.length = 0;
  clock.set(plus(MORNING, minutes(121)));
  expect((await startReports(deps)).asked).toBe(regulated.length);
});

test('a stage that serves some asks for nobody else’s', async () => {
  const { deps, messages } = await bureaus();
  const [first] = regulated;
  expect((await startReports({ ...deps, serves: [first?.id ?? ''] })).asked).toBe(1);
  expect(messages).toEqual([{ jurisdictions: [first?.id] }]);
});
