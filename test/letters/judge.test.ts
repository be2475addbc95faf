import { describe, expect, test } from 'vitest';
import { day } from '../../shared/domain/time/day.ts';
import { at, hours, instant, minutes, plus, type Instant } from '../../shared/domain/time/instant.ts';
import type { SettingsRecord } from '../../shared/records/settings.ts';
import type { Duty } from '../../shared/usecases/notices/duty.ts';
import { judge, openTime } from '../../shared/usecases/notices/judge.ts';
import { ruleOf } from '../support/deadlines/deadlines.ts';
import { dutyIn, type Shape } from '../support/bureaus/registers.ts';
import type { ObligationRecord, StepRecord } from '../../shared/records/obligation.ts';

/** What is done about a step when its time has come: sent, put off, or never. */

const shape: Shape = { own: 'mail', parent: 'absent', desk: true, staff: 'all', named: false };
const rule = ruleOf('hongjiang', 'key-project-archives/registration-after-start');

/** Wednesday 16 September 2026, 09:00, the time of the step; the duty is due on the 30th. */
const time = instant('2026-09-16T09:00:00+08:00');

interface Situation {
  readonly step?: Partial<StepRecord>;
  readonly obligation?: Partial<ObligationRecord>;
  readonly settings?: Partial<SettingsRecord>;
  readonly held?: boolean;
  readonly pointerAt?: Instant;
}

function situation({ step, obligation, settings, held, pointerAt }: Situation): Duty {
  const made = dutyIn('hongjiang', rule, 'project', 'reminder', shape);
  const own: StepRecord = { kind: 'reminder', key: '7', at: time, ...step };
  return {
    ...made,
    step: own,
    pointer: { ...made.pointer, at: pointerAt ?? own.at },
    context: {
      ...made.context,
      settings: { ...made.context.settings, ...settings },
      held: held === true ? { since: time, reason: '演练' } : undefined,
    },
    obligation: {
      ...made.obligation,
      overdueFrom: instant('2026-10-08T00:00:00+08:00'),
      steps: [own],
      ...obligation,
    },
  };
}

const send = { kind: 'send', late: false };
const withdraw = { kind: 'withdraw' };
const closed = (how: 'fulfilled' | 'superseded'): Partial<ObligationRecord> => ({
  closed: { how, on: '2026-09-15', at: time, by: { role: 'bureau-officer', sub: 'zhang' } },
});
const report = (state: 'pending' | 'returned'): Partial<ObligationRecord> => ({
  report: { state, on: '2026-09-15', at: time, by: { role: 'unit', sub: 'li' } },
});
const ended: Partial<StepRecord> = { kind: 'correction', key: 'ended' };
const past: Partial<ObligationRecord> = { overdueFrom: time };

