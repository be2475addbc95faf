import { expect, test } from 'vitest';
import { instant, minutes, plus } from '../../shared/domain/time/instant.ts';
import { planMessage } from '../../shared/usecases/promise.ts';
import { startPlanning } from '../../shared/usecases/duties/start-planning.ts';
import { plan } from '../../shared/usecases/loop/replan.ts';
import { Morning } from '../support/simulation/morning.ts';

const NEW_YEAR = instant('2027-01-01T00:10:00+08:00');

async function newYear() {
  const morning = new Morning({ ses: { perSecond: 14, perDay: 50_000 }, environments: 0 });
  await morning.enter(60);
  morning.time.now = NEW_YEAR;
  const messages: object[] = [];
  const queue = {
    send: async (_name: string, sent: readonly object[]) => void messages.push(...sent),
  };
  const deps = { ...morning.deps('plan'), queue };
  const work = async (): Promise<void> => {
    for (const message of messages.splice(0)) await plan(deps, planMessage.parse(message));
  };
  return { morning, deps, messages, work };
}

test('a complete planning under way is not started a second time, and its portions keep it alive', async () => {
  const { morning, deps, messages, work } = await newYear();
  const started = await startPlanning(deps);
  expect(started).toBeGreaterThan(1);
  for (const later of [1, 60, 119]) {
    morning.time.now = plus(NEW_YEAR, minutes(later));
    expect(await startPlanning(deps)).toBe(0);
  }
  await work();
  // The bureau with the units has another portion to plan; the others are through.
  expect(messages).toHaveLength(1);
  morning.time.now = plus(NEW_YEAR, minutes(200));
  expect(await startPlanning(deps)).toBe(0);
  while (messages.length > 0) await work();
  morning.time.now = plus(NEW_YEAR, minutes(400));
  expect(await startPlanning(deps)).toBe(0);
});

test('a complete planning whose messages were lost starts again after two hours of silence', async () => {
  const { morning, deps, messages } = await newYear();
  const started = await startPlanning(deps);
  messages.length = 0;
  morning.time.now = plus(NEW_YEAR, minutes(121));
  expect(await startPlanning(deps)).toBe(started);
});
