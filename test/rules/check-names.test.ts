import { describe, expect, test } from 'vitest';
import { checkNames } from '../../shared/rules/reading/check-names.ts';
import type { RuleSource } from '../../shared/rules/schema.ts';
import { vocabulary } from '../../shared/rules/vocabulary.ts';
import { deadlineWith, quotaWith, ruleWith, said } from './one-rule.ts';

/** What a rule names is there: facts of the type that is read, traits, levels, outcomes, readings. */

const names = (rule: RuleSource): string[] => said(checkNames(rule, vocabulary));
const of = (kind: string, more: object = {}) => ({ owedBy: { kind, ...more } });
const yearly = { type: 'yearly', figure: 'due', reports: 'same-year' };

describe('a fact that a deadline names', () => {
  test.each<[string, string, (fact: string) => RuleSource]>([
    [
      'due.event',
      'day',
      (event) => deadlineWith({ type: 'after', event, unit: 'month', figure: 'f' }, of('project')),
    ],
    [
      'due.event',
      'day',
      (event) => deadlineWith({ type: 'before', event, unit: 'month', figure: 'f' }, of('project')),
    ],
    ['due.event', 'instant', (event) => deadlineWith({ type: 'hours', event, figure: 'f' }, of('project'))],
    ['due.since', 'day', (since) => deadlineWith({ ...yearly, since }, of('project'))],
    ['due.until', 'day', (until) => deadlineWith({ ...yearly, until }, of('project'))],
    ['due.notBefore', 'day', (notBefore) => deadlineWith({ ...yearly, notBefore }, of('project'))],
    [
      'metBy.fact',
      'day',
      (fact) => deadlineWith(yearly, { ...of('project'), metBy: { how: 'day-fact', fact } }),
    ],
    [
      'metBy.fact',
      'days',
      (fact) => deadlineWith(yearly, { ...of('project'), metBy: { how: 'day-in-year', fact } }),
    ],
    [
      'metBy.fact',
      'number-by-year',
      (fact) =>
        deadlineWith(yearly, { ...of('project'), metBy: { how: 'number-in-year', fact, figure: 'f' } }),
    ],
  ])('as %s is one of the kind, of type %s', (place, type, rule) => {
    expect(names(rule('nothing'))).toEqual([
      expect.stringMatching(
        new RegExp(`^deadline\\.${place}: kind project has no fact nothing; it has: startedOn, \\w+`, 'u'),
      ),
    ]);
    expect(names(rule('competentDepartment'))).toEqual([
      `deadline.${place}: fact competentDepartment of kind project is of type text; here type ${type} is read`,
    ]);
  });

  test('is taken where it is of the type', () => {
    expect(
      names(deadlineWith({ ...yearly, since: 'startedOn', until: 'archivesAcceptedOn' }, of('project'))),
    ).toEqual([]);
    const ends = { ...of('project'), endedBy: 'archivesAcceptedOn' };
    expect(names(deadlineWith({ type: 'once', figure: 'f' }, ends))).toEqual([]);
    expect(
      names(deadlineWith(yearly, { ...of('government'), metBy: { how: 'day-in-year', fact: 'heardOn' } })),
    ).toEqual([]);
  });

  test('as the end of the duty is one of the kind, of whatever type', () => {
    const ended = (endedBy: string) => names(deadlineWith(yearly, { ...of('project'), endedBy }));
    expect(ended('competentDepartment')).toEqual([]);
    expect(ended('nothing')[0]).toContain('deadline.endedBy: kind project has no fact nothing; it has: ');
  });

  test('of a kind without facts is told so', () => {
    const [said] = names(
      deadlineWith({ type: 'before', event: 'x', unit: 'month', figure: 'f' }, of('equipment')),
    );
    expect(said).toMatch(/^deadline\.due\.event: kind equipment has no fact x; it has: /u);
  });
});

describe('a level', () => {
  const byLevel = (kind: string, ...levels: string[]) =>
    deadlineWith(yearly, {
      ...of(kind),
      metBy: {
        how: 'number-by-level',
        fact: kind === 'government' ? 'archiveFloorArea' : 'acceptanceScore',
        figures: Object.fromEntries(levels.map((level) => [level, 'f'])),
      },
    });

  test('is one of the three', () => {
    expect(names(byLevel('government', 'province', 'city', 'county'))).toEqual([]);
    expect(names(byLevel('government', 'city', 'village'))).toEqual([
      'deadline.metBy.figures.village: there is no level village; known: province, city, county',
    ]);
  });

  test('belongs to a kind that has levels', () => {
    const lacks = 'kind project has no fact level; it has: ';
    expect(names(byLevel('project', 'city')).map((line) => line.slice(0, 50))).toEqual([
      `deadline.metBy.how: ${lacks}`.slice(0, 50),
    ]);
    expect(names(deadlineWith(yearly, of('project', { levels: ['city'] })))).toEqual([
      expect.stringContaining(`deadline.owedBy.levels: ${lacks}`),
    ]);
    expect(names(deadlineWith(yearly, of('government', { levels: ['city'] })))).toEqual([]);
  });
});

