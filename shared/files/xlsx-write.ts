import { zipOf } from './zip.ts';
import { fitText } from '../domain/text.ts';
import { columnName } from './rows.ts';
import type { Sheet, Value } from './sheet.ts';

/** A column whose cells are chosen from a list. */
export interface Choice {
  readonly column: number;
  readonly values: readonly string[];
}

export interface WorkbookSheet extends Sheet {
  readonly name: string;
  readonly choices?: readonly Choice[];
}

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const pack = 'http://schemas.openxmlformats.org/package/2006';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Style 1: a heading. Style 2: text, so that a code typed into the cell stays as typed. */
const styles = `${xml}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE8EEF7"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf xfId="0"/><xf xfId="0" fontId="1" fillId="2" applyFont="1" applyFill="1"><alignment vertical="center" wrapText="1"/></xf><xf xfId="0" numFmtId="49" applyNumberFormat="1"><alignment vertical="top"/></xf></cellXfs></styleSheet>`;

/** A workbook. Every text is stored as text, whatever it begins with, so nothing in it is ever run. */
export function workbookOf(sheets: readonly WorkbookSheet[]): Uint8Array {
  const numbered = sheets.map((sheet, index) => ({ sheet, id: index + 1 }));
  const each = (write: (id: number, sheet: WorkbookSheet) => string): string =>
    numbered.map(({ sheet, id }) => write(id, sheet)).join('');
  return zipOf({
    '[Content_Types].xml': `${xml}<Types xmlns="${pack}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/>${each((id) => `<Override PartName="/xl/worksheets/sheet${id}.xml" ContentType="${types}.worksheet+xml"/>`)}</Types>`,
    '_rels/.rels': `${xml}<Relationships xmlns="${pack}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${xml}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${each((id, { name }) => `<sheet name="${escaped(name)}" sheetId="${id}" r:id="rId${id}"/>`)}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${xml}<Relationships xmlns="${pack}/relationships">${each((id) => `<Relationship Id="rId${id}" Type="${office}/worksheet" Target="worksheets/sheet${id}.xml"/>`)}<Relationship Id="rId${sheets.length + 1}" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': styles,
    ...Object.fromEntries(numbered.map(({ sheet, id }) => [`xl/worksheets/sheet${id}.xml`, sheetXml(sheet)])),
  });
}

function sheetXml({ headings, rows, choices = [] }: WorkbookSheet): string {
  const columns = headings
    .map(
      (heading, index) =>
        `<col min="${index + 1}" max="${index + 1}" width="${width(heading)}" style="2" customWidth="1"/>`,
    )
    .join('');
  const written = [headings, ...rows].map(
    (cells, index) =>
      `<row r="${index + 1}">${cells.map((value, column) => cellXml(value, `${columnName(column)}${index + 1}`, index === 0 ? 1 : 2)).join('')}</row>`,
  );
  return `${xml}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${columns}</cols><sheetData>${written.join('')}</sheetData>${validations(choices)}</worksheet>`;
}

const width = (heading: string): number => Math.min(40, Math.max(12, heading.length * 2 + 4));

function validations(choices: readonly Choice[]): string {
  // The list of words may have at most 255 characters.
  const listed = choices.filter(({ values }) => values.join(',').length <= 255);
  if (listed.length === 0) return '';
  const each = listed.map(({ column, values }) => {
    const name = columnName(column);
    return `<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${name}2:${name}50001"><formula1>"${escaped(values.join(','))}"</formula1></dataValidation>`;
  });
  return `<dataValidations count="${listed.length}">${each.join('')}</dataValidations>`;
}

function cellXml(value: Value, at: string, style: number): string {
  if (value === undefined || value === '') return '';
  if (typeof value === 'number') return `<c r="${at}"><v>${value}</v></c>`;
  return `<c r="${at}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(cut(value))}</t></is></c>`;
}

/** The most characters in a cell. Excel reports a file with more as damaged. */
const MAX_LETTERS = 32_767;
const cut = (text: string): string =>
  text.length > MAX_LETTERS ? `${text.slice(0, MAX_LETTERS - 1)}…` : text;

/** Removes characters that XML cannot contain, and protects texts that look like `_x000D_`. */
function escaped(text: string): string {
  return fitText(text)
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;');
}
