import { describe, expect, test } from 'vitest';
import { dayOf, instant, minutes, plus } from '../../shared/domain/instant.ts';
import { nextHorizonAt } from '../../shared/usecases/replan.ts';
import { delivered, looseEnds, outcomes } from '../support/accounts.ts';
import { chanceFrom } from '../support/chance.ts';
import { createFuse } from '../support/crash.ts';
import { madeUpSubject } from '../support/made-up-subjects.ts';
import { bureauIn, settle } from '../support/simulated-bureau.ts';
import { createProcess, type SimulatedProcess } from '../support/simulated-process.ts';
import { Simulation } from '../support/simulation.ts';

const START = '2026-11-02T08:00:00+08:00';
const END = instant('2027-01-12T12:00:00+08:00');
const SUBJECTS = 12;

async function winter(jurisdiction: string, seed: string): Promise<Simulation> {
  const simulation = new Simulation({ seed, from: START, lease: 'aws' });
  const bureau = bureauIn(simulation, jurisdiction);
  await settle(bureau);
  const chance = chanceFrom(seed);
  for (let number = 0; number < SUBJECTS; number += 1)
    await bureau.enter(madeUpSubject(chance, jurisdiction, dayOf(simulation.now), number));
  return simulation;
}

/** Several processes of the same product, alive at once, none of which knows of the others. */
function team({ world }: Simulation, seed: string, size: number): SimulatedProcess[] {
  return Array.from({ length: size }, (_, index) => {
    const chance = chanceFrom(`${seed}/worker ${index}`);
    const fuse = createFuse(undefined, chance);
    return createProcess(world, {
      run: `worker ${index}`,
      fuse,
      lease: 'aws',
      unruly: chance,
      fresh: () => 'none',
    });
  });
}

/** All of them do at once what is scheduled, every half an hour. */
async function workTogether(simulation: Simulation, workers: readonly SimulatedProcess[]): Promise<void> {
  const { clock } = simulation.world;
  while (clock.now() < END) {
    const before = nextHorizonAt(clock.now());
    clock.set(plus(clock.now(), minutes(30)));
    const plans = clock.now() >= before;
    await Promise.all(
      workers.map(async ({ handlers, drive }) => {
        if (plans) await handlers.planStart();
        await drive.settle();
        await handlers.report();
      }),
    );
  }
}

describe('several processes that work at once', () => {
  test.each([
    ['hongjiang', 2],
    ['baixiang', 3],
    ['shexian', 4],
  ])('send in %s every notice once: %i of them', async (jurisdiction, size) => {
    const alone = await winter(jurisdiction, `workers ${jurisdiction}`);
    await alone.to(END);
    const together = await winter(jurisdiction, `workers ${jurisdiction}`);
    const workers = team(together, jurisdiction, size);
    await workTogether(together, workers);
    const { handOvers, mailbox } = together.world.provider;
    expect(delivered(together)).toEqual(delivered(alone));
    expect(outcomes(together)).toEqual(outcomes(alone));
    expect(handOvers.length).toBe(mailbox.length);
    expect(new Set(handOvers.map(({ run }) => run)).size).toBe(size);
    expect([...together.watch.violations, ...looseEnds(together)]).toEqual([]);
  });
});
