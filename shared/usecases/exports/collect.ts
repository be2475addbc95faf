import type { Sheet, Value } from '../../files/sheet.ts';
import type { Rulebook } from '../../rules/catalogue.ts';
import { chunks } from '../../domain/chunks.ts';
import { subjectsById } from '../rosters/lookup.ts';
import type { Listed } from '../listing.ts';
import type { Request } from '../request.ts';

/**
 * One file holds at most so many rows and characters, so that it fits into one answer of Lambda (6 MB, as
 * base64).
 */
const MOST_ROWS = 10_000;
const MOST_LETTERS = 1_300_000;
/** Entries read at once. */
export const PAGE = 200;

/** A part of a list as a spreadsheet. `nextCursor` leads to the next part. */
export interface Exported {
  readonly sheet: Sheet;
  readonly nextCursor: string | null;
}

export interface Column<T> {
  readonly heading: string;
  readonly of: (entry: T) => Value;
}

/** Reads a list page by page until a file is full. `weigh` returns how many characters an entry will take. */
export async function collect<T>(
  page: (cursor: string | undefined) => Promise<Listed<T>>,
  from: string | undefined,
  weigh: (entry: T) => number,
): Promise<{ readonly entries: T[]; readonly nextCursor: string | null }> {
  const entries: T[] = [];
  let letters = 0;
  let cursor: string | null | undefined = from;
  do {
    const { items, nextCursor }: Listed<T> = await page(cursor ?? undefined);
    entries.push(...items);
    for (const item of items) letters += weigh(item);
    cursor = nextCursor;
  } while (cursor !== null && entries.length + PAGE <= MOST_ROWS && letters < MOST_LETTERS);
  return { entries, nextCursor: cursor };
}

export function sheetOf<T>(title: string, columns: readonly Column<T>[], entries: readonly T[]): Sheet {
  return {
    title,
    headings: columns.map(({ heading }) => heading),
    rows: entries.map((entry) => columns.map(({ of }) => of(entry))),
  };
}

/** The number of characters in an entry’s cells. */
export const lettersOf =
  <T>(columns: readonly Column<T>[]) =>
  (entry: T): number =>
    columns.reduce((sum, { of }) => sum + String(of(entry) ?? '').length + 1, 0);

/** Names of the subjects that a list mentions, as far as the caller may see them. */
export async function namesOf(
  { deps, context, principal }: Request,
  ids: Iterable<string>,
): Promise<(id: string | undefined) => string | undefined> {
  const scope = { store: deps.store, principal, jurisdiction: context.jurisdiction.id };
  const names = new Map<string, string>();
  for (const portion of chunks([...new Set(ids)], PAGE))
    for (const { id, name } of (await subjectsById(scope, portion)).values()) names.set(id, name);
  return (id) => (id === undefined ? undefined : (names.get(id) ?? id));
}

/** What people call a regime. */
export const regimeTitle = (rulebook: Rulebook, regime: string): string =>
  rulebook.rules.find((rule) => rule.regime === regime)?.regimeTitle ?? regime;
