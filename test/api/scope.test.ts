import { expect, test } from 'vitest';
import * as contract from '../../shared/contract/inspections.ts';
import { check, checkScene, record } from '../support/bureaus/checks.ts';
import { bureauOf } from '../support/bureaus/bureau.ts';

test('a check of a unit that the register does not show to be regulated is marked', async () => {
  const { bureau, unit } = await checkScene();
  const plain = await unit('一般单位', ['direct']);
  const kept = await unit('保管永久档案的单位', ['long-retention']);
  const database = await unit('保管重要数据库的单位', ['vital-database']);
  const made = await record(bureau, check([plain, kept, database]));
  expect(made.outsideScope).toEqual([plain]);
});

test('a permit whose kind nobody entered is marked', async () => {
  const { server } = await checkScene('2026-07-02T10:00:00+08:00', 'baixiang');
  const bureau = await bureauOf(server, 'baixiang', 'archives');
  const permit = (name: string, facts: object) =>
    bureau.enter({ kind: 'permit', name, facts: { grantedOn: '2026-06-01', ...facts } });
  const [open, known] = [await permit('许可一', {}), await permit('许可二', { permitKind: 'export' })];
  const made = await record(
    bureau,
    check([open.id, known.id], { regime: 'archives-disposal', mode: 'file', signatures: [] }),
  );
  expect(made.outsideScope).toEqual([open.id]);
});

test('a complaint names the clause that prompts the check, where the source has one', async () => {
  const { bureau, unit } = await checkScene();
  const a = await unit('甲单位');
  const made = await record(bureau, check([a], { cause: 'complaint' }));
  expect(made.promptedBy).toMatchObject({
    ruleId: 'archives-security/complaint-check',
    section: '三(三)三(三)',
  });
  // A transfer is named for electronic archives alone.
  const moved = { cause: 'transfer', at: '2026-07-02T09:40:00+08:00' };
  expect((await record(bureau, check([a], moved))).promptedBy).toBeUndefined();
});

test('those behind with a gazetteer are named for a joint check', async () => {
  const { bureau } = await checkScene();
  const task = (name: string, more: object) => bureau.enter({ kind: 'compilation-task', name, ...more });
  await task('教育篇', { facts: { plannedOn: '2026-06-30' } });
  await task('交通篇', { traits: ['behind'] });
  await task('水利篇', { facts: { plannedOn: '2026-06-30', deliveredOn: '2026-06-20' } });
  const { items } = await bureau.officer.get(contract.quotas, `${bureau.path}/quotas?on=2026-07-02`);
  const progress = items.find(({ ruleId }) => ruleId === 'gazetteer-compilation/progress-check');
  expect(progress?.explanation).toMatch(/进度落后、宜联合督查的有：(?:教育篇、交通篇|交通篇、教育篇)。/u);
});
