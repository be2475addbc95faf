import { badFile, limits, tooManyLines } from './bad-file.ts';
import { GENERAL, type NumberFormat } from './number-formats.ts';
import { Merged } from './merged.ts';
import { paceUntil, type Pace } from './pace.ts';
import {
  columnName,
  columnOf,
  FROM_1904,
  tooLongCell,
  tooManyColumns,
  type Cell,
  type SheetRow,
} from './rows.ts';
import { openWorkbook, unescaped, type Workbook } from './xlsx-workbook.ts';
import { readXml, type Attributes, type XmlReader } from './xml.ts';
import { partsOf } from './unzip.ts';

/** The last row of a sheet. */
const MAX_ROW = 1_048_576;

/** The rows of a workbook’s first visible sheet, one after the other, without empty rows. */
export async function* xlsxRows(
  bytes: Uint8Array,
  pace: Pace = paceUntil(undefined),
): AsyncGenerator<SheetRow> {
  const book = await openWorkbook(partsOf(bytes), pace);
  const reader = new SheetReader(book);
  yield* readXml(book.sheet, reader, pace, () => reader.take());
}

/** Collects complete rows. It holds no more than one piece of the file brings. */
class SheetReader implements XmlReader {
  private readonly book: Workbook;
  private readonly merged: Merged;
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
    this.merged = new Merged(book.regions);
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
    if (name === 'row' && this.cells.length > 0) this.whole.push(this.merged.filled(this.row, this.cells));
  };

  private openRow({ r }: Attributes): void {
    this.seen += 1;
    // Sheets that are coloured to the last row have a million empty rows.
    if (this.seen > limits.lines) throw tooManyLines();
    this.row = r === undefined ? this.row + 1 : Number(r);
    if (!Number.isInteger(this.row) || this.row < 1 || this.row > MAX_ROW)
      throw badFile('file', 'file.row-number');
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
    // A formula whose result is an empty text was computed; a formula without a result was not.
    if (value === undefined || value === '')
      return this.formula && t !== 'str' ? { kind: 'formula' } : undefined;
    switch (t) {
      case 's': {
        const text = this.book.shared[Number(value)];
        if (text === undefined)
          throw badFile('file', 'file.text-missing', { cell: `${columnName(this.column)}${this.row}` });
        return text === '' ? undefined : this.textCell(text);
      }
      case 'b':
        return { kind: 'boolean', value: value === '1' || value === 'true' };
      case 'e':
        return { kind: 'error', text: value };
      case 'n':
        return this.number(value, this.book.formats[Number(s ?? '0')] ?? GENERAL);
      default:
        return this.textCell(unescaped(value));
    }
  }

  private textCell(text: string): Cell {
    return { kind: 'text', text, ...(this.book.from1904 ? { from1904: true } : {}) };
  }

  private number(text: string, { date, code }: NumberFormat): Cell {
    const value = Number(text);
    const { from1904 } = this.book;
    if (!Number.isFinite(value)) return { kind: 'text', text };
    if (date) return { kind: 'date', serial: from1904 ? value + FROM_1904 : value };
    return { kind: 'number', value, text, code, ...(from1904 ? { from1904 } : {}) };
  }
}
