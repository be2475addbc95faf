import { strToU8, zipSync } from 'fflate';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { BadFile, limits } from '../../shared/files/bad-file.ts';
import { kindOf, type FieldError } from '../../shared/outcome.ts';
import { Roster } from '../../shared/rosters/roster.ts';
import { gb18030 } from '../support/files/gb18030.ts';
import { importing } from '../support/files/importing.ts';
import { serverForTest } from '../support/product/server.ts';
import { excelFile, excelWith, sheetOf } from '../support/files/workbooks.ts';

async function refusal(bytes: Uint8Array): Promise<BadFile> {
  try {
    const rows = new Roster(bytes).drafts();
    while (!(await rows.next()).done);
  } catch (error) {
    if (error instanceof BadFile) return error;
    throw error;
  }
  throw new Error('the file was read to its end');
}

const text = (value: string): Uint8Array => Buffer.from(value);
const zeros = (bytes: number): Uint8Array => new Uint8Array(bytes);

/** A part of nothing but spaces: it packs a thousand times smaller. */
const spaces = (bytes: number): Uint8Array => new Uint8Array(bytes).fill(0x20);
const bomb = excelWith({ 'xl/worksheets/sheet1.xml': spaces(limits.unpackedBytes + 1) });
const inline = (at: string, value: string): string =>
  `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
/** Four thousand letters that hardly pack. */
const numbered = (at: number): string =>
  Array.from({ length: 500 }, (_, index) => (at * 500 + index) * 7 + 10_000_000).join('');
const manyCells = Array.from({ length: 300 }, (_, index) => `<c><v>${index}</v></c>`).join('');

/** The last entry of the directory claims another size than the part has. */
function lying(): Uint8Array {
  const bytes = excelFile([['名称'], ['甲']]);
  const end = bytes.length - 22;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const directory = view.getUint32(end + 16, true);
  view.setUint32(directory + 24, 1, true);
  return bytes;
}

const longCell = {
  path: 'row 2',
  code: 'file.cell-too-long',
  params: { cell: 'A2', letters: 5000 },
} as const;

const files: readonly (readonly [string, Uint8Array, Partial<FieldError>, boolean])[] = [
  ['nothing', zeros(0), { code: 'file.empty' }, false],
  ['zero bytes', zeros(1000), { code: 'file.no-table' }, false],
  [
    'a picture',
    Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 1),
    { code: 'file.no-table' },
    false,
  ],
  [
    'an old workbook',
    Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0),
    { code: 'file.old-format' },
    false,
  ],
  ['another archive', zipSync({ 'a.txt': strToU8('a') }), { code: 'file.no-workbook' }, false],
  ['a workbook cut off', excelFile([['名称'], ['甲']]).subarray(0, 900), { code: 'file.damaged' }, false],
  [
    'a workbook whose part is no XML',
    excelWith({ 'xl/worksheets/sheet1.xml': '<worksheet><sheetData>' }),
    { code: 'file.part-damaged', params: { part: 'xl/worksheets/sheet1.xml' } },
    false,
  ],
  [
    'a workbook with a document type',
    excelWith({
      'xl/worksheets/sheet1.xml': `<!DOCTYPE x [<!ENTITY a "aaaa">]>${sheetOf('<row r="1"><c t="str"><v>&a;</v></c></row>')}`,
    }),
    { code: 'file.document-type', params: { part: 'xl/worksheets/sheet1.xml' } },
    false,
  ],
  ['a bomb', bomb, { code: 'file.part-too-large', params: { part: 'xl/worksheets/sheet1.xml' } }, true],
  [
    'a bomb among the shared texts',
    excelWith({
      'xl/sharedStrings.xml': `<sst>${Array.from({ length: 5000 }, (_, at) => `<si><t>${numbered(at)}</t></si>`).join('')}</sst>`,
    }),
    { code: 'file.too-much-text' },
    true,
  ],
  [
    'a million columns of text',
    text(`名称${','.repeat(1_000_000)}x\n`),
    { path: 'row 1', code: 'file.too-many-columns' },
    true,
  ],
  [
    'a heading row of empty columns',
    text(`名称${','.repeat(20_000)}\n甲`),
    { path: 'row 1', code: 'file.too-many-columns', params: { row: 1, columns: 200 } },
    true,
  ],
  [
    'a row of empty columns behind line ends in quotation marks',
    text(`名称\r\n"甲\n,"\r\n\r\n乙${','.repeat(100_000)}`),
    { path: 'row 4', code: 'file.too-many-columns', params: { row: 4, columns: 200 } },
    true,
  ],
  ['300 columns of text', text(`名称${',x'.repeat(300)}\n`), { code: 'file.too-many-columns' }, true],
  [
    '300 columns of a workbook',
    excelWith({ 'xl/worksheets/sheet1.xml': sheetOf(`<row r="1">${manyCells}</row>`) }),
    { code: 'file.too-many-columns' },
    true,
  ],
  [
    'a cell far to the right',
    excelWith({ 'xl/worksheets/sheet1.xml': sheetOf(`<row r="1">${inline('XFD1', 'x')}</row>`) }),
    { code: 'file.too-many-columns' },
    true,
  ],
  [
    'a cell that never ends',
    text(`名称\n"${'长'.repeat(500_000)}`),
    { path: 'row 2', code: 'file.row-too-long' },
    true,
  ],
  ['a long cell', text(`名称\n${'长'.repeat(5001)}`), longCell, true],
  ['a long cell of a workbook', excelFile([['名称'], ['长'.repeat(5001)]]), longCell, true],
  [
    'too many rows',
    text(`名称\n${Array.from({ length: 50_001 }, (_, index) => `单位${index}`).join('\n')}`),
    { code: 'import.too-many-rows', params: { rows: 50_000 } },
    true,
  ],
  [
    'UTF-8 and GB18030 mixed',
    Buffer.concat([text('名称\n第一个单位\n'), gb18030('第二个单位\n')]),
    { path: 'row 1', code: 'file.mixed-encodings', params: { line: 1 } },
    false,
  ],
  [
    'GB18030 and UTF-8 mixed',
    Buffer.concat([gb18030('名称\n第一个单位\n'), text('第二个单位\n')]),
    { path: 'row 3', code: 'file.mixed-encodings', params: { line: 3 } },
    false,
  ],
  [
    'a mark of UTF-8 before GB18030',
    Buffer.concat([text('\ufeff'), gb18030('名称\n第一个单位\n')]),
    { code: 'file.encoding' },
    false,
  ],
  ['bytes of no encoding', Uint8Array.of(...text('a\n'), 0xff, 0xff, 0xff), { code: 'file.encoding' }, false],
  [
    'a heading that is not known',
    text('名称,股室\n甲,无'),
    { path: 'column B', code: 'import.heading-unknown', params: { column: 'B', text: '股室' } },
    false,
  ],
  [
    'two columns of one meaning',
    text('名称,单位名称\n甲,乙'),
    {
      code: 'import.heading-twice',
      params: { other: 'A 名称', column: 'B', text: '单位名称', field: 'name' },
    },
    false,
  ],
  ['no column of names', text('类别,开工日期\n建设项目,2026-03-01'), { code: 'import.no-names' }, false],
  ['a title alone', text('某区单位名册\n'), { code: 'import.no-headings' }, false],
  ['a quotation mark within', text('名称\n甲"乙"丙\n'), { path: 'row 2', code: 'file.quotation' }, false],
];

