import { parseDay, type Day } from '../time/day.ts';
import { isDeadline, readingOf, type Choices } from '../../rules/rule.ts';
import type { SubjectKind } from '../../rules/schema.ts';
import { isQuota, type QuotaRule } from './figures.ts';
import type { Span } from './period.ts';
import type { CountInput, QuotaSubject } from './types.ts';

/** The trait of units that are responsible for a civil-defence work (builder, owner, user, maintainer). */
const RESPONSIBLE = 'civil-defence-responsible';
const CATALOGUE = 'professional-archives';

/** How long a subject is in the register that a rule counts. */
interface Membership {
  readonly since: Day;
  /** The first day on which it is no longer in the register. */
  readonly until?: Day;
}

/** What was counted: for a register, on a day; for a flow, what the period has brought up to that day. */
export interface Population {
  readonly ids: ReadonlySet<string>;
  /** Absent when the register has no entry yet. */
  readonly countedOn: Day | undefined;
  /** The ones directly under the government on that day, if this was stored. */
  readonly direct?: ReadonlySet<string>;
}

/** The subjects, indexed once for all quotas of a call. */
export interface Register {
  readonly byId: ReadonlyMap<string, QuotaSubject>;
  readonly worksOf: ReadonlyMap<string, readonly QuotaSubject[]>;
}

/** The units of the register that answer for a subject. */
const answering = ({ answeredBy, parentId }: QuotaSubject): readonly string[] =>
  answeredBy ?? (parentId === undefined ? [] : [parentId]);

export const answeringOf = (id: string, { byId }: Register): readonly string[] => {
  const subject = byId.get(id);
  return subject ? answering(subject) : [];
};

export function registerOf(subjects: readonly QuotaSubject[]): Register {
  const worksOf = new Map<string, QuotaSubject[]>();
  for (const work of subjects.filter(({ kind }) => kind === 'civil-defence-work'))
    for (const unit of answering(work)) {
      const works = worksOf.get(unit);
      if (works) works.push(work);
      else worksOf.set(unit, [work]);
    }
  return { byId: new Map(subjects.map((subject) => [subject.id, subject])), worksOf };
}

/** Units, or equipment if the bureau reads 设备 literally. */
export function kindOf(rule: QuotaRule, choices: Choices): SubjectKind {
  return readingOf(rule, 'population', choices) === 'equipment' ? 'equipment' : rule.quota.population.kind;
}

const factDay = (subject: QuotaSubject, name: string): Day | undefined => {
  const value = subject.facts[name];
  return typeof value === 'string' ? parseDay(value) : undefined;
};

const later = (a: Day, b: Day | undefined): Day => (b !== undefined && b > a ? b : a);

function entry(subject: QuotaSubject, since: Day = subject.createdOn): Membership {
  const { retiredOn } = subject;
  return retiredOn === undefined ? { since } : { since, until: retiredOn };
}

/** Whether the unit is responsible: it has the trait, or a work of it is in the register. */
function responsible(subject: QuotaSubject, register: Register): Membership | undefined {
  if (subject.traits.includes(RESPONSIBLE)) return entry(subject);
  const works = register.worksOf.get(subject.id) ?? [];
  if (works.length === 0) return undefined;
  const since = works.map((work) => work.createdOn).reduce((a, b) => (a < b ? a : b));
  const ends = works.map((work) => work.retiredOn);
  const own = entry(subject, later(subject.createdOn, since));
  if (ends.includes(undefined)) return own;
  const last = ends.flatMap((end) => (end === undefined ? [] : [end])).reduce((a, b) => (a > b ? a : b));
  return own.until !== undefined && own.until < last ? own : { since: own.since, until: last };
}

/** Whether the subject is in the register of the rule, and from when to when. */
export function membership(
  rule: QuotaRule,
  subject: QuotaSubject,
  choices: Choices,
  register: Register,
): Membership | undefined {
  if (subject.kind !== kindOf(rule, choices)) return undefined;
  const { anyTrait } = rule.quota.population;
  if (!anyTrait) return entry(subject);
  if (anyTrait.includes(RESPONSIBLE)) return responsible(subject, register);
  const held = anyTrait.filter((trait) => subject.traits.includes(trait));
  if (held.length === 0) return undefined;
  const catalogued = held.every((trait) => trait === CATALOGUE);
  const since = catalogued ? factDay(subject, 'professionalCatalogueSince') : undefined;
  return entry(subject, later(subject.createdOn, since));
}

export function holds({ since, until }: Membership, on: Day): boolean {
  return since <= on && (until === undefined || on < until);
}

/** The day that determines in which period a permit, a decision or a penalty file is. */
export function flowDay(subject: QuotaSubject): Day | undefined {
  switch (subject.kind) {
    case 'permit':
      return factDay(subject, 'grantedOn');
    case 'reconsideration-decision':
      return factDay(subject, 'decidedOn');
    case 'case':
      return factDay(subject, 'filedOn') ?? factDay(subject, 'decidedOn');
    default:
      return undefined;
  }
}

