import { describe, expect, test } from 'vitest';
import {
  discussion,
  move,
  proposal,
  through,
  upToClosing,
  upToProposal,
} from '../../support/cases/case-moves.ts';
import { but, flawsOf, wrong, type Around } from '../../support/cases/judged-case.ts';

/** From the notice of the penalty to the service: what each event must hold, by the clause that asks for it. */

const moves = upToProposal('archives');
const civil: Around = { office: 'civil-defence' };

describe('the hearing of the party', () => {
  const noticed = through(moves, 'prior-notice');
  const on = (day: string): Around => ({ now: `${day}T12:00:00+08:00` });

  test.each([
    [{ documents: [] }, {}, ['documents stage.papers']],
    [{ fine: 40_000 }, { facts: { fineMaximum: 39_999 } }, ['fine case.fine-above']],
    [{ fine: 40_000 }, { facts: { fineMaximum: 40_000 } }, []],
    [{ fine: undefined }, { facts: { fineMaximum: 0 } }, []],
  ])('begins with a notice: %j, %j: %j', (change, around, expected) => {
    expect(but(moves, 'prior-notice', change, around)).toEqual(expected);
  });

  // Served on Monday 14 September: the fifth working day is Sunday 20 September, which is worked in 2026.
  test('that nothing was stated is known when the five working days are over', () => {
    const silence = { event: 'statement', received: false };
    expect(flawsOf(noticed, silence, on('2026-09-20'))).toMatchObject([
      { path: 'received', code: 'case.silence-early', params: { until: '2026-09-20' } },
    ]);
    expect(wrong(noticed, silence, on('2026-09-21'))).toEqual([]);
    const shorter = { ...on('2026-09-18'), settings: { defenceWorkingDays: 3 } };
    expect(wrong(noticed, silence, shorter)).toEqual([]);
    expect(wrong(noticed, silence, { ...shorter, ...on('2026-09-17') })).toEqual([
      'received case.silence-early',
    ]);
  });

  test('what was stated is told, with what the review came to', () => {
    const stated = { event: 'statement', received: true, text: '不服', outcome: '不予采纳' };
    expect(wrong(noticed, stated, on('2026-09-15'))).toEqual([]);
    expect(wrong(noticed, { ...stated, text: undefined, outcome: undefined })).toEqual([
      'text case.statement-text',
      'outcome case.statement-review',
    ]);
  });

  test('a report of the investigation comes with its paper', () => {
    expect(but(moves, 'investigation-report', { documents: [] })).toEqual(['documents stage.papers']);
    expect(but(moves, 'investigation-report', { documents: ['案件调查终结报告'] })).toEqual([]);
  });

  test('a hearing is asked for once, within five working days', () => {
    const asked = (day: string) => ({ event: 'hearing-request', on: day }) as const;
    expect(wrong(noticed, asked('2026-09-20'))).toEqual([]);
    expect(wrong(noticed, asked('2026-09-21'))).toEqual(['on case.hearing-late']);
    const once = [...noticed, move('2026-09-15', 'officer', asked('2026-09-15'))];
    expect(wrong(once, asked('2026-09-16'))).toEqual(['event case.hearing-asked']);
  });

  test('it is held seven working days after its notice, once, where it was asked for', () => {
    const asked = [...noticed, move('2026-09-14', 'officer', { event: 'hearing-request', on: '2026-09-14' })];
    // From Tuesday 15 September: the seventh working day is Wednesday 23 September.
    const held = (day: string) =>
      ({ event: 'hearing-held', noticeServedOn: '2026-09-15', on: day, outcome: '维持' }) as const;
    expect(wrong(asked, held('2026-09-22'))).toEqual(['noticeServedOn case.hearing-early']);
    expect(wrong(asked, held('2026-09-23'))).toEqual([]);
    expect(wrong(noticed, held('2026-09-23'))).toEqual(['hearing-request case.no-hearing']);
    const withdrawn = { event: 'hearing-withdrawn', on: '2026-09-21', reason: '撤回' } as const;
    expect(wrong(noticed, withdrawn)).toEqual(['hearing-request case.no-hearing']);
    const ended = [...asked, move('2026-09-23', 'officer', held('2026-09-23'))];
    expect(wrong(ended, withdrawn)).toEqual(['event case.hearing-ended']);
    expect(wrong(asked, withdrawn)).toEqual([]);
  });
});

