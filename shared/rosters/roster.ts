import { idOf } from '../domain/ids.ts';
import type { FieldError } from '../outcome.ts';
import { raise } from '../problems/raise.ts';
import { badFile, BadFile, limits } from '../files/bad-file.ts';
import { cellText, isEmpty } from './cells.ts';
import {
  HeadingReader,
  namesMissing,
  saidAgain,
  type BadHeading,
  type Header,
  type Mapping,
  type Understood,
} from './columns.ts';
import { csvRows } from '../files/csv-read.ts';
import { footerOf } from './footer.ts';
import { draftOf, isBlank, labelsOf } from './drafts.ts';
import type { Draft, RowError } from '../records/roster-row.ts';
import { Headings, type Found } from './headings.ts';
import { paceUntil, type Pace } from '../files/pace.ts';
import { columnName, type SheetRow } from '../files/rows.ts';
import { xlsxRows } from '../files/xlsx-read.ts';
import { isZip } from '../files/unzip.ts';

const MAX_ERRORS = 5;

/** Compound files: .xls, .et, and workbooks with a password. */
const isCompound = (bytes: Uint8Array): boolean =>
  [0xd0, 0xcf, 0x11, 0xe0].every((byte, index) => bytes[index] === byte);

function rowsOf(bytes: Uint8Array, pace: Pace): AsyncGenerator<SheetRow> {
  if (bytes.length === 0) throw badFile('file', 'file.empty');
  if (isCompound(bytes)) throw badFile('file', 'file.old-format');
  return isZip(bytes) ? xlsxRows(bytes, pace) : csvRows(bytes, pace);
}

/** What a file is read with. */
export interface Reading {
  /** Ends the reading: a file that takes too long is refused. */
  readonly over?: AbortSignal | undefined;
  readonly mapping?: Mapping | undefined;
}

/** The number of cell contents shown for a column that was not understood. */
const SAMPLES = 3;

/**
 * A roster, read row by row. Only the current piece of the file is in memory, and a mark for each row that
 * detects a second row for the same subject.
 */
export class Roster {
  /** Columns as people see them, by the fields that errors name. */
  labels: Readonly<Record<string, string>> = {};
  private columns: readonly Understood[] = [];
  private readonly bytes: Uint8Array;
  private readonly pace: Pace;
  private readonly reader: HeadingReader;
  private readonly seen = new Map<string, { readonly row: number; readonly coded: boolean }>();
  private count = 0;

  constructor(bytes: Uint8Array, { over, mapping = {} }: Reading = {}) {
    this.bytes = bytes;
    this.pace = paceUntil(over);
    this.reader = new HeadingReader(mapping);
  }

  /** Throws BadFile when the file as a whole cannot be read. */
  async *drafts(): AsyncGenerator<Draft, undefined> {
    const headings = new Headings(this.reader);
    let header: Header | undefined;
    for await (const row of rowsOf(this.bytes, this.pace)) {
      if (header) {
        yield* this.draft(header, row);
        continue;
      }
      const found = headings.take(row);
      if (!found) continue;
      header = this.headerIn(found);
      for (const below of found.below) yield* this.draft(header, below);
    }
    if (header) return;
    const found = headings.found();
    if (!found) throw badFile('file', 'import.no-headings');
    header = this.headerIn(found);
    for (const below of found.below) yield* this.draft(header, below);
  }

  /** What the headings said. */
  understood(): { readonly labels: Record<string, string>; readonly columns: Understood[] } {
    return { labels: { ...this.labels }, columns: [...this.columns] };
  }

  private headerIn(found: Found): Header {
    const { header, bad } = this.reader.header(found);
    const missing = namesMissing(header);
    // A title without headings is not a table.
    if (bad.length === 1 && missing && found.headings.length === 1 && found.below.length === 0)
      throw badFile('file', 'import.no-headings');
    // The missing name may be due to what was said about the headings of an earlier file.
    const asked = missing ? [...bad, ...saidAgain(header)] : bad;
    const errors = [...asked.map((heading) => askedFor(heading, found)), ...(missing ? [missing] : [])];
    if (errors.length > 0) throw new BadFile(errors);
    this.labels = labelsOf(header);
    this.columns = header.understood;
    return header;
  }

  private *draft(header: Header, row: SheetRow): Generator<Draft> {
    if (row.merged && isBlank(draftOf(header, ownOf(row, row.merged)))) return;
    const footer = footerOf(header, row);
    const draft = footer ?? draftOf(header, row);
    if (isBlank(draft)) return;
    this.count += 1;
    if (this.count > limits.rows) throw badFile('file', 'import.too-many-rows', { rows: limits.rows });
    yield footer ?? this.checked(draft);
  }

  private checked(draft: Draft): Draft {
    const twin = this.twinOf(draft);
    if (twin) draft.errors.push(twin);
    if (JSON.stringify(draft).length > limits.row)
      return emptied(draft, [
        { row: draft.row, path: '', ...raise('import.row-too-long', { letters: limits.row }) },
      ]);
    return draft.errors.length > MAX_ERRORS ? emptied(draft, draft.errors.slice(0, MAX_ERRORS)) : draft;
  }

  /** A row for the same subject as a row above: two rows that change one subject would undo each other. */
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
      ...raise('import.same-subject', { row: twin.row, kind }),
    };
  }
}

/** The cells of the row itself: a row that has only merged cells filled from above is not a subject. */
const ownOf = ({ row, cells }: SheetRow, merged: ReadonlySet<number>): SheetRow => ({
  row,
  cells: cells.map((cell, index) => (merged.has(index) ? undefined : cell)),
});

/** A heading whose meaning is asked for, with examples from below it for the person who has to answer. */
function askedFor({ index, heading, problem }: BadHeading, { below }: Found): FieldError {
  const cells = below.flatMap(({ cells }) => cells[index] ?? []).filter((cell) => !isEmpty(cell));
  const texts = cells.map((cell) => cellText(cell).slice(0, 50)).filter((text) => text !== '');
  const samples = [...new Set(texts)].slice(0, SAMPLES);
  const params = { ...problem.params, heading, samples };
  return { path: `column ${columnName(index)}`, code: problem.code, params };
}

const mark = (...parts: readonly string[]): string => idOf(...parts).slice(0, 16);

const emptied = ({ row, kind }: Draft, errors: RowError[]): Draft => ({
  row,
  kind,
  facts: {},
  contacts: [],
  errors,
});

/** The label of a field’s column, or of the nearest column around it: `contacts.0` for `contacts.0.name`. */
export function labelFor(labels: Readonly<Record<string, string>>, path: string): string | undefined {
  const parts = path.split('.');
  for (let length = parts.length; length > 0; length -= 1) {
    const found = labels[parts.slice(0, length).join('.')];
    if (found !== undefined) return found;
  }
  return undefined;
}
