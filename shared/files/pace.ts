import { setImmediate } from 'node:timers/promises';
import { BadFile, limits } from './bad-file.ts';

/** Awaited after each piece of a file: lets other work go on. Throws BadFile once the time for the file is over. */
export type Pace = () => Promise<void>;

export const paceUntil =
  (over: AbortSignal | undefined): Pace =>
  async () => {
    await setImmediate();
    if (over?.aborted === true)
      throw new BadFile(
        'file',
        `reading took more than ${limits.seconds} seconds: delete what does not belong to the roster, or import it in parts`,
        true,
      );
  };