describe('the proposal of a decision', () => {
  const stated = through(moves, 'statement');
  const below = 'discretion case.fine-below';
  const gradeless = 'grade case.grade-or-reason';
  const above = ['fine case.fine-above-provision', 'fineMaximum case.fine-above-provision'];

  test('waits for the report, the statement and the end of both periods', () => {
    const file = through(moves, 'filing-approval');
    expect(wrong(file, proposal)).toEqual([
      'investigation-report case.no-report',
      'statement case.no-statement',
    ]);
    const until = (day: string, settings = {}) =>
      wrong(stated, { ...proposal, on: '2026-09-14' }, { now: `${day}T12:00:00+08:00`, settings });
    expect(until('2026-09-20')).toEqual(['prior-notice case.heard-until']);
    expect(until('2026-09-21')).toEqual([]);
    // The right to a hearing keeps its five working days; a longer time for the defence counts as well.
    expect(until('2026-09-20', { defenceWorkingDays: 3 })).toEqual(['prior-notice case.heard-until']);
    expect(until('2026-09-21', { defenceWorkingDays: 6 })).toEqual(['prior-notice case.heard-until']);
    expect(until('2026-09-22', { defenceWorkingDays: 6 })).toEqual([]);
  });

  test('waits for a hearing that was asked for', () => {
    const asked = [...stated, move('2026-09-18', 'officer', { event: 'hearing-request', on: '2026-09-18' })];
    expect(wrong(asked, proposal)).toEqual(['hearing-held case.hearing-first']);
    const withdrawn = move('2026-09-21', 'officer', {
      event: 'hearing-withdrawn',
      on: '2026-09-21',
      reason: '撤回',
    });
    expect(wrong([...asked, withdrawn], proposal)).toEqual([]);
  });

  test.each([
    [{ legalBasis: undefined }, {}, ['legalBasis case.no-legal-basis']],
    [{ documents: [] }, {}, ['documents stage.papers']],
    [{ fineMaximum: undefined }, {}, ['fineMaximum case.no-fine-maximum']],
    // A warning of the archives goes with a fine (档案法第四十九条); that of the civil defence may stand alone.
    [{ fine: 0, fineMaximum: undefined }, {}, ['fine case.warning-alone']],
    [{ fine: undefined, fineMaximum: undefined }, {}, ['fine case.warning-alone']],
    [{ fine: 0, fineMaximum: undefined }, civil, []],
    [
      { penalty: '通报批评，并处罚款' },
      {},
      ['penalty case.kind-unannounced', 'penalty case.kind-not-in-provision'],
    ],
    [{ penalty: '警告，没收违法所得' }, {}, ['penalty case.kind-unannounced']],
    [{ fineMaximum: 200_001 }, {}, ['fineMaximum case.fine-above-provision']],
    [{ provision: 'archives-law-49-2' }, {}, []],
    [{ provision: 'archives-law-49-1', fine: 9_999 }, {}, []],
    [{ provision: 'archives-law-49-1', fine: 9_999, discretion: undefined, grade: '从轻处罚' }, {}, [below]],
    [{ provision: 'archives-law-49-1', fineMaximum: 100_001 }, {}, ['fineMaximum case.fine-above-provision']],
    [{ provision: 'archives-law-50' }, {}, ['provision case.no-provision']],
    [{ provision: '《中华人民共和国档案法》第四十九条第一款', discretion: undefined }, {}, [gradeless]],
    [{ provision: 'archives-law-49-1', discretion: undefined, grade: '从轻处罚' }, {}, []],
    [{ provision: 'archives-law-49-1', grade: '从宽处罚' }, {}, ['grade case.no-grade']],
    [{ party: 'individual', fine: 5_001 }, {}, above],
    [{ fine: 30_001, fineMaximum: 30_000 }, {}, ['fine case.fine-above']],
    [{ fine: 30_000, fineMaximum: 30_000 }, {}, []],
    [{ fine: 40_000 }, {}, []],
    [{ fine: 40_001 }, {}, ['fine case.fine-raised']],
    [{}, { facts: { fineMaximum: 50_000 } }, ['fineMaximum case.contradicted']],
    [{}, { facts: { fineMaximum: 100_000, party: 'unit' } }, []],
    [{}, { facts: { party: 'individual' } }, ['party case.contradicted']],
    [{ party: undefined }, { facts: { party: 'individual' } }, []],
    [{ party: undefined }, civil, ['party case.no-party']],
    [{ party: undefined, fine: 0 }, civil, []],
  ])('with %j, %j: %j', (change, around, expected) => {
    expect(wrong(stated, { ...proposal, ...change }, around)).toEqual(expected);
  });

  test('says of a fine above the maximum which clause forbids it', () => {
    expect(flawsOf(stated, { ...proposal, fine: 30_001, fineMaximum: 30_000 })).toMatchObject([
      { params: { document: 'BX', clause: ['(十一)一'], fine: 30_001, maximum: 30_000 } },
    ]);
  });
});

