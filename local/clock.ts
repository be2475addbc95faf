import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { formatInstant, parseInstant, toInstant, type Instant } from '../shared/domain/time/instant.ts';
import type { Clock } from '../shared/ports.ts';
import { ownDirectory, writeWhole } from './files.ts';
import { jsonOfFile } from './person-file.ts';
import { StartError } from './start-error.ts';

/** The machine’s clock, or a simulated one that is stored in the data directory and moves only when it is set. */
export interface LocalClock extends Clock {
  readonly simulated: boolean;
  /** Moves a simulated clock. The new time is stored before anything is done at it. */
  set(now: Instant): void;
}

const kept = z.object({ now: z.string() });

const clockFile = (directory: string): string => join(directory, 'clock.json');

/**
 * The time of a stored simulated clock; undefined when the data follow the machine’s clock. Throws StartError.
 */
export function keptClock(directory: string): Instant | undefined {
  const file = clockFile(directory);
  if (!existsSync(file)) return undefined;
  const now = readKept(file);
  if (now !== undefined) return now;
  throw new StartError(
    `${file} does not say what the simulated clock shows: write {"now":"2026-03-02T08:00:00+08:00"} into it with the last time you know, or restore a backup. Delete it only where the data are to follow the machine’s clock.`,
  );
}

function readKept(file: string): Instant | undefined {
  try {
    return parseInstant(kept.parse(jsonOfFile(file)).now);
  } catch {
    return undefined;
  }
}

/**
 * Makes the data of a directory continue with a simulated clock at `now`. It is on the disk when the function
 * returns. Throws NoRoom.
 */
export const keepClock = (directory: string, now: Instant): void =>
  writeWhole(clockFile(directory), JSON.stringify({ now: formatInstant(now) }));

/**
 * Not synced, because a move of the clock stops often; a file that a power loss has torn is refused at the next
 * start.
 */
const writeKept = (file: string, now: Instant): void =>
  writeWhole(file, JSON.stringify({ now: formatInstant(now) }), { synced: false });

/**
 * `asked` starts or continues with a simulated clock. Without it, a directory with a simulated clock continues
 * with that, and any other uses the machine’s. A time earlier than the stored one is refused.
 */
export function openClock(directory: string, asked: Instant | undefined): LocalClock {
  ownDirectory(directory);
  const file = clockFile(directory);
  const known = keptClock(directory);
  if (asked === undefined && known === undefined) {
    return { simulated: false, now: () => toInstant(Date.now()), set: () => undefined };
  }
  if (asked !== undefined && known !== undefined && asked < known) {
    throw new StartError(
      `--now ${formatInstant(asked)} is before the time kept in ${directory} (${formatInstant(known)}). Leave --now out to go on from there, or name another --data.`,
    );
  }
  let now = known ?? asked ?? toInstant(Date.now());
  writeKept(file, now);
  return {
    simulated: true,
    now: () => now,
    set: (next) => {
      writeKept(file, next);
      now = next;
    },
  };
}
