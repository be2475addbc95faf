import { most } from '../limits.ts';

/** A file that cannot be imported at all: what is wrong with it, where, and what to do. Nothing was changed. */
export class BadFile extends Error {
  /** `file`, `column C`, `row 7`. */
  readonly path: string;
  /** Larger than what is taken, packed or unpacked. */
  readonly tooLarge: boolean;

  constructor(path: string, message: string, tooLarge = false) {
    super(message);
    this.path = path;
    this.tooLarge = tooLarge;
  }
}

/** What a file may hold, from the one table; over this it is refused, whatever it claims of itself. */
export const limits = {
  /** As sent. API Gateway and Lambda take less: see docs/decisions/0013-imports.md. */
  bodyBytes: most('fileBytes'),
  /** Of a text, of a worksheet, of a table of shared texts. */
  unpackedBytes: most('unpackedBytes'),
  /** Of all shared texts of a workbook together: the one part that is held whole. */
  sharedLetters: most('sharedLetters'),
  /** Of a workbook’s archive. */
  parts: most('workbookParts'),
  rows: most('fileRows'),
  columns: most('fileColumns'),
  /** Letters of one cell. */
  cell: most('cellLetters'),
  /** Up to which the answer waits for the import. */
  atOnce: most('rowsAtOnce'),
} as const;
