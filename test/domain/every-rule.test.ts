import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { WorkCalendar } from '../../shared/domain/time/calendar.ts';
import { addDays, day, dayFrom, formatDay } from '../../shared/domain/time/day.ts';
import { dayOf, minuteOfDay, startOfDay, type Instant } from '../../shared/domain/time/instant.ts';
import { occurrencesOf } from '../../shared/domain/duties/occurrences.ts';
import type { Occurrence } from '../../shared/domain/duties/due/occurrence.ts';
import { choicesOf, stepsOf } from '../../shared/domain/duties/schedule.ts';
import { planSubjectOf } from '../../shared/domain/register/subject-facts.ts';
import { regulated, rulebookOf } from '../../shared/rules/catalogue.ts';
import { defaultSettings } from '../../shared/usecases/context.ts';
import { anySubject, type AnySubject } from '../support/deadlines/any-subject.ts';
import { anyCalendar } from '../support/chance/arbitraries.ts';

const settings = defaultSettings(day('2012-01-01'));
const from = dayFrom(2012, 1, 1);
const to = dayFrom(2036, 12, 31);

function dutiesOf(
  jurisdiction: string,
  one: AnySubject,
  calendar: WorkCalendar,
  explain = false,
): Occurrence[] {
  const book = rulebookOf(jurisdiction);
  const subject = planSubjectOf({ ...one, recorded: {} });
  return book.deadlines.flatMap((rule) =>
    occurrencesOf(rule, subject, {
      calendar,
      choices: choicesOf(settings),
      explain,
      window: { from, to, onceTo: to, yearlyFrom: from },
      recordedOn: from,
      versionsOf: book.versionsOf,
    }),
  );
}

function lateFrom(calendar: WorkCalendar, { rule, dates }: Occurrence): Instant {
  switch (rule.deadline.due.type) {
    case 'hours':
      return dates.dueAt ?? startOfDay(from);
    case 'after':
    case 'before':
      return startOfDay(addDays(dates.dueOn, 1));
    default:
      return startOfDay(addDays(calendar.onOrAfter(dates.dueOn), 1));
  }
}

const anyJurisdiction = fc.constantFrom(...regulated.map(({ id }) => id));
const each = (check: (calendar: WorkCalendar, duties: Occurrence[]) => void): void =>
  fc.assert(
    fc.property(anyJurisdiction, anySubject, anyCalendar, (jurisdiction, one, calendar) => {
      check(calendar, dutiesOf(jurisdiction, one, calendar));
    }),
    { numRuns: 300 },
  );

describe('whatever the facts, of every rule', () => {
  test('each duty is late from the moment that its kind of date says', () => {
    each((calendar, duties) => {
      for (const duty of duties)
        expect(duty.dates.overdueFrom, duty.rule.ruleId).toBe(lateFrom(calendar, duty));
    });
  });

  test('fixed dates keep their day, periods after an event end on a working day', () => {
    each((calendar, duties) => {
      for (const { rule, dates } of duties) {
        if (rule.deadline.due.type === 'after') expect(calendar.isRest(dates.dueOn), rule.ruleId).toBe(false);
        expect(dates.actBy, rule.ruleId).toBeLessThanOrEqual(dates.dueOn);
      }
    });
  });

  test('no duty is due before it arises', () => {
    each((_, duties) => {
      const early = duties.filter(({ arisesOn, dates }) => arisesOn > dates.dueOn);
      expect(early.map(({ rule }) => rule.ruleId)).toEqual([]);
    });
  });

  test('the duties of one rule have each their own key, and are due one after the other', () => {
    each((_, duties) => {
      const names = duties.map(({ rule, key }) => `${rule.ruleId} ${key}`);
      expect(new Set(names).size).toBe(names.length);
      for (const [index, duty] of duties.entries()) {
        const next = duties[index + 1];
        if (next?.rule === duty.rule) expect(next.dates.dueOn).toBeGreaterThan(duty.dates.dueOn);
      }
    });
  });

  test('nothing is told to anybody before it is known, or while it is not late as if it were', () => {
    each((calendar, duties) => {
      for (const { rule, dates, arisesOn } of duties) {
        const steps = stepsOf(
          rule,
          { calendar, settings },
          dates,
          formatDay(arisesOn),
          startOfDay(arisesOn),
          undefined,
        );
        const late = steps.filter(({ kind }) => kind !== 'reminder');
        const told = late.filter(({ kind }) => kind !== 'draft');
        expect(told.length, rule.ruleId).toBe(rule.deadline.pursuit === 'bureau' ? 3 : 1);
        // The first document of the ladder is drafted with the notice, where there is one and the date is sure.
        const drafted = late.filter(({ kind }) => kind === 'draft');
        const ladder =
          rule.deadline.pursuit === 'ladder' && !dates.provisional ? (rule.deadline.sanctions ?? []) : [];
        expect(drafted).toEqual(
          ladder.slice(0, 1).map(({ step }) => ({ kind: 'draft', key: step, at: told[0]?.at })),
        );
        for (const step of steps) expect(step.at).toBeGreaterThanOrEqual(startOfDay(arisesOn));
        for (const step of late) expect(step.at).toBeGreaterThanOrEqual(dates.overdueFrom);
        const waiting = dates.dueAt === undefined ? steps : late.slice(1);
        expect(waiting.filter(({ at }) => calendar.isRest(dayOf(at)) || minuteOfDay(at) !== 540)).toEqual([]);
      }
    });
  });

  test('the dates are the same with their reasons and without', () => {
    fc.assert(
      fc.property(anyJurisdiction, anySubject, anyCalendar, (jurisdiction, one, calendar) => {
        const explained = dutiesOf(jurisdiction, one, calendar, true);
        expect(explained.map(({ dates }) => dates)).toEqual(
          dutiesOf(jurisdiction, one, calendar).map(({ dates }) => dates),
        );
        for (const { steps, rule } of explained) expect(steps.length, rule.ruleId).toBeGreaterThan(1);
      }),
    );
  });
});

test('the yearly forms of a project leave no year out between the first and the last', () => {
  each((_, duties) => {
    const years = duties.filter(({ rule }) => rule.ruleId === 'key-project-archives/registration-yearly');
    const numbers = years.map(({ period }) => Number(period));
    expect(numbers).toEqual(numbers.map((__, index) => (numbers[0] ?? 0) + index));
  });
});
