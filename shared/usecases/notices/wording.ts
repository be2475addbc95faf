import { addDays, day, formatDay, weekday, type Day } from '../../domain/time/day.ts';
import { dayOf, type Instant } from '../../domain/time/instant.ts';
import type { WorkCalendar } from '../../domain/time/calendar.ts';
import { concernOf, type Concern, type Party } from '../../domain/register/party.ts';
import { effectiveDue } from '../../domain/duties/schedule.ts';
import { footingOf } from '../../domain/escalations/paper.ts';
import { officeDesk } from '../../domain/papers/acting-organ.ts';
import type { DutyLetter } from '../../letters/types.ts';
import { bodiesNamedOn, officeToday } from '../../vocabulary/bodies.ts';
import { dutyFormNames, formsOfDuty } from '../../vocabulary/duty-forms.ts';
import { documentTitles, jurisdictionOf } from '../../rules/catalogue.ts';
import type { Nature } from '../../vocabulary/parties.ts';
import type { DeadlineRule } from '../../rules/rule.ts';
import type { OfficeName } from '../../rules/schema.ts';
import type { Context } from '../context.ts';
import type { ObligationRecord, StepRecord } from '../../records/obligation.ts';
import type { SubjectRecord } from '../../records/subject.ts';

/** 2025年度, 2026年上半年, 2026年第3季度, 2026年7月. */
export function periodText(period: string | undefined): string | undefined {
  if (period === undefined) return undefined;
  const [year, part] = [period.slice(0, 4), period.slice(5)];
  if (part === '') return `${year}年度`;
  if (part.startsWith('H')) return `${year}年${part === 'H1' ? '上' : '下'}半年`;
  return part.startsWith('Q') ? `${year}年第${part.slice(1)}季度` : `${year}年${Number(part)}月`;
}

/**
 * Working days after `today` up to and including `until`. When `until` is past, the result is the number
 * between the two, negative: today is not over and does not count.
 */
export function workingDaysBetween(calendar: WorkCalendar, today: Day, until: Day): number {
  const ahead = until >= today;
  const last = ahead ? until : addDays(today, -1);
  let count = 0;
  for (let current = addDays(ahead ? today : until, 1); current <= last; current = addDays(current, 1))
    if (!calendar.isRest(current)) count += 1;
  return ahead || count === 0 ? count : -count;
}

/** Monday to Sunday of the week that contains the day. */
export function weekOf(value: Day): { readonly from: Day; readonly to: Day } {
  const from = addDays(value, -((weekday(value) + 6) % 7));
  return { from, to: addDays(from, 6) };
}

export function clauseOf(rule: DeadlineRule): string {
  return `${documentTitles[rule.document]} ${rule.cite}`;
}

/** Steps that are letters. A draft is not one. */
export type LetterStep = StepRecord & { readonly kind: Exclude<StepRecord['kind'], 'draft'> };

const letterKinds = {
  reminder: 'reminder',
  overdue: 'overdue',
  correction: 'correction',
  returned: 'report-returned',
  'alert-officers': 'bureau-alert',
  'alert-leader': 'bureau-alert',
  'alert-superior': 'report-up',
} as const;

export interface LetterParts {
  readonly context: Context;
  readonly rule: DeadlineRule;
  readonly obligation: ObligationRecord;
  readonly step: LetterStep;
  readonly subject: SubjectRecord;
  readonly parent: SubjectRecord | undefined;
  readonly party: Party | undefined;
  readonly bureau: SubjectRecord | undefined;
  readonly now: Instant;
  readonly toldBefore: string | undefined;
  readonly late: boolean;
}

/**
 * The text of a step’s letter: for the subject’s own contacts, for those of its parent, or for another body
 * that is informed.
 */
