import { setImmediate } from 'node:timers/promises';
import { badFile, limits } from './bad-file.ts';

/**
 * Awaited after each piece of a file, so that other work can go on. Throws BadFile when the time for the file
 * is over.
 */
export type Pace = () => Promise<void>;

export const paceUntil =
  (over: AbortSignal | undefined): Pace =>
  async () => {
    await setImmediate();
    if (over?.aborted === true) throw badFile('file', 'file.too-slow', { seconds: limits.seconds });
  };
