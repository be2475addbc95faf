import { cited, numberFigure, type Choices } from '../../rules/rule.ts';
import { daysAfter, monthsAfter, workingDaysAfter, type Dates, type Trace } from '../time/dates.ts';
import { day, type Day } from '../time/day.ts';
import type { Policy } from '../duties/schedule.ts';
import type { CaseFile } from './file.ts';
import { openRemedy, owedOn, paidOn, type Owed, type Terms } from './fine.ts';
import type { CaseRules } from './rules.ts';

/** What the periods after the service are counted by. */
export interface Counting {
  readonly rules: CaseRules;
  readonly policy: Pick<Policy, 'calendar'>;
  readonly choices: Choices;
}

type Rules = Pick<CaseRules, 'payment' | 'surcharge' | 'demand' | 'enforcement'>;

const figure = ({ rules, choices }: Counting, part: keyof Rules, name: string): number =>
  numberFigure(rules[part], name, choices, rules.on);

/** 15 days from the receipt of the decision (行政处罚法第六十七条); undefined before it was served. */
export function paymentUntil(file: CaseFile, how: Counting, trace?: Trace): Dates | undefined {
  if (file.servedOn === undefined) return undefined;
  return daysAfter(how.policy.calendar, day(file.servedOn), figure(how, 'payment', 'days'), trace);
}

function termsOf(file: CaseFile, how: Counting): Terms | undefined {
  const until = paymentUntil(file, how);
  return until && { dueOn: until.dueOn, dailyPercent: figure(how, 'surcharge', 'dailyPercent') };
}

/** Undefined before the service. */
export function fineOwed(file: CaseFile, how: Counting, on: Day): Owed | undefined {
  const terms = termsOf(file, how);
  return terms && owedOn(file.fine, terms, on);
}

/** The day on which the fine was paid with what was added; undefined while it is not. */
export function finePaidOn(file: CaseFile, how: Counting): string | undefined {
  const terms = termsOf(file, how);
  return terms && paidOn(file.fine, terms);
}

/** 10 working days from the service of the demand (行政强制法第五十四条、第六十九条). */
export function demandUntil(file: CaseFile, how: Counting, trace?: Trace): Dates | undefined {
  const { demandOn } = file.fine;
  if (demandOn === undefined) return undefined;
  return workingDaysAfter(how.policy.calendar, day(demandOn), figure(how, 'demand', 'workingDays'), trace);
}

/** Until when the party may ask for reconsideration: 60 days from the receipt (行政复议法第二十条). */
export function reconsiderationUntil(file: CaseFile, how: Counting, trace?: Trace): Dates | undefined {
  if (file.servedOn === undefined) return undefined;
  const days = figure(how, 'enforcement', 'reconsiderationDays');
  return daysAfter(how.policy.calendar, day(file.servedOn), days, trace);
}

/**
 * Until when the party may sue: of a penalty on the spot only after a reconsideration (行政复议法第二十三条), else six months from the receipt (行政诉讼法第四十六条), 15 days from the decision on
 * reconsideration (第四十五条). Undefined while a remedy runs, and once a court has spoken.
 */
export function suingUntil(file: CaseFile, how: Counting, trace?: Trace): Dates | undefined {
  const { servedOn, fine } = file;
  if (servedOn === undefined || openRemedy(fine)) return undefined;
  const last = fine.remedies.at(-1);
  const { calendar } = how.policy;
  if (last?.kind === 'litigation') return undefined;
  if (last?.to === undefined && file.onTheSpot === true) return reconsiderationUntil(file, how, trace);
  if (last?.to === undefined)
    return monthsAfter(calendar, day(servedOn), figure(how, 'enforcement', 'suingMonths'), trace);
  const days = figure(how, 'enforcement', 'suingDaysAfterReconsideration');
  return daysAfter(calendar, day(last.to), days, trace);
}

/** The day from which the application to the court is counted: the end of the time to sue, or of the suit. */
export function enforceableFrom(file: CaseFile, how: Counting): Day | undefined {
  const last = file.fine.remedies.at(-1);
  if (last?.kind === 'litigation') return last.to === undefined ? undefined : day(last.to);
  return suingUntil(file, how)?.dueOn;
}

/** Three months from there (行政强制法第五十三条). */
export function applicationUntil(file: CaseFile, how: Counting, trace?: Trace): Dates | undefined {
  const from = enforceableFrom(file, how);
  if (from === undefined) return undefined;
  return monthsAfter(how.policy.calendar, from, figure(how, 'enforcement', 'months'), trace);
}

export const citedIn = ({ rules }: Counting, part: keyof Rules | 'deferral') => cited(rules[part]);
