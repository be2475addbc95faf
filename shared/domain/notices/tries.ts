import { minutes } from '../time/instant.ts';

const WAITS = [2, 10, 30, 60].map(minutes);

/**
 * Milliseconds until the next try after the first, second … failure in a row; the last value repeats. The same
 * for one notice and for a provider that is down.
 */
export const waitAfter = (failures: number): number =>
  WAITS[Math.min(Math.max(failures, 1), WAITS.length) - 1] ?? minutes(60);
