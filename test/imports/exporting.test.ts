import { describe, expect, test } from 'vitest';
import * as answers from '../../shared/contract/answers.ts';
import { exportLists, sheetFormats, sheetTypes, type ExportName } from '../../shared/contract/exports.ts';
import { templateKinds } from '../../shared/contract/imports.ts';
import { csvRows } from '../../shared/files/csv-read.ts';
import { cellText } from '../../shared/rosters/cells.ts';
import { guarded, unguarded } from '../../shared/files/unpack-guard.ts';
import { xlsxRows } from '../../shared/files/xlsx-read.ts';
import { bureauOf } from '../support/bureaus/bureau.ts';
import { importing } from '../support/files/importing.ts';
import { serverForTest, sharedServer } from '../support/product/server.ts';
import { ENTERED, marksIn, tenantsOf } from '../support/bureaus/tenants.ts';

const names: ExportName[] = [
  'subjects',
  'obligations',
  'notices',
  'escalations',
  'inspections',
  'draws',
  'quotas',
  'plan',
  'ledger',
  'staff',
  'sign-ins',
  'rules',
  'feeds',
];

/** The cells of a spreadsheet as people see them. */
async function cellsOf(bytes: Uint8Array, format: 'csv' | 'xlsx'): Promise<string[][]> {
  const rows: string[][] = [];
  for await (const { cells } of format === 'csv' ? csvRows(bytes) : xlsxRows(bytes))
    rows.push(Array.from(cells, (cell) => (cell ? cellText(cell) : '')));
  return rows;
}
const bytesOf = async (response: Response): Promise<Uint8Array> => Buffer.from(await response.arrayBuffer());

const shared = sharedServer(ENTERED, async (server) => tenantsOf(server, ['hongjiang', 'baixiang']));

describe('every list', () => {
  test('of the contract is tried here', () => {
    expect([...names].sort()).toEqual(Object.keys(exportLists).sort());
  });

  test.each(names)('%s, to each role as the list itself, and nothing of another bureau', async (name) => {
    const { server, scene } = shared();
    const [here] = scene;
    for (const format of sheetFormats) {
      const isForOfficers = exportLists[name].roles.some((role) => role === 'bureau-officer');
      const reader = await importing(server, 'hongjiang', isForOfficers ? 'bureau-officer' : 'bureau-admin');
      const response = await reader.get(`exports/${name}.${format}`);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe(sheetTypes[format]);
      expect(response.headers.get('content-disposition')).toMatch(
        /^attachment; filename="document\.\w+"; filename\*=UTF-8''%E/,
      );
      const bytes = await bytesOf(response);
      if (format === 'csv') expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
      const [headings, ...rows] = await cellsOf(bytes, format);
      expect(headings?.length).toBeGreaterThan(4);
      if (!['inspections', 'draws', 'feeds', 'plan', 'sign-ins'].includes(name))
        expect(rows.length).toBeGreaterThan(0);
      const marks = marksIn(JSON.stringify(rows));
      expect(marks.filter((mark) => mark.startsWith('mark.baixiang'))).toEqual([]);

      const unit = await server.token({
        role: 'unit',
        jurisdiction: 'hongjiang',
        unitId: here?.a.subject ?? '',
      });
      const asked = await fetch(`${server.url}/v1/jurisdictions/hongjiang/exports/${name}.${format}`, {
        headers: { authorization: `Bearer ${unit}` },
      });
      if (!exportLists[name].roles.some((role) => role === 'unit')) expect(asked.status).toBe(403);
      else {
        expect(asked.status).toBe(200);
        const own = marksIn(JSON.stringify(await cellsOf(await bytesOf(asked), format)));
        expect(own.filter((mark) => !mark.startsWith('mark.hongjiang.a'))).toEqual([]);
      }
      const stranger = await server.token({ role: 'bureau-officer', jurisdiction: 'baixiang' });
      const elsewhere = await fetch(`${server.url}/v1/jurisdictions/hongjiang/exports/${name}.${format}`, {
        headers: { authorization: `Bearer ${stranger}` },
      });
      expect(elsewhere.status).toBe(404);
      expect((await fetch(`${server.url}/v1/jurisdictions/hongjiang/exports/${name}.${format}`)).status).toBe(
        401,
      );
    }
  });

  test('takes the filters of the list, and names what it does not know', async () => {
    const { server } = shared();
    const reader = await importing(server, 'hongjiang', 'auditor');
    const projects = await cellsOf(
      await bytesOf(await reader.get('exports/subjects.csv?kind=project')),
      'csv',
    );
    expect(projects.slice(1).map(([kind]) => kind)).toEqual(['建设项目', '建设项目']);
    const wrong = await reader.get('exports/subjects.csv?sort=name');
    expect([wrong.status, answers.problem.parse(await wrong.json()).errors?.[0]?.path]).toEqual([
      400,
      'sort',
    ]);
    expect((await reader.get('exports/nothing.csv')).status).toBe(404);
  });
});

