import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fixedDate } from '../../shared/domain/dates.ts';
import { addDays, day, formatDay } from '../../shared/domain/day.ts';
import { dayOf, plus, startOfDay } from '../../shared/domain/instant.ts';
import type { Change } from '../../shared/domain/reconcile.ts';
import { effectiveDue } from '../../shared/domain/schedule.ts';
import type { ObligationRecord } from '../../shared/store/records.ts';
import { anyArrangement } from '../support/arbitraries.ts';
import { contextOf } from '../support/deadlines.ts';
import { DutyBook } from '../support/duty-book.ts';

/** What happens to a project, one thing after the other. */
type Act = (book: DutyBook) => Change[];

const start = '2026-03-02T10:00:00+08:00';
const on = fc
  .integer({ min: day('2024-06-01'), max: day('2027-06-30') })
  .map((value) => formatDay(addDays(day('1970-01-01'), value)));
const fact = fc.constantFrom('startedOn', 'plannedCompletionAcceptanceOn', 'archivesAcceptedOn');
const years = fc.constantFrom(...fc.sample(anyArrangement, { numRuns: 8, seed: 7 }));
const opening = 'key-project-archives/registration-after-start';
const yearly = 'key-project-archives/registration-yearly';

const open = (book: DutyBook): ObligationRecord[] =>
  [...book.duties.values()].filter(({ closed }) => !closed);

function onOne(
  book: DutyBook,
  which: number,
  change: (duty: ObligationRecord) => Partial<ObligationRecord>,
): Change[] {
  const duty = open(book)[which % Math.max(1, open(book).length)];
  if (duty) book.edit(duty.ruleId, change(duty), duty.key);
  return book.plan();
}

const close =
  (how: 'fulfilled' | 'fulfilled-late' | 'waived') =>
  (book: DutyBook, which: number): Change[] =>
    onOne(book, which, () => ({ closed: { how, on: formatDay(dayOf(book.now)), at: book.now, by: '张三' } }));

/** What a leader’s extension by so many days makes of a duty. */
const extend = (book: DutyBook, which: number, days: number): Change[] =>
  onOne(book, which, (duty) => {
    const later = day(effectiveDue(duty)) > dayOf(book.now) ? day(effectiveDue(duty)) : dayOf(book.now);
    const until = addDays(later, days);
    const { actBy, overdueFrom, provisional } = fixedDate(
      contextOf(book.jurisdiction, {}, book.entered).calendar,
      until,
    );
    return {
      extendedTo: formatDay(until),
      actBy: formatDay(actBy),
      overdueFrom,
      provisional,
      datedAt: book.now,
      pursuit: 'active',
    };
  });

const acts: fc.Arbitrary<readonly [string, Act]> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .tuple(fact, on)
      .map(
        ([name, value]) => [`${name}=${value}`, (book: DutyBook) => book.record({ [name]: value })] as const,
      ),
  },
  {
    weight: 2,
    arbitrary: fact.map(
      (name) => [`${name} removed`, (book: DutyBook) => book.record({ [name]: undefined })] as const,
    ),
  },
  {
    weight: 4,
    arbitrary: fc
      .integer({ min: 1, max: 80_000 })
      .map(
        (minutes) =>
          [
            `${minutes} minutes later`,
            (book: DutyBook) => book.until(plus(book.now, minutes * 60_000)).plan(),
          ] as const,
      ),
  },
  fc
    .array(years, { maxLength: 2 })
    .map(
      (entered) => [`${entered.length} years entered`, (book: DutyBook) => book.enter(...entered)] as const,
    ),
  fc
    .constantFrom([30, 7, 1], [60, 14], [])
    .map(
      (long) => [`leads ${long.join()}`, (book: DutyBook) => book.set({ reminderLeads: { long } })] as const,
    ),
  fc
    .integer({ min: 7, max: 17 })
    .map((sendHour) => [`at ${sendHour}`, (book: DutyBook) => book.set({ sendHour })] as const),
  on.map((trackFrom) => [`tracked from ${trackFrom}`, (book: DutyBook) => book.set({ trackFrom })] as const),
  fc
    .constantFrom('started-on', 'opening-form-due')
    .map((first) => [first, (book: DutyBook) => book.set({ readings: { [yearly]: { first } } })] as const),
  fc
    .nat({ max: 9 })
    .map((which) => [`fulfilled ${which}`, (book: DutyBook) => close('fulfilled')(book, which)] as const),
  fc
    .nat({ max: 9 })
    .map((which) => [`waived ${which}`, (book: DutyBook) => close('waived')(book, which)] as const),
  fc
    .tuple(fc.nat({ max: 9 }), fc.integer({ min: 1, max: 60 }))
    .map(
      ([which, days]) =>
        [`extended ${which} by ${days}`, (book: DutyBook) => extend(book, which, days)] as const,
    ),
);

