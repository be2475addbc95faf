import { existsSync, renameSync, statSync } from 'node:fs';
import { lockDirectory } from '../../local/lock.ts';
import { dataFile } from '../../local/sqlite/database.ts';
import { BackupError } from './archive.ts';

/** What SQLite keeps beside a file that was not closed. */
const BESIDES = ['-wal', '-shm'] as const;

/**
 * Puts a file that was written beside the present one into its place. What was there is kept under another name, which
 * is answered: a log that stayed would be played into a file that is not its own. Throws StartError where a product
 * runs on the directory, and BackupError where the file is not whole.
 */
export function putInPlace(directory: string, written: string): string | undefined {
  const unlock = lockDirectory(directory);
  try {
    refuseUnfinished(written);
    const file = dataFile(directory);
    const there = ['', ...BESIDES].filter((beside) => existsSync(`${file}${beside}`));
    const keepAs = there.length === 0 ? undefined : freeName(file);
    if (keepAs !== undefined)
      for (const beside of there) renameSync(`${file}${beside}`, `${keepAs}${beside}`);
    renameSync(written, file);
    return keepAs;
  } finally {
    unlock();
  }
}

/** A full disk lets a file be closed before its log is in it. */
function refuseUnfinished(written: string): void {
  const log = statSync(`${written}-wal`, { throwIfNoEntry: false });
  if (log !== undefined && log.size > 0)
    throw new BackupError(
      `There is no room for ${written}: make room on the disk and restore again. Nothing was changed.`,
    );
}

function freeName(file: string): string {
  let number = 1;
  const taken = (): boolean =>
    ['', ...BESIDES].some((beside) => existsSync(`${file}.replaced-${number}${beside}`));
  while (taken()) number += 1;
  return `${file}.replaced-${number}`;
}
