import { expect, test } from 'vitest';
import { createDeps } from '../../functions/lambda/parts.ts';
import { memoryEngine } from '../../local/sqlite/engine.ts';
import { instant } from '../../shared/domain/time/instant.ts';
import { staffRecord } from '../../shared/records/staff.ts';
import { enterRows } from '../../tools/people/enter.ts';
import { readRows } from '../../tools/people/rows.ts';
import { keptAccounts } from '../support/servers/kept-accounts.ts';

const NOW = instant('2026-12-01T09:00:00+08:00');
const rowsOf = (...lines: readonly string[]) =>
  readRows(Buffer.from(['辖区,姓名,邮箱,角色,科室', ...lines].join('\n')));

function stage() {
  const { store } = memoryEngine();
  return createDeps(
    { TABLE_NAME: 'none' },
    { store, accounts: keptAccounts(NOW), clock: { now: () => NOW } },
  );
}

test('the first people of a stage are entered and invited, and the same file enters nobody twice', async () => {
  const deps = stage();
  const rows = await rowsOf(
    'hongjiang,钱管理,admin@danganju.example.cn,系统管理员,',
    'hongjiang,赵监督,zhao@danganju.example.cn,bureau-officer,档案',
  );
  const planned = await enterRows(deps, rows, true);
  expect(planned.map(({ outcome }) => outcome)).toEqual(['entered', 'entered']);
  expect(await staffRecord.read(deps.store, 'hongjiang')).toBeUndefined();
  expect(await enterRows(deps, rows, false)).toMatchObject([
    { row: 2, outcome: 'entered', note: 'the invitation leaves with the next letters' },
    { row: 3, outcome: 'entered' },
  ]);
  const people = await staffRecord.read(deps.store, 'hongjiang');
  expect(people?.members).toMatchObject([
    { name: '钱管理', role: 'bureau-admin' },
    { name: '赵监督', role: 'bureau-officer', office: 'archives' },
  ]);
  expect((await enterRows(deps, rows, false)).map(({ outcome }) => outcome)).toEqual([
    'unchanged',
    'unchanged',
  ]);
  const other = await rowsOf(
    'hongjiang,赵监督,ZHAO@danganju.example.cn,局（馆）领导,',
    'luquan,某某,zhao@danganju.example.cn,系统管理员,',
  );
  expect(await enterRows(deps, other.slice(0, 1), false)).toMatchObject([
    { outcome: 'different', note: expect.stringMatching(/^role/) },
  ]);
  expect(await enterRows(deps, other.slice(1), false)).toMatchObject([
    { outcome: 'refused', note: expect.stringMatching(/^email/) },
  ]);
  expect(await staffRecord.read(deps.store, 'hongjiang')).toEqual(people);
});

test('each wrong row says what is wrong with it', async () => {
  const rows = await rowsOf(
    'nowhere,钱管理,a@danganju.example.cn,系统管理员,',
    'hongjiang,,b@danganju.example.cn,系统管理员,',
    'hongjiang,孙某,c@danganju.example.cn,superior,',
    'hongjiang,孙某,,系统管理员,',
    'hongjiang,孙某,c@danganju.example.cn,系统管理员,',
  );
  expect(rows.map(({ wrong }) => wrong.map((line) => line.split(':')[0]))).toEqual([
    ['jurisdiction'],
    ['name'],
    ['role'],
    ['email'],
    ['email'],
  ]);
  await expect(readRows(Buffer.from('name,email\n某,a@b.cn'))).rejects.toThrow('辖区');
});
