import { expect, test } from 'vitest';
import * as contract from '../../shared/contract/inspections.ts';
import { bureauOf } from '../support/bureaus/bureau.ts';
import { serverForTest } from '../support/product/server.ts';

test('the plan of a new year begins with those who were not visited in the last', async () => {
  const server = await serverForTest('2025-12-30T17:00:00+08:00');
  const { enter, officer, path } = await bureauOf(server, 'hongjiang');
  const units: string[] = [];
  for (const name of ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛'])
    units.push((await enter({ kind: 'unit', name, traits: ['professional-archives'] })).id);
  const [seen, unseen] = [units.slice(0, 6).sort(), units.slice(6).sort()];
  await officer.send(contract.inspection, 'POST', `${path}/inspections`, {
    regime: 'archives-security',
    at: '2025-12-30T10:00:00+08:00',
    mode: 'on-site',
    cause: 'planned',
    targets: seen,
    officers: [
      { name: '周检查', certificate: '湘12000001' },
      { name: '刘检查', certificate: '湘12000002' },
    ],
    signatures: seen.map((subjectId) => ({ subjectId, by: '负责人' })),
  });
  await server.advance('2026-01-04T12:00:00+08:00');
  const { visits } = await officer.get(contract.quotaPlan, `${path}/quotas/plan?year=2026`);
  expect(visits[0]?.targets.filter((id) => unseen.includes(id)).sort()).toEqual(unseen);
});
