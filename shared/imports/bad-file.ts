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

/** What a file may hold; over this it is refused, whatever it claims of itself. */
export const limits = {
  /** Bytes as sent. API Gateway and Lambda take less: see docs/decisions/0013-imports.md. */
  bodyBytes: 16 * 1024 * 1024,
  /** Bytes of a text, of a worksheet, of a table of shared texts, unpacked. */
  unpackedBytes: 128 * 1024 * 1024,
  /** Letters of all shared texts of a workbook together: the one part that is held whole. */
  sharedLetters: 16 * 1024 * 1024,
  /** Parts of a workbook’s archive. */
  parts: 2000,
  rows: 50_000,
  columns: 200,
  /** Letters of one cell. */
  cell: 5000,
  /** Rows up to which the answer waits for the import. */
  atOnce: 1000,
} as const;
