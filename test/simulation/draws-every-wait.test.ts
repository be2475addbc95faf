import { beforeAll, describe, expect, test } from 'vitest';
import { draw, drawSummary } from '../../shared/contract/draws.ts';
import { link } from '../../shared/contract/escalations.ts';
import { verifyDraw } from '../../shared/domain/draws/verify.ts';
import { verifyChain } from '../../shared/domain/ledger.ts';
import { lambdaContext } from '../../local/compose.ts';
import { looseEnds } from '../support/simulation/accounts.ts';
import { apiEvent } from '../support/product/api-event.ts';
import type { CrashPoint } from '../support/simulation/crash.ts';
import { bureauIn, settle } from '../support/simulation/simulated-bureau.ts';
import { Simulation, type Crashes } from '../support/simulation/simulation.ts';

const base = '/v1/jurisdictions/hongjiang';
const officer = { sub: 'o', role: 'bureau-officer', jurisdiction: 'hongjiang' } as const;
const leader = { sub: 'l', role: 'bureau-leader' } as const;
const body = { ruleId: 'archives-security/daily-check', size: 1, beacon: { kind: 'local' } };

/** Three units of the quota; from here on it is the second process that works, and that may end. */
async function ready(crashes: Crashes) {
  const simulation = new Simulation({ seed: 'a draw', from: '2026-03-02T08:00:00+08:00', crashes });
  const bureau = bureauIn(simulation, 'hongjiang');
  await settle(bureau);
  for (const code of ['A', 'B', 'C'])
    await bureau.enter({ kind: 'unit', code, name: code, traits: ['professional-archives'] });
  simulation.kill();
  return { simulation, bureau };
}

/** A draw that is revealed and replaced in, and one that is abandoned. */
async function story(crash: CrashPoint | undefined) {
  const { simulation, bureau } = await ready((nth) => (nth === 2 ? crash : undefined));
  const first = draw.parse(await bureau.must('POST', '/draws', body, officer));
  await bureau.must('POST', `/draws/${first.id}/reveal`, {}, officer);
  const record = async () =>
    draw.parse(
      (await simulation.ask({ claims: officer, method: 'GET', path: `${base}/draws/${first.id}` })).body,
    );
  const subjectId = (await record()).drawn?.[0];
  await bureau.must('POST', `/draws/${first.id}/replacements`, { subjectId, reason: '停业' }, leader);
  const second = draw.parse(await bureau.must('POST', '/draws', body, officer));
  await bureau.must('POST', `/draws/${second.id}/abandonment`, { reason: '名单有误' }, leader);
  const writes = await simulation.survive((process) =>
    Promise.resolve(process.fuse.waits().filter((wait) => wait === 'write').length),
  );
  // What a stop left unlinked is looked after by then.
  await simulation.to('2026-03-02T08:10:00+08:00');
  const links = await simulation.list(officer, `${base}/ledger`, link);
  const listed = await simulation.list(officer, `${base}/draws`, drawSummary);
  const done = await record();
  return {
    writes,
    told: {
      looseEnds: looseEnds(simulation),
      chain: verifyChain(links).holds,
      decisions: links.map(({ content }) => [content?.['action'], content?.['number']]),
      draws: listed.map(({ number, status, replacements }) => [number, status, replacements]).sort(),
      holds: verifyDraw(done, first.commitment).holds,
      unsettled: simulation.world.store
        .dump()
        .filter((item) => item.pk.endsWith('#DRAW') && JSON.stringify(item['links'] ?? []) !== '[]').length,
    },
  };
}

describe('draws by a process that ends at its n-th write, and by the next one', () => {
  let whole: Awaited<ReturnType<typeof story>>;

  beforeAll(async () => {
    whole = await story(undefined);
  });

  test('undisturbed are committed to, revealed, replaced in and abandoned', () => {
    expect(whole.told).toEqual({
      looseEnds: [],
      chain: true,
      decisions: [
        ['draw-committed', 1],
        ['draw-revealed', 1],
        ['draw-replaced', 1],
        ['draw-committed', 2],
        ['draw-abandoned', 2],
      ],
      draws: [
        [1, 'drawn', 1],
        [2, 'abandoned', 0],
      ],
      holds: true,
      unsettled: 0,
    });
  });

  test.each<CrashPoint['moment']>(['before', 'after'])(
    'come to the same: ended %s the write took effect',
    { timeout: 600_000 },
    async (moment) => {
      expect(whole.writes).toBeGreaterThan(20);
      for (let burnsAt = 1; burnsAt <= whole.writes; burnsAt += 1) {
        const { told } = await story({ of: 'write', burnsAt, moment });
        expect({ burnsAt, ...told }).toEqual({ burnsAt, ...whole.told });
      }
    },
  );

  test('a commitment that nobody asks for again is linked all the same', { timeout: 600_000 }, async () => {
    const told = new Set<string>();
    for (let burnsAt = 1, ended = true; ended; burnsAt += 1) {
      const { simulation } = await ready((nth) =>
        nth === 2 ? { of: 'write', burnsAt, moment: 'after' } : undefined,
      );
      let asked = false;
      await simulation.survive(async (process) => {
        if (asked) return;
        asked = true;
        const request = {
          claims: officer,
          method: 'POST',
          path: `${base}/draws`,
          body,
          headers: {},
        } as const;
        await process.api(apiEvent(request), lambdaContext());
      });
      ended = simulation.processes > 2;
      await simulation.to('2026-03-02T08:10:00+08:00');
      const draws = await simulation.list(officer, `${base}/draws`, drawSummary);
      const links = await simulation.list(officer, `${base}/ledger`, link);
      told.add(`${draws.length} draws, ${links.length} links`);
      expect(links.map(({ content }) => content?.['commitment'])).toEqual(
        draws.map(({ commitment }) => commitment),
      );
      expect(looseEnds(simulation)).toEqual([]);
    }
    expect([...told].sort()).toEqual(['0 draws, 0 links', '1 draws, 1 links']);
  });
});
