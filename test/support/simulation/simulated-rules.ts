import { createCalendar, type WorkCalendar } from '../../../shared/domain/time/calendar.ts';
import { day } from '../../../shared/domain/time/day.ts';
import { dayOf, formatInstant, minuteOfDay, type Instant } from '../../../shared/domain/time/instant.ts';
import { effectiveDue, stepId } from '../../../shared/domain/duties/schedule.ts';
import { subjectOfId } from '../../../shared/domain/ids.ts';
import { regulated } from '../../../shared/rules/catalogue.ts';
import { escalationRecord } from '../../../shared/records/escalation.ts';
import { noticeRecord, type NoticeRecord } from '../../../shared/records/notice.ts';
import { settingsRecord, type SettingsRecord } from '../../../shared/records/settings.ts';
import { yearRecord } from '../../../shared/records/year.ts';
import type { MemoryStore } from '../engines/memory-store.ts';
import type { HandOver } from './provider.ts';
import { type ObligationRecord, obligationRecord } from '../../../shared/records/obligation.ts';
import { subjectRecord } from '../../../shared/records/subject.ts';

type Asked = Omit<HandOver, 'outcome'>;

/** Compares every send, at its very moment, with what is stored then. */
export interface Watch {
  readonly see: (asked: Asked) => void;
  /** What was sent although it must not have been, in words. */
  readonly violations: readonly string[];
}

export function watching(store: MemoryStore): Watch {
  const violations: string[] = [];
  const see = (asked: Asked): void => {
    for (const wrong of faults(store, asked))
      violations.push(`${formatInstant(asked.now)} ${asked.to} ${asked.subject}: ${wrong}`);
  };
  return { see, violations };
}

function faults(store: MemoryStore, asked: Asked): string[] {
  const notice = noticeOf(store, asked.noticeId);
  if (!notice) return ['no record of it was written before'];
  const item = store.peek(settingsRecord.key(notice.jurisdiction));
  if (!item) return ['its bureau has no settings'];
  const settings = settingsRecord.of(item);
  const calendar = calendarOf(store, notice.jurisdiction);
  return [
    // Unknown: an earlier run stopped during the try, or nobody answered.
    ...when(notice.status !== 'queued' && notice.status !== 'unknown', `its record says ${notice.status}`),
    ...when(
      notice.claim?.owner !== asked.run,
      `claimed by ${notice.claim?.owner ?? 'nobody'}, sent by ${asked.run}`,
    ),
    ...(notice.kind === 'daily' || notice.kind === 'quota-alert'
      ? outside(calendar, settings, asked.now, 10)
      : notice.escalationId === undefined
        ? dutyFaults(store, notice, asked, { calendar, settings })
        : [
            ...outside(calendar, settings, asked.now, 0),
            ...documentFaults(store, notice, notice.escalationId),
          ]),
  ];
}

const when = (wrong: boolean, text: string): string[] => (wrong ? [text] : []);

function noticeOf(store: MemoryStore, id: string): NoticeRecord | undefined {
  const found = regulated.flatMap(
    (jurisdiction) => store.peek(noticeRecord.key({ jurisdiction: jurisdiction.id, id })) ?? [],
  );
  return found[0] && noticeRecord.of(found[0]);
}

const calendars = new Map<string, WorkCalendar>();

function calendarOf(store: MemoryStore, jurisdiction: string): WorkCalendar {
  const years = [2026, 2027, 2028].flatMap(
    (year) => store.peek(yearRecord.key({ jurisdiction, year })) ?? [],
  );
  const entered = years.map(yearRecord.of);
  const key = JSON.stringify(entered.map(({ year, holidays, workdays }) => [year, holidays, workdays]));
  const known = calendars.get(key);
  if (known) return known;
  const calendar = createCalendar(
    entered.map(({ year, holidays, workdays, source }) => ({
      year,
      holidays: holidays.map(day),
      workdays: workdays.map(day),
      source,
    })),
  );
  calendars.set(key, calendar);
  return calendar;
}

