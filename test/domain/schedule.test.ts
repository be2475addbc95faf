import { describe, expect, test } from 'vitest';
import { SYSTEM } from '../../shared/domain/actor.ts';
import { createCalendar } from '../../shared/domain/time/calendar.ts';
import { fixedDate } from '../../shared/domain/time/dates.ts';
import { day } from '../../shared/domain/time/day.ts';
import { formatInstant, hours, instant, plus } from '../../shared/domain/time/instant.ts';
import {
  floorOf,
  lastStep,
  nextStep,
  ordered,
  reminderPlanOf,
  sameSteps,
  stepId,
  stepsOf,
} from '../../shared/domain/duties/schedule.ts';
import type { DeadlineRule } from '../../shared/rules/rule.ts';
import type { Deadline } from '../../shared/rules/schema.ts';
import type { SettingsRecord } from '../../shared/records/settings.ts';
import { dutyIn, type Shape } from '../support/bureaus/registers.ts';
import { contextOf, ruleOf } from '../support/deadlines/deadlines.ts';
import type { ObligationRecord, StepRecord } from '../../shared/records/obligation.ts';

/** When something is done about a duty: how long before, and what comes after. */

const opening = ruleOf('hongjiang', 'key-project-archives/registration-after-start');
const { settings } = contextOf('hongjiang');

const due = (change: Deadline['due'], figures: Record<string, number[]> = {}): DeadlineRule => ({
  ...opening,
  deadline: { ...opening.deadline, due: change },
  figures: Object.fromEntries(
    Object.entries(figures).map(([name, values]) => [
      name,
      {
        unit: 'day',
        values: values.map((value, index) => ({
          from: index === 0 ? null : `${2026 + index}-01-01`,
          value,
          cite: '第一条',
        })),
      },
    ]),
  ),
  discretionary: {
    reminderLeadDays: { unit: 'day', value: [1, 30, 7], reason: '默认' },
    reminderLeadHours: { unit: 'hour', value: [2, 12], reason: '默认' },
  },
});

const days = (...values: number[]): DeadlineRule =>
  due({ type: 'after', event: 'startedOn', unit: 'day', figure: 'period' }, { period: values });
const months = due({ type: 'after', event: 'startedOn', unit: 'month', figure: 'period' }, { period: [6] });
const byHour = due({ type: 'hours', event: 'evidenceSecuredAt', figure: 'period' }, { period: [24] });
const finding = due({ type: 'finding' });
const onDate = due({ type: 'once', figure: 'by' });

describe('how long before a duty is due it is reminded of', () => {
  const own = { long: [45], upTo30Days: [9], upTo7Days: [3], hours: [5] };
  const leads = (rule: DeadlineRule, change: Partial<SettingsRecord>, arisesOn = '2026-03-01') => {
    const { leadDays, leadHours } = reminderPlanOf(rule, { ...settings, ...change }, arisesOn);
    return { leadDays, leadHours };
  };

  test.each([
    ['seven days', days(7), [3], []],
    ['eight days', days(8), [9], []],
    ['thirty days', days(30), [9], []],
    ['thirty-one days', days(31), [45], []],
    ['months', months, [45], []],
    ['a finding', finding, [9], []],
    ['a date', onDate, [45], []],
    ['hours', byHour, [], [5]],
  ] as const)('%s: by the bureau’s leads for that length', (_, rule, leadDays, leadHours) => {
    expect(leads(rule, { reminderLeads: own })).toEqual({ leadDays, leadHours });
  });

  test.each([
    [months, [30, 7, 1], []],
    [byHour, [], [12, 2]],
  ] as const)(
    'by the rule’s own leads where the bureau has none, the longest first',
    (rule, leadDays, leadHours) => {
      expect(leads(rule, {})).toEqual({ leadDays, leadHours });
    },
  );

  test('the bureau’s leads for the rule go before those for the length', () => {
    const { ruleId } = months;
    const dayLeads = { figures: { [ruleId]: { reminderLeadDays: [2, 20] } }, reminderLeads: own };
    const hourLeads = { figures: { [ruleId]: { reminderLeadHours: [1, 3] } }, reminderLeads: own };
    expect(leads(months, dayLeads).leadDays).toEqual([20, 2]);
    expect(leads(byHour, hourLeads).leadHours).toEqual([3, 1]);
    expect(leads(months, { figures: { [ruleId]: { other: 1 } }, reminderLeads: own }).leadDays).toEqual([45]);
  });

  test('a period that changes counts as long as it is on the day on which the duty arises', () => {
    const kept = { ...settings, reminderLeads: own };
    expect(reminderPlanOf(days(31, 7), kept, '2026-12-31').leadDays).toEqual([45]);
    expect(reminderPlanOf(days(31, 7), kept, '2027-01-01').leadDays).toEqual([3]);
  });

  test('nothing is said of leads: no reminder', () => {
    const silent = { ...months, discretionary: {} };
    expect(leads(silent, {})).toEqual({ leadDays: [], leadHours: [] });
  });

  test('the send hour is the bureau’s', () => {
    expect(reminderPlanOf(months, { ...settings, sendHour: 11 }, '2026-03-01').sendHour).toBe(11);
  });
});

