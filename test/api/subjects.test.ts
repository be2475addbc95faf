import { describe, expect, test } from 'vitest';
import * as answers from '../../shared/contract/answers.ts';
import { factTables } from '../../shared/domain/register/fact-tables.ts';
import { kinds as vocabulary } from '../../shared/vocabulary/kinds.ts';
import { subjectKind, type SubjectKind } from '../../shared/rules/schema.ts';
import { bureauOf } from '../support/bureaus/bureau.ts';
import { sharedServer } from '../support/product/server.ts';

const shared = sharedServer('2026-03-02T08:00:00+08:00', (server) => bureauOf(server, 'baixiang'));

/** Every fact that a kind of subject may have, as the public contract lists them. */
const everyFact: Readonly<Record<Exclude<SubjectKind, 'bureau'>, Readonly<Record<string, unknown>>>> = {
  unit: {
    professionalCatalogueSince: '2020-01-01',
    volumes: 1200,
    address: '柏乡县槐阳大街1号',
    representative: '赵一',
  },
  project: {
    startedOn: '2025-03-01',
    plannedCompletionAcceptanceOn: '2027-03-01',
    archivesAcceptedOn: '2026-12-01',
    acceptanceScore: 84.5,
    selfScore: 80,
    competentDepartment: '县住建局',
  },
  equipment: {},
  'civil-defence-work': { approvedUse: '地下车库', builtOn: '2012-06-01' },
  permit: { grantedOn: '2026-01-05', permitKind: 'copies' },
  case: {
    office: 'civil-defence',
    occurredOn: '2026-02-01',
    discoveredOn: '2026-02-20',
    evidenceSecuredAt: '2026-02-20T15:30:00+08:00',
    filedOn: '2026-02-25',
    party: 'individual',
    fine: 4999.5,
    fineMaximum: 5000,
    major: false,
  },
  'compilation-task': { plannedOn: '2026-06-30', deliveredOn: '2026-06-01' },
  'reconsideration-decision': { decidedOn: '2026-02-02', outcome: 'duty-ordered' },
  'enforcement-organ': {},
  archivist: { startedWorkOn: '2025-01-01', certifiedOn: '2024-12-01', classHours: { 2025: 42, 2026: 8 } },
  government: { level: 'county', archiveFloorArea: 5200, heardOn: ['2025-05-05', '2026-01-06'] },
};
const kinds = subjectKind.options.filter((kind) => kind !== 'bureau');

describe('a subject of every kind', () => {
  test.each(kinds)('%s is entered with all its facts and traits, and read back', async (kind) => {
    const { officer, path } = shared().scene;
    const body = {
      kind,
      name: `样例 ${kind}`,
      code: `FULL-${kind}`,
      traits: vocabulary[kind].traits,
      facts: everyFact[kind],
      contacts: [{ name: '张三', email: 'zhangsan@unit.example.com', mobile: '13800000001', role: '档案员' }],
    };
    const entered = await officer.send(answers.subject, 'POST', `${path}/subjects`, body);
    expect(entered).toEqual({
      ...body,
      id: entered.id,
      jurisdiction: 'baixiang',
      createdAt: '2026-03-02T08:00:00+08:00',
      version: 1,
    });
    expect(await officer.get(answers.subject, `${path}/subjects/${entered.id}`)).toEqual(entered);
  });

  test.each(kinds)('%s takes no fact but its own', async (kind) => {
    const { officer, path } = shared().scene;
    expect(Object.keys(everyFact[kind]).sort()).toEqual(Object.keys(factTables[kind].shape).sort());
    const body = { kind, name: 'x', facts: { colour: 'red' } };
    const problem = await officer.refused(400, 'POST', `${path}/subjects`, body);
    const known = Object.keys(factTables[kind].shape).join(', ') || 'none';
    expect(problem.errors).toMatchObject([
      { path: 'facts.colour', message: `unknown fact of a ${kind}; known: ${known}` },
    ]);
  });

  test.each(kinds)('%s takes no trait but its own', async (kind) => {
    const { officer, path } = shared().scene;
    const body = { kind, name: 'x', traits: [...vocabulary[kind].traits, 'shiny'] };
    const problem = await officer.refused(400, 'POST', `${path}/subjects`, body);
    expect(problem.errors?.[0]?.path).toBe(`traits.${vocabulary[kind].traits.length}`);
    expect(problem.errors?.[0]?.message).toContain(`unknown trait of a ${kind}: shiny; known: `);
  });

  test('needs no more than a kind and a name', async () => {
    const unit = await shared().scene.enter({ kind: 'unit', name: '  县志办  ' });
    expect(unit).toMatchObject({ name: '县志办', traits: [], facts: {}, contacts: [] });
    expect(unit).not.toHaveProperty('code');
  });
});

