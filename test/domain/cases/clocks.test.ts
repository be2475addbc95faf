import { describe, expect, test } from 'vitest';
import type { Clock } from '../../../shared/domain/cases/clock.ts';
import { everyClock, lawClocks } from '../../../shared/domain/cases/clocks.ts';
import { instant } from '../../../shared/domain/time/instant.ts';
import { move, through, upToClosing, upToProposal, type Move } from '../../support/cases/case-moves.ts';
import { fileAfter, worldOf } from '../../support/cases/judged-case.ts';

/**
 * The periods that the Penalties Law sets, counted by hand with the arrangement of 2026: 20 September and 10 October
 * are worked, 25 to 27 September and 1 to 7 October are off.
 */

const whole = [...upToProposal('archives'), ...upToClosing('archives', false)];
const secured = (kind: 'registration' | 'sealing'): Move =>
  move('2026-09-07', 'officer', {
    event: 'evidence-secured',
    at: '2026-09-07T09:40:00+08:00',
    kind,
    agreedBy: '局长',
    legalBasis: '某法',
  });

function clocksAt(moves: readonly Move[], now: string, settings = {}): Clock[] {
  return lawClocks(fileAfter(moves), worldOf({ settings }), instant(now));
}

const clocksOf = (moves: readonly Move[], now: string, settings = {}): Clock[] =>
  clocksAt(moves, `${now}T12:00:00+08:00`, settings);
const told = (moves: readonly Move[], now: string, settings = {}): string[] =>
  clocksOf(moves, now, settings).map(
    ({ name, from, until, status, doneOn }) =>
      `${name.slice(0, 8)} ${from} ${until} ${status}${doneOn === undefined ? '' : ` ${doneOn}`}`,
  );

describe('evidence that is registered', () => {
  const held = [...through(whole, 'discovery-record'), secured('registration')];
  const decided = (on: string) => [
    ...held,
    move(on, 'officer', { event: 'evidence-decision', on, outcome: '退还' }),
  ];

  test.each([
    ['runs until the seventh working day', held, '2026-09-16', 'running'],
    ['is overdue after it', held, '2026-09-17', 'overdue'],
    ['is met on it', decided('2026-09-16'), '2026-12-01', 'met 2026-09-16'],
    ['is met late the day after', decided('2026-09-17'), '2026-12-01', 'met-late 2026-09-17'],
  ])('%s', (_, moves, now, status) => {
    expect(told(moves, now)).toEqual([`先行登记保存的证 2026-09-07 2026-09-16 ${status}`]);
  });

  test('is overdue from the midnight that ends its last day', () => {
    const status = (now: string) => clocksAt(held, now).map((one) => one.status);
    expect(status('2026-09-16T23:59:59+08:00')).toEqual(['running']);
    expect(status('2026-09-17T00:00:00+08:00')).toEqual(['overdue']);
  });

  test('alone has this period: sealed things have another law', () => {
    expect(told([...through(whole, 'discovery-record'), secured('sealing')], '2026-12-01')).toEqual([]);
  });
});

