import { describe, expect, test } from 'vitest';
import * as answers from '../../shared/contract/answers.ts';
import { bureauOf, pathOf, selfInspection } from '../support/bureaus/bureau.ts';
import { importing } from '../support/files/importing.ts';
import { sharedServer } from '../support/product/server.ts';

const shared = sharedServer('2026-03-02T08:00:00+08:00', async (server) => ({
  hongjiang: await bureauOf(server, 'hongjiang'),
  shexian: await bureauOf(server, 'shexian'),
}));
const subjects = `${pathOf('hongjiang')}/subjects`;
const keyed = (key: string, body: object) => ({ body, headers: { 'idempotency-key': key } });

describe('a POST that is repeated under its Idempotency-Key', () => {
  test('is answered as before and enters nothing twice, even without a code', async () => {
    const { officer } = shared().scene.hongjiang;
    const asked = keyed('unit-1', { kind: 'unit', name: '重复录入的单位' });
    const first = await officer.ask('POST', subjects, asked);
    const second = await officer.ask('POST', subjects, asked);
    expect(second.text).toBe(first.text);
    expect(second.status).toBe(201);
    expect(second.headers.get('etag')).toBe(first.headers.get('etag'));
    expect([first, second].map(({ headers }) => headers.get('idempotent-replayed'))).toEqual([null, 'true']);
    expect(
      await officer.all(answers.subject, `${subjects}?q=${encodeURIComponent('重复录入')}`),
    ).toHaveLength(1);
  });

  test('with another body is a conflict that says what to do', async () => {
    const { officer } = shared().scene.hongjiang;
    await officer.ask('POST', subjects, keyed('unit-2', { kind: 'unit', name: '甲' }));
    const answer = await officer.ask('POST', subjects, keyed('unit-2', { kind: 'unit', name: '乙' }));
    const message = 'This Idempotency-Key was used for another request: use a new one.';
    expect(answer.body).toMatchObject({ status: 409, errors: [{ path: 'Idempotency-Key', message }] });
  });

  test('for another address is a conflict too', async () => {
    const { officer } = shared().scene.hongjiang;
    const unit = await shared().scene.hongjiang.enter({
      kind: 'unit',
      name: '丙',
      traits: ['backup-register'],
    });
    const [one, other] = await shared().scene.hongjiang.obligations({ subjectId: unit.id });
    const done = keyed('done-1', { on: '2026-03-01' });
    const path = (id = ''): string => `${pathOf('hongjiang')}/obligations/${id}/fulfilment`;
    expect((await officer.ask('POST', path(one?.id), done)).status).toBe(200);
    expect((await officer.ask('POST', path(other?.id), done)).status).toBe(409);
  });

  test('with another query is one too: a dry run is not the import', async () => {
    const admin = await importing(shared().server, 'hongjiang');
    const headers = { 'idempotency-key': 'roster-1' };
    expect((await admin.done('名称\n试导入', { query: '?dryRun=true', headers })).created).toBe(1);
    const problem = await admin.refused(409, '名称\n试导入', { headers });
    expect(problem.errors).toMatchObject([{ path: 'Idempotency-Key' }]);
  });

  test('that was refused is refused again, in the same words', async () => {
    const { officer } = shared().scene.hongjiang;
    const asked = keyed('unit-3', { kind: 'unit', name: '丁', parentId: 'nobody' });
    const first = await officer.ask('POST', subjects, asked);
    expect(first.status).toBe(422);
    expect((await officer.ask('POST', subjects, asked)).text).toBe(first.text);
  });

  test('that was refused may be put right under the same key', async () => {
    const { officer } = shared().scene.hongjiang;
    const wrong = keyed('unit-4', { kind: 'unit', name: '丁', parentId: 'nobody' });
    expect((await officer.ask('POST', subjects, wrong)).status).toBe(422);
    expect((await officer.ask('POST', subjects, keyed('unit-4', { kind: 'unit', name: '丁' }))).status).toBe(
      201,
    );
  });

  test('is a request of its own in another jurisdiction, for another person, and for another unit', async () => {
    const { server, scene } = shared();
    const asked = keyed('shared-key', { kind: 'unit', name: '戊' });
    const another = await server.as({ role: 'bureau-officer', jurisdiction: 'hongjiang', sub: 'second' });
    const entered = [
      await scene.hongjiang.officer.ask('POST', subjects, asked),
      await scene.shexian.officer.ask('POST', `${pathOf('shexian')}/subjects`, asked),
      await another.ask('POST', subjects, asked),
    ].map(({ body }) => answers.subject.parse(body));
    expect(new Set(entered.map(({ id }) => id)).size).toBe(3);
    const report = keyed('report-key', { items: [{ obligationId: 'a.b', on: '2026-03-01' }] });
    const path = `${pathOf('hongjiang')}/fulfilments`;
    const replayed = [entered[0], entered[2]].map(async (unit) => {
      const client = await scene.hongjiang.unit(unit?.id ?? '');
      return (await client.ask('POST', path, report)).headers.get('idempotent-replayed');
    });
    expect(await Promise.all(replayed)).toEqual([null, null]);
  });

  test.each(['with a blank', 'x'.repeat(201), ''])('a key that is none is refused: %j', async (key) => {
    const answer = await shared().scene.hongjiang.officer.ask(
      'POST',
      subjects,
      keyed(key, { kind: 'unit', name: 'a' }),
    );
    expect(answer.body).toMatchObject({ status: 400, errors: [{ path: 'Idempotency-Key' }] });
  });

  test('a reading takes no notice of the key', async () => {
    const { officer } = shared().scene.hongjiang;
    const asked = { headers: { 'idempotency-key': 'unit-2' } };
    expect((await officer.ask('GET', subjects, asked)).status).toBe(200);
  });
});

