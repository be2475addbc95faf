import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { statutoryHolidays } from '../../shared/domain/time/statutory-holidays.ts';

const dayLength = 24 * 60 * 60 * 1000;
const years = Array.from({ length: 26 }, (_, index) => 2025 + index);

const daysNamed = (year: number, name: string): string[] =>
  statutoryHolidays(year)
    .filter((holiday) => holiday.name === name)
    .map((holiday) => holiday.day);

const addDays = (day: string, count: number): string =>
  new Date(Date.parse(day) + count * dayLength).toISOString().slice(0, 10);

const chinese = new Intl.DateTimeFormat('en-u-ca-chinese', {
  timeZone: 'UTC',
  month: 'numeric',
  day: 'numeric',
});

/** The day of the year that the platform's Chinese calendar gives as `month/day`; leap months read `6bis/1`. */
function dayInPlatformCalendar(year: number, monthAndDay: string): string | undefined {
  for (let time = Date.UTC(year, 0, 1); time < Date.UTC(year + 1, 0, 1); time += dayLength) {
    const parts = chinese.formatToParts(time).filter((part) => part.type === 'month' || part.type === 'day');
    if (parts.map((part) => part.value).join('/') === monthAndDay)
      return new Date(time).toISOString().slice(0, 10);
  }
  return undefined;
}

/** Apparent longitude of the sun in degrees, good to about 0.01° (Meeus, Astronomical Algorithms, chapter 25). */
function solarLongitude(time: number): number {
  const julianDay = time / dayLength + 2440587.5 + 70 / 86400;
  const t = (julianDay - 2451545) / 36525;
  const radians = Math.PI / 180;
  const anomaly = (357.52911 + 35999.05029 * t) * radians;
  const centre =
    (1.914602 - 0.004817 * t) * Math.sin(anomaly) +
    0.019993 * Math.sin(2 * anomaly) +
    0.000289 * Math.sin(3 * anomaly);
  const node = (125.04 - 1934.136 * t) * radians;
  const longitude = 280.46646 + 36000.76983 * t + centre - 0.00569 - 0.00478 * Math.sin(node);
  return ((longitude % 360) + 360) % 360;
}

/**
 * New moons within minutes of midnight in Beijing, which the platform's calendar puts on the wrong day:
 * 2027-02-06 15:56 UTC (23:56, so 6 February) and 2030-02-02 16:07 UTC (00:07, so 3 February).
 */
const newYearByTheMoon: Record<number, string> = { 2027: '2027-02-06', 2030: '2030-02-03' };

describe('statutory holidays', () => {
  it.each([
    [2025, '春节', ['2025-01-28', '2025-01-29', '2025-01-30', '2025-01-31']],
    [2025, '清明', ['2025-04-04']],
    [2025, '端午', ['2025-05-31']],
    [2025, '中秋', ['2025-10-06']],
    [2026, '春节', ['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19']],
    [2026, '清明', ['2026-04-05']],
    [2026, '端午', ['2026-06-19']],
    [2026, '中秋', ['2026-09-25']],
    [2027, '春节', ['2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08']],
    [2027, '端午', ['2027-06-09']],
    [2027, '中秋', ['2027-09-15']],
    [2027, '元旦', ['2027-01-01']],
    [2027, '劳动节', ['2027-05-01', '2027-05-02']],
    [2027, '国庆', ['2027-10-01', '2027-10-02', '2027-10-03']],
  ])('of %i give for %s the days %j', (year, name, days) => {
    expect(daysNamed(year, name)).toEqual(days);
  });

  it.each(years)('of %i are 13, by date', (year) => {
    const days = statutoryHolidays(year).map((holiday) => holiday.day);
    expect(days).toHaveLength(13);
    expect(days).toEqual([...days].sort());
    expect(days.every((day) => /^\d{4}-\d{2}-\d{2}$/.test(day) && day.startsWith(`${year}-`))).toBe(true);
  });

  it.each(years)('of %i agree with the platform’s Chinese calendar', (year) => {
    const newYear = newYearByTheMoon[year] ?? dayInPlatformCalendar(year, '1/1');
    expect(daysNamed(year, '春节').at(1)).toBe(newYear);
    expect(daysNamed(year, '春节').at(0)).toBe(addDays(newYear ?? '', -1));
    expect(daysNamed(year, '端午')).toEqual([dayInPlatformCalendar(year, '5/5')]);
    expect(daysNamed(year, '中秋')).toEqual([dayInPlatformCalendar(year, '8/15')]);
  });

  it.each(years)('of %i have 清明 on the day on which the sun reaches 15°', (year) => {
    const day = daysNamed(year, '清明').at(0) ?? '';
    const midnightInBeijing = Date.parse(`${day}T00:00:00+08:00`);
    expect(solarLongitude(midnightInBeijing)).toBeLessThan(15);
    expect(solarLongitude(midnightInBeijing + dayLength)).toBeGreaterThanOrEqual(15);
  });

  it('name a day twice where 中秋 falls on 国庆', () => {
    const names = statutoryHolidays(2031)
      .filter((holiday) => holiday.day === '2031-10-01')
      .map((holiday) => holiday.name);
    expect(names).toEqual(['中秋', '国庆']);
  });

  it.each([1900, 2100, 2026.5])('refuse %d', (year) => {
    expect(() => statutoryHolidays(year)).toThrow(RangeError);
  });

  it.each(['America/New_York', 'Asia/Shanghai', 'Pacific/Kiritimati'])(
    'are the same in a process in %s',
    (zone) => {
      const file = new URL('../../shared/domain/time/statutory-holidays.ts', import.meta.url).href;
      const script = `import { statutoryHolidays } from ${JSON.stringify(file)};
        console.log(JSON.stringify([2025, 2026, 2027, 2033, 2050].map(statutoryHolidays)));`;
      const printed = execFileSync(
        process.execPath,
        ['--import', 'tsx', '--input-type=module', '--eval', script],
        { env: { ...process.env, TZ: zone }, encoding: 'utf8' },
      );
      expect(JSON.parse(printed)).toEqual([2025, 2026, 2027, 2033, 2050].map(statutoryHolidays));
    },
    30_000,
  );
});