test.each<readonly [string, Situation, object]>([
  ['a reminder at its time', {}, send],
  ['a reminder of a duty that was done', { obligation: closed('fulfilled') }, withdraw],
  ['a reminder of a duty that fell away', { obligation: closed('superseded') }, withdraw],
  ['the word that a duty fell away', { step: ended, obligation: closed('superseded') }, send],
  ['that word of a duty done meanwhile', { step: ended, obligation: closed('fulfilled') }, withdraw],
  ['that word of a duty that came back', { step: ended }, { kind: 'drop', why: 'the duty holds again' }],
  [
    'a correction of a duty that fell away',
    { step: { kind: 'correction', key: '2026-09-30' }, obligation: closed('superseded') },
    withdraw,
  ],
  ['a correction', { step: { kind: 'correction', key: '2026-09-30' } }, send],
  [
    'a duty that waits for an officer',
    { obligation: { pursuit: 'unconfirmed' } },
    { kind: 'drop', why: 'not pursued: unconfirmed' },
  ],
  [
    'a report that waits for the bureau',
    { obligation: report('pending') },
    { kind: 'drop', why: 'a report waits for the bureau' },
  ],
  ['a report that was returned', { obligation: report('returned') }, send],
  ['an overdue notice of what is late', { step: { kind: 'overdue', key: '' }, obligation: past }, send],
  [
    'an overdue notice of what is not late',
    { step: { kind: 'overdue', key: '' } },
    { kind: 'drop', why: 'not overdue' },
  ],
  [
    'an alert about what is not late',
    { step: { kind: 'alert-leader', key: '' } },
    { kind: 'drop', why: 'not overdue' },
  ],
  ['an alert about what is late', { step: { kind: 'alert-leader', key: '' }, obligation: past }, send],
  [
    'a draft for what is not late',
    { step: { kind: 'draft', key: 'order' } },
    { kind: 'drop', why: 'not overdue' },
  ],
  ['a draft for what is late', { step: { kind: 'draft', key: 'order' }, obligation: past }, send],
  [
    'a draft on a provisional date',
    { step: { kind: 'draft', key: 'order' }, obligation: { ...past, provisional: true } },
    { kind: 'drop', why: 'a provisional date' },
  ],
  [
    'an overdue notice on a provisional date',
    { step: { kind: 'overdue', key: '' }, obligation: { ...past, provisional: true } },
    send,
  ],
])('%s', (_, given, verdict) => {
  expect(judge(situation(given), time)).toEqual(verdict);
});

describe('a step whose time has not come', () => {
  const later = plus(time, hours(24));

  test('waits where its pointer came early', () => {
    expect(judge(situation({ step: { at: later } }), time)).toEqual({ kind: 'wait', until: later });
  });

  test('is left to its new pointer where it was moved', () => {
    const moved = situation({ step: { at: later }, pointerAt: time });
    expect(judge(moved, time)).toEqual({ kind: 'drop', why: 'moved later' });
  });
});

describe('of the reminders that a stop has held up', () => {
  const missed: StepRecord = { kind: 'reminder', key: '7', at: time };
  const now = instant('2026-09-18T09:00:00+08:00');
  const beside = (kind: StepRecord['kind'], when: string): Situation => ({
    obligation: { steps: [missed, { kind, key: '1', at: instant(when) }] },
  });

  test.each([
    ['the last one leaves, marked as late', {}, { kind: 'send', late: true }],
    ['an earlier one does not', beside('reminder', '2026-09-17T09:00:00+08:00'), withdraw],
    [
      'one gives way to another of this very moment',
      beside('reminder', '2026-09-18T09:00:00+08:00'),
      withdraw,
    ],
    [
      'one does not give way to what is still to come',
      beside('reminder', '2026-09-21T09:00:00+08:00'),
      { kind: 'send', late: true },
    ],
    [
      'one does not give way to another notice',
      beside('returned', '2026-09-17T09:00:00+08:00'),
      { kind: 'send', late: true },
    ],
  ] as const)('%s', (_, given, verdict) => {
    expect(judge(situation(given), now)).toEqual(verdict);
  });

  test('a later step of another kind is no reason to hold back a notice that is no reminder', () => {
    const returned: StepRecord = { kind: 'returned', key: '', at: time };
    const steps: StepRecord[] = [returned, { kind: 'reminder', key: '1', at: plus(time, hours(1)) }];
    expect(judge(situation({ step: returned, obligation: { steps } }), now).kind).toBe('send');
  });
});

describe('a reminder', () => {
  test.each([
    ['2026-09-30T19:59:00+08:00', undefined, 'send'],
    ['2026-10-08T09:00:00+08:00', undefined, 'withdraw'],
    ['2026-10-08T09:00:00+08:00', '2026-10-08', 'send'],
    ['2026-10-09T09:00:00+08:00', '2026-10-08', 'withdraw'],
  ] as const)('at %s, the day put off to %s: %s', (now, extendedTo, kind) => {
    expect(judge(situation({ obligation: { extendedTo } }), instant(now)).kind).toBe(kind);
  });

  test.each([
    ['2026-09-16T21:59:00+08:00', 'send'],
    ['2026-09-16T22:00:00+08:00', 'withdraw'],
  ] as const)('of a duty by the hour that ends at ten in the evening, at %s: %s', (now, kind) => {
    const obligation = { dueAt: instant('2026-09-16T22:00:00+08:00') };
    expect(judge(situation({ obligation }), instant(now)).kind).toBe(kind);
  });
});

