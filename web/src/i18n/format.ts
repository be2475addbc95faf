import type { Language } from './language.ts';

/**
 * Days are `YYYY-MM-DD` and instants ISO 8601 in +08:00, both from the server. The texts are only cut; no zone
 * is applied.
 */

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** 2026年3月1日, 1 Mar 2026 */
export function dayText(day: string, language: Language): string {
  const [year = '', month = '', date = ''] = day.slice(0, 10).split('-');
  return language === 'zh'
    ? `${year}年${Number(month)}月${Number(date)}日`
    : `${Number(date)} ${months[Number(month) - 1] ?? month} ${year}`;
}

/** 2026年3月1日 09:00 */
export function instantText(instant: string, language: Language): string {
  return `${dayText(instant, language)} ${instant.slice(11, 16)}`;
}

/** A day, with the time if the text has one. */
export function momentText(moment: string, language: Language): string {
  return moment.length > 10 ? instantText(moment, language) : dayText(moment, language);
}

/** 2025年度, 2026年上半年, 2026年第3季度, 2026年7月 */
export function periodText(period: string, language: Language): string {
  const [year, part] = [period.slice(0, 4), period.slice(5)];
  if (language === 'en') return part === '' ? year : `${year} ${part}`;
  if (part === '') return `${year}年度`;
  if (part.startsWith('H')) return `${year}年${part === 'H1' ? '上' : '下'}半年`;
  return part.startsWith('Q') ? `${year}年第${part.slice(1)}季度` : `${year}年${Number(part)}月`;
}

const DAY = 86_400_000;
const utc = (day: string): number => Date.parse(`${day.slice(0, 10)}T00:00:00Z`);

/** For the bounds of lists. No statutory date is computed here. */
export const plusDays = (day: string, days: number): string =>
  new Date(utc(day) + days * DAY).toISOString().slice(0, 10);
/** 0 is Sunday. */
export const weekdayOf = (day: string): number => new Date(utc(day)).getUTCDay();