/** Not on a rest day, not before the send hour, not in the quiet hours of the evening. */
function outside(calendar: WorkCalendar, settings: SettingsRecord, now: Instant, after: number): string[] {
  const minute = minuteOfDay(now);
  return [
    ...when(calendar.isRest(dayOf(now)), 'on a rest day'),
    ...when(minute < settings.sendHour * 60 + after || minute >= 20 * 60, 'outside of the hours for notices'),
  ];
}

/** Whatever goes to anybody outside the bureau was approved by a person other than the proposer. */
function documentFaults(store: MemoryStore, notice: NoticeRecord, id: string): string[] {
  const item = store.peek(escalationRecord.key({ jurisdiction: notice.jurisdiction, id }));
  if (!item) return ['there is no such escalation'];
  const { status, issue, approval, recipients } = escalationRecord.of(item);
  if (notice.kind === 'bureau-alert')
    return when(status === 'withdrawn' || status === 'rejected', `an alert about what is ${status}`);
  return [
    ...when(issue === undefined, 'not issued'),
    ...when(approval.decidedBy === undefined || approval.decidedBy === approval.proposedBy, 'not approved'),
    ...when(!recipients.some(({ to }) => to === notice.to), 'to somebody else'),
    ...when(notice.kind === 'withdrawal' && status !== 'withdrawn', 'not withdrawn'),
  ];
}

function dutyFaults(
  store: MemoryStore,
  notice: NoticeRecord,
  { now, to }: Asked,
  { calendar, settings }: { readonly calendar: WorkCalendar; readonly settings: SettingsRecord },
): string[] {
  const item = store.peek(
    obligationRecord.key({ jurisdiction: notice.jurisdiction, id: notice.obligationId ?? '' }),
  );
  if (!item) return ['there is no such duty'];
  const duty = obligationRecord.of(item);
  const step = duty.steps.find((candidate) => stepId(candidate) === notice.step);
  const ended = notice.step === 'correction:ended';
  const byHour = duty.dueAt !== undefined && notice.kind !== 'correction';
  return [
    ...when(
      duty.closed !== undefined && !(ended && duty.closed.how === 'superseded'),
      `the duty is ${duty.closed?.how ?? ''}`,
    ),
    ...when(duty.pursuit !== 'active', `the duty is ${duty.pursuit}`),
    ...when(duty.report?.state === 'pending', 'a report waits for the bureau'),
    ...when(!step || step.at > now, 'before its time'),
    ...when(notice.kind === 'reminder' && isPast(duty, now), 'a reminder after the due day'),
    ...when(isLateness(notice) && now < duty.overdueFrom, 'called late before it is'),
    ...when(isToUnit(notice) && !isContact(store, notice, to), 'to somebody who is no contact'),
    ...(byHour ? [] : outside(calendar, settings, now, 0)),
  ];
}

const isLateness = (notice: NoticeRecord): boolean =>
  notice.kind === 'overdue' || notice.step.startsWith('alert-');
const isToUnit = (notice: NoticeRecord): boolean => notice.kind === 'overdue';

const isPast = (duty: ObligationRecord, now: Instant): boolean =>
  duty.dueAt === undefined ? dayOf(now) > day(effectiveDue(duty)) : now >= duty.dueAt;

/** The subject’s own contacts, or its parent’s if it has none. */
function isContact(store: MemoryStore, notice: NoticeRecord, to: string): boolean {
  const read = (id: string) => {
    const item = store.peek(subjectRecord.key({ jurisdiction: notice.jurisdiction, id }));
    if (!item) throw new Error(`no subject ${id}`);
    return subjectRecord.of(item);
  };
  const subject = read(subjectOfId(notice.id) ?? '');
  const own =
    subject.contacts.length > 0 || subject.parentId === undefined ? subject : read(subject.parentId);
  return own.contacts.some((contact) => contact.email === to || contact.mobile === to);
}