describe('a notice is marked as late', () => {
  test.each([
    [59, false],
    [60, true],
  ])('%d minutes after its time: %s', (late, marked) => {
    expect(judge(situation({}), plus(time, minutes(late)))).toEqual({ kind: 'send', late: marked });
  });
});

test('while nothing of the jurisdiction may leave, it is looked again after an hour', () => {
  const again = { kind: 'wait', until: plus(time, minutes(60)) };
  expect(judge(situation({ held: true }), time)).toEqual(again);
});

describe('in the night', () => {
  const night = instant('2026-09-16T22:00:00+08:00');
  const morning = { kind: 'wait', until: instant('2026-09-17T09:00:00+08:00') };
  const byTheHour = { dueAt: instant('2026-09-17T22:00:00+08:00') };

  test('a notice waits for the morning', () => {
    expect(judge(situation({}), night)).toEqual(morning);
  });

  test('what runs by the hour does not', () => {
    expect(judge(situation({ obligation: byTheHour }), night)).toEqual({ kind: 'send', late: true });
  });

  test('its correction does', () => {
    const step = { kind: 'correction', key: '2026-09-17T22:00:00+08:00' } as const;
    expect(judge(situation({ step, obligation: byTheHour }), night)).toEqual(morning);
  });
});

describe('notices may leave', () => {
  const open = (now: string, from: string, to: string, sendHour = 9): Instant =>
    openTime(situation({ settings: { quietHours: { from, to }, sendHour } }).context, instant(now));
  const now = (text: string): Instant => instant(text);
  const nextMorning = at(day('2026-09-17'), 9);

  test.each([
    ['2026-09-16T09:00:00+08:00', '20:00', '08:00', 'now'],
    ['2026-09-16T08:59:00+08:00', '20:00', '08:00', '2026-09-16T09:00:00+08:00'],
    ['2026-09-16T19:59:00+08:00', '20:00', '08:00', 'now'],
    ['2026-09-16T20:00:00+08:00', '20:00', '08:00', '2026-09-17T09:00:00+08:00'],
    ['2026-09-16T12:29:00+08:00', '12:30', '14:15', 'now'],
    ['2026-09-16T12:30:00+08:00', '12:30', '14:15', '2026-09-17T09:00:00+08:00'],
    ['2026-09-16T14:14:00+08:00', '12:30', '14:15', '2026-09-17T09:00:00+08:00'],
    ['2026-09-16T14:15:00+08:00', '12:30', '14:15', 'now'],
    ['2026-09-16T23:00:00+08:00', '08:00', '08:00', 'now'],
    ['2026-09-19T10:00:00+08:00', '20:00', '08:00', '2026-09-20T09:00:00+08:00'],
    ['2026-10-01T10:00:00+08:00', '20:00', '08:00', '2026-10-08T09:00:00+08:00'],
  ])('at %s, quiet from %s to %s: %s', (asked, from, to, answer) => {
    expect(open(asked, from, to)).toBe(answer === 'now' ? now(asked) : now(answer));
  });

  test('quiet hours that outlast the send hour hold until they end', () => {
    expect(open('2026-09-16T09:59:00+08:00', '20:00', '10:00')).toBe(nextMorning);
    expect(open('2026-09-16T10:00:00+08:00', '20:00', '10:00')).toBe(now('2026-09-16T10:00:00+08:00'));
  });

  test('not before a send hour later than nine', () => {
    expect(open('2026-09-16T10:59:00+08:00', '20:00', '08:00', 11)).toBe(now('2026-09-16T11:00:00+08:00'));
  });
});
