import type { z } from 'zod';
import type { settingsPatch, workCalendarBody } from '../../contract/bodies.ts';
import { type FieldError, fail, failOf, fieldError, ok, problem, type Outcome } from '../../outcome.ts';
import { raise, type Raised } from '../../problems/raise.ts';
import { arrangementOf, createCalendar, isWeekendDay, publishedYear } from '../../domain/time/calendar.ts';
import { day, formatDay, parseDay, yearOf } from '../../domain/time/day.ts';
import { statutoryHolidays } from '../../domain/time/statutory-holidays.ts';
import { settingsRecord, type SettingsRecord } from '../../records/settings.ts';
import { yearRecord, type YearRecord } from '../../records/year.ts';
import type { Context } from '../context.ts';
import { enterLinking, linkedSettings, papersEntered, papersFlaws } from './papers.ts';
import { ownPeriod, type Period } from '../../domain/escalations/ladder.ts';
import { startPlanning } from '../duties/start-planning.ts';
import { staleVersion, todayOf, type Request } from '../request.ts';

type Patch = z.infer<typeof settingsPatch>;

function withoutNulls<T>(record: Readonly<Record<string, T | null>>): Record<string, T> {
  const kept: Record<string, T> = {};
  for (const [name, value] of Object.entries(record)) if (value !== null) kept[name] = value;
  return kept;
}

function mergeByRule<T>(
  known: Readonly<Record<string, Readonly<Record<string, T>>>>,
  patch: Readonly<Record<string, Readonly<Record<string, T | null>>>> | undefined,
): Record<string, Record<string, T>> {
  const merged: Record<string, Record<string, T>> = {};
  for (const [rule, values] of Object.entries(known)) merged[rule] = { ...values };
  for (const [rule, values] of Object.entries(patch ?? {}))
    merged[rule] = withoutNulls({ ...merged[rule], ...values });
  return merged;
}

/** Whether each chosen figure is one that the sources leave open, and each reading one of its options. */
function checkChoices(context: Context, patch: Patch, today: string): FieldError[] {
  const errors: FieldError[] = [];
  for (const [ruleId, values] of Object.entries(patch.figures ?? {})) {
    for (const [figure, value] of Object.entries(values)) {
      const wrong = figureError(context, ruleId, figure, value, today);
      if (wrong) errors.push({ path: `figures.${ruleId}.${figure}`, ...wrong });
    }
  }
  for (const [ruleId, values] of Object.entries(patch.readings ?? {})) {
    for (const [reading, option] of Object.entries(values)) {
      const known = context.rulebook.ruleOf(ruleId, today)?.readings?.[reading];
      const path = `readings.${ruleId}.${reading}`;
      const options = known?.options.map((entry) => entry.id) ?? [];
      if (!known) errors.push(fieldError(path, 'settings.no-reading'));
      else if (option !== null && !options.includes(option))
        errors.push(fieldError(path, 'settings.no-option', { options }));
    }
  }
  return errors;
}

function figureError(
  context: Context,
  ruleId: string,
  figure: string,
  value: unknown,
  today: string,
): Raised | undefined {
  const rule = context.rulebook.ruleOf(ruleId, today);
  if (!rule) return raise('settings.no-rule', { ruleId });
  if (rule.figures?.[figure]) return raise('settings.statutory');
  const known = rule.discretionary?.[figure];
  const open = Object.keys(rule.discretionary ?? {});
  if (!known)
    return open.length === 0
      ? raise('settings.none-open', { figure })
      : raise('settings.not-open', { figure, open });
  if (value === null) return undefined;
  if (
    Array.isArray(known.value) !== Array.isArray(value) ||
    (!Array.isArray(value) && typeof known.value !== typeof value)
  ) {
    return raise('settings.form', { default: JSON.stringify(known.value) });
  }
  if (known.unit === 'date' && typeof value === 'string') return dateError(String(known.value), value);
  const numbers = Array.isArray(value) ? value : [value];
  if (known.unit !== 'boolean' && !numbers.every(isCount)) return raise('settings.count');
  return undefined;
}

const isCount = (value: unknown): boolean =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 365;

/** A date once is a day; one that comes back each year is a month and day that every year has. */
function dateError(known: string, value: string): Raised | undefined {
  if (parseDay(known) !== undefined) return parseDay(value) === undefined ? raise('settings.day') : undefined;
  return /^(0[1-9]|1[0-2])-last$/.test(value) || parseDay(`2023-${value}`) !== undefined
    ? undefined
    : raise('settings.month-day');
}

/** Changes settings; whatever depends on them is planned again. */
export async function patchSettings(request: Request, patch: Patch): Promise<Outcome<SettingsRecord>> {
  const { context, deps } = request;
  const { settings } = context;
  const stale = staleVersion(request, settings.version);
  if (stale) return fail(stale);
  const errors = [
    ...checkChoices(context, patch, todayOf(request)),
    ...papersFlaws(context.jurisdiction, patch.papers),
  ];
  if (errors.length > 0) return failOf(errors);
  const { enterpriseYearlyCap: known, ...others } = settings;
  const cap = patch.enterpriseYearlyCap === undefined ? known : patch.enterpriseYearlyCap;
  const next: SettingsRecord = {
    ...others,
    ...(patch.checksPerWorkingDay === undefined ? {} : { checksPerWorkingDay: patch.checksPerWorkingDay }),
    ...(cap === undefined || cap === null ? {} : { enterpriseYearlyCap: cap }),
    trackFrom: patch.trackFrom ?? settings.trackFrom,
    sendHour: patch.sendHour ?? settings.sendHour,
    quietHours: patch.quietHours ?? settings.quietHours,
    own: periodsAfter(settings, patch),
    reminderLeads: { ...settings.reminderLeads, ...patch.reminderLeads },
    channels: { ...settings.channels, ...patch.channels },
    alerts: { ...settings.alerts, ...definedOf(patch.alerts) },
    ...(patch.secondFactor === undefined ? {} : { secondFactor: [...new Set(patch.secondFactor)] }),
    figures: mergeByRule(settings.figures, patch.figures),
    readings: mergeByRule(settings.readings, patch.readings),
    ...papersEntered(request, patch.papers),
  };
  const quiet = quietError(next);
  if (quiet) return failOf([{ path: 'quietHours', ...quiet }]);
  if (patch.papers) await enterLinking(request);
  const stored = await settingsRecord.put(deps.store, context.jurisdiction.id, next);
  if (!stored) return problem('settings.changed');
  await startPlanning(deps, context.jurisdiction.id);
  return ok(patch.papers ? await linkedSettings(request, stored) : stored);
}

