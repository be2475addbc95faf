import { describe, expect, test } from 'vitest';
import {
  delivered,
  lastNotices,
  looseEnds,
  outcomes,
  repeatedHandOvers,
} from '../support/simulation/accounts.ts';
import { chanceFrom } from '../support/chance/chance.ts';
import { freshSeed } from '../support/chance/fresh-seed.ts';
import { crashesOf } from '../support/simulation/mishaps.ts';
import { bureauIn } from '../support/simulation/simulated-bureau.ts';
import { actsOf, live, START } from '../support/simulation/simulated-year.ts';
import { Simulation, type SimulationOptions } from '../support/simulation/simulation.ts';

const jurisdictions = ['hongjiang', 'shexian', 'luquan', 'baixiang', 'liaoning', 'baixiang'] as const;
const ACTS = 40;

interface Year {
  readonly seed: string;
  readonly jurisdiction: string;
}

/** The bureaus take turns; the last year is one that no run had before. */
const years = (count: number): Year[] => [
  ...Array.from({ length: count }, (_, index) => ({
    seed: `year ${index}`,
    jurisdiction: jurisdictions[index % jurisdictions.length] ?? 'hongjiang',
  })),
  { seed: freshSeed, jurisdiction: chanceFrom(freshSeed).pick(jurisdictions) },
];

async function yearOf(
  { seed, jurisdiction }: Year,
  mishaps: Partial<SimulationOptions>,
): Promise<Simulation> {
  const simulation = new Simulation({ seed, from: START, ...mishaps });
  await live(bureauIn(simulation, jurisdiction), seed, actsOf(seed, ACTS));
  return simulation;
}

/** What a year came to, without the table that it came from. */
const accountOf = (simulation: Simulation) => ({
  delivered: delivered(simulation),
  outcomes: outcomes(simulation),
  lastNotices: lastNotices(simulation),
  violations: simulation.watch.violations,
  looseEnds: looseEnds(simulation),
});

const smoothYears = new Map<string, Promise<ReturnType<typeof accountOf>>>();

/** The same year undisturbed; lived once, and worth telling. */
function smooth(year: Year): Promise<ReturnType<typeof accountOf>> {
  const known = smoothYears.get(year.seed) ?? yearOf(year, {}).then(undisturbed);
  smoothYears.set(year.seed, known);
  return known;
}

function undisturbed(simulation: Simulation): ReturnType<typeof accountOf> {
  expect(simulation.processes).toBe(1);
  const account = accountOf(simulation);
  expect(account).toMatchObject({ violations: [], looseEnds: [] });
  expect(account.delivered.length).toBeGreaterThan(0);
  return account;
}

describe('a year in which processes end at any moment', () => {
  const repeated: number[] = [];

  test.each(years(8))('delivers in $jurisdiction what an undisturbed year delivers ($seed)', async (year) => {
    const broken = await yearOf(year, { crashes: crashesOf(year.seed) });
    expect(broken.processes).toBeGreaterThan(2);
    expect(accountOf(broken)).toEqual(await smooth(year));
    repeated.push(repeatedHandOvers(broken).length);
  });

  test.each(years(6))(
    'delivers in $jurisdiction the same where a claim is void only when its time has passed ($seed)',
    async (year) => {
      const broken = await yearOf(year, { crashes: crashesOf(`aws ${year.seed}`), lease: 'aws' });
      expect(broken.processes).toBeGreaterThan(2);
      expect(accountOf(broken)).toEqual(await smooth(year));
      repeated.push(repeatedHandOvers(broken).length);
    },
  );

  test('hands a notice over twice in the one window that no protocol closes, under the same token', () => {
    expect(repeated.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(0);
  });
});

describe('a year in which messages come twice, in any order and in other batches', () => {
  test.each(years(6))('delivers in $jurisdiction what an orderly year delivers ($seed)', async (year) => {
    expect(accountOf(await yearOf(year, { unruly: true }))).toEqual(await smooth(year));
  });

  test.each(years(8))(
    'delivers in $jurisdiction the same although processes end in the middle of it ($seed)',
    async (year) => {
      const broken = await yearOf(year, { unruly: true, crashes: crashesOf(`unruly ${year.seed}`) });
      expect(broken.processes).toBeGreaterThan(2);
      expect(accountOf(broken)).toEqual(await smooth(year));
    },
  );
});

describe('a seed', () => {
  const year: Year = { seed: 'the same again', jurisdiction: 'baixiang' };
  const mishaps = (): Partial<SimulationOptions> => ({ unruly: true, crashes: crashesOf(year.seed) });

  test('replays the same run, to the last hand-over and the last stored item', async () => {
    const [first, second] = [await yearOf(year, mishaps()), await yearOf(year, mishaps())];
    expect(second.processes).toBe(first.processes);
    expect(second.world.provider.handOvers).toEqual(first.world.provider.handOvers);
    expect(second.world.store.dump()).toEqual(first.world.store.dump());
  });

  test('other than that gives another run', async () => {
    const first = await yearOf(year, mishaps());
    const other = await yearOf({ ...year, seed: 'another' }, mishaps());
    expect(other.world.provider.handOvers).not.toEqual(first.world.provider.handOvers);
  });
});
