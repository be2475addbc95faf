import { raise, type Raised } from '../problems/raise.ts';
import { fieldError, type FieldError } from '../outcome.ts';
import { shortened } from './cells.ts';
import type { Found, Heading } from './headings.ts';
import { columnName, columnOf } from '../files/rows.ts';
import { facts, kindWords } from '../vocabulary/kinds.ts';
import { partyHeadings, partyPath, type PartyColumn } from './party-columns.ts';
import { classHoursHeading, columnWords, contactWords, leftOutWords } from './words.ts';

export type ContactField = keyof typeof contactWords;
const plain = ['kind', 'name', 'code', 'parent', 'nature', 'traits', 'retired'] as const;
type PlainField = (typeof plain)[number];

/** The meaning of the cells of a column. */
export type Meaning =
  | { readonly what: PlainField }
  | { readonly what: 'fact'; readonly fact: string }
  | ({ readonly what: 'party' } & PartyColumn)
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
  /** Headings of columns that are not read, by position. */
  readonly skipped: ReadonlySet<number>;
  /** How each column was understood. */
  readonly understood: readonly Understood[];
}

/** A column of a file, and the field as which it was read; null when it was left out. */
export interface Understood {
  readonly column: string;
  /** The key for stating another meaning: the heading, followed by #2 when it occurs a second time. */
  readonly heading: string;
  readonly field: string | null;
  /** Somebody said so, with this file or with an earlier one. */
  readonly said?: true;
}

/** A column whose heading is unknown, or has the same meaning as another. */
export interface BadHeading {
  readonly index: number;
  /** The key for stating what it means. */
  readonly heading: string;
  readonly problem: Raised;
}

/** What people have said headings mean: a field or another heading, or an empty text to leave the column out. */
export type Mapping = Readonly<Record<string, string>>;

/** Spaces, full or half width and marks such as * or （必填） do not make headings different. */
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
  nature: ['nature'],
  traits: ['traits'],
  retired: ['retiredOn'],
};

const contactNames: Readonly<Record<ContactField, readonly string[]>> = {
  name: ['contact', 'contactName', 'contact.name', 'contacts.name'],
  email: ['email', 'contactEmail', 'contact.email', 'contacts.email'],
  mobile: ['mobile', 'phone', 'contactMobile', 'contact.mobile', 'contacts.mobile'],
  telephone: ['telephone', 'contactTelephone', 'contact.telephone', 'contacts.telephone'],
  role: ['contactRole', 'contact.role', 'contacts.role'],
};

function knownHeadings(): Map<string, Meaning> {
  const known = new Map<string, Meaning>();
  for (const what of plain)
    for (const word of [...fieldNames[what], ...columnWords[what]]) known.set(normal(word), { what });
  for (const [heading, column] of partyHeadings) known.set(normal(heading), { what: 'party', ...column });
  for (const fact of factNames)
    for (const word of [fact, `facts.${fact}`, ...(facts[fact]?.words ?? [])])
      known.set(normal(word), { what: 'fact', fact });
  return known;
}

/** Every fact that a cell can contain. `classHours` has a column for each year. */
export const factNames: readonly string[] = Object.entries(facts).flatMap(([name, { type }]) =>
  type === 'number-by-year' ? [] : [name],
);

