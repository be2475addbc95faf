import { describe, expect, test } from 'vitest';
import { listOf } from '../../shared/contract/answers.ts';
import { importProgress, importSummary } from '../../shared/contract/imports.ts';
import { bureauOf, pathOf } from '../support/bureaus/bureau.ts';
import { importing } from '../support/files/importing.ts';
import { serverForTest } from '../support/product/server.ts';

const NOW = '2026-03-02T10:00:00+08:00';
const list = listOf(importSummary);
const path = `${pathOf('hongjiang')}/imports`;

const scene = async () => {
  const server = await serverForTest(NOW);
  const auditor = await server.as({ role: 'auditor', jurisdiction: 'hongjiang' });
  return { server, auditor, admin: await importing(server, 'hongjiang') };
};

describe('the list of imports', () => {
  test('tells who imported which file when, and what came of it; newest first, page by page', async () => {
    const { server, auditor, admin } = await scene();
    expect(await auditor.get(list, path)).toEqual({ items: [], nextCursor: null });
    const file = '名称,代码\n交通局,U-1\n教育局,U-2\n,';
    await admin.done(file, { query: `?dryRun=true&file=${encodeURIComponent('名册.csv')}` });
    await server.advance('2026-03-02T11:00:00+08:00');
    const done = await admin.done(`${file}\n合计,`, { query: `?file=${encodeURIComponent('名册.csv')}` });
    await server.advance('2026-03-02T12:00:00+08:00');
    const many = ['名称,代码', ...Array.from({ length: 1100 }, (_, at) => `第${at}单位,N-${at}`)].join('\n');
    const followed = await admin.followed(many);
    const { items } = await auditor.get(list, path);
    expect(items).toMatchObject([
      {
        id: followed.id,
        status: 'done',
        dryRun: false,
        rows: 1100,
        created: 1100,
        finishedAt: expect.any(String),
      },
      {
        id: done.id,
        status: 'done',
        dryRun: false,
        file: '名册.csv',
        rows: 3,
        done: 3,
        created: 2,
        updated: 0,
        unchanged: 0,
        rejectedRows: 1,
        startedAt: '2026-03-02T11:00:00+08:00',
        startedBy: expect.stringMatching(/^bureau-admin:/),
      },
      { dryRun: true, file: '名册.csv', created: 2, startedAt: '2026-03-02T10:00:00+08:00' },
    ]);
    const first = await auditor.get(list, `${path}?limit=2`);
    const rest = await auditor.get(list, `${path}?limit=2&cursor=${first.nextCursor ?? ''}`);
    expect([...first.items, ...rest.items]).toEqual(items);
    expect(rest.nextCursor).toBeNull();
    // What the answer to the file said is there to be read again.
    const detail = await (await admin.get(`imports/${done.id}`)).json();
    expect(detail).toMatchObject({
      rejected: done.rejected,
      changes: done.changes,
      startedAt: items[1]?.startedAt,
    });
  });

  test('a request that is repeated is one import, and gets the same answer', async () => {
    const { auditor, admin } = await scene();
    const headers = { 'idempotency-key': 'once' };
    const rows = Array.from({ length: 900 }, (_, at) => `第${at}单位,N-${at},不是日期的很长很长的文字`);
    const file = ['名称,代码,列入国家专业档案目录日期', ...rows, '好单位,OK,'].join('\n');
    const first = await admin.done(file, { headers });
    expect(await admin.done(file, { headers })).toEqual(first);
    expect((await auditor.get(list, path)).items).toHaveLength(1);
    const pages: unknown[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const asked = cursor === '' ? '' : `?cursor=${cursor}`;
      const page = importProgress.parse(await (await admin.get(`imports/${first.id}${asked}`)).json());
      pages.push(...page.rejected);
      ({ nextCursor: cursor } = page);
    }
    expect(pages).toHaveLength(900);
  });

  test('is for the bureau, an office sees its own, and nobody those that are kept no longer', async () => {
    const { server, auditor, admin } = await scene();
    await admin.done('名称\n交通局');
    const legal = await server.as({
      role: 'bureau-admin',
      jurisdiction: 'hongjiang',
      office: 'legal-affairs',
    });
    expect((await legal.get(list, path)).items).toEqual([]);
    const superior = await server.as({ role: 'superior', jurisdiction: 'huaihua' });
    expect((await superior.get(list, path)).items).toMatchObject([{ startedBy: 'bureau-admin' }]);
    const { unit } = await bureauOf(server, 'hongjiang');
    await (await unit('nobody')).refused(403, 'GET', path);
    await (await server.as({ role: 'auditor', jurisdiction: 'baixiang' })).refused(404, 'GET', path);
    await server.advance('2026-04-02T10:00:00+08:00');
    expect((await auditor.get(list, path)).items).toEqual([]);
  });
});
