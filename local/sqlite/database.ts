import { existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { NoRoom } from '../../shared/store/no-room.ts';
import { DamagedFile, StartError } from '../start-error.ts';
import { BUSY, codeOf, Damaged, meaningOf } from './failure.ts';

/** The one file with a bureau’s data. SQLite has two more beside it while the product runs. */
const DATA_FILE = 'data.db';
const IN_MEMORY = ':memory:';

/** Marks a SQLite file as one of this product: “ArDu”. */
const APPLICATION = 0x41724475;
/** The version of the tables below. Files of a later version are refused. */
const FORM = 1;

/**
 * `body` is the whole item as JSON; the other columns repeat the parts used for look-ups. The table has row
 * ids: otherwise rows of about 900 bytes would spill into overflow pages, which doubles the file. `list` is the
 * list index.
 */
const SCHEMA = `
  CREATE TABLE item (
    pk TEXT NOT NULL, sk TEXT NOT NULL, lp TEXT, ls TEXT, version ANY, body TEXT NOT NULL, UNIQUE (pk, sk)
  ) STRICT;
  CREATE INDEX list ON item (lp, ls, pk, sk) WHERE lp IS NOT NULL;
  CREATE TABLE state (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
  INSERT INTO state VALUES ('use', 'closed');
  PRAGMA application_id = ${APPLICATION};
  PRAGMA user_version = ${FORM};`;

const BACKUP = 'Restore a backup into another directory: npm run restore -- --data NEW --in FILE.';

/** How long to wait for a reader beside this process, such as the backup. */
const BUSY_MILLISECONDS = 5000;

/** A file up to this size is checked at every start; a larger one only after an unclean end. */
const CHECK_ALWAYS_BYTES = 100_000_000;

/**
 * How much of the file SQLite holds in its own memory, in KiB; the system caches the rest. It fills within the
 * first years of use and stays: with 32 MB the process grew by that much.
 */
const CACHE_KIB = 8000;

function configure(database: DatabaseSync): void {
  database.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA journal_size_limit = 16777216;
    PRAGMA cache_size = -${CACHE_KIB};
    PRAGMA temp_store = MEMORY;
    PRAGMA trusted_schema = OFF;`);
}

export function memoryDatabase(): DatabaseSync {
  const database = new DatabaseSync(IN_MEMORY);
  database.exec(SCHEMA);
  return database;
}

/** Creates a new file with empty tables. It gets its name only when it is complete. */
export function createFile(file: string): void {
  if (existsSync(`${file}-wal`))
    throw new StartError(
      `${file} is missing, but ${basename(file)}-wal is there: the data file was moved or deleted. Put it back. ${BACKUP}`,
    );
  const unfinished = `${file}.new`;
  for (const name of [unfinished, `${unfinished}-wal`, `${unfinished}-shm`]) rmSync(name, { force: true });
  const database = new DatabaseSync(unfinished);
  try {
    configure(database);
    database.exec(SCHEMA);
  } finally {
    database.close();
  }
  renameSync(unfinished, file);
}

/**
 * Opens the file for this process and checks it. When the file is damaged, another program’s, a newer version’s
 * or not writable, throws StartError and has changed nothing.
 */
export function openFile(file: string): DatabaseSync {
  return told(file, () => {
    refuseFirstRelease(file);
    if (!existsSync(file)) createFile(file);
    if (statSync(file).size === 0) throw new Damaged('it is empty');
    const log = statSync(`${file}-wal`, { throwIfNoEntry: false });
    const unclean = (log !== undefined && log.size > 0) || useBefore(file, log !== undefined) === 'open';
    if (unclean || statSync(file).size <= CHECK_ALWAYS_BYTES)
      reading(file, (database) => checkPages(file, database, 'integrity_check'));
    const database = new DatabaseSync(file, { timeout: BUSY_MILLISECONDS });
    try {
      configure(database);
      mark(database, 'open');
      return database;
    } catch (error) {
      database.close();
      throw error;
    }
  });
}

/** The first release had its table in a folder of LevelDB. */
export function refuseFirstRelease(file: string): void {
  const directory = dirname(file);
  if (existsSync(file) || !existsSync(join(directory, 'table', 'CURRENT'))) return;
  throw new StartError(
    `${directory} holds the data of version 0.1 of this product (the folder table), which this version does not read. Back them up with that version: npm run backup -- --data ${directory} --out FILE; then restore them here: npm run restore -- --data NEW --in FILE. Nothing was changed.`,
  );
}

/** What the file itself, without its log, says about its use. Asking changes nothing on the disk. */
function useBefore(file: string, hasLog: boolean): unknown {
  const url = pathToFileURL(file);
  url.searchParams.set('immutable', '1');
  const database = new DatabaseSync(url, { readOnly: true });
  try {
    return checkOwn(file, database, hasLog);
  } finally {
    database.close();
  }
}

function reading(file: string, work: (database: DatabaseSync) => void): void {
  const database = new DatabaseSync(file, { readOnly: true, timeout: BUSY_MILLISECONDS });
  try {
    work(database);
  } finally {
    database.close();
  }
}

/** Opens the file as it is at this moment, for a reader beside the process that writes it. */
export function openSnapshot(file: string): DatabaseSync {
  return told(file, () => {
    if (statSync(file).size === 0) throw new Damaged('it is empty');
    const hasLog = existsSync(`${file}-wal`);
    const database = new DatabaseSync(file, { readOnly: true, timeout: BUSY_MILLISECONDS });
    try {
      database.exec('BEGIN');
      checkOwn(file, database, hasLog);
      checkPages(file, database, 'quick_check');
      return database;
    } catch (error) {
      database.close();
      throw error;
    }
  });
}

/** Leaves only the one file, marked as closed. */
export function closeFile(database: DatabaseSync): void {
  try {
    mark(database, 'closed');
  } catch (error) {
    // The disk is full: the next start only has to check the file.
    if (!(meaningOf(error, dirname(database.location() ?? '')) instanceof NoRoom)) throw error;
  } finally {
    database.close();
  }
}

/** Records in the file itself, not only in its log, whether a process uses it. */
function mark(database: DatabaseSync, use: 'open' | 'closed'): void {
  database.prepare("UPDATE state SET value = ? WHERE name = 'use'").run(use);
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)');
}

const useOf = (database: DatabaseSync): unknown =>
  database.prepare("SELECT value FROM state WHERE name = 'use'").get()?.['value'];

const numberOf = (database: DatabaseSync, pragma: string): number =>
  Number(database.prepare(`PRAGMA ${pragma}`).get()?.[pragma]);

/**
 * Refuses a file that this product did not write, or that a later version wrote. Returns whether a process uses
 * the file.
 */
function checkOwn(file: string, database: DatabaseSync, hasLog: boolean): unknown {
  if (numberOf(database, 'application_id') !== APPLICATION)
    throw new StartError(
      `${file} is a file of another program: name another --data, or move the file away. Nothing was changed.`,
    );
  const form = numberOf(database, 'user_version');
  if (form > FORM)
    throw new StartError(
      `${file} was written by a newer version of this product (form ${form}, this one knows ${FORM}): start that version. Nothing was changed.`,
    );
  const use = useOf(database);
  if (!hasLog && use === 'open')
    throw new StartError(
      `${file} lacks its last changes: ${basename(file)}-wal is missing, as after a copy of a running product. Put it back, or: ${BACKUP}`,
    );
  return use;
}

function checkPages(file: string, database: DatabaseSync, check: 'integrity_check' | 'quick_check'): void {
  const first = database.prepare(`PRAGMA ${check}(1)`).get()?.[check];
  if (first !== 'ok') throw new Damaged(`${basename(file)}: ${String(first)}`);
}

/** Errors of opening as sentences with the remedy. */
function told<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof StartError) throw error;
    const meaning = meaningOf(error, dirname(file));
    if (meaning instanceof Damaged)
      throw new DamagedFile(`${file} is damaged (${meaning.message}). Nothing was changed. ${BACKUP}`);
    if (meaning instanceof NoRoom)
      throw new StartError(`There is no room for ${file}: make room on the disk and start again.`);
    const code = codeOf(error);
    if (code === CANNOT_OPEN || code === READ_ONLY || code === NO_PERMISSION || isRights(error))
      throw new StartError(
        `${file} cannot be opened for writing: give the user who starts the product all rights to ${dirname(file)} and the files in it, or name another --data.`,
      );
    if (code === BUSY)
      throw new StartError(`${file} is in use by another program: stop that one, or name another --data.`);
    throw error;
  }
}

const NO_PERMISSION = 3;
const READ_ONLY = 8;
const CANNOT_OPEN = 14;

const isRights = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && ['EACCES', 'EPERM', 'EROFS'].includes(String(error.code));

export const dataFile = (directory: string): string => join(directory, DATA_FILE);
