import chineseDays from 'chinese-days';
import { addDays, dayFrom, formatDay, weekday, yearOf, type Day } from './day.ts';
import { statutoryHolidays } from './statutory-holidays.ts';

/** A year's arrangement as the State Council's notice gives it, entered by a bureau. */
export interface YearArrangement {
  readonly year: number;
  /** Days off, including weekend days if the notice names them. */
  readonly holidays: readonly Day[];
  /** Weekend days that are working days. */
  readonly workdays: readonly Day[];
  /** The notice, by title or document number. */
  readonly source: string;
}

/**
 * The working-day calendar: the only module that knows which days are worked. Days are in Asia/Shanghai. Every
 * method returns a result for every day: a loop over `onOrAfter(addDays(day, 1))` always goes on, even past the
 * end of the tables.
 */
export interface WorkCalendar {
  isRest(day: Day): boolean;
  /** The first working day on or after `day`. */
  onOrAfter(day: Day): Day;
  /** The last working day on or before `day`. */
  onOrBefore(day: Day): Day;
  /** Whether `onOrAfter(day)` depends on a day that a later arrangement may still change. */
  guessedAfter(day: Day): boolean;
  /** Whether `onOrBefore(day)` depends on such a day. */
  guessedBefore(day: Day): boolean;
  /** Why the day is worked or not, in Chinese: 星期六, 国庆节放假, 调休上班. */
  why(day: Day): string;
  /** Whether the year's arrangement is known. */
  knows(year: number): boolean;
}

/** The years in the tables. For days outside, the answer rests on weekends alone and counts as a guess. */
export const calendarYears: { readonly first: number; readonly last: number } = { first: 1990, last: 2070 };
const FIRST = dayFrom(calendarYears.first, 1, 1);
const LAST = dayFrom(calendarYears.last, 12, 31);
const SIZE = LAST - FIRST + 1;

const REST = 1;
const GUESSED = 2;

const isWeekend = (value: Day): boolean => weekday(value) === 0 || weekday(value) === 6;

/**
 * chinese-days uses plain weekends for a year that it does not know; 1–3 October show whether it knows the
 * year.
 */
export function publishedYear(year: number): boolean {
  return [1, 2, 3].some((dayOfMonth) => {
    const national = dayFrom(year, 10, dayOfMonth);
    return !isWeekend(national) && !chineseDays.getDayDetail(formatDay(national)).work;
  });
}

interface Table {
  readonly flags: Uint8Array;
  readonly names: Map<number, string>;
  readonly known: Set<number>;
}

function publishedDays(table: Table, year: number): void {
  for (let value = dayFrom(year, 1, 1); value <= dayFrom(year, 12, 31); value = addDays(value, 1)) {
    const detail = chineseDays.getDayDetail(formatDay(value));
    const name = detail.name.split(',')[1];
    table.flags[value - FIRST] = detail.work ? 0 : REST;
    if (name !== undefined) table.names.set(value, detail.work ? `${name}调休上班` : `${name}放假`);
  }
  table.known.add(year);
}

function guessedDays(table: Table, year: number): void {
  for (let value = dayFrom(year, 1, 1); value <= dayFrom(year, 12, 31); value = addDays(value, 1)) {
    table.flags[value - FIRST] = GUESSED | (isWeekend(value) ? REST : 0);
  }
}

function decidedHolidays(table: Table, year: number): void {
  for (const holiday of statutoryHolidays(year)) {
    const [y, m, d] = holiday.day.split('-').map(Number);
    const value = dayFrom(y ?? 0, m ?? 0, d ?? 0);
    table.flags[value - FIRST] = REST;
    table.names.set(value, `${holiday.name}（法定节日）`);
  }
}

let published: Table | undefined;

/** The table without any entered year, built once. */
function publishedTable(): Table {
  if (published) return published;
  const table: Table = { flags: new Uint8Array(SIZE), names: new Map(), known: new Set() };
  for (let year = calendarYears.first; year <= calendarYears.last; year += 1) {
    if (publishedYear(year)) publishedDays(table, year);
    else {
      guessedDays(table, year);
      decidedHolidays(table, year);
    }
  }
  published = table;
  return table;
}

/** The rest days of the published arrangements, as a text that changes when any of them does. */
export function publishedText(): string {
  return publishedTable().flags.join('');
}

