import { createCalendar } from '../../shared/domain/time/calendar.ts';
import { monthsAfter, type Dates } from '../../shared/domain/time/dates.ts';
import { addDays, day, formatDay, type Day } from '../../shared/domain/time/day.ts';
import { startOfDay } from '../../shared/domain/time/instant.ts';
import { occurrencesOf } from '../../shared/domain/duties/occurrences.ts';
import type { Occurrence, OccurrenceContext } from '../../shared/domain/duties/due/occurrence.ts';
import { remindersOf, type Reminder } from '../../shared/domain/duties/reminders.ts';
import { choicesOf, reminderPlanOf } from '../../shared/domain/duties/schedule.ts';
import { planSubjectOf } from '../../shared/domain/register/subject-facts.ts';
import type { PlanSubject } from '../../shared/domain/register/facts.ts';
import { numberFigure } from '../../shared/rules/rule.ts';
import { contextOf } from '../support/deadlines/deadlines.ts';
import { coreSeconds, duel, type Contender } from './measure.ts';
import { peerDates, type PeerDates, type Period } from './planning-peer.ts';
import { registerOf } from './register.ts';
import type { Bench, Desk } from './report.ts';

const calendar = createCalendar();
const LEADS = { leadDays: [30, 7, 1], leadHours: [], sendHour: 9 };

/** Every day of three years whose arrangements chinese-days knows, as the event’s day. */
const events: readonly Day[] = Array.from({ length: 1096 }, (_, index) => addDays(day('2023-01-01'), index));

const context = contextOf('hongjiang');
const occurrenceContext: OccurrenceContext = {
  calendar,
  choices: choicesOf(context.settings),
  explain: false,
  window: {
    from: day('2020-01-01'),
    to: day('2026-12-31'),
    onceTo: day('2026-12-31'),
    yearlyFrom: day('2024-01-01'),
  },
  recordedOn: day('2025-01-01'),
  versionsOf: context.rulebook.versionsOf,
};

const subjects: readonly PlanSubject[] = registerOf('P', 1000, day('2025-06-30')).map(
  ({ kind, traits, facts }) => planSubjectOf({ kind, traits, facts: subjectFacts(facts), recorded: {} }),
);

function subjectFacts(facts: Readonly<Record<string, unknown>>): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(facts).flatMap(([name, value]) =>
      typeof value === 'string' || typeof value === 'number' ? [[name, value]] : [],
    ),
  );
}

/** Keeps the work from being optimised away. */
let sink = 0;

function computeOne(event: Day): { dates: Dates; reminders: readonly Reminder[] } {
  const dates = monthsAfter(calendar, event, 6);
  return { dates, reminders: remindersOf(calendar, dates, startOfDay(event), LEADS) };
}

function computeRegister(): number {
  let count = 0;
  for (const subject of subjects) {
    for (const rule of context.rulebook.deadlines) {
      for (const { dates, arisesOn } of occurrencesOf(rule, subject, occurrenceContext)) {
        const plan = reminderPlanOf(rule, context.settings, formatDay(arisesOn));
        sink += dates.dueOn + remindersOf(calendar, dates, startOfDay(arisesOn), plan).length;
        count += 1;
      }
    }
  }
  return count;
}

interface PeerDuty {
  readonly period: Period;
  readonly arisesOn: string;
}

/** What the peer is given: which period runs from which day; the rules themselves it need not read. */
function peerDuty(subject: PlanSubject, { rule, arisesOn, dates }: Occurrence): PeerDuty {
  const { due } = rule.deadline;
  const event =
    due.type === 'after' || due.type === 'before' ? subject.facts.day(due.event ?? '') : undefined;
  const start = formatDay(arisesOn);
  if ((due.type === 'after' || due.type === 'before') && event !== undefined) {
    const months = numberFigure(rule, due.figure, occurrenceContext.choices, start);
    return { period: { kind: due.type, event: formatDay(event), months }, arisesOn: start };
  }
  return { period: { kind: 'on', day: formatDay(dates.dueOn) }, arisesOn: start };
}

