import { constants, copyFileSync, existsSync, linkSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { keepClock } from '../../local/clock.ts';
import { isFull, syncDirectory } from '../../local/files.ts';
import { lockDirectory } from '../../local/lock.ts';
import { dataFile } from '../../local/sqlite/database.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import { ToldError } from '../../local/told-error.ts';

/** What SQLite keeps beside a file that was not closed. */
const BESIDES = ['-wal', '-shm'] as const;

/**
 * Puts a file that was written beside the present one into its place, with the simulated clock that it goes on with.
 * What was there is kept under another name, which is answered: a log that stayed would be played into a file that is
 * not its own. Wherever it is interrupted, the data file is one or the other, and never runs on the machine’s clock
 * where it had its own. Throws StartError where a product runs on the directory, and ToldError where the file is not
 * whole.
 */
export function putInPlace(directory: string, written: string, clock?: Instant): string | undefined {
  const lock = lockDirectory(directory);
  try {
    refuseUnfinished(written);
    const file = dataFile(directory);
    lock.check();
    const keepAs = keep(file);
    try {
      if (clock !== undefined) keepClock(directory, clock);
    } catch (error) {
      if (keepAs !== undefined) remove(keepAs);
      throw error;
    }
    for (const beside of BESIDES) rmSync(`${file}${beside}`, { force: true });
    renameSync(written, file);
    syncDirectory(directory);
    return keepAs;
  } finally {
    lock.release();
  }
}

function remove(file: string): void {
  for (const beside of ['', ...BESIDES]) rmSync(`${file}${beside}`, { force: true });
}

/** Gives what is there a second name, and answers it. */
function keep(file: string): string | undefined {
  const there = ['', ...BESIDES].filter((beside) => existsSync(`${file}${beside}`));
  if (there.length === 0) return undefined;
  const keepAs = freeName(file);
  for (const beside of there) twice(`${file}${beside}`, `${keepAs}${beside}`);
  syncDirectory(dirname(file));
  return keepAs;
}

/** Not every disk gives a file two names. */
function twice(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    if (isFull(error)) throw error;
    copyFileSync(from, to, constants.COPYFILE_EXCL);
  }
}

/** A full disk lets a file be closed before its log is in it. */
function refuseUnfinished(written: string): void {
  const log = statSync(`${written}-wal`, { throwIfNoEntry: false });
  if (log !== undefined && log.size > 0)
    throw new ToldError(
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
