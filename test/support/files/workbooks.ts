import { strToU8, Zip, ZipDeflate, zipSync } from 'fflate';
import { columnName } from '../../../shared/files/rows.ts';

/** A cell of a test’s table: text, number, a day by its serial number, a formula, nothing. */
export type TestCell =
  | string
  | number
  | boolean
  | undefined
  | { readonly day: number }
  /** A number under a format code of its own. */
  | { readonly number: number; readonly format: string }
  | { readonly formula: string; readonly value: string };

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const pack = 'http://schemas.openxmlformats.org/package/2006';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const contentTypes = `${xml}<Types xmlns="${pack}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`;
const rootRels = `${xml}<Relationships xmlns="${pack}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

const others = `<Relationship Id="rId20" Type="${office}/styles" Target="styles.xml"/><Relationship Id="rId21" Type="${office}/sharedStrings" Target="sharedStrings.xml"/>`;

/** The differences between the two programs. */
interface Program {
  readonly workbook: string;
  readonly relations: string;
  readonly sheet: string;
  readonly sheetHead: string;
  readonly rowAttributes: (width: number) => string;
  readonly styles: string;
  /** How a shared text is written. */
  readonly text: (text: string) => string;
}

const excel: Program = {
  workbook: `${xml}<workbook xmlns="${main}" xmlns:r="${office}"><fileVersion appName="xl" lastEdited="7"/><workbookPr defaultThemeVersion="166925"/><sheets><sheet name="说明" sheetId="2" state="hidden" r:id="rId9"/><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  relations: `${xml}<Relationships xmlns="${pack}/relationships"><Relationship Id="rId9" Type="${office}/worksheet" Target="worksheets/sheet9.xml"/><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/>${others}</Relationships>`,
  sheet: 'xl/worksheets/sheet1.xml',
  sheetHead: `<worksheet xmlns="${main}" xmlns:r="${office}" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac"><dimension ref="A1"/><sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15"/>`,
  rowAttributes: (width) => ` spans="1:${width}" x14ac:dyDescent="0.25"`,
  styles: `${xml}<styleSheet xmlns="${main}"><cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  text: (text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`,
};

const wps: Program = {
  ...excel,
  workbook: `${xml}<workbook xmlns="${main}" xmlns:r="${office}"><fileVersion appName="xl" lastEdited="3" lowestEdited="5" rupBuild="9302"/><workbookPr/><bookViews><workbookView/></bookViews><sheets><sheet name="名册" sheetId="1" r:id="rId3"/></sheets></workbook>`,
  relations: `${xml}<Relationships xmlns="${pack}/relationships"><Relationship Id="rId3" Type="${office}/worksheet" Target="/xl/worksheets/sheet1.xml"/>${others}</Relationships>`,
  rowAttributes: () => ' customFormat="1" ht="14.25"',
  styles: `${xml}<styleSheet xmlns="${main}"><numFmts count="2"><numFmt numFmtId="44" formatCode="_ &quot;￥&quot;* #,##0.00_ ;_ &quot;￥&quot;* \\-#,##0.00_ "/><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/></numFmts><cellStyleXfs count="1"><xf numFmtId="44"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"><alignment vertical="center"/></xf><xf numFmtId="176"/></cellXfs></styleSheet>`,
  text: (text) =>
    `<si><r><rPr><sz val="11"/><rFont val="宋体"/></rPr><t>${escaped(text.slice(0, 1))}</t></r><r><t>${escaped(text.slice(1))}</t></r><rPh sb="0" eb="1"><t>zhuyin</t></rPh></si>`,
};

