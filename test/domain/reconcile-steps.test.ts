import { describe, expect, test } from 'vitest';
import { SYSTEM } from '../../shared/domain/actor.ts';
import { instant } from '../../shared/domain/time/instant.ts';
import { stepId } from '../../shared/domain/duties/schedule.ts';
import { standsFor } from '../../shared/domain/duties/steps-after.ts';
import { DutyBook, lastEntry } from '../support/deadlines/duty-book.ts';
import type { StepRecord } from '../../shared/records/obligation.ts';

/** What of a changed duty stays as it was, what is done anew, and what its history says. */

const opening = 'key-project-archives/registration-after-start';
const formalities = 'archives-cases/evidence-formalities';

/** A project started on 10 January 2026: its opening form is due on 10 July, a Friday. */
function project(until: string): DutyBook {
  const book = new DutyBook('hongjiang', 'project', '2026-01-12T10:00:00+08:00');
  book.record({ startedOn: '2026-01-10' });
  return book.until(`${until}:00+08:00`);
}

const stepsOf = (book: DutyBook, ruleId = opening): string[] => book.duty(ruleId).steps.map(stepId);

describe('what has left', () => {
  test('stays with the duty, at its time, when the date moves', () => {
    const book = project('2026-07-05T10:00');
    const before = book.duty(opening).steps.filter((step) => step.at <= book.now);
    expect(before.map(stepId)).toEqual(['reminder:30', 'reminder:7']);
    book.record({ startedOn: '2026-01-20' });
    expect(book.duty(opening).steps).toContainEqual(before[0]);
    // The seven days before the new date are still to come: that reminder takes the place of the old one.
    expect(book.pending(opening)).toContain('2026-07-13 09:00 reminder:7');
  });

  test('stays also when the duty is no longer pursued; nothing else does', () => {
    const book = project('2026-06-20T10:00');
    book.set({ trackFrom: '2026-12-01' });
    expect(book.duty(opening).pursuit).toBe('untracked');
    expect(stepsOf(book)).toEqual(['reminder:30']);
  });

  test('at this very moment has left', () => {
    const book = project('2026-06-10T09:00');
    book.set({ trackFrom: '2026-12-01' });
    expect(stepsOf(book)).toEqual(['reminder:30']);
  });

  test('stays when the duty falls away, at this very moment too; the history says why', () => {
    const book = project('2026-06-10T09:00');
    const { version } = book.duty(opening);
    const changes = book.record({ startedOn: undefined });
    expect(stepsOf(book)).toEqual(['reminder:30', 'correction:ended']);
    expect(book.duty(opening)).toMatchObject({
      version: version + 1,
      closed: { how: 'superseded', on: '2026-06-10', by: SYSTEM },
    });
    expect(changes.find(({ record }) => record.ruleId === opening)).toMatchObject({
      schedule: [{ kind: 'correction', key: 'ended' }],
    });
    expect(book.duty(opening).history.map(({ what }) => what)).toEqual(['created', 'superseded']);
  });
});

describe('a report that came back', () => {
  const returned: StepRecord = { kind: 'returned', key: '', at: instant('2026-06-22T09:00:00+08:00') };

  test('is told, whatever becomes of the date meanwhile', () => {
    const book = project('2026-06-20T10:00');
    book.edit(opening, { steps: [...book.duty(opening).steps, returned] });
    book.record({ startedOn: '2026-01-20' });
    expect(book.pending(opening)).toContain('2026-06-22 09:00 returned');
  });
});

describe('a duty whose pursuit begins again', () => {
  const untracked = (until: string): DutyBook => {
    const book = project('2026-05-01T10:00');
    book.set({ trackFrom: '2026-12-01' });
    return book.until(`${until}:00+08:00`);
  };

  test('before it is late is reminded of with what is still to come', () => {
    const book = untracked('2026-06-20T10:00');
    book.set({ trackFrom: '2025-01-01' });
    expect(book.pending(opening)).toEqual([
      '2026-07-03 09:00 reminder:7',
      '2026-07-09 09:00 reminder:1',
      '2026-07-13 09:00 draft:order-to-rectify',
      '2026-07-13 09:00 overdue',
    ]);
  });

  test('when it is late already waits for an officer, and the bureau hears of it once', () => {
    const book = untracked('2026-08-03T10:00');
    const [change] = book.set({ trackFrom: '2025-01-01' }).filter(({ record }) => record.ruleId === opening);
    expect(change).toMatchObject({ schedule: [], record: { pursuit: 'unconfirmed' } });
    expect(book.plan()).toEqual([]);
  });

  test('by an officer’s word goes on being pursued, also where its date is corrected', () => {
    const book = untracked('2026-08-03T10:00');
    book.set({ trackFrom: '2025-01-01' });
    book.edit(opening, { pursuit: 'active' });
    book.record({ startedOn: '2026-01-09' });
    expect(book.duty(opening)).toMatchObject({ dueOn: '2026-07-09', pursuit: 'active' });
  });
});

