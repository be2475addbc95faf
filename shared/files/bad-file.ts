import { fieldError, type FieldError } from '../outcome.ts';
import type { ParamsOf } from '../problems/raise.ts';
import type { ProblemCode } from '../problems/table.ts';
import { most } from '../limits.ts';

/** A file that cannot be imported at all. Nothing was changed. */
export class BadFile extends Error {
  /** Everything that is wrong with it. The paths are `file`, `column C`, `row 7`. */
  readonly errors: readonly FieldError[];

  constructor(errors: readonly FieldError[]) {
    super(errors.map(({ path, code }) => `${path}: ${code}`).join(', '));
    this.errors = errors;
  }
}

/** Makes the error for a file that one thing makes unreadable. */
export const badFile = <Code extends ProblemCode>(
  path: string,
  code: Code,
  ...params: ParamsOf<Code>
): BadFile => new BadFile([fieldError(path, code, ...params)]);

/**
 * What a file may contain, from the table of limits. A file over a limit is refused, whatever sizes it claims.
 */
export const limits = {
  /** The size as sent. API Gateway and Lambda accept less: see docs/decisions/0013-imports.md. */
  bodyBytes: most('fileBytes'),
  /** Of a text, of a worksheet, of a table of shared texts. */
  unpackedBytes: most('unpackedBytes'),
  /** A small file that unpacks to much is refused before it is read. */
  unpackedTimes: most('unpackedTimes'),
  unpackedAtLeast: 4 * 1024 * 1024,
  /** All shared texts of a workbook together: the only part that is held in memory as a whole. */
  sharedLetters: most('sharedLetters'),
  /** Parts of a workbook’s archive. */
  parts: most('workbookParts'),
  rows: most('fileRows'),
  /** Includes empty rows, titles and headings. */
  lines: most('fileLines'),
  /** Columns in one row of a text with separators. */
  recordColumns: most('recordColumns'),
  recordLetters: most('recordLetters'),
  /** Characters of a row that is stored for later. */
  row: most('rowLetters'),
  /** Merged regions of a worksheet. */
  regions: most('mergedRegions'),
  seconds: most('parsingSeconds'),
  columns: most('fileColumns'),
  /** Characters in one cell. */
  cell: most('cellLetters'),
  /** Up to this many rows, the answer waits for the import. */
  atOnce: most('rowsAtOnce'),
} as const;

/** The most bytes to which something packed may unpack. */
export const unpackedMost = (packedBytes: number): number =>
  Math.min(limits.unpackedBytes, Math.max(limits.unpackedAtLeast, packedBytes * limits.unpackedTimes));

export const tooManyLines = (): BadFile => badFile('file', 'file.too-many-lines', { lines: limits.lines });