describe('the bureau’s own subjects', () => {
  test('are there from the start, one an office', async () => {
    const { officer, path } = shared().scene;
    const found = await officer.all(answers.subject, `${path}/subjects?kind=bureau`);
    expect(found.map(({ name, facts }) => [name, facts])).toEqual([
      ['柏乡县档案局', { office: 'archives' }],
      ['柏乡县人防办', { office: 'civil-defence' }],
      ['柏乡县法制办', { office: 'legal-affairs' }],
    ]);
  });

  test('are neither entered, nor retired, nor given to another office', async () => {
    const { officer, path } = shared().scene;
    const [own] = await officer.all(answers.subject, `${path}/subjects?kind=bureau`);
    const refusal = async (...[method, rest, body]: ['POST' | 'PATCH' | 'DELETE', string, object]) =>
      (await officer.refused(422, method, `${path}/subjects${rest}`, body)).errors?.[0]?.path;
    expect(await refusal('POST', '', { kind: 'bureau', name: '第二档案局' })).toBe('kind');
    expect(await refusal('DELETE', `/${own?.id ?? ''}`, {})).toBe('id');
    expect(await refusal('PATCH', `/${own?.id ?? ''}`, { facts: { office: 'civil-defence' } })).toBe(
      'facts.office',
    );
  });

  test('take contacts, to whom the bureau’s own alerts go', async () => {
    const { officer, path, patch } = shared().scene;
    const [own] = await officer.all(answers.subject, `${path}/subjects?kind=bureau`);
    const contacts = [{ name: '值班室', email: 'duty@bureau.example.com' }];
    expect(await patch(own?.id ?? '', { contacts })).toMatchObject({ contacts, version: 2 });
  });
});

