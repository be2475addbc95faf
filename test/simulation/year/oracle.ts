import type { z } from 'zod';
import type { previewAnswer } from '../../../shared/contract/answers.ts';
import { createCalendar } from '../../../shared/domain/time/calendar.ts';
import { addDays, day, type Day } from '../../../shared/domain/time/day.ts';
import { at, dayOf, instant, plus, startOfDay, type Instant } from '../../../shared/domain/time/instant.ts';
import { rulebookOf } from '../../../shared/rules/catalogue.ts';
import type { Contact, Member, Register } from './registers.ts';

/**
 * What the rules ask for, worked out once more and in another way than the product does: from the dates that the
 * public preview answers, the rules of counting 7 and 8 and the list of the addresses.
 */
export type Previewed = z.infer<typeof previewAnswer>['obligations'][number];

/** Who owes a duty, as the register has it; bureaus owe their own. */
export interface Owner {
  readonly kind: string;
  readonly code: string;
  readonly traits: readonly string[];
  readonly facts: Readonly<Record<string, unknown>>;
  readonly contacts: readonly Contact[];
  readonly parent: readonly Contact[];
  readonly enteredAt: Instant;
}

export interface Duty {
  readonly register: Register;
  readonly owner: Owner;
  readonly ruleId: string;
  /** Tells duties of one owner under one rule apart. */
  readonly name: string;
  readonly office: string;
  readonly arises: Instant;
  readonly dueOn: Day;
  readonly dueAt: Instant | undefined;
  readonly overdueFrom: Instant;
  readonly pursuit: 'unit' | 'bureau';
  /** Late when it was entered: only listed. */
  readonly lateOnEntry: boolean;
  readonly fulfilledAt: Instant | undefined;
}

export interface Expected {
  readonly at: Instant;
  readonly kind: 'reminder' | 'overdue' | 'bureau-alert';
  readonly channel: 'email' | 'sms';
  /** Empty where there is nobody to write to. */
  readonly to: string;
  readonly duty: Duty;
}

const calendar = createCalendar();

export function workday(from: Day, direction: 1 | -1): Day {
  let found = from;
  while (calendar.isRest(found)) found = addDays(found, direction);
  return found;
}

/** Nine o’clock on the first working day at or after the moment. */
function nextNine(moment: Instant): Instant {
  const today = dayOf(moment);
  return at(workday(moment <= at(today, 9) ? today : addDays(today, 1), 1), 9);
}

export const nameOf = (duty: {
  readonly period?: string | undefined;
  readonly title?: string | undefined;
}): string => `${duty.period ?? ''} ${duty.title ?? ''}`.trim();

/** A previewed duty as this owner has it; undefined where nobody is pursued for it. */
export function dutyOf(
  register: Register,
  owner: Owner,
  duty: Previewed,
  fulfilledAt: Instant | undefined,
  trackFrom: string,
): Duty | undefined {
  const rule = rulebookOf(register.jurisdiction).deadlineOf(duty.ruleId);
  if (!rule || rule.deadline.pursuit === 'none') return undefined;
  const dueAt = duty.dueAt === undefined ? undefined : instant(duty.dueAt);
  const dueOn = dueAt === undefined ? day(duty.dueOn ?? '') : dayOf(dueAt);
  if (dueOn < day(trackFrom)) return undefined;
  const overdueFrom = dueAt ?? startOfDay(day(duty.overdueFrom));
  // A planned date obliges from the day on which it was recorded.
  const counted = duty.ruleId.endsWith('/acceptance-application')
    ? dayOf(owner.enteredAt)
    : day(duty.arisesOn);
  return {
    register,
    owner,
    ruleId: duty.ruleId,
    name: nameOf(duty),
    office: rule.office,
    arises: startOfDay(counted),
    dueOn,
    dueAt,
    overdueFrom,
    pursuit: rule.deadline.pursuit === 'bureau' ? 'bureau' : 'unit',
    lateOnEntry: owner.enteredAt >= overdueFrom,
    fulfilledAt,
  };
}

