import { describe, expect, test } from 'vitest';
import { link } from '../../shared/contract/escalations.ts';
import * as contract from '../../shared/contract/inspections.ts';
import { verifyChain } from '../../shared/domain/ledger.ts';
import { lambdaContext } from '../../local/compose.ts';
import { looseEnds } from '../support/simulation/accounts.ts';
import { apiEvent } from '../support/product/api-event.ts';
import type { CrashPoint } from '../support/simulation/crash.ts';
import { bureauIn, settle } from '../support/simulation/simulated-bureau.ts';
import { Simulation, type Crashes } from '../support/simulation/simulation.ts';

const base = '/v1/jurisdictions/hongjiang';
const officer = { sub: 'o', role: 'bureau-officer', jurisdiction: 'hongjiang' } as const;
const leader = { sub: 'l', role: 'bureau-leader', jurisdiction: 'hongjiang' } as const;
const SPOT = 'electronic-archives/spot-check';
const decision = { period: '2026', follow: 'ratio', reason: '单位不足100家' };

/** Three units, two of them direct: at most one by the share. From here on it is the second process that works. */
async function ready(crashes: Crashes): Promise<Simulation> {
  const simulation = new Simulation({ seed: 'a decision', from: '2026-03-02T08:00:00+08:00', crashes });
  const bureau = bureauIn(simulation, 'hongjiang');
  await settle(bureau);
  for (const [code, ...traits] of [['A', 'direct'], ['B', 'direct'], ['C']] as const)
    await bureau.enter({ kind: 'unit', code, name: code, traits });
  simulation.kill();
  return simulation;
}

/** A decision that nobody asks for again, by a process that may end on the way, and what there is of it later. */
async function decided(crash: CrashPoint | undefined) {
  const simulation = await ready((nth) => (nth === 2 ? crash : undefined));
  let asked = false;
  await simulation.survive(async (process) => {
    if (asked) return;
    asked = true;
    const path = `${base}/quotas/${SPOT}/decision`;
    const request = { claims: leader, method: 'POST', path, body: decision, headers: {} } as const;
    await process.api(apiEvent(request), lambdaContext());
  });
  const ended = simulation.processes > 2;
  await simulation.to('2026-03-02T08:10:00+08:00');
  const links = await simulation.list(officer, `${base}/ledger`, link);
  const answer = await simulation.ask({ claims: officer, method: 'GET', path: `${base}/quotas` });
  const spot = contract.quotas.parse(answer.body).items.find(({ ruleId }) => ruleId === SPOT);
  expect(looseEnds(simulation)).toEqual([]);
  expect(verifyChain(links)).toMatchObject({ holds: true });
  expect(links.length).toBe(spot?.conflict?.decision === undefined ? 0 : 1);
  expect(spot?.conflict?.decision?.follow).toBe(links[0]?.content?.['follow']);
  const unsettled = simulation.world.store
    .dump()
    .filter((item) => item.pk.endsWith('#QUOTA') && JSON.stringify(item['links'] ?? []) !== '[]');
  expect(unsettled).toEqual([]);
  return { ended, links: links.length };
}

describe('a decision between two readings, by a process that ends at its n-th write', () => {
  test.each<CrashPoint['moment']>(['before', 'after'])(
    'is linked once, or was never made: ended %s the write took effect',
    { timeout: 600_000 },
    async (moment) => {
      const found = new Set<number>();
      for (let burnsAt = 1; ; burnsAt += 1) {
        const { ended, links } = await decided({ of: 'write', burnsAt, moment });
        found.add(links);
        if (!ended) break;
      }
      expect([...found].sort()).toEqual([0, 1]);
    },
  );
});
