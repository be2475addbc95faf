import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { z } from 'zod';
import { BadFile, limits } from './bad-file.ts';
import { unguarded } from './guard.ts';
import { tooLongCell, tooManyColumns, type SheetRow } from './rows.ts';
import { decoded } from './text.ts';

/** Letters of one row: more than its cells may hold together is a quotation mark that is never closed. */
const MAX_RECORD = 400_000;
/** Columns of a spreadsheet: a record of millions of them, all empty, would take all memory before it is looked at. */
const MAX_COLUMNS = 16_384;
const record = z.array(z.string());

/**
 * The rows of a text with separators, one after the other. A row’s number is what a spreadsheet shows beside it:
 * empty lines count, lines inside of quotation marks do not.
 */
export async function* csvRows(bytes: Uint8Array): AsyncGenerator<SheetRow> {
  const delimiter = separatorOf(bytes);
  const parser = parse({
    delimiter,
    relax_column_count: true,
    max_record_size: MAX_RECORD,
    record_delimiter: ['\r\n', '\n', '\r'],
  });
  pipeline(Readable.from(bounded(decoded(bytes), delimiter)), parser, () => undefined);
  let row = 0;
  try {
    for await (const entry of parser) {
      row += 1;
      const cells = record.parse(entry);
      const used = cells.findLastIndex((text) => text.trim() !== '');
      if (used >= limits.columns) throw tooManyColumns(row);
      const long = cells.findIndex((text) => text.length > limits.cell);
      if (long >= 0) throw tooLongCell(row, long);
      if (used < 0) continue;
      yield {
        row,
        cells: cells.map((text) => (text === '' ? undefined : { kind: 'text', text: unguarded(text) })),
      };
    }
  } catch (error) {
    throw error instanceof CsvError ? asBadFile(error, row + 1) : error;
  }
}

/** The pieces as they are, until a row has too many separators outside of quotation marks. */
function* bounded(pieces: Iterable<string>, separator: string): Generator<string> {
  const mark = separator.charCodeAt(0);
  let [row, columns, quoted, before] = [1, 1, false, 0];
  for (const piece of pieces) {
    for (let at = 0; at < piece.length; at += 1) {
      const letter = piece.charCodeAt(at);
      if (letter === QUOTE) quoted = !quoted;
      else if (!quoted && letter === mark) {
        columns += 1;
        if (columns > MAX_COLUMNS) throw tooManyColumns(row);
      } else if (!quoted && (letter === CR || letter === LF)) {
        if (letter === CR || before !== CR) row += 1;
        columns = 1;
      }
      before = letter;
    }
    yield piece;
  }
}

const [QUOTE, CR, LF] = [34, 13, 10];

function asBadFile(error: CsvError, row: number): BadFile {
  if (error.code === 'CSV_MAX_RECORD_SIZE')
    return new BadFile(
      `row ${row}`,
      `row ${row} holds more than ${MAX_RECORD} letters: a quotation mark is not closed, or this is no table of ${limits.columns} columns at most`,
      true,
    );
  return new BadFile(
    `row ${row}`,
    `row ${row}: a quotation mark stands where none may or is not closed; save the table again from the spreadsheet`,
  );
}

/** What separates the cells of the first line: a comma, a tabulator (“Unicode text”) or a semicolon. */
function separatorOf(bytes: Uint8Array): string {
  let head = '';
  for (const piece of decoded(bytes)) {
    head += piece;
    if (/[\r\n]/.test(head.trimStart()) || head.length > MAX_RECORD) break;
  }
  const [line = ''] = head.trimStart().split(/[\r\n]/, 1);
  const outside = line.replace(/"[^"]*"/g, '');
  const counts = [',', '\t', ';'].map((mark) => ({ mark, count: outside.split(mark).length }));
  return counts.sort((a, b) => b.count - a.count)[0]?.mark ?? ',';
}