/** Rule of counting 7: when the duty is called to mind, earliest first. */
function remindersOf(duty: Duty): Instant[] {
  const floor = duty.arises > duty.owner.enteredAt ? duty.arises : duty.owner.enteredAt;
  const { dueAt } = duty;
  const planned =
    dueAt === undefined
      ? (duty.ruleId.endsWith('/case-filing') ? [3, 1] : [30, 7, 1]).map((lead) =>
          at(workday(addDays(duty.dueOn, -lead), -1), 9),
        )
      : [12, 2].map((lead) => plus(dueAt, -lead * 3_600_000));
  const kept = planned.filter((moment) => moment >= floor);
  const missed = kept.length < planned.length;
  const instead = dueAt === undefined ? nextNine(floor) : floor;
  const inTime = dueAt === undefined ? dayOf(instead) <= duty.dueOn : instead < dueAt;
  return [...new Set([...(missed && inTime ? [instead] : []), ...kept])].sort((a, b) => a - b);
}

/** Rule of counting 8: when its lateness is told, to whom first, and to whom later. */
function latenessOf(
  duty: Duty,
): { readonly to: 'unit' | 'officers' | 'leaders' | 'superiors'; readonly at: Instant }[] {
  const first = duty.dueAt ?? nextNine(duty.overdueFrom);
  if (duty.pursuit === 'unit') return [{ to: 'unit', at: first }];
  const later = (days: number): Instant => {
    let reached = dayOf(first);
    for (let count = 0; count < days; count += 1) reached = workday(addDays(reached, 1), 1);
    return at(reached, 9);
  };
  return [
    { to: 'officers', at: first },
    { to: 'leaders', at: later(5) },
    { to: 'superiors', at: later(10) },
  ];
}

type Address = Pick<Expected, 'channel' | 'to'>;

const mail = (to: string): Address => ({ channel: 'email', to });

export const staffOf = (register: Register, role: Member['role'], office: string): string[] =>
  register.staff
    .filter((one) => one.role === role && (one.office ?? office) === office)
    .map((one) => one.email);

/** Each address once; by SMS what is the last word, and everything for who has a telephone alone. */
function people(contacts: readonly Contact[], bySms: boolean): Address[] {
  const found = new Map<string, Address>();
  for (const { email, mobile } of contacts) {
    if (email !== undefined && !found.has(email.toLowerCase())) found.set(email.toLowerCase(), mail(email));
    if (mobile !== undefined && (bySms || email === undefined))
      found.set(mobile, { channel: 'sms', to: mobile });
  }
  return [...found.values()];
}

/** The owner’s contacts, its parent’s where it has none; a case without any is its office’s, as a bureau’s duty is. */
function owners(duty: Duty, bySms: boolean): Address[] {
  const { owner, register, office } = duty;
  const officers = staffOf(register, 'bureau-officer', office).map(mail);
  if (owner.kind === 'bureau') return officers;
  const contacts = owner.contacts.length > 0 ? owner.contacts : owner.parent;
  if (contacts.length > 0) return people(contacts, bySms);
  return duty.pursuit === 'bureau' ? officers : [];
}

function addressesOf(duty: Duty, to: ReturnType<typeof latenessOf>[number]['to']): Address[] | undefined {
  if (to === 'superiors')
    return duty.register.superiors.length === 0 ? undefined : duty.register.superiors.map(mail);
  if (to === 'leaders') return staffOf(duty.register, 'bureau-leader', duty.office).map(mail);
  return owners(duty, to === 'unit');
}

/** Every notice that the duty calls for before it is met, one a recipient; one to nobody where there is nobody. */
export function noticesOf(duty: Duty): Expected[] {
  if (duty.lateOnEntry) return [];
  const reminders = remindersOf(duty);
  const expected: Expected[] = reminders.flatMap((moment, index) =>
    spread(duty, 'reminder', moment, owners(duty, index === reminders.length - 1)),
  );
  for (const { to, at: moment } of latenessOf(duty)) {
    const addresses = addressesOf(duty, to);
    if (addresses)
      expected.push(...spread(duty, to === 'unit' ? 'overdue' : 'bureau-alert', moment, addresses));
  }
  return expected.filter((one) => duty.fulfilledAt === undefined || one.at <= duty.fulfilledAt);
}

function spread(
  duty: Duty,
  kind: Expected['kind'],
  moment: Instant,
  addresses: readonly Address[],
): Expected[] {
  const some = addresses.length === 0 ? [mail('')] : addresses;
  return some.map((address) => ({ at: moment, kind, duty, ...address }));
}
