import { DateTime } from 'luxon';

/** The time of the product, which has had no summer time since 1992. */
export const SHANGHAI = 'UTC+8';

/**
 * What a clock in the zone shows at that many milliseconds since the Unix epoch. For texts that leave the product:
 * it takes many times what whole numbers take, so nothing is counted with it. Throws where there is no such moment.
 */
export function shownIn(zone: 'utc' | typeof SHANGHAI, milliseconds: number): DateTime<true> {
  // Of its own locale, so that digits are the same on every machine.
  const shown = DateTime.fromMillis(milliseconds, { zone, locale: 'en-US' });
  if (!shown.isValid) throw new RangeError(`no moment: ${milliseconds}`);
  return shown;
}
