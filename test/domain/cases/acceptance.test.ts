import { describe, expect, test } from 'vitest';
import {
  acceptanceEventOf,
  acceptanceFileOf,
  acceptanceFlaws,
  acceptanceRulesOf,
  gradeOf,
  type AcceptanceRules,
  type AcceptanceWorld,
} from '../../../shared/domain/cases/acceptance.ts';
import { eventBody, isAcceptance, isCase, type AcceptanceBody } from '../../../shared/domain/cases/event.ts';
import { acceptanceAfter } from '../../../shared/domain/cases/state.ts';
import { instant } from '../../../shared/domain/time/instant.ts';
import { rulebookOf } from '../../../shared/rules/catalogue.ts';
import { withProjects } from '../../support/deadlines/examples.ts';

/** The acceptance of a key project’s archives: HJ 三(一)四(四), 五(三); SX 三(一)五(四), 四(三); BX (六)四(四), 五(三). */

const PASS = 75;
const nobody = { figures: {}, readings: {} };

function rulesOf(jurisdiction: string): AcceptanceRules {
  const rules = acceptanceRulesOf(rulebookOf(jurisdiction), '2026-09-07');
  if (!rules) throw new Error(`no acceptance in ${jurisdiction}`);
  return rules;
}

function bodyOf(given: object): AcceptanceBody {
  const body = eventBody.parse(given);
  if (!isAcceptance(body)) throw new Error(body.event);
  return body;
}

const application = { event: 'application', on: '2026-09-07', parts: [1, 2, 3, 4, 5, 6], selfScore: 88.5 };
const group = {
  event: 'group',
  chair: '甲',
  members: [
    { name: '甲', from: '区档案局' },
    { name: '乙', from: '区重点办' },
  ],
};
const meeting = {
  event: 'meeting',
  on: '2026-09-08',
  steps: [1, 2, 3, 4, 5],
  reports: ['建设', '施工', '设计', '监理'],
};
const score = (given: number): object => ({ event: 'score', score: given });
const opinion = { event: 'opinion', on: '2026-09-09' };

const fileAfter = (...events: object[]) =>
  acceptanceFileOf(
    events.map((body) => ({
      at: instant('2026-09-09T12:00:00+08:00'),
      by: { role: 'bureau-officer', sub: 'o' },
      body: bodyOf(body),
    })),
    PASS,
  );

const world: AcceptanceWorld = {
  rules: rulesOf('hongjiang'),
  choices: nobody,
  now: instant('2026-09-10T12:00:00+08:00'),
  startedOn: '2026-01-15',
  area: '洪江区',
};

const wrong = (before: object[], body: object, change: Partial<AcceptanceWorld> = {}): string[] =>
  acceptanceFlaws(bodyOf(body), fileAfter(...before), { ...world, ...change }).map(
    ({ path, code }) => `${path} ${code}`,
  );

