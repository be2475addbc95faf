import { factTables } from '../contract/facts.ts';
import { BadFile } from './bad-file.ts';
import { cellText } from './cells.ts';
import { columnName, type SheetRow } from './rows.ts';
import { classHoursHeading, columnWords, contactWords, factWords } from './words.ts';

export type ContactField = keyof typeof contactWords;
const plain = ['kind', 'name', 'code', 'parent', 'traits', 'retired'] as const;
type PlainField = (typeof plain)[number];

/** What the cells of a column are. */
export type Meaning =
  | { readonly what: PlainField }
  | { readonly what: 'fact'; readonly fact: string }
  | { readonly what: 'class-hours'; readonly year: string }
  | { readonly what: 'contact'; readonly index: number; readonly field: ContactField };

export interface Column {
  readonly index: number;
  readonly meaning: Meaning;
  /** The field that errors name: `facts.startedOn`. */
  readonly path: string;
  /** What people see of it: `E 开工日期`. */
  readonly label: string;
}

export interface Header {
  readonly row: number;
  readonly columns: readonly Column[];
  /** Headings of columns that are not read, by their place. */
  readonly skipped: ReadonlySet<number>;
}

/** Spaces, widths of letters and marks such as * or （必填） do not tell headings apart. */
const normal = (heading: string): string =>
  heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\(必填\)|\(选填\)|[\s*:_]/gu, '');

const fieldNames: Readonly<Record<PlainField, readonly string[]>> = {
  kind: ['kind'],
  name: ['name'],
  code: ['code'],
  parent: ['parent', 'parentId', 'parentCode', 'parentName'],
  traits: ['traits'],
  retired: ['retiredOn'],
};

const contactNames: Readonly<Record<ContactField, readonly string[]>> = {
  name: ['contact', 'contactName', 'contact.name', 'contacts.name'],
  email: ['email', 'contactEmail', 'contact.email', 'contacts.email'],
  mobile: ['mobile', 'phone', 'contactMobile', 'contact.mobile', 'contacts.mobile'],
  role: ['contactRole', 'contact.role', 'contacts.role'],
};

function knownHeadings(): Map<string, Meaning> {
  const known = new Map<string, Meaning>();
  for (const what of plain)
    for (const word of [...fieldNames[what], ...columnWords[what]]) known.set(normal(word), { what });
  for (const fact of factNames)
    for (const word of [fact, `facts.${fact}`, ...(factWords[fact] ?? [])])
      known.set(normal(word), { what: 'fact', fact });
  return known;
}

/** Every fact that a cell can hold; `classHours` has a column a year. */
export const factNames: readonly string[] = [
  ...new Set(Object.values(factTables).flatMap((table) => Object.keys(table.shape))),
].filter((fact) => fact !== 'classHours');

const headings = knownHeadings();
const contactHeadings = new Map(
  (['name', 'email', 'mobile', 'role'] as const).flatMap((field) =>
    [...contactNames[field], ...contactWords[field]].map((word): [string, ContactField] => [
      normal(word),
      field,
    ]),
  ),
);

function meaningOf(heading: string): Meaning | undefined {
  const text = normal(heading);
  const known = headings.get(text);
  if (known) return known;
  const hours = classHoursHeading.exec(text);
  if (hours) return { what: 'class-hours', year: hours[1] ?? hours[2] ?? '' };
  return contactOf(text);
}

/** 联系人, 邮箱2, 联系人2邮箱, `contacts.1.email` (counted from 0), `contact2.email`. */
function contactOf(text: string): Meaning | undefined {
  const first = contactHeadings.get(text);
  if (first) return { what: 'contact', index: 0, field: first };
  const byPath = /^contacts\.([0-8])\.(\w+)$/.exec(text);
  const counted = /^(\D*)([1-9])(\D*)$/.exec(text);
  const field = contactHeadings.get(
    byPath ? `contacts.${byPath[2] ?? ''}` : `${counted?.[1] ?? ''}${counted?.[3] ?? ''}`,
  );
  if (!field) return undefined;
  return { what: 'contact', index: byPath ? Number(byPath[1]) : Number(counted?.[2] ?? 1) - 1, field };
}

function pathOf(meaning: Meaning): string {
  switch (meaning.what) {
    case 'fact':
      return `facts.${meaning.fact}`;
    case 'class-hours':
      return `facts.classHours.${meaning.year}`;
    case 'contact':
      return `contacts.${meaning.index}.${meaning.field}`;
    case 'parent':
      return 'parentId';
    case 'retired':
      return 'retiredOn';
    default:
      return meaning.what;
  }
}

/** Headings of columns that hold nothing of a subject: running numbers, and what begins with #. */
const unread = (heading: string): boolean => /^(序号|no\.?|#.*)$/iu.test(normal(heading));

/** Whether a row is a title above the table: one cell that is no heading. */
export function isTitle({ cells }: SheetRow): boolean {
  const texts = cells.flatMap((cell) => (cell ? [cellText(cell)] : []));
  return texts.length === 1 && meaningOf(texts[0] ?? '') === undefined;
}

/** What the headings say. An unknown one is refused: what stands below it would be lost. */
export function headerOf({ row, cells }: SheetRow): Header {
  const columns: Column[] = [];
  const skipped = new Set<number>();
  cells.forEach((cell, index) => {
    const heading = cell ? cellText(cell) : '';
    if (heading === '') return;
    const meaning = meaningOf(heading);
    if (meaning) columns.push(columnAt(index, heading, meaning, columns));
    else if (unread(heading)) skipped.add(index);
    else throw unknownHeading(index, heading);
  });
  if (!columns.some(({ meaning }) => meaning.what === 'name' || meaning.what === 'code'))
    throw new BadFile(
      `row ${row}`,
      `row ${row} should hold the headings, but has neither 名称 (name) nor 代码 (code): name the columns as in the template`,
    );
  return { row, columns, skipped };
}

function columnAt(index: number, heading: string, meaning: Meaning, before: readonly Column[]): Column {
  const path = pathOf(meaning);
  const twin = before.find((column) => column.path === path);
  if (twin)
    throw new BadFile(
      `column ${columnName(index)}`,
      `columns ${twin.label} and ${columnName(index)} ${heading} both hold ${path}: delete one, or begin its heading with # to leave it out`,
    );
  return { index, meaning, path, label: `${columnName(index)} ${heading}` };
}

function unknownHeading(index: number, heading: string): BadFile {
  const shown = heading.length > 50 ? `${heading.slice(0, 50)}…` : heading;
  return new BadFile(
    `column ${columnName(index)}`,
    `the heading “${shown}” of column ${columnName(index)} is not known: take a heading of the template, or begin it with # to leave the column out`,
  );
}