function partsFor(
  program: Program,
  rows: readonly (readonly TestCell[])[],
  { from1904 = false, merged = [] }: SheetOptions,
): Record<string, string> {
  const texts: string[] = [];
  const formats: string[] = [];
  const written = rows.map((cells, index) => {
    const inner = cells
      .map((cell, column) => cellXml(cell, `${columnName(column)}${index + 1}`, texts, formats))
      .join('');
    return `<row r="${index + 1}"${program.rowAttributes(cells.length)}>${inner}</row>`;
  });
  return {
    '[Content_Types].xml': contentTypes,
    '_rels/.rels': rootRels,
    'xl/workbook.xml': from1904
      ? program.workbook.replace('<workbookPr', '<workbookPr date1904="1"')
      : program.workbook,
    'xl/_rels/workbook.xml.rels': program.relations,
    [program.sheet]: `${xml}${program.sheetHead}<sheetData>${written.join('')}</sheetData>${mergesXml(merged)}</worksheet>`,
    'xl/worksheets/sheet9.xml': `${xml}${program.sheetHead}<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>`,
    'xl/styles.xml': formats.length === 0 ? program.styles : stylesWith(formats),
    'xl/sharedStrings.xml': `${xml}<sst xmlns="${main}" count="${texts.length}" uniqueCount="${texts.length}">${texts.map(program.text).join('')}</sst>`,
  };
}

interface SheetOptions {
  readonly from1904?: boolean;
  /** Regions such as `C3:C6`. */
  readonly merged?: readonly string[];
}

const mergesXml = (regions: readonly string[]): string =>
  regions.length === 0
    ? ''
    : `<mergeCells count="${regions.length}">${regions.map((region) => `<mergeCell ref="${region}"/>`).join('')}</mergeCells>`;

/** Excel’s two styles, and behind them one for each format. */
const stylesWith = (formats: readonly string[]): string =>
  `${xml}<styleSheet xmlns="${main}"><numFmts count="${formats.length}">${formats
    .map((code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${attribute(code)}"/>`)
    .join(
      '',
    )}</numFmts><cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/>${formats
    .map((_, index) => `<xf numFmtId="${164 + index}" applyNumberFormat="1"/>`)
    .join('')}</cellXfs></styleSheet>`;

const attribute = (text: string): string => escaped(text).replaceAll('"', '&quot;');

function cellXml(cell: TestCell, at: string, texts: string[], formats: string[]): string {
  // Both programs write cells that have a style and nothing else.
  if (cell === undefined) return `<c r="${at}" s="1"/>`;
  if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`;
  if (typeof cell === 'boolean') return `<c r="${at}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (typeof cell === 'object' && 'number' in cell)
    return `<c r="${at}" s="${1 + formats.push(cell.format)}"><v>${cell.number}</v></c>`;
  if (typeof cell === 'object')
    return 'day' in cell
      ? `<c r="${at}" s="1"><v>${cell.day}</v></c>`
      : `<c r="${at}" t="str"><f>${escaped(cell.formula)}</f><v>${escaped(cell.value)}</v></c>`;
  texts.push(cell);
  return `<c r="${at}" t="s"><v>${texts.length - 1}</v></c>`;
}

/** A workbook with the parts that Excel writes: a hidden sheet first, shared texts, built-in date formats. */
export function excelFile(rows: readonly (readonly TestCell[])[], options: SheetOptions = {}): Uint8Array {
  return zipped(partsFor(excel, rows, options));
}

/** As WPS writes one: its own formats, rich text with phonetics, absolute targets, sizes after the data. */
export function wpsFile(rows: readonly (readonly TestCell[])[]): Uint8Array {
  const pieces: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    pieces.push(piece);
  });
  for (const [name, text] of Object.entries(partsFor(wps, rows, {}))) {
    const part = new ZipDeflate(name);
    zip.add(part);
    part.push(strToU8(text), true);
  }
  zip.end();
  return Buffer.concat(pieces);
}

const zipped = (parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, data]) => [name, typeof data === 'string' ? strToU8(data) : data]),
    ),
  );

/** Excel’s workbook with its parts under other names, and its texts changed accordingly. */
export function excelRenamed(
  rows: readonly (readonly TestCell[])[],
  rename: (name: string) => string,
  change: (text: string) => string = (text) => text,
): Uint8Array {
  return zipped(
    Object.fromEntries(
      Object.entries(partsFor(excel, rows, {})).map(([name, text]) => [rename(name), change(text)]),
    ),
  );
}

/** Excel’s parts, with some replaced. */
export function excelWith(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  return zipped({ ...partsFor(excel, [['名称']], {}), ...parts });
}

export const sheetOf = (rows: string): string =>
  `${xml}${excel.sheetHead}<sheetData>${rows}</sheetData></worksheet>`;