describe('what an acceptance has come to', () => {
  test.each([
    [[], { stage: 'not-applied', attempt: 0 }],
    [[application], { stage: 'applied', attempt: 1, appliedOn: '2026-09-07', selfScore: 88.5 }],
    [[application, group], { stage: 'prepared', group: { chair: '甲' } }],
    [[application, group, meeting], { stage: 'met', metOn: '2026-09-08' }],
    [[application, group, meeting, score(80)], { stage: 'scored', score: 80 }],
    [
      [application, group, meeting, score(60), score(75), opinion],
      { stage: 'accepted', score: 75, opinionOn: '2026-09-09' },
    ],
    [[application, group, meeting, score(74.99), opinion], { stage: 'failed', score: 74.99 }],
  ])('after %j', (events, holds) => {
    expect(fileAfter(...events)).toMatchObject(holds);
  });

  test('applied for again it begins anew, and counts the attempts', () => {
    const failed = [application, group, meeting, score(60), opinion];
    expect(fileAfter(...failed, { ...application, on: '2026-09-10', selfScore: 90 })).toEqual({
      stage: 'applied',
      attempt: 2,
      appliedOn: '2026-09-10',
      selfScore: 90,
    });
  });

  test('withdrawn it was not applied for', () => {
    const withdrawn = { event: 'withdraw-application', reason: '材料不齐' };
    expect(fileAfter(application, group, withdrawn)).toEqual({ stage: 'not-applied', attempt: 1 });
  });

  test('an opinion without a score fails', () => {
    expect(acceptanceEventOf(bodyOf(opinion), fileAfter(application, group, meeting), PASS)).toBe(
      'opinion-failed',
    );
    expect(acceptanceEventOf(bodyOf(opinion), fileAfter(application, group, meeting, score(75)), PASS)).toBe(
      'opinion-passed',
    );
    expect(acceptanceEventOf(bodyOf(group), fileAfter(), PASS)).toBe('group');
  });

  test('after the meeting nothing is withdrawn, and what is accepted is over', () => {
    expect(acceptanceAfter('met', 'withdraw-application')).toBeUndefined();
    expect(acceptanceAfter('accepted', 'application')).toBeUndefined();
  });
});

test.each(withProjects)('the grades of %s: under 75, up to 85, and from 85', (jurisdiction) => {
  const grades = [0, 74.99, 75, 84.99, 85, 100].map((given) => gradeOf(given, rulesOf(jurisdiction), nobody));
  expect(grades).toEqual(['failed', 'failed', 'passed', 'passed', 'excellent', 'excellent']);
});

test('a jurisdiction without key projects accepts none', () => {
  expect(acceptanceRulesOf(rulebookOf('luquan'), '2026-09-07')).toBeUndefined();
});

test('the events of a case are none of an acceptance', () => {
  expect([isCase(bodyOf(opinion)), isAcceptance({ event: 'closing' }), isCase({ event: 'closing' })]).toEqual(
    [false, false, true],
  );
});

describe('an application', () => {
  test.each([
    [{}, []],
    [{ parts: [1, 2, 3, 4, 5] }, ['parts stage.incomplete']],
    [{ parts: [1, 2, 3, 4, 5, 6, 7] }, ['parts.6 stage.unlisted']],
    [{ selfScore: undefined }, ['selfScore acceptance.no-self-score']],
    [{ selfScore: 74.99 }, ['selfScore acceptance.self-score-low']],
    [{ selfScore: 75 }, []],
    [{ selfScore: 100 }, []],
    [{ selfScore: 100.5 }, ['selfScore acceptance.score']],
    [{ selfScore: -1 }, ['selfScore acceptance.score']],
    [{ on: '2026-09-10' }, []],
    [{ on: '2026-09-11' }, ['on stage.future']],
    [{ on: '2026-01-15' }, []],
    [{ on: '2026-01-14' }, ['on stage.before']],
  ])('with %j: %j', (change, expected) => {
    expect(wrong([], { ...application, ...change })).toEqual(expected);
  });

  test('of a project whose start nobody knows is taken', () => {
    expect(wrong([], { ...application, on: '2015-01-01' }, { startedOn: undefined })).toEqual([]);
  });

  test('is not from before the opinion that failed the one before', () => {
    const failed = [application, group, meeting, score(60), opinion];
    expect(wrong(failed, { ...application, on: '2026-09-08' })).toEqual(['on stage.before']);
    expect(wrong(failed, { ...application, on: '2026-09-09' })).toEqual([]);
  });
});

