import { describe, expect, test } from 'vitest';
import { minuteOfDay } from '../../shared/domain/time/instant.ts';
import { delivered, lineOf, looseEnds, noticesIn, outcomes } from '../support/simulation/accounts.ts';
import { chanceFrom } from '../support/chance/chance.ts';
import { freshSeed } from '../support/chance/fresh-seed.ts';
import { crashesOf } from '../support/simulation/mishaps.ts';
import type { Refusal } from '../support/simulation/provider.ts';
import { bureauIn } from '../support/simulation/simulated-bureau.ts';
import { actsOf, live, START, type Act } from '../support/simulation/simulated-year.ts';
import { Simulation, type SimulationOptions } from '../support/simulation/simulation.ts';

const years = [
  ['hongjiang', 'failing 0'],
  ['baixiang', 'failing 1'],
  ['shexian', 'failing 2'],
  ['liaoning', 'failing 3'],
  ['baixiang', 'failing 4'],
  ['hongjiang', 'failing 5'],
  // One that no run had before.
  [chanceFrom(freshSeed).pick(['hongjiang', 'baixiang', 'shexian', 'liaoning', 'luquan']), freshSeed],
] as const;

/** People act when the notices of the day have left, so that a late try does not cross what they do. */
const quietActs = (seed: string): Act[] =>
  actsOf(seed, 40).filter(({ at }) => minuteOfDay(at) < 8 * 60 + 55 || minuteOfDay(at) > 9 * 60 + 40);

async function yearOf(
  jurisdiction: string,
  seed: string,
  options: Partial<SimulationOptions>,
): Promise<Simulation> {
  const simulation = new Simulation({ seed, from: START, ...options });
  await live(bureauIn(simulation, jurisdiction), seed, quietActs(seed));
  return simulation;
}

/** Each message is refused once or twice, or not at all, before it is taken. */
const nowAndThen: Refusal = ({ noticeId }, tries) =>
  tries <= chanceFrom(noticeId).between(0, 2)
    ? { kind: 'temporary', provider: 'simulated', reason: 'busy' }
    : undefined;

const isRefused = (to: string): boolean =>
  !to.endsWith('@bureau.example.com') && chanceFrom(to.toLowerCase()).holds(0.4);

const forGood: Refusal = ({ to }) =>
  isRefused(to) ? { kind: 'permanent', provider: 'simulated', reason: 'unknown' } : undefined;

describe('a year with a provider that is often busy', () => {
  test.each(years)('delivers in %s what a year with a good one delivers (%s)', async (jurisdiction, seed) => {
    const smooth = await yearOf(jurisdiction, seed, {});
    const broken = await yearOf(jurisdiction, seed, {
      refuse: nowAndThen,
      unruly: true,
      crashes: crashesOf(seed),
    });
    expect(broken.world.provider.handOvers.some(({ outcome }) => outcome === 'temporary')).toBe(true);
    expect(delivered(broken)).toEqual(delivered(smooth));
    expect(outcomes(broken)).toEqual(outcomes(smooth));
    expect([...broken.watch.violations, ...looseEnds(broken)]).toEqual([]);
  });
});

describe('a year with addresses that no longer exist', () => {
  test.each(years)(
    'delivers in %s to all others, and tells the bureau of each that failed (%s)',
    async (jurisdiction, seed) => {
      const isOwn = ({ subject }: { readonly subject: string }): boolean =>
        !subject.startsWith('【每日情况】');
      const smooth = await yearOf(jurisdiction, seed, {});
      const broken = await yearOf(jurisdiction, seed, { refuse: forGood, crashes: crashesOf(seed) });
      const expected = smooth.world.provider.mailbox.filter(isOwn).filter(({ to }) => !isRefused(to));
      const { mailbox } = broken.world.provider;
      expect(mailbox.filter(isOwn).map(lineOf).sort()).toEqual(expected.map(lineOf).sort());
      expect([...broken.watch.violations, ...looseEnds(broken)]).toEqual([]);

      const failed = noticesIn(broken).filter(({ status, to }) => status === 'failed' && to !== '');
      const daily = mailbox.filter((message) => !isOwn(message)).map(({ text }) => text);
      for (const { to, attempts } of failed) {
        expect(isRefused(to)).toBe(true);
        expect(attempts).toHaveLength(1);
        expect(
          daily.some((text) => text.includes(`${to}未送达`)),
          to,
        ).toBe(true);
      }
    },
  );

  test('is a year in which addresses did fail', async () => {
    const broken = await yearOf('baixiang', 'failing 1', { refuse: forGood });
    expect(
      noticesIn(broken).filter(({ status, to }) => status === 'failed' && to !== '').length,
    ).toBeGreaterThan(5);
  });
});
