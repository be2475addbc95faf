import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, day } from '../../shared/domain/time/day.ts';
import { startOfDay } from '../../shared/domain/time/instant.ts';
import type { Change } from '../../shared/domain/duties/planning.ts';
import { effectiveDue } from '../../shared/domain/duties/schedule.ts';
import { anyAct, anyFactDay, openDuties, perform } from '../support/deadlines/any-act.ts';
import { DutyBook } from '../support/deadlines/duty-book.ts';

const start = '2026-03-02T10:00:00+08:00';
const opening = 'key-project-archives/registration-after-start';

/** Lives through the acts, and looks at the book after each. */
function live(check: (book: DutyBook, changes: readonly Change[]) => void): void {
  fc.assert(
    fc.property(fc.array(anyAct, { maxLength: 14 }), (acts) => {
      const book = new DutyBook('hongjiang', 'project', start, { trackFrom: '2025-09-01' });
      check(book, book.record({ startedOn: '2025-12-10' }));
      for (const act of acts) check(book, perform(book, act));
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
    for (const duty of openDuties(book)) {
      const pending = duty.steps.filter((step) => step.kind === 'correction' && step.at > book.now);
      expect(pending.length).toBeLessThanOrEqual(1);
      for (const { key } of pending) expect(key).toBe(duty.dueOn);
    }
  });
});

test('nobody is reminded after the due day, or told of lateness before it', () => {
  live((book) => {
    for (const duty of openDuties(book)) {
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
    for (const duty of openDuties(book)) {
      if (duty.pursuit !== 'active' || book.now >= duty.overdueFrom) continue;
      expect(duty.steps.filter(({ kind, at }) => kind === 'overdue' && at > book.now)).toHaveLength(1);
    }
  });
});

test('the dates of what is open are those that the same facts would give if they were entered now', () => {
  live((book) => {
    const fresh = book.afresh();
    const dates = (from: DutyBook): string[] =>
      openDuties(from)
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
    fc.property(anyFactDay, (startedOn) => {
      book.record({ startedOn });
      expect(book.pending(opening).filter((step) => step.includes('correction'))).toEqual([]);
    }),
  );
});
