import { minutes } from '../time/instant.ts';

const WAITS = [2, 10, 30, 60].map(minutes);

/**
 * Milliseconds until the next try after the first, second … failure in a row; the last of them from then on. The same
 * for one notice and for a provider that took nothing.
 */
export const waitAfter = (failures: number): number =>
  WAITS[Math.min(Math.max(failures, 1), WAITS.length) - 1] ?? minutes(60);
