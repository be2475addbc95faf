import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { formatInstant, parseInstant, toInstant, type Instant } from '../shared/domain/instant.ts';
import type { Clock } from '../shared/ports.ts';

/** The machine’s clock, or a simulated one that moves only when told and is kept in the data directory. */
export interface LocalClock extends Clock {
  readonly simulated: boolean;
  /** Moves a simulated clock; kept before anything is done at the new time. */
  set(now: Instant): void;
}

const kept = z.object({ now: z.string() });

function readKept(file: string): Instant | undefined {
  try {
    return parseInstant(kept.parse(JSON.parse(readFileSync(file, 'utf8'))).now);
  } catch {
    return undefined;
  }
}

function writeKept(file: string, now: Instant): void {
  writeFileSync(`${file}.next`, JSON.stringify({ now: formatInstant(now) }));
  renameSync(`${file}.next`, file);
}

/** A start that cannot be: told to the person at the terminal, without a stack. */
export class StartError extends Error {}

/**
 * `asked` starts or goes on with a simulated clock; without it a directory that has one goes on with it, and
 * any other uses the machine’s. An earlier time than the kept one is refused.
 */
export function openClock(directory: string, asked: Instant | undefined): LocalClock {
  mkdirSync(directory, { recursive: true });
  const file = join(directory, 'clock.json');
  const known = readKept(file);
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