describe('what comes after the due day', () => {
  const calendar = createCalendar();
  const policy = { calendar, settings };
  const dates = fixedDate(calendar, day('2026-07-10'));
  const arisesOn = '2026-01-10';
  const time = (text: string) => instant(`${text}:00+08:00`);
  const after = (rule: DeadlineRule, provisional: boolean, overdueFloor?: string): string[] =>
    stepsOf(
      rule,
      policy,
      { ...dates, provisional },
      arisesOn,
      time('2026-07-12T09:00'),
      overdueFloor === undefined ? undefined : time(overdueFloor),
    ).map((step) => `${formatInstant(step.at).slice(0, 16)} ${stepId(step)}`);
  const pursued = (pursuit: Deadline['pursuit']): DeadlineRule => ({
    ...opening,
    deadline: { ...opening.deadline, pursuit },
  });

  test.each([
    ['ladder', false, ['2026-07-13T09:00 draft:order-to-rectify', '2026-07-13T09:00 overdue']],
    ['ladder', true, ['2026-07-13T09:00 overdue']],
    ['notify', false, ['2026-07-13T09:00 overdue']],
    [
      'bureau',
      false,
      ['2026-07-13T09:00 alert-officers', '2026-07-20T09:00 alert-leader', '2026-07-27T09:00 alert-superior'],
    ],
  ] as const)('pursued as %s, provisional %s', (pursuit, provisional, steps) => {
    expect(after(pursued(pursuit), provisional)).toEqual(steps);
  });

  test('a rule without a ladder of sanctions has no draft', () => {
    const deadline = { ...pursued('ladder').deadline };
    delete deadline.sanctions;
    expect(after({ ...opening, deadline }, false)).toEqual(['2026-07-13T09:00 overdue']);
  });

  test.each([
    ['2026-07-01T09:00', '2026-07-13T09:00'],
    ['2026-07-13T09:00', '2026-07-13T09:00'],
    ['2026-07-13T09:01', '2026-07-14T09:00'],
    ['2026-07-17T10:00', '2026-07-20T09:00'],
  ])('of a duty that is pursued again from %s, lateness is told at %s', (from, told) => {
    expect(after(pursued('notify'), false, from)).toEqual([`${told} overdue`]);
  });

  test('by the hour at once, whatever day or hour it is', () => {
    const dueAt = time('2026-07-11T22:00');
    const night = time('2026-07-11T23:30');
    const told = (floor: typeof night | undefined) =>
      stepsOf(pursued('notify'), policy, { ...dates, dueAt }, arisesOn, night, floor).map(({ at }) => at);
    expect(told(undefined)).toEqual([dueAt]);
    expect(told(night)).toEqual([night]);
  });

  test('reminders go out from when the duty arose, or from when its date was entered', () => {
    expect(floorOf('2026-07-10', time('2026-07-12T10:00'))).toBe(time('2026-07-12T10:00'));
    expect(floorOf('2026-07-13', time('2026-07-12T10:00'))).toBe(time('2026-07-13T00:00'));
  });
});

describe('of the steps of a duty', () => {
  const now = instant('2026-07-10T09:00:00+08:00');
  const step = (kind: StepRecord['kind'], later: number, key = ''): StepRecord => ({
    kind,
    key,
    at: plus(now, hours(later)),
  });
  const shape: Shape = { own: 'mail', parent: 'absent', desk: false, staff: 'nobody', named: false };
  const { obligation } = dutyIn('hongjiang', opening, 'project', 'reminder', shape);
  const steps = [
    step('draft', -1, 'order-to-rectify'),
    step('reminder', -48, '7'),
    step('reminder', 0, '1'),
    step('overdue', 72),
    step('correction', 24, '2026-07-20'),
  ];
  const report = { on: '2026-07-09', at: now, by: SYSTEM };

  test.each<readonly [string, Partial<ObligationRecord>, string | undefined]>([
    ['the nearest that is to come', {}, 'correction:2026-07-20'],
    [
      'none when it is done',
      { closed: { how: 'fulfilled', on: '2026-07-09', at: now, by: SYSTEM } },
      undefined,
    ],
    ['none while a report waits', { report: { ...report, state: 'pending' } }, undefined],
    [
      'the nearest when the report came back',
      { report: { ...report, state: 'returned' } },
      'correction:2026-07-20',
    ],
  ])('next is %s', (_, change, expected) => {
    const next = nextStep({ ...obligation, steps, ...change }, now);
    expect(next && stepId(next)).toBe(expected);
  });

  test('next is not one of this very moment, and none where all are past', () => {
    expect(nextStep({ ...obligation, steps: [step('reminder', 0)] }, now)).toBeUndefined();
  });

  test('the last notice is the latest up to now; a draft is none', () => {
    expect(lastStep({ ...obligation, steps }, now)).toEqual(step('reminder', 0, '1'));
    expect(lastStep({ ...obligation, steps }, plus(now, -1))).toEqual(step('reminder', -48, '7'));
    expect(lastStep({ ...obligation, steps: [step('draft', -1, 'x')] }, now)).toBeUndefined();
  });

  test('two lists are the same with the same steps at the same times', () => {
    const two = [step('reminder', 1, '7'), step('overdue', 2)];
    expect(sameSteps(two, [step('reminder', 1, '7'), step('overdue', 2)])).toBe(true);
    for (const other of [
      [step('reminder', 1, '7')],
      [],
      [...two, step('returned', 3)],
      [step('reminder', 1, '1'), step('overdue', 2)],
      [step('reminder', 1, '7'), step('overdue', 3)],
    ]) {
      expect(sameSteps(two, other)).toBe(false);
      expect(sameSteps(other, two)).toBe(false);
    }
  });

  test('the order is by time, then by name', () => {
    const [late, early] = [step('overdue', 1), step('draft', 1, 'order')];
    const first = step('reminder', 0);
    expect(ordered([late, first, early])).toEqual([first, early, late]);
    expect(ordered([early, late, first])).toEqual([first, early, late]);
  });
});
