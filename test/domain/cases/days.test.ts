import { describe, expect, test } from 'vitest';
import { move, through, upToClosing, upToProposal, type Move } from '../../support/cases/case-moves.ts';
import { flawsOf, type Around } from '../../support/cases/judged-case.ts';

/** The days of a case follow each other, and none lies in the future. */

const whole = [...upToProposal('archives', { complex: true }), ...upToClosing('archives', true)];
const asked = [
  ...through(whole, 'prior-notice'),
  move('2026-09-15', 'officer', { event: 'hearing-request', on: '2026-09-15' }),
];

/** What is wrong with the days of an event alone: `on stage.before 2026-09-11`. */
const dayFlaws = (moves: readonly Move[], body: object, around: Around = {}): string[] =>
  flawsOf(moves, body, around)
    .filter(({ code }) => code === 'stage.before' || code === 'stage.future')
    .map(({ path, code, params }) => `${path} ${code} ${String(params['milestone'] ?? params['when'])}`);

const bodyOf = (event: string): object => {
  const found = whole.find(({ body }) => body.event === event);
  if (!found) throw new Error(event);
  return found.body;
};
const before = (event: string): readonly Move[] =>
  whole.slice(
    0,
    whole.findIndex(({ body }) => body.event === event),
  );

test.each([
  ['filing-proposal', 'on', '2026-09-07', 'discovery'],
  ['filing-approval', 'on', '2026-09-10', 'filing-proposal'],
  ['investigation-report', 'on', '2026-09-11', 'filing'],
  ['prior-notice', 'servedOn', '2026-09-11', 'filing'],
  ['decision-proposal', 'on', '2026-09-14', 'prior-notice'],
  ['collective-discussion', 'on', '2026-09-22', 'proposal'],
  ['decision-approval', 'on', '2026-09-22', 'proposal'],
  ['service', 'on', '2026-09-24', 'decision'],
  ['execution', 'on', '2026-09-28', 'service'],
  ['closing', 'on', '2026-10-08', 'execution'],
])('the day of the %s (%s) is %s or later: it follows the %s', (event, field, first, milestone) => {
  const on = (day: string) => dayFlaws(before(event), { ...bodyOf(event), [field]: day });
  expect(on(first)).toEqual([]);
  const dayBefore = new Date(Date.parse(`${first}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
  expect(on(dayBefore)).toEqual([`${field} stage.before ${milestone}`]);
});

describe('the days of a hearing', () => {
  const noticed = through(whole, 'prior-notice');

  test('follow the notice of the penalty, the request and the notice of the hearing', () => {
    const request = (on: string) => dayFlaws(noticed, { event: 'hearing-request', on });
    expect([request('2026-09-14'), request('2026-09-13')]).toEqual([[], ['on stage.before prior-notice']]);
    const withdrawn = (on: string) => dayFlaws(asked, { event: 'hearing-withdrawn', on, reason: '撤回' });
    expect([withdrawn('2026-09-15'), withdrawn('2026-09-14')]).toEqual([
      [],
      ['on stage.before hearing-request'],
    ]);
    const held = (noticeServedOn: string, on: string) =>
      dayFlaws(asked, { event: 'hearing-held', noticeServedOn, on, outcome: '维持' });
    expect(held('2026-09-15', '2026-09-24')).toEqual([]);
    expect(held('2026-09-14', '2026-09-24')).toEqual(['noticeServedOn stage.before hearing-request']);
    expect(held('2026-09-25', '2026-09-24')).toEqual(['on stage.before hearing-notice']);
  });
});

describe('the day of the decision on evidence', () => {
  test('is that of its securing or later, by the clock in Shanghai', () => {
    const secured = move('2026-09-08', 'officer', {
      event: 'evidence-secured',
      at: '2026-09-07T17:00:00Z',
      kind: 'registration',
      agreedBy: '局长',
    });
    const decided = (on: string) => dayFlaws([secured], { event: 'evidence-decision', on, outcome: '退还' });
    expect([decided('2026-09-08'), decided('2026-09-07')]).toEqual([
      [],
      ['on stage.before evidence-measure'],
    ]);
  });
});

describe('the day of the discovery', () => {
  test('among the facts stands above that of the record', () => {
    const facts = { discoveredOn: '2026-09-09' };
    const on = (day: string) =>
      flawsOf(before('filing-proposal'), { ...bodyOf('filing-proposal'), on: day }, { facts });
    expect(on('2026-09-09')).toEqual([]);
    expect(on('2026-09-08')).toMatchObject([
      {
        path: 'on',
        code: 'stage.before',
        params: { day: '2026-09-08', milestone: 'discovery', on: '2026-09-09' },
      },
    ]);
  });
});

describe('nothing is entered before it happens', () => {
  const now = { now: '2026-09-10T09:00:00+08:00' };

  test('neither a day, by the clock in Shanghai', () => {
    const filed = (on: string, around: Around) =>
      dayFlaws(before('filing-proposal'), { ...bodyOf('filing-proposal'), on }, around);
    expect(filed('2026-09-10', now)).toEqual([]);
    expect(filed('2026-09-11', now)).toEqual(['on stage.future 2026-09-11']);
    expect(filed('2026-09-11', { now: '2026-09-10T16:00:00Z' })).toEqual([]);
  });

  test('nor an instant', () => {
    const recorded = (at: string) => dayFlaws([], { ...bodyOf('discovery-record'), at }, now);
    expect(recorded('2026-09-10T01:00:00Z')).toEqual([]);
    expect(recorded('2026-09-10T01:00:01Z')).toEqual(['at stage.future 2026-09-10T09:00:01+08:00']);
  });

  test('what has no day of its own is not asked for one', () => {
    expect(dayFlaws(through(whole, 'prior-notice'), { event: 'statement', received: false }, now)).toEqual(
      [],
    );
  });
});
