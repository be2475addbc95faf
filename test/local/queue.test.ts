import { expect, test } from 'vitest';
import { createLocalQueue, type QueueHandler } from '../../local/queue.ts';
import { memoryEngine } from '../../local/sqlite/engine.ts';
import { instant, minutes, plus, type Instant } from '../../shared/domain/time/instant.ts';

const SECOND = 1000;
const START = instant('2026-03-02T08:00:00+08:00');

/** A queue with one message whose handler always fails, and what a look at each moment leads to. */
async function failing(by: 'machine' | 'simulated') {
  let now: Instant = START;
  const tries: number[] = [];
  const { store } = memoryEngine();
  const queue = createLocalQueue(store, 'run', by === 'machine' ? { clock: { now: () => now } } : {});
  const fail: QueueHandler = async () => {
    tries.push((now - START) / SECOND);
    throw new Error('the cause lasts');
  };
  const look = (queues?: readonly ['deliver']) =>
    queue.drain({ receipts: fail, deliver: fail, import: fail, plan: fail, report: fail }, queues);
  await queue.send('deliver', [{ id: 1 }]);
  return {
    queue,
    tries,
    look,
    pass: (milliseconds: number) => {
      now = plus(now, milliseconds);
    },
  };
}

test('a message that fails is tried at the next look, then after longer and longer rests', async () => {
  const { queue, tries, look, pass } = await failing('machine');
  for (let at = 0; at <= 40 * 60; at += 10) {
    // A look hands over twice, and so does every request in between.
    for (let again = 0; again < 3; again += 1) await look(['deliver']);
    await look();
    pass(10 * SECOND);
  }
  expect(tries).toEqual([0, 10, 70, 370, 1270]);
  expect(await queue.deadLetters()).toMatchObject([{ queue: 'deliver', body: '{"id":1}' }]);
});

test('a clock that was set back keeps no message', async () => {
  const { tries, look, pass } = await failing('machine');
  await look();
  pass(-minutes(600));
  await look();
  expect(tries).toHaveLength(2);
});

test('on a simulated clock no minutes pass: it is tried again at once', async () => {
  const { queue, tries, look } = await failing('simulated');
  await look();
  expect(tries).toEqual([0, 0, 0, 0, 0]);
  expect(await queue.deadLetters()).toHaveLength(1);
});
