import { fieldError, type FieldError } from '../outcome.ts';
import type { ParamsOf } from '../problems/raise.ts';
import type { ProblemCode } from '../problems/table.ts';
import { most } from '../limits.ts';

/** A file that cannot be imported at all. Nothing was changed. */
export class BadFile extends Error {
  /** All that is wrong with it; the paths are `file`, `column C`, `row 7`. */
  readonly errors: readonly FieldError[];

  constructor(errors: readonly FieldError[]) {
    super(errors.map(({ path, code }) => `${path}: ${code}`).join(', '));
    this.errors = errors;
  }
}

/** What is thrown where one thing makes a file unreadable. */
export const badFile = <Code extends ProblemCode>(
  path: string,
  code: Code,
  ...params: ParamsOf<Code>
): BadFile => new BadFile([fieldError(path, code, ...params)]);

/** What a file may hold, from the one table; over this it is refused, whatever it claims of itself. */
export const limits = {
  /** As sent. API Gateway and Lambda take less: see docs/decisions/0013-imports.md. */
  bodyBytes: most('fileBytes'),
  /** Of a text, of a worksheet, of a table of shared texts. */
  unpackedBytes: most('unpackedBytes'),
  /** What little unpacks to much is refused before it is read. */
  unpackedTimes: most('unpackedTimes'),
  unpackedAtLeast: 4 * 1024 * 1024,
  /** Of all shared texts of a workbook together: the one part that is held whole. */
  sharedLetters: most('sharedLetters'),
  /** Of a workbook’s archive. */
  parts: most('workbookParts'),
  rows: most('fileRows'),
  /** Empty ones, titles and headings count as well. */
  lines: most('fileLines'),
  /** Of one row of a text with separators. */
  recordColumns: most('recordColumns'),
  recordLetters: most('recordLetters'),
  /** Letters of a row that is kept for later. */
  row: most('rowLetters'),
  /** Merged ones of a worksheet. */
  regions: most('mergedRegions'),
  seconds: most('parsingSeconds'),
  columns: most('fileColumns'),
  /** Letters of one cell. */
  cell: most('cellLetters'),
  /** Up to which the answer waits for the import. */
  atOnce: most('rowsAtOnce'),
} as const;

/** How many bytes something packed may unpack to. */
export const unpackedMost = (packedBytes: number): number =>
  Math.min(limits.unpackedBytes, Math.max(limits.unpackedAtLeast, packedBytes * limits.unpackedTimes));

export const tooManyLines = (): BadFile => badFile('file', 'file.too-many-lines', { lines: limits.lines });
