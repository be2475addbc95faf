import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import * as answers from '../../shared/contract/answers.ts';
import * as contract from '../../shared/contract/imports.ts';
import { instant } from '../../shared/domain/time/instant.ts';
import { limits } from '../../shared/files/bad-file.ts';
import { Roster } from '../../shared/rosters/roster.ts';
import type { Store } from '../../shared/ports.ts';
import { Spool } from '../../shared/usecases/rosters/spool.ts';
import { bureauOf } from '../support/bureaus/bureau.ts';
import { importing } from '../support/files/importing.ts';
import { createMemoryStore } from '../support/engines/memory-store.ts';
import { serverForTest } from '../support/product/server.ts';
import { excelFile } from '../support/files/workbooks.ts';

setFlagsFromString('--expose-gc');
const collected: unknown = runInNewContext('gc');
/** Bytes in use after everything that nobody holds was cleared away. */
function held(): number {
  if (typeof collected === 'function') Reflect.apply(collected, undefined, []);
  return process.memoryUsage().heapUsed;
}

const head = ['类别', '名称', '代码', '上级单位', '特征', '档案数量', '联系人', '邮箱', '手机'];
const row = (index: number): string[] => [
  '单位',
  `第${index}单位`,
  `U-${index}`,
  index % 3 === 0 ? '交通局' : '',
  '直属单位、专业档案',
  String(index),
  `联系人${index}`,
  `unit${index}@unit.example.com`,
  String(13800000000 + index),
];
const rows = (count: number): string[][] => [
  head,
  ...Array.from({ length: count }, (_, index) => row(index)),
];

describe(`${limits.rows} rows pass through at constant memory`, () => {
  const made = rows(limits.rows);
  const files = {
    'as CSV': () => Buffer.from(made.map((cells) => cells.join(',')).join('\n')),
    'as a workbook': () => excelFile(made),
  };
  test.each(Object.entries(files))('%s', async (_name, make) => {
    const bytes = make();
    let written = 0;
    let most = 0;
    const forgets: Store = {
      ...createMemoryStore(),
      putMany: async (items) => {
        for (const item of items) {
          const drafts = item['drafts'];
          if (!Array.isArray(drafts)) continue;
          written += drafts.length;
          most = Math.max(most, drafts.length);
        }
      },
    };
    const roster = new Roster(bytes);
    const spool = new Spool(
      forgets,
      { jurisdiction: 'hongjiang', id: 'x' },
      instant('2026-03-02T10:00:00+08:00'),
    );
    const heaps: number[] = [];
    for await (const draft of roster.drafts()) {
      await spool.add(draft);
      if (spool.rows % 10_000 === 0) heaps.push(held());
    }
    await spool.finish();
    expect(written).toBe(limits.rows);
    expect(most).toBeLessThanOrEqual(100);
    expect(heaps).toHaveLength(5);
    // What grows are the marks of rows, by which a second row for one subject is found: about 200 bytes each.
    expect(Math.max(...heaps) - Math.min(...heaps)).toBeLessThan(limits.rows * 500);
  });
});

test('more than a thousand rows go on by themselves, with progress; the same again changes nothing', async () => {
  const server = await serverForTest('2026-03-02T10:00:00+08:00');
  const bureau = await bureauOf(server, 'hongjiang');
  const admin = await importing(server, 'hongjiang');
  const file = excelFile([
    ...rows(1200),
    ['单位', '交通局', 'JT', '', '', '', '', '', ''],
    ['单位', '坏', 'X', '', '', '很多', '', '', ''],
  ]);
  const wanted = {
    created: 1201,
    updated: 0,
    unchanged: 0,
    rejectedRows: 1,
    rows: 1202,
    done: 1202,
    status: 'done',
  };

  const dry = await admin.followed(file, { query: '?dryRun=true' });
  expect(dry).toMatchObject({ ...wanted, dryRun: true });
  expect(await bureau.officer.all(answers.subject, `${bureau.path}/subjects?kind=unit`)).toEqual([]);

  const done = await admin.followed(file);
  expect(done).toMatchObject({ ...wanted, dryRun: false });
  const pages = [done];
  for (let cursor = done.nextCursor; cursor !== null; cursor = pages.at(-1)?.nextCursor ?? null)
    pages.push(
      contract.importProgress.parse(
        await (await admin.get(`imports/${done.id}?cursor=${encodeURIComponent(cursor)}`)).json(),
      ),
    );
  expect(pages.flatMap(({ changes }) => changes)).toHaveLength(1201);
  expect(pages.flatMap(({ rejected }) => rejected)).toMatchObject([
    { row: 1203, path: 'facts.volumes', column: 'F 档案数量' },
  ]);
  const units = await bureau.officer.all(answers.subject, `${bureau.path}/subjects?kind=unit`);
  expect(units).toHaveLength(1201);
  const parent = units.find(({ code }) => code === 'JT');
  expect(units.filter(({ parentId }) => parentId === parent?.id)).toHaveLength(400);
  const [first] = units.filter(({ code }) => code === 'U-1');
  expect((await bureau.obligations({ subjectId: first?.id ?? '' })).length).toBeGreaterThan(0);

  expect(await admin.followed(file)).toMatchObject({ ...wanted, created: 0, unchanged: 1201 });
  expect(await bureau.officer.all(answers.subject, `${bureau.path}/subjects?kind=unit`)).toEqual(units);
  expect((await admin.get('imports/none')).status).toBe(404);
});

test('a repeated request with its key gets the first answer, and another file under it is a conflict', async () => {
  const server = await serverForTest('2026-03-02T10:00:00+08:00');
  const admin = await importing(server, 'hongjiang');
  const asked = { headers: { 'idempotency-key': 'once' } };
  const first = await admin.done('名称\n甲', asked);
  expect(first).toMatchObject({ created: 1 });
  expect(await admin.done('名称\n甲', asked)).toEqual(first);
  expect((await admin.refused(409, '名称\n乙', asked)).status).toBe(409);
});
