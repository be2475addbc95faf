import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { z } from 'zod';
import { badFile, type BadFile, limits, tooManyLines } from './bad-file.ts';
import { unguarded } from './unpack-guard.ts';
import { paceUntil, type Pace } from './pace.ts';
import { tooLongCell, tooManyColumns, type SheetRow } from './rows.ts';
import { HEAD, separatorOf } from './csv-separator.ts';
import { decoded } from './text-decode.ts';

const record = z.array(z.string());

/**
 * The rows of a text with separators, one after the other. A row’s number is the one that a spreadsheet shows:
 * empty lines count, line breaks inside quotation marks do not.
 */
export async function* csvRows(
  bytes: Uint8Array,
  pace: Pace = paceUntil(undefined),
): AsyncGenerator<SheetRow> {
  const delimiter = separatorOf(await headOf(bytes, pace));
  const parser = parse({
    delimiter,
    relax_column_count: true,
    max_record_size: limits.recordLetters,
    record_delimiter: ['\r\n', '\n', '\r'],
  });
  pipeline(Readable.from(bounded(decoded(bytes, pace), delimiter)), parser, () => undefined);
  let row = 0;
  try {
    for await (const entry of parser) {
      row += 1;
      if (row > limits.lines) throw tooManyLines();
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
    throw error instanceof CsvError ? asBadFile(error) : error;
  }
}

/** Passes the pieces through; throws when a row has too many separators outside quotation marks. */
async function* bounded(pieces: AsyncIterable<string>, separator: string): AsyncGenerator<string> {
  const mark = separator.charCodeAt(0);
  let [row, columns, quoted, before] = [1, 1, false, 0];
  for await (const piece of pieces) {
    for (let at = 0; at < piece.length; at += 1) {
      const letter = piece.charCodeAt(at);
      if (letter === QUOTE) quoted = !quoted;
      else if (!quoted && letter === mark) {
        columns += 1;
        if (columns > limits.recordColumns) throw tooManyColumns(row);
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

/** The number of rows before the one in which reading stopped: the parser is ahead of the reader of its rows. */
const readBefore = z.object({ records: z.number() });

function asBadFile(error: CsvError): BadFile {
  const row = readBefore.parse(error).records + 1;
  if (error.code === 'CSV_MAX_RECORD_SIZE')
    return badFile(`row ${row}`, 'file.row-too-long', {
      row,
      letters: limits.recordLetters,
      columns: limits.columns,
    });
  return badFile(`row ${row}`, 'file.quotation', { row });
}

async function headOf(bytes: Uint8Array, pace: Pace): Promise<string> {
  let head = '';
  for await (const piece of decoded(bytes, pace)) {
    head += piece;
    if (head.length >= HEAD) break;
  }
  return head;
}
