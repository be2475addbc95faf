import { addDays, chineseDay, dayFrom, formatDay, yearMonthDay, type Day } from '../time/day.ts';
import type { Rule } from '../../rules/rule.ts';
import type { QuotaPeriod } from './types.ts';

export type Per = NonNullable<Rule['quota']>['per'];

/** A calendar period in Asia/Shanghai with its key in the contract. Both days are included. */
export interface Span {
  readonly key: string;
  readonly from: Day;
  readonly to: Day;
}

/** Months in one period. A quota without a rhythm of its own uses the year. */
const MONTHS: Readonly<Record<Per, number>> = {
  month: 1,
  quarter: 3,
  'half-year': 6,
  year: 12,
  each: 12,
  'superior-set': 12,
  irregular: 12,
};

function keyOf(year: number, months: number, index: number): string {
  if (months === 1) return `${year}-${String(index + 1).padStart(2, '0')}`;
  if (months === 3) return `${year}-Q${index + 1}`;
  return months === 6 ? `${year}-H${index + 1}` : String(year);
}

function span(year: number, months: number, index: number): Span {
  const next = index * months + months;
  return {
    key: keyOf(year, months, index),
    from: dayFrom(year, index * months + 1, 1),
    to: addDays(next === 12 ? dayFrom(year + 1, 1, 1) : dayFrom(year, next + 1, 1), -1),
  };
}

/** The period that contains a day. */
export function spanOf(per: Per, on: Day): Span {
  const { year, month } = yearMonthDay(on);
  const months = MONTHS[per];
  return span(year, months, Math.floor((month - 1) / months));
}

/** The periods of a year, in order. */
export function spansIn(per: Per, year: number): Span[] {
  const months = MONTHS[per];
  return Array.from({ length: 12 / months }, (_, index) => span(year, months, index));
}

export function periodOf({ key, from, to }: Span): QuotaPeriod {
  return { key, from: formatDay(from), to: formatDay(to) };
}

const QUARTERS = ['第一季度', '第二季度', '第三季度', '第四季度'] as const;

/** 2026年7月, 2026年第三季度, 2026年上半年, 2026年度; for a superior’s period, its first and last day. */
export function periodName({ key, from, to }: Span): string {
  const { year, month } = yearMonthDay(from);
  if (key.includes('Q')) return `${year}年${QUARTERS[Math.floor((month - 1) / 3)] ?? ''}`;
  if (key.includes('H')) return `${year}年${month === 1 ? '上半年' : '下半年'}`;
  if (key.includes('-')) return `${year}年${month}月`;
  const whole = from === dayFrom(year, 1, 1) && to === dayFrom(year, 12, 31);
  return whole ? `${year}年度` : `${chineseDay(from)}至${chineseDay(to)}`;
}