const formulas = [
  '=1+1',
  '+8613800000000',
  '-1',
  '@SUM(A1)',
  '\tx',
  "'=x",
  "''-x",
  '＝１＋１',
  '=HYPERLINK("http://x.example.com","点")',
  "'",
  "o'clock",
  '正常',
  '_x0041_',
  'a"b,c\nd',
  '  ',
];

describe('what spreadsheets would run as a formula', () => {
  test('is guarded, and reads as it was', () => {
    for (const text of formulas) {
      expect(guarded(text)).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/u);
      expect(unguarded(guarded(text))).toBe(text);
    }
    expect(guarded("o'clock")).toBe("o'clock");
  });

  test.each(sheetFormats)('goes out as %s and comes back without a change', async (format) => {
    const server = await serverForTest('2026-03-02T10:00:00+08:00');
    const bureau = await bureauOf(server, 'hongjiang');
    const admin = await importing(server, 'hongjiang');
    const parent = await bureau.enter({ kind: 'unit', name: '=上级', code: '@S', traits: ['direct'] });
    for (const [index, name] of formulas
      .map((text) => text.trim())
      .filter((text) => text !== '')
      .entries())
      await bureau.enter({
        kind: 'project',
        name,
        parentId: parent.id,
        facts: { startedOn: '2026-03-01', competentDepartment: name, selfScore: 80 },
        contacts: [
          { name, email: `u${index}@unit.example.com`, mobile: '+86 13800000000', role: name },
          { name: `-${name}` },
        ],
      });
    await bureau.enter({
      kind: 'archivist',
      name: '档案员',
      facts: { certifiedOn: '2026-01-01', classHours: { 2025: 40, 2026: 12 } },
    });
    await bureau.enter({
      kind: 'government',
      name: '县政府',
      facts: { level: 'county', heardOn: ['2026-01-05', '2026-02-05'] },
    });
    const before = await bureau.officer.all(answers.subject, `${bureau.path}/subjects`);
    const file = await bytesOf(await admin.get(`exports/subjects.${format}`));
    if (format === 'csv') {
      for (const line of Buffer.from(file).toString().slice(1).split('\r\n'))
        for (const cell of line.split(',')) expect(cell).not.toMatch(/^"?[=+@＝＋＠]|^"?-(?!\d)/u);
    }
    const outcome = await admin.done(file);
    expect(outcome).toMatchObject({ created: 0, updated: 0, rejected: [], unchanged: before.length });
    expect(await bureau.officer.all(answers.subject, `${bureau.path}/subjects`)).toEqual(before);
  });
});

test.each(templateKinds)('the template of %s has no rows, and takes them', async (kind) => {
  const { server } = shared();
  const admin = await importing(server, 'hongjiang');
  for (const format of sheetFormats) {
    const response = await admin.get(`import-templates/${kind}.${format}`);
    expect(response.headers.get('content-type')).toBe(sheetTypes[format]);
    const file = await bytesOf(response);
    expect(await cellsOf(file, format)).toHaveLength(1);
    expect(await admin.done(file)).toMatchObject({ created: 0, updated: 0, unchanged: 0, rejected: [] });
  }
});
