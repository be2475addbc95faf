import { describe, expect, test } from 'vitest';
import { inspection } from '../../shared/contract/inspections.ts';
import { lambdaContext } from '../../local/compose.ts';
import { looseEnds } from '../support/simulation/accounts.ts';
import { apiEvent } from '../support/product/api-event.ts';
import { bureauIn, settle } from '../support/simulation/simulated-bureau.ts';
import { Simulation, type Crashes } from '../support/simulation/simulation.ts';
import type { CrashPoint } from '../support/simulation/crash.ts';

const base = '/v1/jurisdictions/hongjiang';
const officer = { sub: 'o', role: 'bureau-officer', jurisdiction: 'hongjiang' } as const;

/** Two units; from here on it is the second process that works, and that may end. */
async function ready(crashes: Crashes) {
  const simulation = new Simulation({ seed: 'a finding', from: '2026-03-02T12:00:00+08:00', crashes });
  const bureau = bureauIn(simulation, 'hongjiang');
  await settle(bureau);
  const [a, b] = [
    await bureau.enter({ kind: 'unit', code: 'A', name: '甲', traits: ['professional-archives'] }),
    await bureau.enter({ kind: 'unit', code: 'B', name: '乙', traits: ['professional-archives'] }),
  ];
  const check = {
    regime: 'archives-security',
    at: '2026-03-02T09:00:00+08:00',
    mode: 'written',
    cause: 'planned',
    targets: [a.id, b.id],
    officers: [
      { name: '周检查', certificate: '湘1' },
      { name: '刘检查', certificate: '湘2' },
    ],
    findings: [found(a.id, '2026-03-20'), found(b.id, '2026-03-20')],
  };
  return { simulation, bureau, a, b, check };
}

const found = (subjectId: string, rectifyBy: string) => ({
  subjectId,
  text: '无备份',
  severity: 'minor',
  handling: '限期整改',
  rectifyBy,
});

/** Asked once, by whoever does not come back; the process may end meanwhile. */
async function askOnce(simulation: Simulation, path: string, body: object): Promise<void> {
  let asked = false;
  await simulation.survive(async (process) => {
    if (asked) return;
    asked = true;
    const request = { claims: officer, method: 'POST', path: `${base}${path}`, body, headers: {} } as const;
    await process.api(apiEvent(request), lambdaContext());
  });
}

/** What stands of it when a stop has been looked after. */
async function told(simulation: Simulation, bureau: ReturnType<typeof bureauIn>) {
  await simulation.to('2026-03-02T12:10:00+08:00');
  const records = await simulation.list(officer, `${base}/inspections`, inspection);
  const duties = await bureau.duties();
  return {
    looseEnds: looseEnds(simulation),
    asked: records.flatMap(({ findings }) =>
      findings.map((one) => `${one.subjectId} ${one.rectifyBy ?? ''}`),
    ),
    owed: duties
      .filter(({ ruleId, status }) => ruleId.endsWith('/rectification') && status !== 'superseded')
      .map(({ subjectId, dueOn }) => `${subjectId} ${dueOn ?? ''}`),
  };
}

describe.each<CrashPoint['moment']>(['before', 'after'])(
  'a process that ends %s a write of it took effect, and nobody who asks again',
  (moment) => {
    test('a record of a check has its duties, or there is none of either', { timeout: 600_000 }, async () => {
      const lengths = new Set<number>();
      for (let burnsAt = 1, ended = true; ended; burnsAt += 1) {
        const { simulation, bureau, check } = await ready((nth) =>
          nth === 2 ? { of: 'write', burnsAt, moment } : undefined,
        );
        simulation.kill();
        await askOnce(simulation, '/inspections', check);
        ended = simulation.processes > 2;
        const { looseEnds: loose, asked, owed } = await told(simulation, bureau);
        expect({ burnsAt, loose, owed: owed.sort() }).toEqual({ burnsAt, loose: [], owed: asked.sort() });
        lengths.add(owed.length);
      }
      expect([...lengths].sort()).toEqual([0, 2]);
    });

    test('a correction moves its duties, or nothing', { timeout: 600_000 }, async () => {
      const outcomes = new Set<string>();
      for (let burnsAt = 1, ended = true; ended; burnsAt += 1) {
        const { simulation, bureau, check, a, b } = await ready((nth) =>
          nth === 2 ? { of: 'write', burnsAt, moment } : undefined,
        );
        const made = inspection.parse(await bureau.must('POST', '/inspections', check));
        simulation.kill();
        const body = { reason: '更正', findings: [found(a.id, '2026-04-01')] };
        await askOnce(simulation, `/inspections/${made.id}/correction`, body);
        ended = simulation.processes > 2;
        const { looseEnds: loose, asked, owed } = await told(simulation, bureau);
        expect({ burnsAt, loose, owed: owed.sort() }).toEqual({ burnsAt, loose: [], owed: asked.sort() });
        outcomes.add(owed.join().replaceAll(a.id, 'A').replaceAll(b.id, 'B'));
      }
      expect([...outcomes].map((one) => one.split(',').length).sort()).toEqual([1, 2]);
    });
  },
);