describe('who owes a duty', () => {
  test('is of an office where its kind is', () => {
    expect(names(deadlineWith(yearly, of('bureau', { office: 'archives' })))).toEqual([]);
    expect(names(deadlineWith(yearly, of('project', { office: 'archives' })))).toEqual([
      expect.stringContaining('deadline.owedBy.office: kind project has no fact office; it has: '),
    ]);
  });

  test('has traits of its kind', () => {
    expect(
      names(deadlineWith(yearly, of('unit', { anyTrait: ['direct', 'professional-archives'] }))),
    ).toEqual([]);
    expect(names(deadlineWith(yearly, of('unit', { anyTrait: ['direct', 'large'] })))).toEqual([
      expect.stringMatching(
        /^deadline\.owedBy\.anyTrait\.1: kind unit has no trait large; it has: direct, \w+/u,
      ),
    ]);
    expect(names(deadlineWith(yearly, of('project', { anyTrait: ['direct'] })))).toEqual([
      'deadline.owedBy.anyTrait.0: kind project has no trait direct; it has: none',
    ]);
  });
});

describe('a period after an event', () => {
  const after = (event: object) =>
    names(deadlineWith({ type: 'after', unit: 'month', figure: 'f', ...event }, of('project')));

  test('names a fact or a day, and not both', () => {
    expect(after({ event: 'startedOn' })).toEqual([]);
    expect(after({ eventDay: '2015-03-24' })).toEqual([]);
    const either = 'deadline.due: name either event or eventDay';
    expect(after({})).toEqual([either]);
    expect(after({ event: 'startedOn', eventDay: '2015-03-24' })).toEqual([either]);
  });
});

test('a rule of what checks find is called rectification, and no other need be', () => {
  expect(names(deadlineWith({ type: 'finding' }))).toEqual([
    'id: a rule of due type finding is called rectification',
  ]);
  expect(names(deadlineWith({ type: 'finding' }, {}, { id: 'rectification' }))).toEqual([]);
  expect(names(deadlineWith(yearly))).toEqual([]);
});

test('whoever is told besides is a project’s competent department', () => {
  const told = (kind: string, ...tell: string[]) => names(deadlineWith(yearly, { ...of(kind), tell }));
  const nobody = (who: string) => `nobody can be told as ${who}; known: 项目主管部门, for projects`;
  expect(told('project', '项目主管部门')).toEqual([]);
  expect(told('project', '项目主管部门', '别的部门')).toEqual([`deadline.tell.1: ${nobody('别的部门')}`]);
  expect(told('unit', '项目主管部门')).toEqual([`deadline.tell.0: ${nobody('项目主管部门')}`]);
});

describe('whoever a quota counts', () => {
  const population = (kind: string, more: object) =>
    names(quotaWith({ population: { kind, flow: false, ...more } }));

  test('has traits of its kind', () => {
    expect(population('unit', { anyTrait: ['direct'] })).toEqual([]);
    expect(population('unit', { anyTrait: ['direct', 'large'] })).toEqual([
      expect.stringContaining('quota.population.anyTrait.1: kind unit has no trait large; it has: direct, '),
    ]);
  });

  test('has outcomes of its kind', () => {
    expect(population('reconsideration-decision', { outcomes: ['revoked'] })).toEqual([]);
    expect(population('reconsideration-decision', { outcomes: ['revoked', 'annulled'] })).toEqual([
      expect.stringMatching(
        /^quota\.population\.outcomes\.1: kind reconsideration-decision has no outcome annulled; known: \w.*revoked/u,
      ),
    ]);
    expect(population('unit', { outcomes: ['revoked'] })).toEqual([
      'quota.population.outcomes.0: kind unit has no outcome revoked; known: none',
    ]);
  });
});

describe('a reading', () => {
  const reading = (name: string, ...ids: string[]) =>
    names(
      ruleWith({
        readings: { [name]: { default: ids[0], options: ids.map((id) => ({ id, text: '读法' })) } },
      }),
    );

  test.each([
    ['event', ['discovered', 'occurred']],
    ['count', ['calendar-days', 'working-days']],
    ['first', ['opening-form-due', 'started-on']],
    ['population', ['units', 'equipment']],
  ])('%s has the options %j, and no other', (name, options) => {
    expect(reading(name, ...options)).toEqual([]);
    expect(reading(name, ...options, 'whenever')).toEqual([
      `readings.${name}.options.2.id: reading ${name} has no option whenever; known: ${options.join(', ')}`,
    ]);
  });

  test('that nothing is computed with is refused', () => {
    expect(reading('mood', 'good', 'bad')).toEqual([
      'readings.mood: there is no reading mood; known: event, count, first, population',
    ]);
  });
});