function enterYear(table: Table, arrangement: YearArrangement): void {
  const { year } = arrangement;
  for (let value = dayFrom(year, 1, 1); value <= dayFrom(year, 12, 31); value = addDays(value, 1)) {
    table.flags[value - FIRST] = isWeekend(value) ? REST : 0;
    table.names.delete(value);
  }
  decidedHolidays(table, year);
  for (const value of arrangement.holidays) {
    table.flags[value - FIRST] = REST;
    if (!table.names.has(value)) table.names.set(value, '节日放假');
  }
  for (const value of arrangement.workdays) {
    table.flags[value - FIRST] = 0;
    table.names.set(value, '调休上班');
  }
  table.known.add(year);
}

/** The first day from `value` on, in steps of one day, that is not a weekend. */
function weekdayFrom(value: Day, step: 1 | -1): Day {
  let current = value;
  while (isWeekend(current)) current = addDays(current, step);
  return current;
}

interface Rolls {
  readonly after: Int32Array;
  readonly before: Int32Array;
  readonly guessedAfter: Uint8Array;
  readonly guessedBefore: Uint8Array;
}

function rolls(flags: Uint8Array): Rolls {
  const result = {
    after: new Int32Array(SIZE),
    before: new Int32Array(SIZE),
    guessedAfter: new Uint8Array(SIZE),
    guessedBefore: new Uint8Array(SIZE),
  };
  const pass = (target: Int32Array, guessed: Uint8Array, index: number, step: 1 | -1): void => {
    const flag = flags[index] ?? 0;
    const rest = (flag & REST) !== 0;
    const next = index + step;
    // Beyond the tables only weekends are known, and every day is a guess.
    const outside = weekdayFrom(addDays(FIRST, next), step) - FIRST;
    target[index] = rest ? (target[next] ?? outside) : index;
    guessed[index] = (flag & GUESSED) !== 0 || (rest && (guessed[next] ?? 1) !== 0) ? 1 : 0;
  };
  for (let index = SIZE - 1; index >= 0; index -= 1) pass(result.after, result.guessedAfter, index, 1);
  for (let index = 0; index < SIZE; index += 1) pass(result.before, result.guessedBefore, index, -1);
  return result;
}

/**
 * The calendar of the State Council's arrangements: chinese-days for the years that it knows, replaced by
 * entered arrangements; for other years weekends and the 13 statutory holidays, marked as guessed.
 */
export function createCalendar(entered: readonly YearArrangement[] = []): WorkCalendar {
  const base = publishedTable();
  const table: Table = {
    flags: base.flags.slice(),
    names: new Map(base.names),
    known: new Set(base.known),
  };
  for (const arrangement of [...entered].sort((a, b) => a.year - b.year)) enterYear(table, arrangement);
  const rolled = rolls(table.flags);
  const rolledTo = (array: Int32Array, value: Day, step: 1 | -1): Day => {
    const index = array[value - FIRST];
    if (index !== undefined) return addDays(FIRST, index);
    const reached = weekdayFrom(value, step);
    return withinCalendar(reached) ? addDays(FIRST, array[reached - FIRST] ?? reached - FIRST) : reached;
  };
  const guessed = (array: Uint8Array, value: Day): boolean => (array[value - FIRST] ?? 1) !== 0;
  return {
    isRest: (value) => {
      const flag = table.flags[value - FIRST];
      return flag === undefined ? isWeekend(value) : (flag & REST) !== 0;
    },
    onOrAfter: (value) => rolledTo(rolled.after, value, 1),
    onOrBefore: (value) => rolledTo(rolled.before, value, -1),
    guessedAfter: (value) => guessed(rolled.guessedAfter, value),
    guessedBefore: (value) => guessed(rolled.guessedBefore, value),
    why: (value) => table.names.get(value) ?? (isWeekend(value) ? '周末休息日' : '工作日'),
    knows: (year) => table.known.has(year),
  };
}

/** Whether the day is in the years of the calendar's tables (`calendarYears`). */
export function withinCalendar(value: Day): boolean {
  return value >= FIRST && value <= LAST;
}

/** The arrangement of a year in the calendar: days off on weekdays or with a name, and worked weekend days. */
export function arrangementOf(calendar: WorkCalendar, year: number): { holidays: Day[]; workdays: Day[] } {
  const holidays: Day[] = [];
  const workdays: Day[] = [];
  for (let value = dayFrom(year, 1, 1); yearOf(value) === year; value = addDays(value, 1)) {
    const rest = calendar.isRest(value);
    if (rest && calendar.why(value) !== '周末休息日') holidays.push(value);
    if (!rest && isWeekend(value)) workdays.push(value);
  }
  return { holidays, workdays };
}

export function isWeekendDay(value: Day): boolean {
  return isWeekend(value);
}
