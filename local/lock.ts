import { closeSync, existsSync, openSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StartError } from './start-error.ts';
import { ownDirectory, OWN_FILE } from './files.ts';
import { BUSY, codeOf } from './sqlite/failure.ts';

/** References that keep the locks open: a database that nothing refers to would be closed. */
const held = new Set<DatabaseSync>();

export interface Lock {
  /**
   * Throws StartError when the lock’s file was deleted or replaced: another process may then have the directory
   * too.
   */
  check(): void;
  release(): void;
}

/**
 * Takes the data directory for this process only. It is a lock of the operating system on an empty file, and
 * ends with the process, however that ends. POSIX releases a lock when its process closes the file through any
 * other handle, so only SQLite ever opens this file. Throws StartError.
 */
export function lockDirectory(directory: string): Lock {
  ownDirectory(directory);
  const file = join(directory, 'lock');
  let lock: DatabaseSync | undefined;
  try {
    if (!existsSync(file)) make(file);
    const before = placeOf(file);
    const taken = new DatabaseSync(file, { timeout: 0 });
    lock = taken;
    taken.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
    if (placeOf(file) !== before) throw new Error('it was replaced meanwhile');
    const check = (): void => {
      if (placeOf(file) === before) return;
      throw new StartError(
        `${file} was deleted or replaced: another process may use ${directory} too. Leave that file alone; stop what runs on ${directory}, then start again.`,
      );
    };
    held.add(taken);
    return {
      check,
      release: () => {
        if (held.delete(taken)) taken.close();
      },
    };
  } catch (error) {
    lock?.close();
    if (codeOf(error) === BUSY)
      throw new StartError(
        `${directory} is in use by another process: stop that one, or name another --data.`,
      );
    throw new StartError(
      `${file} cannot be locked (${error instanceof Error ? error.message : 'unknown'}): give the user who starts the product all rights to ${directory} and the files in it, or name another --data.`,
    );
  }
}

/** The file that a name refers to at this moment. An open file keeps its number. */
function placeOf(file: string): string | undefined {
  const found = statSync(file, { throwIfNoEntry: false });
  return found && `${found.dev} ${found.ino}`;
}

/** If two processes create it at once, the second finds the file of the first. */
function make(file: string): void {
  try {
    closeSync(openSync(file, 'wx', OWN_FILE));
  } catch (error) {
    if (!existsSync(file)) throw error;
  }
}
