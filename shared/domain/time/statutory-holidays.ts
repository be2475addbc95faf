import chineseDays from 'chinese-days';

export interface StatutoryHoliday {
  /** YYYY-MM-DD, in Asia/Shanghai */
  readonly day: string;
  readonly name: string;
}

/** The lunar table and the formula for 清明 are valid for these years. */
const firstYear = 1901;
const lastYear = 2099;

/** First day of the lunar year 1900, with which the table of `chinese-days` begins. */
const lunarEpoch = Date.UTC(1900, 0, 31);
const dayLength = 24 * 60 * 60 * 1000;

/**
 * The 13 days off of 《全国年节及纪念日放假办法》 as amended on 2024-11-10 (in force from 2025-01-01), by date.
 * Years before 2025 are computed by the same rule, although fewer days were off then. Where 中秋 falls on one
 * of the days of 国庆 (2031), that day stands twice, once with each name.
 *
 * Computed from day counts in UTC, so that the time zone of the process plays no part.
 *
 * @throws RangeError for a year outside 1901 to 2099
 */
export function statutoryHolidays(year: number): StatutoryHoliday[] {
  if (!Number.isInteger(year) || year < firstYear || year > lastYear) {
    throw new RangeError(`No holidays are known for ${year}: only from ${firstYear} to ${lastYear}`);
  }
  return [
    { day: `${year}-01-01`, name: '元旦' },
    ...springFestival(year),
    { day: `${year}-04-0${pureBrightness(year)}`, name: '清明' },
    { day: `${year}-05-01`, name: '劳动节' },
    { day: `${year}-05-02`, name: '劳动节' },
    { day: lunarDay(year, 5, 5), name: '端午' },
    { day: lunarDay(year, 8, 15), name: '中秋' },
    { day: `${year}-10-01`, name: '国庆' },
    { day: `${year}-10-02`, name: '国庆' },
    { day: `${year}-10-03`, name: '国庆' },
  ].sort((a, b) => a.day.localeCompare(b.day));
}

/** 除夕 is the day before the lunar new year, whether the old year ends on its 29th or its 30th. */
function springFestival(year: number): StatutoryHoliday[] {
  return [0, 1, 2, 3].map((day) => ({ day: lunarDay(year, 1, day), name: '春节' }));
}

/**
 * The day of April on which 清明 falls, by the formula that `chinese-days` uses too (寿星公式). Its own
 * `getSolarTermDate` is a day early west of Greenwich, because it formats in the zone of the process.
 */
function pureBrightness(year: number): number {
  const century = year < 2000 ? 5.59 : 4.81;
  const inCentury = year % 100;
  return Math.floor(inCentury * 0.2422 + century) - Math.floor(inCentury / 4);
}

/** The day of a regular (not a leap) lunar month; day 0 is the last of the month before. */
function lunarDay(lunarYear: number, month: number, day: number): string {
  let days = day - 1;
  for (let earlier = 1900; earlier < lunarYear; earlier++) days += lunarMonths(earlier, 13);
  days += lunarMonths(lunarYear, month);
  return new Date(lunarEpoch + days * dayLength).toISOString().slice(0, 10);
}

/** The number of days in the months of the year before the given one, including a leap month. */
function lunarMonths(lunarYear: number, before: number): number {
  const leap = chineseDays.getYearLeapMonth(lunarYear);
  let days = leap.leapMonth !== undefined && leap.leapMonth < before ? leap.days : 0;
  for (let month = 1; month < before; month++) days += chineseDays.monthDays(lunarYear, month);
  return days;
}