export function letterOf(parts: LetterParts, onBehalf: boolean, body?: string): DutyLetter {
  const { context, rule, obligation, step, subject, now } = parts;
  const due = day(effectiveDue(obligation));
  const today = dayOf(now);
  const own = rule.deadline.pursuit === 'bureau' || subject.kind === 'bureau';
  const concern = concernOf(subject, parts.party);
  const kind = own && step.kind === 'reminder' ? 'bureau-alert' : letterKinds[step.kind];
  return {
    kind,
    inside: kind !== 'report-up' && (own || kind === 'bureau-alert'),
    toLeader: step.kind === 'alert-leader',
    above: subject.kind === 'government' && !own,
    bureau: signedBy(context, parts.bureau),
    ask: askFor(context, parts.bureau, rule.office),
    owner: subject.name,
    addressee:
      kind === 'report-up'
        ? superiorName(context, rule.office)
        : onBehalf
          ? (body ?? parts.parent?.name ?? concern.owner)
          : greeted(subject, concern),
    party: concern.owner,
    about: isGreeted(subject) ? undefined : concern.about,
    onBehalf,
    what: obligation.title ?? rule.deadline.what,
    // Each event of a year has its own name.
    ruleTitle: (rule.deadline.due.type === 'yearly-events' ? obligation.title : undefined) ?? rule.title,
    period: periodText(obligation.period),
    forms: formsOfDuty(rule.ruleId, true).map((form) => dutyFormNames[form]),
    handTo:
      rule.deadline.to && bodiesNamedOn(rule.deadline.to, formatDay(today), context.settings.papers?.bodies),
    dueOn: due,
    dueAt: obligation.dueAt,
    actBy: day(obligation.actBy),
    extended: obligation.extendedTo !== undefined,
    provisional: obligation.provisional,
    workingDaysLeft:
      obligation.dueAt !== undefined && now >= obligation.dueAt
        ? -1
        : workingDaysBetween(context.calendar, today, due),
    clause: clauseOf(rule),
    basis: rule.basis ?? rule.regimeBasis,
    next: bodiesNamedOn(
      nextText(rule, parts.party?.nature, formatDay(today)),
      formatDay(today),
      context.settings.papers?.bodies,
    ),
    toldBefore: toldDay(parts.toldBefore),
    ended: step.kind === 'correction' && step.key === 'ended',
    reason: obligation.report?.reason,
    late: parts.late,
    today,
  };
}

/** An archivist with an address is a person, and is greeted as one. */
const isGreeted = ({ kind, contacts }: SubjectRecord): boolean => kind === 'archivist' && contacts.length > 0;

const greeted = (subject: SubjectRecord, { owner }: Concern): string =>
  isGreeted(subject) ? subject.name : owner;

/** The name under which the office signs today. */
export const signedBy = ({ jurisdiction, settings }: Context, bureau: SubjectRecord | undefined): string =>
  officeToday(bureau?.name ?? jurisdiction.bureau, settings.papers?.bodies);

/** What follows a missed duty. Where the law gives no power to order the party, nothing but a letter does. */
function nextText(rule: DeadlineRule, nature: Nature | undefined, on: string): string {
  const { pursuit, sanctions = [], nextText: usual } = rule.deadline;
  const [first] = sanctions;
  if (pursuit !== 'ladder' || first === undefined) return usual;
  return footingOf(rule, { step: first.step }, nature, on).paper === 'reminder-letter'
    ? '逾期未办理的，将发函提示；仍未办理的，将有关情况函告主管部门或者出资人。'
    : usual;
}

/** The superior of the archives bureau. For other offices the bureau has named no superior. */
export function superiorName({ jurisdiction }: Context, office: OfficeName): string {
  const above = jurisdiction.superior === null ? undefined : jurisdictionOf(jurisdiction.superior);
  return office === 'archives' && above ? above.bureau : '上级主管部门';
}

function toldDay(told: string | undefined): Day | undefined {
  return told === undefined ? undefined : day(told.slice(0, 10));
}

const askOf = (
  name: string,
  phone: string | undefined,
  email: string | undefined,
): DutyLetter['ask'][number] => ({
  name,
  ...(phone === undefined ? {} : { phone }),
  ...(email === undefined ? {} : { email }),
});

/** Whom to ask: the contacts of the bureau’s office, else its officers, by the office’s telephone. */
export function askFor(
  context: Context,
  bureau: SubjectRecord | undefined,
  office: OfficeName,
): DutyLetter['ask'] {
  const people = bureau?.contacts ?? [];
  if (people.length > 0)
    return people.map(({ name, telephone, mobile, email }) => askOf(name, telephone ?? mobile, email));
  const { telephone, contact } = officeDesk(context, office, bureau?.name);
  const officers = context.staff.filter(
    (member) => member.role === 'bureau-officer' && (member.office ?? office) === office,
  );
  if (officers.length > 0) return officers.map(({ name, email }) => askOf(name, telephone, email));
  return telephone === undefined ? [] : [askOf(contact ?? signedBy(context, bureau), telephone, undefined)];
}
