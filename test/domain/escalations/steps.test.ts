import { describe, expect, test } from 'vitest';
import { afterPeriod, sanctionAfter, sanctionOf } from '../../../shared/domain/escalations/ladder.ts';
import { failedOrder, waitsFor } from '../../../shared/domain/escalations/earlier.ts';
import { orderTitle } from '../../../shared/domain/escalations/names.ts';
import {
  awaitsService,
  escalationAfter,
  isOpen,
  isOut,
  isPending,
} from '../../../shared/domain/escalations/state.ts';
import { rulebookOf } from '../../../shared/rules/catalogue.ts';
import { day } from '../../../shared/domain/time/day.ts';
import { formatInstant, instant } from '../../../shared/domain/time/instant.ts';
import type { EscalationRecord } from '../../../shared/records/escalation.ts';
import { paperIn } from '../../../shared/vocabulary/measures.ts';
import { escalationOf } from '../../support/cases/escalation-record.ts';
import { contextOf, ruleOf } from '../../support/deadlines/deadlines.ts';

/** What follows a missed deadline: which step after which, and what each needs before anybody approves it. */

const FORM = 'key-project-archives/registration-after-start';
const rule = ruleOf('hongjiang', FORM);
const { calendar, settings } = contextOf('hongjiang');
const policy = { calendar, settings, rule };
const at = (on: string) => instant(`${on}T12:00:00+08:00`);

/** An order that was served, its period over with 16 September, and nothing came. */
const order = escalationOf({ id: 'order', status: 'served', rectifyUntil: '2026-09-16' });
/** A circulated criticism after it, with all that it needs; noticed on Thursday the 17th. */
const criticism = escalationOf({
  step: 'circulated-criticism',
  refusal: { text: '逾期未改', by: { role: 'bureau-officer', sub: 'o' }, at: at('2026-09-17') },
  form: 'penalty',
  legalBasis: '某条例第三十条',
  priorNotice: { servedOn: '2026-09-17', method: 'personal' },
  statement: { received: false },
  legalReview: { by: '法制员', opinion: '同意' },
});

describe('the ladder of a missed form', () => {
  test('goes from the order to the circulated criticism, and ends there', () => {
    expect(sanctionAfter(rule, 'order-to-rectify')?.step).toBe('circulated-criticism');
    expect(sanctionAfter(rule, 'circulated-criticism')).toBeUndefined();
    expect(sanctionAfter(rule, 'interview')).toBeUndefined();
    expect(sanctionOf(rule, 'circulated-criticism')?.approval).toBe('bureau-leader');
    expect(sanctionOf(rule, 'interview')).toBeUndefined();
  });

  test('of a duty without sanctions has no steps', () => {
    const assessment = ruleOf('hongjiang', 'archives-security/annual-assessment');
    expect(sanctionAfter(assessment, 'order-to-rectify')).toBeUndefined();
    expect(sanctionOf(assessment, 'order-to-rectify')).toBeUndefined();
  });

  // 30 September 2026 is the last working day before the National Day; 8 October is the next.
  test.each([
    ['2026-09-16', '2026-09-17T09:00:00+08:00'],
    ['2026-09-30', '2026-10-08T09:00:00+08:00'],
    ['2026-09-19', '2026-09-20T09:00:00+08:00'],
  ])('is looked at after a period that ends on %s: %s', (last, when) => {
    expect(formatInstant(afterPeriod(policy, day(last)))).toBe(when);
  });
});

describe('the order behind a circulated criticism', () => {
  const found = (change: Partial<EscalationRecord>, now = '2026-09-17') =>
    failedOrder(criticism, 'order-to-rectify', [{ ...order, ...change }], at(now))?.id;

  test('was served, its period has passed and nothing came', () => {
    expect(found({})).toBe('order');
    expect(found({}, '2026-09-16')).toBeUndefined();
  });

  test.each<Partial<EscalationRecord>>([
    { id: 'e' },
    { step: 'circulated-criticism' },
    { status: 'issued' },
    { rectifyUntil: undefined },
    { complied: { on: '2026-09-15', by: { role: 'bureau-officer', sub: 'o' }, at: at('2026-09-15') } },
    { ruleId: 'archives-security/self-inspection-report' },
    { obligationId: 'another' },
  ])('is none with %j', (change) => {
    expect(found(change)).toBeUndefined();
  });

  test('of a criticism that no duty calls for is any of the regime', () => {
    const free = { ...criticism, obligationId: undefined };
    const other = [{ ...order, obligationId: 'another' }];
    expect(failedOrder(free, 'order-to-rectify', other, at('2026-09-17'))?.id).toBe('order');
  });

  test('of another check is none', () => {
    const free = { ...criticism, obligationId: undefined, inspectionId: 'one' };
    const of = (inspectionId: string | undefined) =>
      failedOrder(free, 'order-to-rectify', [{ ...order, inspectionId }], at('2026-09-17'))?.id;
    expect([of('one'), of(undefined), of('another')]).toEqual(['order', 'order', undefined]);
  });
});