/** Whether the subject belongs to the flow that the rule counts, whatever its day. */
export function flows(rule: QuotaRule, subject: QuotaSubject): boolean {
  const { kind, anyTrait, office, outcomes } = rule.quota.population;
  if (subject.kind !== kind) return false;
  if (anyTrait && !anyTrait.some((trait) => subject.traits.includes(trait))) return false;
  if (office !== undefined && (subject.facts['office'] ?? 'archives') !== office) return false;
  return !outcomes || outcomes.some((outcome) => outcome === subject.facts['outcome']);
}

/** The year that the reports due in a quota’s year are about (审核的是上一年度的自查报告). */
function reportedYear(rule: QuotaRule, oweRule: string, year: string, input: CountInput): string {
  const owing = input.rules.find((other) => other.ruleId === oweRule);
  const due = owing && isDeadline(owing) ? owing.deadline.due : undefined;
  return due?.type === 'yearly' && due.reports === 'previous-year' ? String(Number(year) - 1) : year;
}

function owedIn(rule: QuotaRule, span: Span, input: CountInput): ReadonlySet<string> {
  const oweRule = `${rule.regime}/${rule.quota.population.oweRule ?? ''}`;
  const year = reportedYear(rule, oweRule, span.key, input);
  const owed = input.owed.filter(
    (report) => report.ruleId === oweRule && (report.period === undefined || report.period === year),
  );
  return new Set(owed.map((report) => report.subjectId));
}

function flowIn(rule: QuotaRule, span: Span, until: Day, input: CountInput): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const subject of input.subjects) {
    const on = flows(rule, subject) ? flowDay(subject) : undefined;
    if (on === undefined || on < span.from || on > until) continue;
    if (subject.retiredOn === undefined || subject.retiredOn > until) ids.add(subject.id);
  }
  return ids;
}

function registerOn(rule: QuotaRule, span: Span, input: CountInput, register: Register): Population {
  const members: { id: string; held: Membership }[] = [];
  let first: Day | undefined;
  for (const subject of input.subjects) {
    const held = membership(rule, subject, input.choices, register);
    // A subject that left before the period, or on the day on which it was entered, does not belong to it.
    if (!held || (held.until !== undefined && held.until <= later(span.from, held.since))) continue;
    members.push({ id: subject.id, held });
    if (first === undefined || held.since < first) first = held.since;
  }
  if (first === undefined || first > span.to) return { ids: new Set(), countedOn: undefined };
  const countedOn = later(span.from, first);
  return { ids: new Set(members.flatMap(({ id, held }) => (holds(held, countedOn) ? [id] : []))), countedOn };
}

/** The stored population, unless it was counted under the other reading of whom to count. */
function keptOf(rule: QuotaRule, span: Span, input: CountInput, register: Register): Population | undefined {
  const kept = input.kept.find((one) => one.ruleId === rule.ruleId && one.period === span.key);
  if (!kept) return undefined;
  const kind = kindOf(rule, input.choices);
  const wrong = kept.subjectIds.some((id) => (register.byId.get(id)?.kind ?? kind) !== kind);
  if (wrong) return undefined;
  const { subjectIds, countedOn, directIds } = kept;
  return { ids: new Set(subjectIds), countedOn, ...(directIds ? { direct: new Set(directIds) } : {}) };
}

/** When every subject has to be checked, subjects that have left the register since are left out. */
function standing(counted: Population, on: Day, { byId }: Register): Population {
  return { ...counted, ids: new Set([...counted.ids].filter((id) => !leftBy(byId.get(id), on))) };
}

export const leftBy = (subject: QuotaSubject | undefined, on: Day): boolean =>
  subject?.retiredOn !== undefined && subject.retiredOn <= on;

/**
 * Whether a subject counts as directly under the government: as stored with the population, else by today’s
 * traits.
 */
export const directIn =
  ({ direct }: Population, { byId }: Register) =>
  (id: string): boolean =>
    direct ? direct.has(id) : byId.get(id)?.traits.includes('direct') === true;

/**
 * The number of which percentages are taken. A register is counted on the first day of the period, or on the
 * day of its first entry if that is later; a flow is counted as far as the period has brought it by `until`.
 */
export function populationOf(
  rule: QuotaRule,
  span: Span,
  until: Day,
  input: CountInput,
  register: Register,
): Population {
  const last = until < span.to ? until : span.to;
  if (!rule.quota.population.flow) {
    const counted = keptOf(rule, span, input, register) ?? registerOn(rule, span, input, register);
    const every = rule.quota.form === 'all' || rule.quota.perSubject === true;
    return every ? standing(counted, last, register) : counted;
  }
  if (rule.quota.population.oweRule !== undefined) {
    return { ids: owedIn(rule, span, input), countedOn: last };
  }
  return { ids: flowIn(rule, span, last, input), countedOn: last };
}

/** The quota rules of the input, in the order of the rulebook. */
export const quotaRules = (input: Pick<CountInput, 'rules'>): QuotaRule[] => input.rules.filter(isQuota);
