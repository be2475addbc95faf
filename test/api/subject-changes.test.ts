import { describe, expect, test } from 'vitest';
import * as answers from '../../shared/contract/answers.ts';
import { bureauOf, contactAt, registrationAfterStart, selfInspection } from '../support/bureaus/bureau.ts';
import { sharedServer } from '../support/product/server.ts';

const shared = sharedServer('2026-03-02T08:00:00+08:00', (server) => bureauOf(server, 'hongjiang'));

describe('a change of a subject', () => {
  test('merges facts, takes one away with null, and leaves the rest alone', async () => {
    const { enter, patch } = shared().scene;
    const facts = { startedOn: '2026-01-15', competentDepartment: '区住建局' };
    const project = await enter({ kind: 'project', name: '桥', facts, contacts: [contactAt('Qiao')] });
    const more = await patch(project.id, { facts: { selfScore: 78 } });
    expect(more).toEqual({ ...project, facts: { ...facts, selfScore: 78 }, version: 2 });
    const less = await patch(project.id, { facts: { competentDepartment: null, selfScore: 79 } });
    expect(less).toEqual({ ...project, facts: { startedOn: '2026-01-15', selfScore: 79 }, version: 3 });
  });

  test('replaces traits and contacts as a whole', async () => {
    const { enter, patch } = shared().scene;
    const unit = await enter({ kind: 'unit', name: '局', traits: ['direct'], contacts: [contactAt('Ju')] });
    const next = await patch(unit.id, { traits: ['enterprise', 'enterprise'], contacts: [] });
    expect(next).toMatchObject({ traits: ['enterprise'], contacts: [] });
  });

  test('may take nothing that the tables do not have, nor contradict what is known', async () => {
    const { enter, officer, path } = shared().scene;
    const project = await enter({ kind: 'project', name: '路', facts: { startedOn: '2026-01-15' } });
    const refusal = async (status: number, body: object) =>
      (await officer.refused(status, 'PATCH', `${path}/subjects/${project.id}`, body)).errors?.[0]?.path;
    expect(await refusal(400, { facts: { begunOn: '2026-01-01' } })).toBe('facts.begunOn');
    expect(await refusal(400, { facts: { startedOn: '2026-02-30' } })).toBe('facts.startedOn');
    expect(await refusal(400, { traits: ['direct'] })).toBe('traits.0');
    expect(await refusal(400, { kind: 'unit' })).toBe('kind');
    expect(await refusal(400, { name: '' })).toBe('name');
    expect(await refusal(422, { facts: { archivesAcceptedOn: '2026-01-14' } })).toBe(
      'facts.archivesAcceptedOn',
    );
    expect(await officer.get(answers.subject, `${path}/subjects/${project.id}`)).toEqual(project);
  });

  test('of two at once only one goes through', async () => {
    const { enter, officer, path } = shared().scene;
    const unit = await enter({ kind: 'unit', name: '两人同时' });
    const asked = (name: string) => ({ body: { name }, headers: { 'if-match': '"1"' } });
    const both = await Promise.all(
      ['甲', '乙'].map((name) => officer.ask('PATCH', `${path}/subjects/${unit.id}`, asked(name))),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});

describe('a parent', () => {
  test('must be there, be another one, and not be retired', async () => {
    const { enter, officer, path } = shared().scene;
    const unit = await enter({ kind: 'unit', name: '主管单位' });
    const gone = await enter({ kind: 'unit', name: '撤销单位' });
    await officer.send(answers.subject, 'DELETE', `${path}/subjects/${gone.id}`, {});
    const refusal = async (parentId: string) => {
      const entry = { kind: 'project', name: 'x', parentId };
      const [created, changed] = [
        await officer.refused(422, 'POST', `${path}/subjects`, entry),
        await officer.refused(422, 'PATCH', `${path}/subjects/${unit.id}`, { parentId }),
      ];
      expect(changed.errors).toEqual(created.errors);
      return created.errors;
    };
    const own = await officer.refused(422, 'PATCH', `${path}/subjects/${unit.id}`, { parentId: unit.id });
    expect(own.errors).toMatchObject([{ path: 'parentId', message: 'a subject cannot be its own parent' }]);
    expect(await refusal('nobody')).toMatchObject([
      {
        path: 'parentId',
        message: 'there is no subject nobody in this jurisdiction; enter the parent first',
      },
    ]);
    expect(await refusal(gone.id)).toMatchObject([
      { path: 'parentId', message: '撤销单位 was retired on 2026-03-02' },
    ]);
  });

  test('that is below the subject already is refused, however long the chain is', async () => {
    const { enter, officer, patch, path } = shared().scene;
    const units = [await enter({ kind: 'unit', name: '环一' })];
    for (const name of ['环二', '环三', '环四'])
      units.push(await enter({ kind: 'unit', name, parentId: units.at(-1)?.id ?? '' }));
    const [top] = units;
    for (const below of units.slice(1)) {
      const change = { parentId: below.id };
      const problem = await officer.refused(422, 'PATCH', `${path}/subjects/${top?.id ?? ''}`, change);
      expect(problem.errors).toMatchObject([
        {
          path: 'parentId',
          message: `${below.name} is below this subject already: choose a parent that is not`,
        },
      ]);
    }
    const [, second, , last] = units;
    await patch(last?.id ?? '', { parentId: top?.id ?? '' });
    expect((await patch(second?.id ?? '', { parentId: last?.id ?? '' })).parentId).toBe(last?.id);
  });

  test('of another jurisdiction is not there', async () => {
    const shexian = await bureauOf(shared().server, 'shexian');
    const unit = await shexian.enter({ kind: 'unit', name: '涉县教育局' });
    const { officer, path } = shared().scene;
    const problem = await officer.refused(422, 'POST', `${path}/subjects`, {
      kind: 'project',
      name: 'x',
      parentId: unit.id,
    });
    expect(problem.detail).not.toContain('涉县');
  });

  test('that changes takes the child from one unit’s sight to the other’s', async () => {
    const { enter, patch, unit } = shared().scene;
    const [first, second] = [
      await enter({ kind: 'unit', name: '甲' }),
      await enter({ kind: 'unit', name: '乙' }),
    ];
    const child = await enter({
      kind: 'project',
      name: '移交工程',
      parentId: first.id,
      facts: { startedOn: '2026-01-15' },
    });
    const seen = async (id: string): Promise<string[]> => {
      const client = await unit(id);
      const subjects = await client.all(answers.subject, `${shared().scene.path}/subjects`);
      const duties = await client.all(answers.obligation, `${shared().scene.path}/obligations`);
      return [...subjects.map(({ name }) => name), ...new Set(duties.map(({ subjectId }) => subjectId))];
    };
    expect([await seen(first.id), await seen(second.id)]).toEqual([[child.name, '甲', child.id], ['乙']]);
    await patch(child.id, { parentId: second.id });
    expect([await seen(first.id), await seen(second.id)]).toEqual([['甲'], [child.name, '乙', child.id]]);
    expect(await patch(child.id, { parentId: null })).not.toHaveProperty('parentId');
    expect([await seen(first.id), await seen(second.id)]).toEqual([['甲'], ['乙']]);
  });
});

describe('a subject that is retired', () => {
  test('ends its open duties, keeps those that were met, and its record', async () => {
    const { enter, act, obligation, obligations, officer, path } = shared().scene;
    const unit = await enter({ kind: 'unit', name: '合并单位', code: 'OLD', traits: ['backup-register'] });
    const successor = await enter({ kind: 'unit', name: '新单位', code: 'NEW' });
    const done = await obligation(unit.id, selfInspection, '2025');
    await act(done.id, 'fulfilment', { on: '2026-03-01' });
    const body = { on: '2026-02-28', successorId: successor.id };
    const retired = await officer.send(answers.subject, 'DELETE', `${path}/subjects/${unit.id}`, body);
    expect(retired).toMatchObject({ retiredOn: '2026-02-28', successorId: successor.id, version: 2 });
    const left = await obligations({ subjectId: unit.id });
    expect(left.map(({ period, status, nextActionAt }) => [period, status, nextActionAt])).toEqual([
      ['2025', 'fulfilled', null],
      ['2026', 'superseded', null],
    ]);
    expect(await officer.get(answers.subject, `${path}/subjects/${unit.id}`)).toEqual(retired);
    await officer.refused(409, 'POST', `${path}/subjects`, { kind: 'unit', name: '旧号新单位', code: 'OLD' });
  });

  test('changes no more', async () => {
    const { enter, officer, path } = shared().scene;
    const unit = await enter({ kind: 'unit', name: '撤销的局' });
    await officer.send(answers.subject, 'DELETE', `${path}/subjects/${unit.id}`);
    const again = await officer.refused(409, 'DELETE', `${path}/subjects/${unit.id}`, {});
    expect(again.detail).toBe('already retired on 2026-03-02');
    const patched = await officer.refused(409, 'PATCH', `${path}/subjects/${unit.id}`, { name: 'x' });
    expect(patched.detail).toBe('撤销的局 was retired on 2026-03-02; its record stays as it is');
  });

  test.each([
    [422, { on: '2026-03-03' }, 'on', 'this day is in the future: retire the subject on the day itself'],
    [
      422,
      { successorId: 'nobody' },
      'successorId',
      'there is no other subject with this id in this jurisdiction',
    ],
    [400, { on: '2026-02-30' }, 'on', 'this is not a day: write YYYY-MM-DD, for instance 2026-09-30'],
    [400, { reason: 'x' }, 'reason', 'unknown field: remove it'],
  ])('is not where the request is wrong: %i %j', async (status, body, field, message) => {
    const { enter, officer, path } = shared().scene;
    const unit = await enter({ kind: 'unit', name: '仍在' });
    const problem = await officer.refused(status, 'DELETE', `${path}/subjects/${unit.id}`, body);
    expect(problem.errors).toMatchObject([{ path: field, message }]);
    expect(await officer.get(answers.subject, `${path}/subjects/${unit.id}`)).toEqual(unit);
  });

  test('cannot have a successor whose successors lead back to it', async () => {
    const { enter, officer, path } = shared().scene;
    const [one, two, three] = [
      await enter({ kind: 'unit', name: '并一' }),
      await enter({ kind: 'unit', name: '并二' }),
      await enter({ kind: 'unit', name: '并三' }),
    ];
    const retire = (id: string, successorId: string) =>
      officer.send(answers.subject, 'DELETE', `${path}/subjects/${id}`, { successorId });
    await retire(one.id, two.id);
    await retire(two.id, three.id);
    const problem = await officer.refused(422, 'DELETE', `${path}/subjects/${three.id}`, {
      successorId: one.id,
    });
    expect(problem.errors).toMatchObject([
      { path: 'successorId', message: 'this subject is its successor: name one that still exists' },
    ]);
  });

  test('cannot be its own successor', async () => {
    const { enter, officer, path } = shared().scene;
    const unit = await enter({ kind: 'unit', name: '自己' });
    await officer.refused(422, 'DELETE', `${path}/subjects/${unit.id}`, { successorId: unit.id });
  });
});

describe('the list of subjects', () => {
  const names = async (query: string): Promise<string[]> => {
    const { officer, path } = shared().scene;
    return (await officer.all(answers.subject, `${path}/subjects?${query}`)).map(({ name }) => name);
  };

  test('is filtered by kind, by trait and by words of name or code', async () => {
    const { enter } = shared().scene;
    await enter({ kind: 'unit', name: '林业局档案室', code: 'Forest-1', traits: ['vital-database'] });
    await enter({ kind: 'equipment', name: '林业局服务器', code: 'srv-forest', traits: ['key-monitored'] });
    expect(await names(`q=${encodeURIComponent('林业')}`)).toEqual(['林业局服务器', '林业局档案室']);
    expect(await names('q=FOREST')).toEqual(['林业局服务器', '林业局档案室']);
    expect(await names('q=forest&kind=unit')).toEqual(['林业局档案室']);
    expect(await names('trait=vital-database')).toEqual(['林业局档案室']);
    expect(await names('q=forest&trait=vital-database&kind=equipment')).toEqual([]);
    expect(await names('kind=permit')).toEqual([]);
  });

  test('comes page by page, each subject once, with a filter too', async () => {
    const { enter, officer, path } = shared().scene;
    for (let index = 1; index <= 7; index += 1)
      await enter({ kind: 'archivist', name: `档案员${index}`, code: `P${index}` });
    const pages: string[][] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const query: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const page = await officer.get(
        answers.listOf(answers.subject),
        `${path}/subjects?q=${encodeURIComponent('档案员')}&limit=3${query}`,
      );
      pages.push(page.items.map(({ code }) => code ?? ''));
      cursor = page.nextCursor;
    }
    expect(pages).toEqual([['P1', 'P2', 'P3'], ['P4', 'P5', 'P6'], ['P7']]);
    expect(await names('kind=archivist&limit=2')).toHaveLength(7);
  });
});

test('what is entered is planned at once, and what is wrong is not entered at all', async () => {
  const { enter, obligations, officer, path } = shared().scene;
  const project = await enter({ kind: 'project', name: '新项目', facts: { startedOn: '2026-01-15' } });
  expect((await obligations({ subjectId: project.id })).map(({ ruleId }) => ruleId)).toContain(
    registrationAfterStart,
  );
  const count = async () => (await officer.all(answers.subject, `${path}/subjects`)).length;
  const before = await count();
  await officer.refused(400, 'POST', `${path}/subjects`, { kind: 'unit', name: 'x', traits: ['shiny'] });
  expect(await count()).toBe(before);
});
