import type { FieldError } from '../outcome.ts';
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

  /** All that is wrong with it. */
  errors(): readonly FieldError[] {
    return [{ path: this.path, message: this.message }];
  }
}

/** A heading that says nothing, or the same as another one; with what stands below it. */
export interface BadHeading extends FieldError {
  readonly code: 'import.heading-unknown' | 'import.heading-twice';
  readonly params: { readonly column: string; readonly heading: string; readonly samples: readonly string[] };
}

/** Headings that somebody has to say the meaning of, all of them. */
export class BadHeadings extends BadFile {
  readonly headings: readonly BadHeading[];

  constructor(headings: readonly BadHeading[], missing: FieldError | undefined) {
    const all = [...headings, ...(missing ? [missing] : [])];
    super(all[0]?.path ?? 'file', all.map(({ message }) => message).join('; '));
    this.headings = headings;
    this.missing = missing;
  }

  private readonly missing: FieldError | undefined;

  override errors(): readonly FieldError[] {
    return [...this.headings, ...(this.missing ? [this.missing] : [])];
  }
}

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

export const tooManyLines = (): BadFile =>
  new BadFile(
    'file',
    `more than ${limits.lines} lines, the empty ones included: delete the empty rows below the roster, or import it in parts`,
    true,
  );
