import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import * as answers from '../../shared/contract/answers.ts';
import { gb18030 } from '../support/files/gb18030.ts';
import { importing } from '../support/files/importing.ts';
import { asCsv, entersRoster, roster, rosterScene } from '../support/files/roster.ts';
import { excelFile, wpsFile } from '../support/files/workbooks.ts';

describe('a roster', () => {
  const files = {
    'as CSV': Buffer.from(asCsv(roster)),
    'as GB18030': gb18030(asCsv(roster)),
    'from Excel': excelFile(roster),
    'from WPS': wpsFile(roster),
    'packed for the way': undefined,
  };
  test.each(Object.entries(files))('%s is entered; the same again changes nothing', (_name, given) =>
    given ? entersRoster(given) : entersRoster(gzipSync(asCsv(roster)), { 'content-encoding': 'gzip' }),
  );
});

const head = 'kind,name,code,parentId,traits,startedOn,contact,email,mobile';

describe('rows', () => {
  test('a changed row changes its subject, an empty cell nothing, and the dates follow', async () => {
    const { admin, subjects, bureau } = await rosterScene();
    await admin.done(`${head}\nproject,A,P-1,,,2026-03-01,王一,a@x.example.com,13800000000`);
    const [before] = await subjects('project');
    const due = (await bureau.obligations({ subjectId: before?.id ?? '' })).map(
      (one) => 'dueOn' in one && one.dueOn,
    );
    const changed = `${head}\nproject,,P-1,,,2026-02-01,王一,b@x.example.com,`;
    const dry = await admin.done(changed, { query: '?dryRun=true' });
    expect(dry.changes).toEqual([
      {
        row: 2,
        act: 'update',
        subjectId: before?.id,
        kind: 'project',
        name: 'A',
        fields: [
          { path: 'facts.startedOn', before: '2026-03-01', after: '2026-02-01' },
          { path: 'contacts.0.email', before: 'a@x.example.com', after: 'b@x.example.com' },
        ],
        outlook: { duties: 2, past: 0, traits: [], facts: [] },
      },
    ]);
    expect(await subjects('project')).toEqual([before]);
    expect(await admin.done(changed)).toMatchObject({ created: 0, updated: 1 });
    const [after] = await subjects('project');
    expect(after).toMatchObject({
      name: 'A',
      contacts: [{ name: '王一', email: 'b@x.example.com', mobile: '13800000000' }],
    });
    expect(
      (await bureau.obligations({ subjectId: before?.id ?? '' })).map((one) => 'dueOn' in one && one.dueOn),
    ).not.toEqual(due);
  });

  test('bad rows are told by row, field, column and remedy; the good ones are imported', async () => {
    const { admin, subjects } = await rosterScene();
    const file = [
      '类别,名称,代码,上级单位,特征,开工日期,邮箱,自评得分',
      '单位,甲,1,,,,,',
      '建设项目,乙,2,,,2026年2月30日,不是邮箱,',
      '单位,丙,3,没有的单位,,,,',
      '飞船,丁,4,,,,,',
      '单位,戊,5,,没有的特征,,,',
      '单位,己,6,,,2026-03-01,,',
      '建设项目,庚,7,,,,,101',
      '单位,甲二,1,,,,,',
      '单位,,8,,,,,',
      '单位,辛,9,,,,,,多出来的',
    ].join('\n');
    const { rejected, rejectedRows, created } = await admin.done(file);
    expect({ created, rejectedRows }).toEqual({ created: 1, rejectedRows: 9 });
    const told = (row: number) => rejected.filter((entry) => entry.row === row);
    const error = (path: string, column: string | undefined, message: RegExp) => ({
      row: expect.any(Number),
      path,
      code: expect.any(String),
      params: expect.any(Object),
      ...(column === undefined ? {} : { column }),
      message: expect.stringMatching(message),
    });
    expect(told(3)).toEqual([
      error('facts.startedOn', 'F 开工日期', /2026年2月30日.*is not a day: write/),
      error('contacts.0.email', 'G 邮箱', /不是邮箱.*not an e-mail address/),
    ]);
    expect(told(4)).toEqual([error('parentId', 'D 上级单位', /没有的单位.*put its row above/)]);
    expect(told(5)).toEqual([error('kind', 'A 类别', /飞船.*write one of 单位, 建设项目(?!.*主管部门)/)]);
    expect(told(6)).toEqual([error('traits', 'E 特征', /没有的特征.*write one of/)]);
    expect(told(7)).toEqual([error('facts.startedOn', 'F 开工日期', /unknown fact of a unit/)]);
    expect(told(8)).toEqual([error('facts.selfScore', 'H 自评得分', /at most 100/)]);
    expect(told(9)).toEqual([error('code', 'C 代码', /row 2 is about the same unit/)]);
    expect(told(10)).toEqual([error('name', 'B 名称', /no unit has the code 8/)]);
    expect(told(11)).toEqual([error('', 'I', /has no heading/)]);
    expect((await subjects('unit')).map(({ name }) => name)).toEqual(['甲']);
  });

  test('are matched by code, else by exact kind, name and parent; what is ambiguous is rejected', async () => {
    const { admin, bureau, subjects } = await rosterScene();
    const parent = await bureau.enter({ kind: 'unit', name: '上级', code: 'S' });
    const other = await bureau.enter({ kind: 'unit', name: '他级', code: 'T' });
    const own = await bureau.enter({ kind: 'project', name: '同名', parentId: parent.id });
    await bureau.enter({ kind: 'project', name: '同名', parentId: other.id });
    const matched = await admin.done(`${head}\nproject,同名,,上级,,2026-03-01`);
    expect(matched).toMatchObject({ created: 0, updated: 1, changes: [{ subjectId: own.id }] });
    await bureau.enter({ kind: 'project', name: '同名', parentId: parent.id });
    const [ambiguous] = (await admin.done(`${head}\nproject,同名,,S,,2026-03-02`)).rejected;
    expect(ambiguous).toMatchObject({ row: 2, path: 'name', code: 'import.ambiguous' });
    expect(ambiguous?.params['subjects']).toContain(own.id);
    expect((await admin.done(`${head}\nproject,同名,X-1,S`)).rejected).toMatchObject([{ path: 'code' }]);
    // A renamed subject is found by its present name alone.
    await bureau.patch(other.id, { name: '改名' });
    expect(await admin.done(`${head}\nproject,新项目,,他级`)).toMatchObject({
      created: 0,
      rejected: [{ path: 'parentId' }],
    });
    expect(await admin.done(`${head}\nproject,新项目,,改名`)).toMatchObject({ created: 1 });
    expect((await subjects('project')).find(({ name }) => name === '新项目')).toMatchObject({
      parentId: other.id,
    });
    await bureau.officer.send(answers.subject, 'DELETE', `${bureau.path}/subjects/${other.id}`, {});
    expect(await admin.done(`${head}\nunit,改名,T`)).toMatchObject({ unchanged: 1, rejected: [] });
    expect(await admin.done(`${head}\nunit,又改名,T`)).toMatchObject({
      rejected: [{ code: 'import.retired' }],
    });
  });

  test('a row never puts a subject below itself, by the rows above or by what is stored', async () => {
    const { admin, subjects } = await rosterScene();
    await admin.done(`${head}\nunit,环甲,H1\nunit,环乙,H2,H1\nunit,环丙,H3,H2`);
    const stored = await admin.done(`${head}\nunit,环甲,H1,H3`);
    expect(stored.rejected).toMatchObject([{ row: 2, path: 'parentId', code: 'subject.below-itself' }]);
    await admin.done(`${head}\nunit,独甲,K1\nunit,独乙,K2`);
    const both = await admin.done(`${head}\nunit,独甲,K1,K2\nunit,独乙,K2,K1`);
    expect(both).toMatchObject({ updated: 1, rejected: [{ row: 3, path: 'parentId' }] });
    const units = await subjects('unit');
    const parentOf = (code: string) => units.find((unit) => unit.code === code)?.parentId;
    expect([parentOf('H1'), parentOf('K2')]).toEqual([undefined, undefined]);
  });

  test('the bureau’s own subjects are there from the start and are not made', async () => {
    const { admin } = await rosterScene();
    expect(await admin.done('kind,name,code\nbureau,某局,x')).toMatchObject({
      created: 0,
      rejected: [{ row: 2, path: 'kind' }],
    });
  });
});

test('only a bureau’s admin imports, and only into its own bureau', async () => {
  const { server, admin } = await rosterScene();
  const file = `${head}\nunit,A,1`;
  for (const role of ['bureau-officer', 'bureau-leader', 'unit', 'auditor'] as const)
    expect((await (await importing(server, 'hongjiang', role)).refused(403, file)).status).toBe(403);
  const stranger = await importing(server, 'baixiang');
  const response = await fetch(`${server.url}/v1/jurisdictions/hongjiang/imports`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${await server.token({ role: 'bureau-admin', jurisdiction: 'baixiang' })}`,
    },
    body: file,
  });
  expect(response.status).toBe(404);
  expect(
    (await fetch(`${server.url}/v1/jurisdictions/hongjiang/imports`, { method: 'POST', body: file })).status,
  ).toBe(401);
  expect(await admin.done(file)).toMatchObject({ created: 1 });
  expect(await stranger.done(file)).toMatchObject({ created: 1 });
});