describe('a file that is none is refused, with the place and the remedy', () => {
  test.each(files)('%s', async (_name, bytes, wrong, tooLarge) => {
    const { errors } = await refusal(bytes);
    expect(errors).toMatchObject([wrong]);
    for (const error of errors) {
      expect(kindOf(error)).toBe(tooLarge ? 'too-large' : 'malformed');
      expect(error.path).toMatch(/^(file|row \d+|column [A-Z]+)$/);
    }
  });
});

test('what an archive claims of its sizes is not believed', async () => {
  const drafts = [];
  for await (const draft of new Roster(lying()).drafts()) drafts.push(draft);
  expect(drafts).toMatchObject([{ name: '甲' }]);
});

test('formulas give what they showed last, and those that were never worked out are told', async () => {
  const rows = sheetOf(
    `<row r="1">${inline('A1', '名称')}${inline('B1', '档案数量')}</row>` +
      `<row r="2"><c r="A2" t="str"><f>"甲"&amp;"乙"</f><v>甲乙</v></c><c r="B2"><f>1+1</f><v>2</v></c></row>` +
      `<row r="3">${inline('A3', '丙')}<c r="B3"><f>1+1</f></c></row>` +
      `<row r="4">${inline('A4', '丁')}<c r="B4" t="e"><v>#REF!</v></c></row>`,
  );
  const drafts = [];
  for await (const draft of new Roster(excelWith({ 'xl/worksheets/sheet1.xml': rows })).drafts())
    drafts.push(draft);
  expect(drafts).toMatchObject([
    { name: '甲乙', facts: { volumes: 2 }, errors: [] },
    { row: 3, errors: [{ path: 'facts.volumes', code: 'import.formula' }] },
    {
      row: 4,
      errors: [{ path: 'facts.volumes', code: 'import.error-value', params: { error: '#REF!' } }],
    },
  ]);
});