/** Lives through the acts, and looks at the book after each. */
function live(check: (book: DutyBook, changes: readonly Change[]) => void): void {
  fc.assert(
    fc.property(fc.array(acts, { maxLength: 14 }), (sequence) => {
      const book = new DutyBook('hongjiang', 'project', start, { trackFrom: '2025-09-01' });
      check(book, book.record({ startedOn: '2025-12-10' }));
      for (const [, act] of sequence) check(book, act(book));
    }),
    { numRuns: 300 },
  );
}

test('whatever happened, reconciling the result again changes nothing', () => {
  live((book) => expect(book.plan()).toEqual([]));
});

test('nothing is ever scheduled for the past', () => {
  live((book, changes) => {
    const early = changes.flatMap(({ schedule }) => schedule).filter(({ at }) => at < book.now);
    expect(early).toEqual([]);
  });
});

test('what is scheduled is a step that the duty holds', () => {
  live((_, changes) => {
    for (const { record, schedule } of changes) {
      for (const step of schedule) expect(record.steps).toContainEqual(step);
    }
  });
});

test('a duty that is not pursued has nothing to come, one that ended at most the word of its end', () => {
  live((book) => {
    for (const duty of book.duties.values()) {
      const pending = duty.steps.filter((step) => step.at > book.now);
      if (duty.closed?.how === 'superseded') expect(pending.filter(({ key }) => key !== 'ended')).toEqual([]);
      else if (!duty.closed && duty.pursuit !== 'active') expect(pending).toEqual([]);
    }
  });
});

test('at most one correction is on its way, and it tells the day that holds', () => {
  live((book) => {
    for (const duty of open(book)) {
      const pending = duty.steps.filter((step) => step.kind === 'correction' && step.at > book.now);
      expect(pending.length).toBeLessThanOrEqual(1);
      for (const { key } of pending) expect(key).toBe(duty.dueOn);
    }
  });
});

test('nobody is reminded after the due day, or told of lateness before it', () => {
  live((book) => {
    for (const duty of open(book)) {
      const pending = duty.steps.filter((step) => step.at > book.now);
      const end = startOfDay(addDays(day(effectiveDue(duty)), 1));
      expect(pending.filter(({ kind, at }) => kind === 'reminder' && at >= end)).toEqual([]);
      expect(pending.filter(({ kind, at }) => kind === 'overdue' && at < duty.overdueFrom)).toEqual([]);
      expect(new Set(duty.steps.map(({ kind, key }) => `${kind}:${key}`)).size).toBe(duty.steps.length);
    }
  });
});

test('an open duty that is pursued and not late yet has its overdue notice to come', () => {
  live((book) => {
    for (const duty of open(book)) {
      if (duty.pursuit !== 'active' || book.now >= duty.overdueFrom) continue;
      expect(duty.steps.filter(({ kind, at }) => kind === 'overdue' && at > book.now)).toHaveLength(1);
    }
  });
});

test('the dates of what is open are those that the same facts would give if they were entered now', () => {
  live((book) => {
    const fresh = book.afresh();
    const dates = (from: DutyBook): string[] =>
      open(from)
        .map(({ ruleId, key, dueOn }) => `${ruleId} ${key} ${dueOn}`)
        .sort();
    const closed = [...book.duties.values()]
      .filter((duty) => duty.closed)
      .map(({ ruleId, key }) => `${ruleId} ${key} `);
    expect(dates(book)).toEqual(
      dates(fresh).filter((line) => !closed.some((other) => line.startsWith(other))),
    );
  });
});

test('a correction needs somebody who was told another day', () => {
  const book = new DutyBook('hongjiang', 'project', start);
  book.record({ startedOn: '2025-12-10' });
  fc.assert(
    fc.property(on, (startedOn) => {
      book.record({ startedOn });
      expect(book.pending(opening).filter((step) => step.includes('correction'))).toEqual([]);
    }),
  );
});