describe('If-Match', () => {
  const changing = async () => {
    const { hongjiang } = shared().scene;
    const unit = await hongjiang.enter({ kind: 'unit', name: '己', traits: ['backup-register'] });
    const duty = await hongjiang.obligation(unit.id, selfInspection, '2025');
    return { ...hongjiang, unit, duty };
  };

  test.each(['"1"', 'W/"1"', '1', '*', '"999", "1"', '"1","2"', 'W/"7" , W/"1"', ', "3", ,"1",'])(
    'lets a change of the version that was read through: %s',
    async (tag) => {
      const { officer, unit } = await changing();
      const next = await officer.send(
        answers.subject,
        'PATCH',
        `${subjects}/${unit.id}`,
        { name: '新名' },
        { 'if-match': tag },
      );
      expect(next).toMatchObject({ name: '新名', version: 2 });
    },
  );

  test.each(['"2"', '"one"', '"2", "3"', '"1', '"1" "2"', '"*"', '1;', '', '01'])(
    'refuses a change of another version, and changes nothing: %s',
    async (tag) => {
      const { officer, unit } = await changing();
      const headers = { 'if-match': tag };
      const problem = await officer.refused(
        409,
        'PATCH',
        `${subjects}/${unit.id}`,
        { name: '新名' },
        headers,
      );
      expect(problem.detail).toContain('the present version is 1; read it again and decide again');
      await officer.refused(409, 'DELETE', `${subjects}/${unit.id}`, {}, headers);
      expect(await officer.get(answers.subject, `${subjects}/${unit.id}`)).toEqual(unit);
    },
  );

  test('guards every decision on an obligation', async () => {
    const { leader, path, duty } = await changing();
    const acts = [
      ['fulfilment', { on: '2026-03-01' }],
      ['report-decision', { decision: 'confirm' }],
      ['waiver', { reason: '机构撤销' }],
      ['extension', { until: '2026-12-01', reason: '系统升级' }],
      ['confirmation', {}],
    ] as const;
    for (const [act, body] of acts) {
      const problem = await leader.refused(409, 'POST', `${path}/obligations/${duty.id}/${act}`, body, {
        'if-match': '"7"',
      });
      expect(problem.detail, act).toContain('If-Match names version 7, but the present version is 1');
    }
    const read = await leader.ask('GET', `${path}/obligations/${duty.id}`);
    expect(read.headers.get('etag')).toBe('"1"');
    const waived = { reason: '机构撤销' };
    const headers = { 'if-match': read.headers.get('etag') ?? '' };
    const answer = await leader.send(
      answers.obligation,
      'POST',
      `${path}/obligations/${duty.id}/waiver`,
      waived,
      headers,
    );
    expect(answer.status).toBe('waived');
    expect(answer.version).toBeGreaterThan(1);
    const stale = await leader.refused(409, 'POST', `${path}/obligations/${duty.id}/waiver`, waived, headers);
    expect(stale.detail).toContain('If-Match names version 1');
  });
});

describe('a cursor', () => {
  const pages = async (path: string) => {
    const { officer } = shared().scene.hongjiang;
    const problem = (cursor: string) => officer.refused(400, 'GET', `${path}cursor=${cursor}`);
    return { officer, problem };
  };
  const asText = (parts: unknown): string => Buffer.from(JSON.stringify(parts)).toString('base64url');

  test.each([
    'subjects?',
    'subjects?kind=unit&',
    'obligations?',
    'obligations?dueFrom=2026-05-01&dueTo=2026-06-01&',
    'notices?',
  ])('that no answer gave is refused in %s', async (list) => {
    const { problem } = await pages(`${pathOf('hongjiang')}/${list}`);
    for (const cursor of ['x', asText(['']), asText(['', '', '']), asText(['a', '', '']), asText({})])
      expect((await problem(cursor)).errors).toMatchObject([{ path: 'cursor', code: 'request.cursor' }]);
  });

  test('of another query of the same list is refused', async () => {
    const { problem } = await pages(`${pathOf('hongjiang')}/subjects?kind=unit&`);
    await problem(asText(['project#a#b', 'hongjiang#S#b', '0']));
  });

  test('is refused where one subject’s list is read', async () => {
    const { hongjiang } = shared().scene;
    const unit = await hongjiang.enter({ kind: 'unit', name: '庚' });
    for (const list of ['obligations', 'notices']) {
      const { problem } = await pages(`${hongjiang.path}/${list}?subjectId=${unit.id}&`);
      expect((await problem('2026-01-01')).errors?.[0]?.path).toBe('cursor');
    }
  });
});