test('over HTTP they are problems that name the field, and nothing is stored', async () => {
  const server = await serverForTest('2026-03-02T10:00:00+08:00');
  const admin = await importing(server, 'hongjiang');
  const problem = await admin.refused(413, bomb);
  expect(problem.errors).toMatchObject([
    { path: 'file', code: 'file.part-too-large', message: expect.stringContaining('unpacks to more than') },
  ]);
  expect((await admin.refused(400, text('名称,股室\n甲,无'))).errors).toMatchObject([{ path: 'column B' }]);
  expect((await admin.refused(413, zeros(limits.bodyBytes + 1))).errors).toMatchObject([{ path: 'file' }]);
  const packed = { headers: { 'content-encoding': 'gzip' } };
  expect((await admin.refused(413, gzipSync(zeros(limits.unpackedBytes + 1)), packed)).errors).toMatchObject([
    { path: 'file' },
  ]);
  expect((await admin.refused(400, text('名称\n甲'), packed)).errors).toMatchObject([{ path: 'file' }]);
  const form = { headers: { 'content-type': 'multipart/form-data; boundary=x' } };
  expect((await admin.refused(400, text('--x\n\n名称\n甲'), form)).errors).toMatchObject([
    { path: 'Content-Type' },
  ]);
  expect((await admin.refused(400, text('名称\n甲'), { query: '?dryrun=true' })).errors).toMatchObject([
    { path: 'dryrun' },
  ]);
  // A file that breaks after many good rows leaves nothing behind.
  const late = `名称,代码\n${Array.from({ length: 1500 }, (_, index) => `单位${index},${index}`).join('\n')}\n"`;
  expect((await admin.refused(413, text(late + 'x'.repeat(500_000)))).errors).toMatchObject([
    { path: expect.stringMatching(/^row 15/) },
  ]);
  expect(await (await admin.get('subjects?kind=unit')).json()).toMatchObject({ items: [] });
});

describe('little that becomes much', () => {
  const blankLines = Buffer.alloc(2_000_000, '\n');
  const blankRows = excelWith({ 'xl/worksheets/sheet1.xml': sheetOf(`<row/>`.repeat(300_000)) });
  const lines: readonly (readonly [string, Uint8Array])[] = [
    ['empty lines', Buffer.concat([text('名称\n甲\n'), blankLines])],
    ['empty lines before everything', blankLines],
    ['lines of separators', text(`名称,代码\n甲,1\n${',\n'.repeat(limits.lines)}`)],
    ['empty rows of a workbook', blankRows],
  ];
  test.each(lines)('%s count as lines', async (_name, bytes) => {
    expect((await refusal(bytes)).errors).toMatchObject([
      { path: 'file', code: 'file.too-many-lines', params: { lines: 50_100 } },
    ]);
  });

  test('a few thousand empty lines do no harm', async () => {
    const drafts = [];
    for await (const draft of new Roster(text(`名称\n甲\n${'\n'.repeat(5000)}乙`)).drafts())
      drafts.push(draft);
    expect(drafts).toMatchObject([{ name: '甲' }, { row: 5003, name: '乙' }]);
  });

  test('other work goes on while a file is read', async () => {
    let turns = 0;
    const turn = (): void => {
      turns += 1;
      waiting = setImmediate(turn);
    };
    let waiting = setImmediate(turn);
    await refusal(blankLines);
    clearImmediate(waiting);
    // Lines are read in pieces of 16 KiB: one turn for each up to the limit of lines, at least.
    expect(turns).toBeGreaterThanOrEqual(Math.floor(limits.lines / (16 * 1024)));
  });

  test('a file whose time is over is refused and stores nothing', async () => {
    const rows = new Roster(text('名称\n甲\n'), { over: AbortSignal.abort() }).drafts();
    await expect(rows.next()).rejects.toMatchObject({
      errors: [{ path: 'file', code: 'file.too-slow', params: { seconds: 20 } }],
    });
  });

  test('gzip over HTTP is unpacked no further than a multiple of its size', async () => {
    const server = await serverForTest('2026-03-02T10:00:00+08:00');
    const admin = await importing(server, 'hongjiang');
    const packed = { headers: { 'content-encoding': 'gzip' } };
    const lineBomb = gzipSync(blankLines);
    expect(lineBomb.length).toBeLessThan(2500);
    expect((await admin.refused(413, lineBomb, packed)).errors).toMatchObject([
      { path: 'file', code: 'file.too-many-lines', message: expect.stringMatching(/50100 lines/) },
    ]);
    const spaceBomb = gzipSync(spaces(limits.unpackedAtLeast + 1));
    expect((await admin.refused(413, spaceBomb, packed)).errors).toMatchObject([
      { path: 'file', code: 'request.file-unpacks', params: { bytes: limits.unpackedAtLeast } },
    ]);
    expect(await (await admin.get('imports')).json()).toMatchObject({ items: [] });
  });
});