const headings = knownHeadings();
const contactHeadings = new Map(
  (['name', 'email', 'mobile', 'telephone', 'role'] as const).flatMap((field) =>
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
    case 'party':
      return partyPath(meaning);
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

const leftOut = new Set(leftOutWords.map(normal));
/** Columns that say nothing about a subject: running numbers, remarks, and headings that begin with #. */
const unread = (heading: string): boolean => normal(heading).startsWith('#') || leftOut.has(normal(heading));

/** Whether a mapping may name this field or heading. */
export const isField = (field: string): boolean => meaningOf(field) !== undefined;

type Read = { readonly meaning: Meaning | undefined; readonly heading: string; readonly said?: true };

const kindNames = new Set(Object.values(kindWords).flat().map(normal));

/** Reads headings. What people have said about them comes first. */
export class HeadingReader {
  private readonly said: ReadonlyMap<string, string>;

  constructor(mapping: Mapping) {
    this.said = new Map(Object.entries(mapping).map(([heading, field]) => [normal(heading), field]));
  }

  readonly isHeading = (text: string): boolean =>
    this.said.has(normal(text)) || meaningOf(text) !== undefined || unread(text);

  readonly isNaming = (text: string): boolean => {
    const said = this.said.get(normal(text));
    const what = meaningOf(said ?? text)?.what;
    // Rows of units also have 单位 in the column of kinds.
    return (what === 'name' || what === 'code') && (said !== undefined || !kindNames.has(normal(text)));
  };

  /** Reads the headings. Unknown ones and those with the same meaning are reported together. */
  header({ row, headings }: Found): { readonly header: Header; readonly bad: readonly BadHeading[] } {
    const columns: Column[] = [];
    const skipped = new Set<number>();
    const understood: Understood[] = [];
    const bad: BadHeading[] = [];
    const times = new Map<string, number>();
    for (const heading of headings) {
      const read = this.read(heading, times);
      if (read === undefined) {
        bad.push(unknownHeading(heading.index, heading.readings[0] ?? ''));
        continue;
      }
      const { meaning, heading: key, said } = read;
      const column = columnName(heading.index);
      if (meaning === undefined) skipped.add(heading.index);
      const path = meaning && pathOf(meaning);
      const twin = columns.find((other) => other.path === path);
      if (twin) bad.push(twinHeading(heading.index, key, twin));
      else if (meaning && path !== undefined)
        columns.push({
          index: heading.index,
          meaning,
          path,
          label: `${column} ${heading.readings[0] ?? ''}`,
        });
      if (!twin) understood.push({ column, heading: key, field: path ?? null, ...(said ? { said } : {}) });
    }
    return { header: { row, columns, skipped, understood }, bad };
  }

  /** Undefined when the heading is unknown. A meaning that is undefined leaves the column out. */
  private read({ readings }: Heading, times: Map<string, number>): Read | undefined {
    const [whole = ''] = readings;
    const time = (times.get(normal(whole)) ?? 0) + 1;
    times.set(normal(whole), time);
    const key = time === 1 ? whole : `${whole}#${time}`;
    const said = this.said.get(normal(key));
    if (said !== undefined) {
      const meaning = meaningOf(said);
      // Said of a field that no longer exists: the question is asked again, and the column is not dropped.
      return said === '' || meaning ? { meaning, heading: key, said: true } : undefined;
    }
    const known = readings.map(meaningOf).find((meaning) => meaning !== undefined);
    if (known) return { meaning: known, heading: key };
    return readings.some(unread) ? { meaning: undefined, heading: key } : undefined;
  }
}

/** The error for a table without a column that identifies its subjects. */
export function namesMissing({ row, columns }: Header): FieldError | undefined {
  if (columns.some(({ meaning }) => meaning.what === 'name' || meaning.what === 'code')) return undefined;
  return fieldError(`row ${row}`, 'import.no-names', { row });
}

/** Columns whose meaning somebody has stated, to be asked for again. */
export const saidAgain = ({ understood }: Header): BadHeading[] =>
  understood.flatMap(({ column, heading, said }) =>
    said ? [unknownHeading(columnOf(column), heading)] : [],
  );

const unknownHeading = (index: number, heading: string): BadHeading => ({
  index,
  heading,
  problem: raise('import.heading-unknown', { column: columnName(index), text: shortened(heading) }),
});

const twinHeading = (index: number, heading: string, twin: Column): BadHeading => ({
  index,
  heading,
  problem: raise('import.heading-twice', {
    other: shortened(twin.label),
    column: columnName(index),
    text: shortened(heading),
    field: twin.path,
  }),
});
