import { DatabaseSync } from 'node:sqlite';
import { createFile } from '../../local/sqlite/database.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import type { Item, Store } from '../../shared/ports.ts';
import type { Pointer } from '../../shared/records/agenda.ts';
import { fullPages, madeItems, type Made } from './made-items.ts';

/** Subjects that are made as the product makes them; each gives two to four obligations. */
const PART_SUBJECTS = 1000;
/** Items in one call of `putMany`. */
const BATCH = 5000;

const isObligation = ({ sk }: Item): boolean => sk.startsWith('2#');

export const obligationsIn = ({ items }: Made): number => items.filter(isObligation).length;

/** Subjects, their obligations and the pointers to their steps, planned from the rules one by one. */
export async function plannedParts(wanted: number, now: Instant): Promise<Made[]> {
  const parts: Made[] = [];
  for (let count = 0; count < wanted;) {
    const made = await madeItems(`${parts.length}`, PART_SUBJECTS, now);
    parts.push(made);
    count += obligationsIn(made);
  }
  return parts;
}

/** Stores parts with the agenda of their steps. */
export async function storeParts(store: Store, parts: Iterable<Made>, now: Instant): Promise<void> {
  for (const { items, pointers } of parts) {
    for (let start = 0; start < items.length; start += BATCH)
      await store.putMany(items.slice(start, start + BATCH));
    await store.putMany(fullPages(pointers, now));
  }
}

/**
 * Writes a file that holds what another one does, as many times: subjects and obligations under other ids, pages of the
 * agenda under other keys. Planning all of them would take minutes, and the sweep reads none of them.
 */
export function multiplied(from: string, to: string, times: number): void {
  createFile(to);
  const database = new DatabaseSync(to);
  try {
    database.exec('PRAGMA synchronous = OFF; PRAGMA cache_size = -256000');
    database.prepare('ATTACH ? AS small').run(from);
    database.exec('BEGIN');
    const copy = database.prepare(COPY);
    for (let time = 0; time < times; time += 1) copy.run({ mark: `${time}${time}`.slice(0, 2) });
    database.exec('COMMIT');
  } finally {
    database.close();
  }
}

/** A subject’s id is the last part of its partition; two digits, which no id begins with, take the place of its first. */
const COPY = `
  WITH renamed AS (
    SELECT pk, sk, lp, ls, version, body,
      CASE WHEN pk LIKE '%#S#%' THEN substr(pk, instr(pk, '#S#') + 3, 26) ELSE '' END AS id
    FROM small.item
  )
  INSERT INTO item
  SELECT
    CASE id WHEN '' THEN pk ELSE replace(pk, id, :mark || substr(id, 3)) END,
    CASE id WHEN '' THEN sk || :mark ELSE replace(sk, id, :mark || substr(id, 3)) END,
    lp,
    CASE id WHEN '' THEN ls ELSE replace(ls, id, :mark || substr(id, 3)) END,
    version,
    CASE id WHEN '' THEN replace(body, sk, sk || :mark) ELSE replace(body, id, :mark || substr(id, 3)) END
  FROM renamed
  ORDER BY 1, 2`;

/** Pointers to what is stored, as many as are wanted. */
export const pointersOf = (parts: readonly Made[], wanted: number): Pointer[] =>
  parts.flatMap(({ pointers }) => pointers).slice(0, wanted);
