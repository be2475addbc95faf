import { idOf } from '../domain/ids.ts';
import { BadFile, limits } from './bad-file.ts';
import { headerOf, isTitle, type Header } from './columns.ts';
import { csvRows } from './csv.ts';
import { footerOf } from './footer.ts';
import { draftOf, isBlank, labelsOf, type Draft, type RowError } from './drafts.ts';
import { paceUntil, type Pace } from './pace.ts';
import type { SheetRow } from './rows.ts';
import { xlsxRows } from './xlsx.ts';
import { isZip } from './zip.ts';

/** What a row may take when it is kept for later; a row of a roster has a few hundred bytes. */
const MAX_ROW = 20_000;
const MAX_ERRORS = 5;

/** Compound files: .xls, .et, and workbooks under a password. */
const isCompound = (bytes: Uint8Array): boolean =>
  [0xd0, 0xcf, 0x11, 0xe0].every((byte, index) => bytes[index] === byte);

function rowsOf(bytes: Uint8Array, pace: Pace): AsyncGenerator<SheetRow> {
  if (bytes.length === 0)
    throw new BadFile('file', 'the file is empty: send a CSV text or an .xlsx workbook');
  if (isCompound(bytes))
    throw new BadFile(
      'file',
      'an old workbook (.xls, .et), or one with a password: save it as .xlsx without a password',
    );
  return isZip(bytes) ? xlsxRows(bytes, pace) : csvRows(bytes, pace);
}

/**
 * A roster, read row by row; at no time more of it is held than a piece of the file brings, beside a mark for
 * each row by which a second one for the same subject is found.
 */
export class Roster {
  /** Columns as people see them, by the fields that errors name. */
  labels: Readonly<Record<string, string>> = {};
  private readonly bytes: Uint8Array;
  private readonly pace: Pace;
  private readonly seen = new Map<string, { readonly row: number; readonly coded: boolean }>();

  /** `over` ends the reading: a file that takes too long is refused. */
  constructor(bytes: Uint8Array, over?: AbortSignal) {
    this.bytes = bytes;
    this.pace = paceUntil(over);
  }

  /** Throws BadFile where the file as a whole cannot be read. */
  async *drafts(): AsyncGenerator<Draft, undefined> {
    let header: Header | undefined;
    let count = 0;
    for await (const row of rowsOf(this.bytes, this.pace)) {
      if (!header) {
        if (row.row <= 10 && isTitle(row)) continue;
        header = headerOf(row);
        this.labels = labelsOf(header);
        continue;
      }
      if (row.merged && isBlank(draftOf(header, ownOf(row, row.merged)))) continue;
      const footer = footerOf(header, row);
      const draft = footer ?? draftOf(header, row);
      if (isBlank(draft)) continue;
      count += 1;
      if (count > limits.rows)
        throw new BadFile(
          'file',
          `more than ${limits.rows} rows: import the roster in parts, each with its headings`,
          true,
        );
      yield footer ?? this.checked(draft);
    }
    if (!header) throw new BadFile('file', 'the file holds no headings: take the template as a model');
  }

  private checked(draft: Draft): Draft {
    const twin = this.twinOf(draft);
    if (twin) draft.errors.push(twin);
    if (JSON.stringify(draft).length > MAX_ROW)
      return emptied(draft, [
        { row: draft.row, path: '', message: `the row holds more than ${MAX_ROW} letters: shorten it` },
      ]);
    return draft.errors.length > MAX_ERRORS ? emptied(draft, draft.errors.slice(0, MAX_ERRORS)) : draft;
  }

  /** A row that means the same subject as one above: two rows that change one subject undo each other. */
  private twinOf(draft: Draft): RowError | undefined {
    const { row, kind, code, name = '', parent = '', retiredOn = '' } = draft;
    const coded = code !== undefined;
    const byCode = coded ? this.seen.get(mark(kind, 'code', code)) : undefined;
    const byName = this.seen.get(mark(kind, 'name', name, parent, retiredOn));
    const twin = byCode ?? (byName && !(byName.coded && coded) ? byName : undefined);
    if (coded && !byCode) this.seen.set(mark(kind, 'code', code), { row, coded });
    if (!byName && name !== '') this.seen.set(mark(kind, 'name', name, parent, retiredOn), { row, coded });
    if (!twin) return undefined;
    const path = byCode ? 'code' : 'name';
    const column = this.labels[path];
    return {
      row,
      path,
      ...(column === undefined ? {} : { column }),
      message: `row ${twin.row} is about the same ${kind}: keep one of the two (a second person of it belongs into columns 联系人2, 手机2)`,
    };
  }
}

/** What stands in the row itself: merged cells alone, filled from above, are no subject. */
const ownOf = ({ row, cells }: SheetRow, merged: ReadonlySet<number>): SheetRow => ({
  row,
  cells: cells.map((cell, index) => (merged.has(index) ? undefined : cell)),
});

const mark = (...parts: readonly string[]): string => idOf(...parts).slice(0, 16);

const emptied = ({ row, kind }: Draft, errors: RowError[]): Draft => ({
  row,
  kind,
  facts: {},
  contacts: [],
  errors,
});

/** The label of a field’s column, or of the nearest one around it: `contacts.0` for `contacts.0.name`. */
export function labelFor(labels: Readonly<Record<string, string>>, path: string): string | undefined {
  const parts = path.split('.');
  for (let length = parts.length; length > 0; length -= 1) {
    const found = labels[parts.slice(0, length).join('.')];
    if (found !== undefined) return found;
  }
  return undefined;
}