describe('the minutes of a discussion', () => {
  const reviewed = [
    ...upToProposal('archives', { complex: true }),
    ...upToClosing('archives', true).slice(0, 2),
  ];
  const civilReviewed = [
    ...upToProposal('civil-defence', { major: true }),
    ...upToClosing('civil-defence', true).slice(0, 1),
  ];

  test.each([
    [{ participants: ['杨七', '朱八'] }, []],
    [{ participants: ['杨七'] }, ['participants case.discussed-alone']],
    [{ participants: ['杨七', '杨七'] }, ['participants case.discussed-alone']],
    [{ documents: [] }, ['documents stage.papers']],
    [{ filedWith: ['省'] }, ['filedWith stage.incomplete']],
    [{ filedWith: [] }, ['filedWith stage.incomplete']],
    [{ filedWith: ['省', '市', '县'] }, ['filedWith.2 stage.unlisted']],
  ])('of the archives with %j: %j', (change, expected) => {
    expect(wrong(reviewed, { ...discussion('archives'), ...change })).toEqual(expected);
  });

  test('of civil defence hold four parts, and are filed with nobody', () => {
    const minutes = discussion('civil-defence');
    expect(wrong(civilReviewed, minutes, civil)).toEqual([]);
    expect(wrong(civilReviewed, { ...minutes, parts: [1, 2, 3] }, civil)).toEqual(['parts stage.incomplete']);
    expect(wrong(civilReviewed, { ...minutes, filedWith: [1] }, civil)).toEqual([
      'filedWith.0 stage.unlisted',
    ]);
  });
});

describe('the service', () => {
  const decided = [...upToProposal('archives'), ...upToClosing('archives', false).slice(0, 3)];
  const served = { event: 'service', on: '2026-09-28', documents: ['行政处罚决定书'] };

  test.each([
    [{ method: 'personal', receivedBy: '冯某' }, []],
    [{ method: 'personal' }, ['receivedBy case.not-received']],
    [{ method: 'personal', witnesses: ['甲', '乙'] }, []],
    [{ method: 'personal', witnesses: ['甲', '甲'] }, ['receivedBy case.not-received']],
    [{ method: 'lien', witnesses: ['甲'] }, ['witnesses case.witnesses']],
    [{ method: 'lien', witnesses: ['甲', '乙'] }, []],
    [{ method: 'electronic' }, ['electronicConsent case.no-consent']],
    [{ method: 'electronic', electronicConsent: '案卷第12页' }, []],
    [{ method: 'post' }, []],
    [{ method: 'notice' }, []],
    ...['personal', 'lien', 'electronic', 'post', 'notice'].map((method): [object, string[]] => [
      { method, documents: [], receivedBy: '冯某', witnesses: ['甲', '乙'], electronicConsent: '有' },
      ['documents stage.papers'],
    ]),
  ])('with %j: %j', (change, expected) => {
    expect(wrong(decided, { ...served, ...change })).toEqual(expected);
  });

  test('comes before the execution, and that before the closing', () => {
    const closing = { event: 'closing', on: '2026-10-09' };
    const whole = [...upToProposal('archives'), ...upToClosing('archives', false)];
    expect(wrong(through(whole, 'service'), closing)).toEqual(['execution case.no-execution']);
    expect(wrong(through(whole, 'execution'), closing)).toEqual([]);
  });
});
