import { constants, copyFileSync, existsSync, linkSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { keepClock } from '../../local/clock.ts';
import { isFull, syncDirectory } from '../../local/files.ts';
import { lockDirectory } from '../../local/lock.ts';
import { dataFile } from '../../local/sqlite/database.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import { ToldError } from '../../local/told-error.ts';

/** Files that SQLite leaves beside a data file that was not closed. */
const BESIDES = ['-wal', '-shm'] as const;

/**
 * Moves a file that was written beside the present one into its place, with the simulated clock with which it
 * continues. The previous file is kept under another name, which is returned: a remaining log would be applied
 * to a file that it does not belong to. Wherever this is interrupted, the data file is one or the other, and
 * data with a simulated clock never run on the machine’s clock. Throws StartError when a product runs on the
 * directory, and ToldError when the file is not complete.
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

/** Gives the existing file a second name, and returns that. */
function keep(file: string): string | undefined {
  const there = ['', ...BESIDES].filter((beside) => existsSync(`${file}${beside}`));
  if (there.length === 0) return undefined;
  const keepAs = freeName(file);
  for (const beside of there) twice(`${file}${beside}`, `${keepAs}${beside}`);
  syncDirectory(dirname(file));
  return keepAs;
}

/** Not every file system allows a second name. */
function twice(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    if (isFull(error)) throw error;
    copyFileSync(from, to, constants.COPYFILE_EXCL);
  }
}

/** A full disk may let a file be closed before its log was merged into it. */
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
