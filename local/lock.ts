import { closeSync, existsSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StartError } from './start-error.ts';
import { ownDirectory, OWN_FILE } from './files.ts';
import { codeOf } from './sqlite/failure.ts';

const BUSY = 5;

/** Held for as long as they are meant to be: what nothing points at would be closed. */
const held = new Set<DatabaseSync>();

/**
 * Takes the data directory for this process alone; answers how to give it back. The lock is the system’s, on an
 * empty file of its own: it ends with the process, however that ends. POSIX gives a lock up when its process
 * closes the file by any other handle, so nothing here ever opens that file but SQLite.
 */
export function lockDirectory(directory: string): () => void {
  ownDirectory(directory);
  const file = join(directory, 'lock');
  let lock: DatabaseSync | undefined;
  try {
    if (!existsSync(file)) make(file);
    const taken = new DatabaseSync(file, { timeout: 0 });
    lock = taken;
    taken.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
    held.add(taken);
    return () => {
      if (held.delete(taken)) taken.close();
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

/** Where two processes make it at once, the second finds the first one’s. */
function make(file: string): void {
  try {
    closeSync(openSync(file, 'wx', OWN_FILE));
  } catch (error) {
    if (!existsSync(file)) throw error;
  }
}