describe('an overdue notice that has left', () => {
  test('is not sent again while the duty only gets another title or setting', () => {
    const book = project('2026-07-14T10:00');
    const { steps } = book.duty(opening);
    book.set({ sendHour: 15 });
    expect(book.pending(opening)).toEqual([]);
    expect(stepsOf(book)).toEqual(steps.map(stepId));
    expect(book.duty(opening).steps.find(({ kind }) => kind === 'overdue')?.at).toBe(
      instant('2026-07-13T09:00:00+08:00'),
    );
  });
});

describe('what moves a date that is late already', () => {
  test('tells lateness anew from the next send time on, not in the past', () => {
    const book = project('2026-07-20T10:00');
    book.record({ startedOn: '2026-01-05' });
    expect(book.duty(opening).dueOn).toBe('2026-07-06');
    expect(book.pending(opening)).toEqual([
      '2026-07-21 09:00 correction:2026-07-06',
      '2026-07-21 09:00 draft:order-to-rectify',
      '2026-07-21 09:00 overdue',
    ]);
  });

  test('by the hour tells it at once', () => {
    const book = new DutyBook('baixiang', 'case', '2026-11-18T10:05:00+08:00');
    book.record({ office: 'archives', evidenceSecuredAt: '2026-11-18T10:00:00+08:00' });
    book.until('2026-11-21T10:00:00+08:00');
    book.record({ evidenceSecuredAt: '2026-11-18T09:00:00+08:00' });
    const duty = book.duty(formalities);
    expect(lastEntry(duty)).toBe('到期时刻重新计算');
    expect(duty.dueAt).toBe(instant('2026-11-19T09:00:00+08:00'));
  });
});

describe('the history of a duty', () => {
  test('says that it was entered, and by whom', () => {
    const book = project('2026-01-12T10:00');
    expect(book.duty(opening).history).toEqual([{ at: book.now, by: SYSTEM, what: 'created', text: '生成' }]);
  });

  test('says that it was late when it was entered', () => {
    const book = new DutyBook('hongjiang', 'project', '2026-09-01T10:00:00+08:00');
    const changes = book.record({ startedOn: '2026-01-10' });
    const change = changes.find(({ record }) => record.ruleId === opening);
    expect(change).toMatchObject({ schedule: [], record: { pursuit: 'unconfirmed' } });
    expect(lastEntry(book.duty(opening))).toBe('录入时已逾期，待工作人员确认');
  });

  test('says that it applies again, and keeps what was before', () => {
    const book = project('2026-06-20T10:00');
    book.record({ startedOn: undefined });
    book.record({ startedOn: '2026-01-10' });
    expect(book.duty(opening).history.map(({ what, text }) => `${what} ${text}`)).toEqual([
      'created 生成',
      'superseded 根据现有事实不再承担',
      'replanned 重新适用，到期日2026-07-10',
    ]);
    expect(book.duty(opening).closed).toBeUndefined();
  });

  test('a change that moves no day leaves no line', () => {
    const book = project('2026-06-20T10:00');
    const changes = book.set({ sendHour: 10 }).filter(({ record }) => record.ruleId === opening);
    expect(changes).toHaveLength(1);
    expect(book.duty(opening).history).toHaveLength(1);
    expect(book.pending(opening)).toContain('2026-07-09 10:00 reminder:1');
  });
});

describe('what is scheduled', () => {
  test('is what the agenda does not hold yet: a step that keeps its time is not entered again', () => {
    const book = project('2026-06-20T10:00');
    const scheduled = (): string[] =>
      book
        .set({ trackFrom: '2025-02-01' })
        .filter(({ record }) => record.ruleId === opening)
        .flatMap(({ schedule }) => schedule.map(stepId));
    expect(scheduled()).toEqual([]);
  });
});

describe('a correction stands for the reminder of those missed', () => {
  const at = instant('2026-06-22T09:00:00+08:00');
  const correction: StepRecord = { kind: 'correction', key: '2026-07-06', at };
  const entry: StepRecord = { kind: 'reminder', key: 'entry', at };

  test.each<readonly [string, StepRecord, StepRecord, boolean]>([
    ['at the same moment', correction, entry, true],
    ['not at another', correction, { ...entry, at: instant('2026-06-23T09:00:00+08:00') }, false],
    ['not for one of its own day', correction, { ...entry, key: '7' }, false],
    ['not for another notice', correction, { ...entry, kind: 'overdue' }, false],
    ['no other notice does', { ...correction, kind: 'returned' }, entry, false],
  ])('%s', (_, one, step, stands) => {
    expect(standsFor(one, step)).toBe(stands);
  });
});
