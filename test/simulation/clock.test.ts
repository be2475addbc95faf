import { describe, expect, test } from 'vitest';
import { dayOf, instant, minutes, plus } from '../../shared/domain/time/instant.ts';
import { delivered, looseEnds } from '../support/simulation/accounts.ts';
import { chanceFrom, type Chance } from '../support/chance/chance.ts';
import { madeUpSubject } from '../support/deadlines/made-up-subjects.ts';
import { MORNING, oneProject } from '../support/bureaus/one-project.ts';
import { bureauIn, settle } from '../support/simulation/simulated-bureau.ts';
import { Simulation } from '../support/simulation/simulation.ts';

const END = instant('2026-05-08T12:00:00+08:00');

/** The schedules as they run, on a clock that goes on by twenty minutes or, now and then, jumps. */
async function ticking(simulation: Simulation, jump: (chance: Chance) => number): Promise<void> {
  const chance = chanceFrom('ticks');
  const { clock } = simulation.world;
  while (clock.now() < END) {
    clock.set(plus(clock.now(), minutes(20)));
    if (chance.holds(0.02)) clock.set(plus(clock.now(), minutes(jump(chance))));
    await simulation.survive(async (process) => {
      if (chance.holds(0.3)) await process.handlers.planStart();
      await process.drive.settle();
      await process.drive.report();
    });
  }
}

async function spring(jurisdiction: string): Promise<Simulation> {
  const simulation = new Simulation({ seed: 'clock', from: MORNING });
  const bureau = bureauIn(simulation, jurisdiction);
  await settle(bureau);
  const chance = chanceFrom(`clock ${jurisdiction}`);
  for (let number = 0; number < 12; number += 1)
    await bureau.enter(madeUpSubject(chance, jurisdiction, dayOf(simulation.now), number));
  return simulation;
}

/** What went to units and officers; the daily mails count what is left of the day, and so differ. */
const notices = (simulation: Simulation): string[] =>
  delivered(simulation).filter((line) => !line.includes('【每日情况】'));

describe('a clock that jumps', () => {
  const jumps: readonly (readonly [string, (chance: Chance) => number])[] = [
    ['forward by up to three hours', (chance) => chance.between(1, 180)],
    ['back by up to eight hours', (chance) => -chance.between(1, 480)],
    ['back and forth', (chance) => chance.between(-300, 180)],
    ['back by some days, now and then', (chance) => (chance.holds(0.1) ? -chance.between(1, 4 * 1440) : 0)],
  ];

  test.each(jumps)('%s: every notice leaves once all the same', async (_, jump) => {
    for (const jurisdiction of ['hongjiang', 'baixiang']) {
      const smooth = await spring(jurisdiction);
      await smooth.to(END);
      const jumping = await spring(jurisdiction);
      await ticking(jumping, jump);
      expect(notices(jumping)).toEqual(notices(smooth));
      expect(notices(smooth).length).toBeGreaterThan(10);
      expect([...jumping.watch.violations, ...looseEnds(jumping)]).toEqual([]);
    }
  });

  test('back between the sweep and the delivery loses nothing: the notice waits for its time', async () => {
    const { simulation, left } = await oneProject();
    const { clock } = simulation.world;
    clock.set(instant('2026-02-24T09:00:00+08:00'));
    await simulation.survive(async ({ handlers, queue }) => {
      await handlers.sweep();
      clock.set(instant('2026-02-24T08:59:58+08:00'));
      await queue.drain(handlers.queues);
    });
    expect(left()).toEqual([]);
    await simulation.to('2026-02-24T09:30:00+08:00');
    expect(left()).toEqual(['02-24 09:00 reminder:entry']);
  });

  test('back over days: what is entered then is not left behind when the clock is right again', async () => {
    const { simulation, bureau } = await oneProject();
    await simulation.to('2026-03-20T12:00:00+08:00');
    await simulation.wakeAt('2026-03-12T12:00:00+08:00');
    const facts = { startedOn: '2025-09-20' };
    const contacts = [{ name: '乙', email: 'b@unit.example.com' }];
    await bureau.enter({ kind: 'project', code: 'P2', name: '第二工程', facts, contacts });
    await simulation.wakeAt('2026-03-20T12:05:00+08:00');
    expect(notices(simulation).filter((line) => line.includes('第二工程'))).toHaveLength(1);
    expect(looseEnds(simulation)).toEqual([]);
  });
});
