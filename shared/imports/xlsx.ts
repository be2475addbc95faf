import { BadFile, limits } from './bad-file.ts';
import { columnName, tooLongCell, tooManyColumns, type Cell, type SheetRow } from './rows.ts';
import { openWorkbook, unescaped, type Workbook } from './workbook.ts';
import { readXml, type Attributes, type XmlReader } from './xml.ts';
import { partsOf } from './zip.ts';

/** Days between 1899-12-31 and 1904-01-01 as the 1900 system counts them. */
const FROM_1904 = 1462;

/** The last row of a sheet. */
const MAX_ROW = 1_048_576;

/** The rows of a workbook’s first visible sheet, one after the other; empty ones are left out. */
export async function* xlsxRows(bytes: Uint8Array): AsyncGenerator<SheetRow> {
  const book = await openWorkbook(partsOf(bytes));
  const reader = new SheetReader(book);
  yield* readXml(book.sheet, reader, () => reader.take());
}

/** Collects the rows that have become whole; holds no more than one piece of the file brings. */
class SheetReader implements XmlReader {
  private readonly book: Workbook;
  private whole: SheetRow[] = [];
  private cells: (Cell | undefined)[] = [];
  private row = 0;
  private column = -1;
  private attributes: Attributes = {};
  private value: string | undefined;
  private inText = false;
  private phonetic = 0;
  private formula = false;
  private seen = 0;

  constructor(book: Workbook) {
    this.book = book;
  }

  take(): SheetRow[] {
    const { whole } = this;
    this.whole = [];
    return whole;
  }

  readonly open = (name: string, attributes: Attributes): void => {
    if (name === 'row') this.openRow(attributes);
    else if (name === 'c') this.openCell(attributes);
    else if (name === 'f') this.formula = true;
    else if (name === 'rPh') this.phonetic += 1;
    this.inText = (name === 'v' || name === 't') && this.phonetic === 0;
  };

  readonly text = (text: string): void => {
    if (!this.inText) return;
    this.value = (this.value ?? '') + text;
    if (this.value.length > limits.cell) throw tooLongCell(this.row, this.column);
  };

  readonly close = (name: string): void => {
    this.inText = false;
    if (name === 'rPh') this.phonetic -= 1;
    if (name === 'c') this.closeCell();
    if (name === 'row' && this.cells.length > 0) this.whole.push({ row: this.row, cells: this.cells });
  };

  private openRow({ r }: Attributes): void {
    this.seen += 1;
    // Sheets that were coloured to their end hold a million empty rows.
    if (this.seen > 20 * limits.rows)
      throw new BadFile('file', 'delete the empty rows below the roster', true);
    this.row = r === undefined ? this.row + 1 : Number(r);
    if (!Number.isInteger(this.row) || this.row < 1 || this.row > MAX_ROW)
      throw new BadFile('file', 'the workbook is damaged (a row has no proper number): save it again');
    this.column = -1;
    this.cells = [];
  }

  private openCell(attributes: Attributes): void {
    this.column = attributes['r'] === undefined ? this.column + 1 : columnOf(attributes['r']);
    this.attributes = attributes;
    this.value = undefined;
    this.formula = false;
  }

  private closeCell(): void {
    const cell = this.cell();
    if (cell === undefined) return;
    if (this.column >= limits.columns) throw tooManyColumns(this.row);
    if (cell.kind === 'text' && cell.text.length > limits.cell) throw tooLongCell(this.row, this.column);
    this.cells[this.column] = cell;
  }

  private cell(): Cell | undefined {
    const { t = 'n', s } = this.attributes;
    const { value } = this;
    if (value === undefined || value === '') return this.formula ? unsaved : undefined;
    switch (t) {
      case 's': {
        const text = this.book.shared[Number(value)];
        if (text === undefined)
          throw new BadFile(
            'file',
            `cell ${columnName(this.column)}${this.row} names a text that is not there: save the workbook again`,
          );
        return text === '' ? undefined : { kind: 'text', text };
      }
      case 'b':
        return { kind: 'boolean', value: value === '1' || value === 'true' };
      case 'e':
        return { kind: 'error', text: value };
      case 'n':
        return this.number(value, this.book.dateStyles[Number(s ?? '0')] ?? false);
      default:
        return { kind: 'text', text: unescaped(value) };
    }
  }

  private number(text: string, asDate: boolean): Cell {
    const value = Number(text);
    if (!Number.isFinite(value)) return { kind: 'text', text };
    if (!asDate) return { kind: 'number', value, text };
    return { kind: 'date', serial: this.book.from1904 ? value + FROM_1904 : value };
  }
}

const unsaved: Cell = { kind: 'error', text: 'a formula without its value' };

/** `AB7` is 27. What is no address stands far outside. */
function columnOf(address: string): number {
  let index = 0;
  for (const letter of /^[A-Z]{1,4}/.exec(address)?.[0] ?? 'ZZZZ')
    index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}