/** The bureau’s own periods after a patch; null gives them back to the rules. */
function periodsAfter(settings: SettingsRecord, patch: Patch): NonNullable<SettingsRecord['own']> {
  const after = (period: Period): number | undefined =>
    patch[period] === undefined ? ownPeriod(settings, period) : (patch[period] ?? undefined);
  return {
    rectificationDays: after('rectificationDays'),
    defenceWorkingDays: after('defenceWorkingDays'),
  };
}

function definedOf<T extends object>(
  value: T | undefined,
): Partial<{ [K in keyof T]: Exclude<T[K], undefined> }> {
  const kept: Partial<{ [K in keyof T]: Exclude<T[K], undefined> }> = {};
  return Object.assign(
    kept,
    Object.fromEntries(Object.entries(value ?? {}).filter(([, entry]) => entry !== undefined)),
  );
}

/** The send hour must not lie in the quiet hours: nothing would ever leave. */
function quietError(settings: SettingsRecord): Raised | undefined {
  const { from, to } = settings.quietHours;
  const hour = `${String(settings.sendHour).padStart(2, '0')}:00`;
  const quiet = from === to ? false : from < to ? hour >= from && hour < to : hour >= from || hour < to;
  return quiet ? raise('settings.quiet', { hour, from, to }) : undefined;
}

export interface YearView {
  readonly year: number;
  /** published: chinese-days knows it; entered: by PUT; provisional: weekends and the 13 statutory holidays. */
  readonly status: 'published' | 'entered' | 'provisional';
  readonly holidays: readonly string[];
  readonly workdays: readonly string[];
  readonly source: string;
  readonly version: number;
}

/** A year as a jurisdiction has it; `years` are those that it entered. */
export function readYear(years: readonly YearRecord[], year: number): YearView {
  const entered = years.find((record) => record.year === year);
  if (entered) {
    const { holidays, workdays, source, version } = entered;
    return { year, status: 'entered', holidays, workdays, source, version };
  }
  const known = publishedYear(year);
  const { holidays, workdays } = arrangementOf(createCalendar(), year);
  return {
    year,
    status: known ? 'published' : 'provisional',
    holidays: holidays.map(formatDay),
    workdays: workdays.map(formatDay),
    source: known
      ? '国务院办公厅关于该年部分节假日安排的通知（chinese-days）'
      : '《全国年节及纪念日放假办法》法定节日；该年放假安排尚未录入，暂定',
    version: 0,
  };
}

function calendarErrors(year: number, body: z.infer<typeof workCalendarBody>): FieldError[] {
  const errors: FieldError[] = [];
  const previousDecember = `${year - 1}-12-`;
  const inYear = (text: string): boolean => yearOf(day(text)) === year || text.startsWith(previousDecember);
  body.holidays.forEach((text, index) => {
    if (!inYear(text))
      errors.push(fieldError(`holidays.${index}`, 'calendar.other-year', { day: text, year }));
  });
  body.workdays.forEach((text, index) => {
    const path = `workdays.${index}`;
    if (!inYear(text)) errors.push(fieldError(path, 'calendar.other-year', { day: text, year }));
    else if (body.holidays.includes(text))
      errors.push(fieldError(path, 'calendar.both-lists', { day: text }));
    else if (!isWeekendDay(day(text))) errors.push(fieldError(path, 'calendar.weekday', { day: text }));
    else if (statutoryHolidays(year).some((holiday) => holiday.day === text))
      errors.push(fieldError(path, 'calendar.statutory', { day: text }));
  });
  if (errors.length === 0 && !body.holidays.some((text) => yearOf(day(text)) === year))
    errors.push(fieldError('holidays', 'calendar.no-day-off', { year }));
  return errors;
}

/** Enters a year’s arrangement for the jurisdiction; every date that depends on it is computed again. */
export async function putYear(
  request: Request,
  year: number,
  body: z.infer<typeof workCalendarBody>,
): Promise<Outcome<YearView>> {
  const { context, deps } = request;
  const known = context.years.find((record) => record.year === year);
  const stale = staleVersion(request, known?.version ?? 0);
  if (stale) return fail(stale);
  const errors = calendarErrors(year, body);
  if (errors.length > 0) return failOf(errors);
  const place = { jurisdiction: context.jurisdiction.id, year };
  const record = await yearRecord.put(deps.store, place, {
    version: 0,
    ...known,
    year,
    holidays: [...new Set(body.holidays)].sort(),
    workdays: [...new Set(body.workdays)].sort(),
    source: body.source,
  });
  if (!record) return problem('calendar.changed');
  await startPlanning(deps, context.jurisdiction.id);
  return ok({
    year,
    status: 'entered',
    holidays: record.holidays,
    workdays: record.workdays,
    source: record.source,
    version: record.version,
  });
}