describe('from the filing to the service', () => {
  test.each([
    ['filing-approval', '2026-12-10', ['作出处罚决定（自 2026-09-11 2026-12-10 running']],
    ['filing-approval', '2026-12-11', ['作出处罚决定（自 2026-09-11 2026-12-10 overdue']],
    [
      'decision-approval',
      '2026-10-12',
      [
        '作出处罚决定（自 2026-09-11 2026-12-10 met 2026-09-24',
        '送达处罚决定书（ 2026-09-24 2026-10-12 running',
      ],
    ],
    [
      'decision-approval',
      '2026-10-13',
      [
        '作出处罚决定（自 2026-09-11 2026-12-10 met 2026-09-24',
        '送达处罚决定书（ 2026-09-24 2026-10-12 overdue',
      ],
    ],
    [
      'closing',
      '2026-10-13',
      [
        '作出处罚决定（自 2026-09-11 2026-12-10 met 2026-09-24',
        '送达处罚决定书（ 2026-09-24 2026-10-12 met 2026-09-28',
        // From the receipt: 60 days, six months to a Sunday and so to the Monday, 15 days.
        '当事人申请行政复 2026-09-28 2026-11-27 running',
        '当事人直接提起行 2026-09-28 2027-03-29 running',
        '缴纳罚款（15日 2026-09-28 2026-10-13 met 2026-10-08',
      ],
    ],
  ])('after the %s, on %s: %j', (event, now, expected) => {
    expect(told(through(whole, event), now)).toEqual(expected);
  });

  test('nothing runs before the case is filed, or after it was withdrawn', () => {
    expect(told(through(whole, 'filing-proposal'), '2026-12-31')).toEqual([]);
    const withdrawn = move('2026-09-14', 'head', { event: 'withdraw-case', reason: '违法事实不成立' });
    expect(told([...through(whole, 'investigation-report'), withdrawn], '2026-12-31')).toEqual([]);
  });

  test('each cites its articles and says how it was counted', () => {
    const [days] = clocksOf(through(whole, 'filing-approval'), '2026-10-13');
    expect(days).toMatchObject({ source: 'law', citation: '行政处罚法第六十条', provisional: false });
    expect(days?.explanation?.map(({ rule, day }) => `${rule} ${day}`)).toEqual([
      '民法典第二百零一条 2026-09-11',
      '自然日计算 2026-12-10',
      '民法典第二百零三条 2026-12-10',
      '办理日 2026-12-10',
      '逾期起算 2026-12-11',
    ]);
  });

  test('the articles are those of the laws that set them', () => {
    const citations = [
      ...clocksOf([...through(whole, 'discovery-record'), secured('registration')], '2026-10-13'),
      ...clocksOf(through(whole, 'prior-notice'), '2026-10-13'),
      ...clocksOf(through(whole, 'closing'), '2026-10-13').slice(1),
    ].map(({ citation }) => citation);
    expect(citations).toEqual([
      '行政处罚法第五十六条、第八十五条',
      '行政处罚法第六十条',
      '行政处罚法第四十五条（期限由本局设定）',
      '行政处罚法第六十四条、第八十五条',
      '行政处罚法第六十一条、第八十五条',
      '行政复议法第二十条',
      '行政诉讼法第四十六条',
      '行政处罚法第六十七条',
    ]);
  });

  test('a last day in a year that is not arranged yet is provisional', () => {
    const late = move('2026-10-08', 'head', {
      event: 'filing-approval',
      on: '2026-10-08',
      reason: '批准立案',
    });
    const [days] = clocksOf([...through(whole, 'filing-legal-review'), late], '2026-10-13');
    // Ninety days from 8 October 2026 are 6 January 2027.
    expect(days).toMatchObject({ until: '2027-01-06', provisional: true });
  });
});

describe('the party’s own periods', () => {
  const noticed = through(whole, 'prior-notice');

  test.each([
    ['2026-09-20', 'running'],
    ['2026-09-21', 'passed'],
  ])('end with the fifth working day: on %s they are %s', (now, status) => {
    expect(told(noticed, now).slice(1)).toEqual([
      `当事人陈述、申辩 2026-09-14 2026-09-20 ${status}`,
      `当事人要求听证（ 2026-09-14 2026-09-20 ${status}`,
    ]);
  });

  test('the bureau sets that of the defence, the law that of the hearing', () => {
    const [, defence, hearing] = clocksOf(noticed, '2026-09-18', { defenceWorkingDays: 3 });
    expect(defence).toMatchObject({ source: 'discretionary', until: '2026-09-17', status: 'passed' });
    expect(hearing).toMatchObject({ source: 'law', until: '2026-09-20', status: 'running' });
  });

  test('say nothing of acting or of being late: they are rights', () => {
    const [, defence] = clocksOf(noticed, '2026-09-18');
    expect(defence?.explanation?.map(({ rule }) => rule)).toEqual(['民法典第二百零一条', '工作日计算']);
    expect(defence).not.toHaveProperty('doneOn');
  });

  test('are no longer shown when it is decided, and are still known', () => {
    const file = fileAfter(through(whole, 'decision-approval'));
    const world = worldOf({});
    const now = instant('2026-10-13T12:00:00+08:00');
    expect(lawClocks(file, world, now)).toHaveLength(2);
    expect(everyClock(file, world, now).party).toHaveLength(2);
    expect(everyClock(fileAfter([]), world, now)).toEqual({ office: [], party: [] });
  });
});

describe('the figures of the periods', () => {
  test('are those of national law in the rulebook, named as they are', () => {
    const filed = through(whole, 'filing-approval');
    const world = worldOf({});
    const { decision } = world.rules.law;
    const values = [{ from: null, value: 60, cite: '某法第一条, 第二条' }];
    const other = { ...decision, figures: { days: { unit: 'day', values } } };
    const rules = { ...world.rules, law: { ...world.rules.law, decision: other } };
    const [clock] = lawClocks(fileAfter(filed), { ...world, rules }, instant('2026-09-15T12:00:00+08:00'));
    // Filed on 11 September 2026: the 60th day is Tuesday 10 November.
    expect(clock).toMatchObject({
      name: '作出处罚决定（自立案之日起60日）',
      citation: '某法第一条、第二条',
      from: '2026-09-11',
      until: '2026-11-10',
    });
  });
});