describe('facts that cannot be', () => {
  test.each([
    [
      'project',
      { startedOn: '2026-02-30' },
      'facts.startedOn',
      'this is not a day: write YYYY-MM-DD, for instance 2026-09-30',
    ],
    [
      'project',
      { startedOn: '2025-02-29' },
      'facts.startedOn',
      'this is not a day: write YYYY-MM-DD, for instance 2026-09-30',
    ],
    [
      'project',
      { startedOn: '2026-3-1' },
      'facts.startedOn',
      'this is not a day: write YYYY-MM-DD, for instance 2026-09-30',
    ],
    [
      'project',
      { startedOn: '1889-01-01' },
      'facts.startedOn',
      'outside the calendar: days from 1990-01-01 to 2070-12-31 are known',
    ],
    ['project', { acceptanceScore: 100.5 }, 'facts.acceptanceScore', 'too big: at most 100'],
    ['project', { selfScore: '75' }, 'facts.selfScore', 'expected number'],
    [
      'case',
      { evidenceSecuredAt: '2026-02-20T15:30:00' },
      'facts.evidenceSecuredAt',
      'this is not an instant: write ISO 8601 with an offset, for instance 2026-09-30T09:00:00+08:00',
    ],
    ['case', { party: 'company' }, 'facts.party', 'expected one of individual, unit'],
    [
      'government',
      { heardOn: ['2026-01-06', '2026-02-30'] },
      'facts.heardOn.1',
      'this is not a day: write YYYY-MM-DD, for instance 2026-09-30',
    ],
    ['archivist', { classHours: { last: 40 } }, 'facts.classHours.last', 'a year, for instance 2026'],
    ['unit', { volumes: -1 }, 'facts.volumes', 'too small: at least 0'],
  ] as const)('are refused with their place: a %s with %j', async (kind, facts, path, message) => {
    const { officer, path: jurisdiction } = shared().scene;
    const problem = await officer.refused(400, 'POST', `${jurisdiction}/subjects`, {
      kind,
      name: 'x',
      facts,
    });
    expect(problem.errors).toMatchObject([{ path, message }]);
    expect(problem.detail).toBe(message);
  });

  test.each([
    [
      'project',
      { startedOn: '2026-02-01', archivesAcceptedOn: '2026-01-31' },
      'archivesAcceptedOn',
      'the archives cannot be accepted before the project starts; correct one of them',
    ],
    [
      'project',
      { startedOn: '2026-02-01', plannedCompletionAcceptanceOn: '2026-01-31' },
      'plannedCompletionAcceptanceOn',
      'completion cannot be planned before the project starts; correct one of them',
    ],
    [
      'case',
      { occurredOn: '2026-02-01', discoveredOn: '2026-01-31' },
      'discoveredOn',
      'a case cannot come to light before it occurred; correct one of them',
    ],
    [
      'case',
      { discoveredOn: '2026-02-01', filedOn: '2026-01-31' },
      'filedOn',
      'a case cannot be filed before it came to light; correct one of them',
    ],
  ] as const)('contradict each other: a %s with %j', async (kind, facts, fact, reason) => {
    const { officer, path } = shared().scene;
    const problem = await officer.refused(422, 'POST', `${path}/subjects`, { kind, name: 'x', facts });
    expect(problem.errors?.[0]).toMatchObject({ path: `facts.${fact}` });
    expect(problem.errors?.[0]?.message).toContain(reason);
  });

  test('on one and the same day do not', async () => {
    const facts = { startedOn: '2026-02-01', archivesAcceptedOn: '2026-02-01' };
    await shared().scene.enter({ kind: 'project', name: '一日工程', facts });
  });
});

describe('a code', () => {
  test('is taken once in a kind and jurisdiction, and free in another', async () => {
    const { officer, path, enter } = shared().scene;
    await enter({ kind: 'unit', name: '县教育局', code: 'EDU' });
    const problem = await officer.refused(409, 'POST', `${path}/subjects`, {
      kind: 'unit',
      name: '又一教育局',
      code: 'EDU',
    });
    const message = 'the code EDU belongs to another unit here; codes are unique and cannot change';
    expect(problem.errors).toMatchObject([{ path: 'code', message }]);
    await enter({ kind: 'project', name: '教育局大楼', code: 'EDU' });
    await (
      await bureauOf(shared().server, 'shexian')
    ).enter({ kind: 'unit', name: '涉县教育局', code: 'EDU' });
    const units = await officer.all(answers.subject, `${path}/subjects?kind=unit&q=EDU`);
    expect(units.map(({ name }) => name)).toEqual(['县教育局']);
  });

  test('cannot change; the same one may be sent along', async () => {
    const { officer, path, enter, patch } = shared().scene;
    const unit = await enter({ kind: 'unit', name: '县卫健局', code: 'HLT' });
    const problem = await officer.refused(422, 'PATCH', `${path}/subjects/${unit.id}`, { code: 'HLTH' });
    const message = 'a code cannot change; retire the subject and enter its successor';
    expect(problem.errors).toMatchObject([{ path: 'code', message }]);
    expect(await patch(unit.id, { code: 'HLT', name: '县卫生健康局' })).toMatchObject({
      code: 'HLT',
      version: 2,
    });
  });
});
