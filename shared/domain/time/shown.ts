import { DateTime } from 'luxon';

/** The product’s time zone, without summer time since 1992. */
export const SHANGHAI = 'UTC+8';

/**
 * The time that a clock in the zone shows at this many milliseconds since the Unix epoch. Used only for texts
 * that leave the product, because it is many times slower than whole numbers. Throws when there is no such
 * moment.
 */
export function shownIn(zone: 'utc' | typeof SHANGHAI, milliseconds: number): DateTime<true> {
  // The locale is fixed, so that digits are the same on every machine.
  const shown = DateTime.fromMillis(milliseconds, { zone, locale: 'en-US' });
  if (!shown.isValid) throw new RangeError(`no moment: ${milliseconds}`);
  return shown;
}