describe('what a step waits for', () => {
  const works = 'civil-defence-works/construction-violation';
  test.each([
    ['hongjiang', FORM, 'circulated-criticism', 'order-to-rectify'],
    ['hongjiang', FORM, 'order-to-rectify', undefined],
    ['hongjiang', 'key-project-archives/registration-ladder', 'circulated-criticism', 'order-to-rectify'],
    [
      'hongjiang',
      'archives-security/self-inspection-ladder',
      'discipline-recommendation',
      'order-to-rectify',
    ],
    ['hongjiang', 'archives-security/problem-found', 'penalty-case', undefined],
    ['hongjiang', 'electronic-archives/grave-violation', 'discipline-recommendation', undefined],
    ['shexian', 'archives-disposal/problem-found', 'penalty-case', 'order-to-rectify'],
    ['shexian', 'archives-disposal/rectification', 'penalty-case', 'order-to-rectify'],
    ['baixiang', works, 'penalty-case', 'order-to-rectify'],
    ['baixiang', works, 'order-to-rectify', undefined],
    ['baixiang', works, 'warning', undefined],
    ['liaoning', 'violations/means', 'discipline-recommendation', undefined],
  ] as const)('%s %s: %s after %s', (jurisdiction, ruleId, step, awaited) => {
    const found = rulebookOf(jurisdiction).ruleOf(ruleId);
    expect(found && waitsFor(found, step)).toBe(awaited);
  });
});

describe('where an escalation stands', () => {
  const takenOnTheSpot = { at: at('2026-09-01'), officers: ['刘一'] };
  const today = day('2026-09-16');

  test('nothing is issued that was not approved, nor served that was not issued', () => {
    expect(escalationAfter('draft', 'issue')).toBeUndefined();
    expect(escalationAfter('awaiting-approval', 'issue')).toBeUndefined();
    expect(escalationAfter('approved', 'issue')).toBe('issued');
    expect(escalationAfter('approved', 'serve')).toBeUndefined();
    expect(escalationAfter('approved', 'edit')).toBe('draft');
  });

  test.each([
    ['draft', true, false, true],
    ['awaiting-approval', true, false, true],
    ['approved', true, false, true],
    ['rejected', true, false, false],
    ['issued', false, true, true],
    ['served', false, true, true],
    ['withdrawn', false, false, false],
  ] as const)('an order that is %s is pending: %s, out: %s, open: %s', (status, pending, out, open) => {
    expect([isPending(status), isOut(status)]).toEqual([pending, out]);
    expect(isOpen({ ...order, status }, today)).toBe(open);
  });

  test('a served order is open to the end of its period, one without a period is done', () => {
    expect(isOpen(order, day('2026-09-17'))).toBe(false);
    expect(isOpen({ ...order, rectifyUntil: undefined }, today)).toBe(false);
    const complied = {
      on: '2026-09-10',
      by: { role: 'bureau-officer', sub: 'o' },
      at: at('2026-09-10'),
    } as const;
    expect(isOpen({ ...order, complied }, today)).toBe(false);
  });

  test('what goes to others ends with its issue, what goes to the party waits for service', () => {
    expect(awaitsService({ ...order, status: 'issued' })).toBe(true);
    expect(awaitsService({ ...order, status: 'served' })).toBe(false);
    expect(awaitsService({ ...order, status: 'issued', takenOnTheSpot })).toBe(true);
    const recommended = escalationOf({ step: 'discipline-recommendation', status: 'issued' });
    expect([awaitsService(recommended), isOpen(recommended, today)]).toEqual([false, false]);
    expect(awaitsService(escalationOf({ step: 'circular', status: 'issued', takenOnTheSpot }))).toBe(false);
  });
});

describe('the title of an order', () => {
  const title = (change: Partial<Parameters<typeof orderTitle>[0]>) =>
    orderTitle({
      step: 'order-to-rectify',
      paper: paperIn({ step: change.step ?? 'order-to-rectify' }),
      isEntered: false,
      regime: 'archives-security',
      onTheSpot: false,
      named: [],
      ...change,
    });

  test.each([
    [{}, '责令限期改正通知书'],
    [{ regime: 'key-project-archives' }, '责令整改通知书'],
    [{ onTheSpot: true, regime: 'key-project-archives' }, '责令改正违法行为通知书'],
    [{ named: ['检查意见', '《责令整改通知书》'] }, '责令整改通知书'],
    [{ named: ['责令整改通知书存根', '关于责令整改通知书'] }, '责令限期改正通知书'],
    [{ step: 'circulated-criticism' as const }, undefined],
  ])('with %j is %s', (change, expected) => {
    expect(title(change)).toBe(expected);
  });
});