describe('the group', () => {
  const from = (...bodies: string[]) => ({
    event: 'group',
    chair: '0',
    members: bodies.map((body, index) => ({ name: String(index), from: body })),
  });
  const applied = [application];

  test.each([
    [['区档案局', '区重点办'], []],
    [['洪江区档案局', '怀化市洪江区重点办'], []],
    [['鹤城区档案局', '区重点办'], ['members acceptance.absent']],
    [['区档案局', '怀化市档案局'], ['members acceptance.absent']],
    [['区重点办'], ['members acceptance.absent']],
  ])('from %j: %j', (bodies, expected) => {
    expect(wrong(applied, from(...bodies))).toEqual(expected);
  });

  test.each([
    ['shexian', '涉县'],
    ['baixiang', '柏乡县'],
  ])('in %s is from whom it will: the list names no second body', (jurisdiction, area) => {
    const elsewhere = { rules: rulesOf(jurisdiction), area };
    expect(wrong(applied, from('县发展和改革局'), elsewhere)).toEqual([]);
  });

  test('has its chair among its members, and each of them once', () => {
    expect(wrong(applied, { ...group, chair: '丙' })).toEqual(['chair acceptance.chair']);
    const twice = { ...group, members: [...group.members, { name: '甲', from: '区重点办' }] };
    expect(wrong(applied, twice)).toEqual(['members acceptance.member-twice']);
  });
});

describe('whoever is refused', () => {
  const told = (before: object[], body: object) => acceptanceFlaws(bodyOf(body), fileAfter(...before), world);
  const hj = (clause: string) => ({ document: 'HJ', clause: [clause] });

  test.each<[object[], object, object]>([
    [[], { ...application, on: '2026-09-11' }, { when: '2026-09-11' }],
    [[], { ...application, on: '2026-01-14' }, { day: '2026-01-14', milestone: 'start', on: '2026-01-15' }],
    [
      [application, group, meeting, score(60), opinion],
      { ...application, on: '2026-09-08' },
      { day: '2026-09-08', milestone: 'last-opinion', on: '2026-09-09' },
    ],
    [[application, group], { ...meeting, on: '2026-09-06' }, { milestone: 'application', on: '2026-09-07' }],
    [
      [application, group, meeting, score(80)],
      { ...opinion, on: '2026-09-07' },
      { milestone: 'meeting', on: '2026-09-08' },
    ],
    [[], { ...application, selfScore: 74 }, { ...hj('三(一)四(四)'), least: 75, score: 74 }],
    [[application, group, meeting], score(101), { ...hj('三(一)五(三)'), score: 101 }],
    [
      [application],
      { ...group, members: [{ name: '甲', from: '区档案局' }] },
      { absent: ['区重点办'], from: ['区档案局'] },
    ],
  ])('after %j by %j is told %j', (before, body, params) => {
    expect(told(before, body)).toMatchObject([{ params }]);
  });
});

describe('the meeting, the score and the opinion', () => {
  const prepared = [application, group];

  test.each([
    [{}, []],
    [{ on: '2026-09-07' }, []],
    [{ on: '2026-09-06' }, ['on stage.before']],
    [{ on: '2026-09-11' }, ['on stage.future']],
    [{ steps: [1, 2, 3, 4] }, ['steps stage.incomplete']],
    [{ reports: ['建设', '施工', '设计'] }, ['reports stage.incomplete']],
  ])('a meeting with %j: %j', (change, expected) => {
    expect(wrong(prepared, { ...meeting, ...change })).toEqual(expected);
  });

  test.each([
    [0, []],
    [100, []],
    [-0.1, ['score acceptance.score']],
    [100.5, ['score acceptance.score']],
  ])('a score of %d: %j', (given, expected) => {
    expect(wrong([...prepared, meeting], score(given))).toEqual(expected);
  });

  test('an opinion follows the meeting; what is withdrawn has no flaw', () => {
    const scored = [...prepared, meeting, score(80)];
    const on = (day: string) => wrong(scored, { ...opinion, on: day });
    expect([on('2026-09-08'), on('2026-09-07'), on('2026-09-11')]).toEqual([
      [],
      ['on stage.before'],
      ['on stage.future'],
    ]);
    expect(wrong([application], { event: 'withdraw-application', reason: '材料不齐' })).toEqual([]);
  });
});