function same(peer: PeerDates, dates: Dates, reminders: readonly Reminder[]): void {
  const own = [
    formatDay(dates.dueOn),
    formatDay(dates.actBy),
    dates.overdueFrom,
    ...reminders.map(({ at }) => at),
  ];
  const other = [peer.dueOn, peer.actBy, peer.overdueFrom, ...peer.reminders];
  if (JSON.stringify(own) !== JSON.stringify(other))
    throw new Error(`not the same computation: ${JSON.stringify(own)} and ${JSON.stringify(other)}`);
}

/** The peer’s duties; each is computed once by both, and both must find the same. */
function checkedDuties(): PeerDuty[] {
  for (const event of events) {
    const { dates, reminders } = computeOne(event);
    const text = formatDay(event);
    same(peerDates({ kind: 'after', event: text, months: 6 }, text, LEADS.leadDays), dates, reminders);
  }
  return subjects.flatMap((subject) =>
    context.rulebook.deadlines.flatMap((rule) =>
      occurrencesOf(rule, subject, occurrenceContext).map((occurrence) => {
        const duty = peerDuty(subject, occurrence);
        const { leadDays } = reminderPlanOf(rule, context.settings, duty.arisesOn);
        const floor = startOfDay(occurrence.arisesOn);
        const reminders = remindersOf(
          calendar,
          occurrence.dates,
          floor,
          reminderPlanOf(rule, context.settings, duty.arisesOn),
        );
        same(peerDates(duty.period, duty.arisesOn, leadDays), occurrence.dates, reminders);
        return duty;
      }),
    ),
  );
}

const ONE_REPEATS = 1500;
const REGISTER_REPEATS = 150;
const RATE_GOAL = 1_000_000;
const RATIO_GOAL = 60;

const periodsByProduct: Contender = async () => {
  const taken = coreSeconds(() => {
    for (let round = 0; round < ONE_REPEATS; round += 1)
      for (const event of events) sink += computeOne(event).reminders.length;
  });
  return (ONE_REPEATS * events.length) / taken;
};

const texts = events.map(formatDay);

const periodsByPeer: Contender = async () => {
  const taken = coreSeconds(() => {
    for (let round = 0; round < 10; round += 1)
      for (const event of texts)
        sink += peerDates({ kind: 'after', event, months: 6 }, event, LEADS.leadDays).reminders.length;
  });
  return (10 * events.length) / taken;
};

const registerByProduct: Contender = async () => {
  let count = 0;
  const taken = coreSeconds(() => {
    for (let round = 0; round < REGISTER_REPEATS; round += 1) count += computeRegister();
  });
  return count / taken;
};

function registerByPeer(duties: readonly PeerDuty[]): Contender {
  return async () => {
    const taken = coreSeconds(() => {
      for (let round = 0; round < 5; round += 1)
        for (const { period, arisesOn } of duties)
          sink += peerDates(period, arisesOn, LEADS.leadDays).reminders.length;
    });
    return (5 * duties.length) / taken;
  };
}

async function run(desk: Desk): Promise<void> {
  const duties = checkedDuties();
  desk.say(`both compute the same dates for ${events.length + duties.length} duties`);
  const lines = [
    { what: 'dates and reminders of a period', found: await duel(periodsByProduct, periodsByPeer) },
    {
      what: 'a register’s duties from its rules',
      found: await duel(registerByProduct, registerByPeer(duties)),
    },
  ];
  for (const { what, found } of lines) {
    desk.add({
      goal: '1',
      what,
      figure: found.product,
      unit: 'obligations/s of processor time',
      beside: { name: 'luxon with chinese-days', figure: found.peer },
      ratio: found.ratio,
      wanted: '1,000,000, 60 times',
      met: found.product >= RATE_GOAL && found.ratio >= RATIO_GOAL,
    });
  }
  desk.say(`(checksum ${sink})`);
}

export const planning: Bench = { title: 'Planning on one core', run };
