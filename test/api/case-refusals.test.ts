import { describe, expect, test } from 'vitest';
import * as answers from '../../shared/contract/answers.ts';
import { discovery, officers, upToProposal } from '../support/cases/case-moves.ts';
import { caseAt, refusedFor, START, walkOf } from '../support/cases/case-walk.ts';
import type { ProblemCode } from '../../shared/problems/table.ts';
import { serverForTest, type TestServer } from '../support/product/server.ts';

const sealing = { event: 'evidence-secured', at: '2026-09-07T09:40:00+08:00', kind: 'sealing' };

describe('the discovery', () => {
  test('is recorded by two officers, with its papers; nothing in the future', async () => {
    const { walked } = await caseAt(0);
    const one = { ...discovery, officers: officers.slice(0, 1) };
    await refusedFor(walked, 'officer', one, 422, 'officers', 'case.officers', {
      document: 'BX',
      clause: ['(十)三(一)1'],
      least: 2,
    });
    const twice = { ...discovery, officers: [officers[0], officers[0]] };
    await refusedFor(walked, 'officer', twice, 422, 'officers', 'case.officers');
    await refusedFor(walked, 'officer', { ...discovery, documents: [] }, 422, 'documents', 'stage.papers', {
      papers: ['《现场检查（勘查）笔录》', '《责令改正违法行为通知书》'],
    });
    await refusedFor(
      walked,
      'officer',
      { ...discovery, at: '2026-09-07T10:01:00+08:00' },
      422,
      'at',
      'stage.future',
    );
  });

  test('seals and seizes on a legal basis alone, agreed to beforehand, and has 24 hours for the formalities', async () => {
    const { server, walked } = await caseAt(1);
    await refusedFor(
      walked,
      'officer',
      { ...sealing, agreedBy: '局长' },
      422,
      'legalBasis',
      'case.seizure-of-archives',
    );
    const { walked: other } = await caseAt(1, 'civil-defence');
    const civil = { ...sealing, agreedBy: '局长' };
    await refusedFor(other, 'officer', civil, 422, 'legalBasis', 'case.seizure-basis');
    await refusedFor(
      walked,
      'officer',
      { ...sealing, legalBasis: '某条例第三条' },
      422,
      'agreedBy',
      'case.not-agreed',
    );
    await refusedFor(
      walked,
      'officer',
      { event: 'evidence-formalities', at: sealing.at, document: 'x' },
      422,
      'evidence-secured',
      'case.no-evidence',
    );
    await walked.enter('officer', { ...sealing, kind: 'registration', agreedBy: '局长' });
    const duty = () => walked.bureau.obligation(walked.subject.id, 'archives-cases/evidence-formalities');
    expect(await duty()).toMatchObject({ dueAt: '2026-09-08T09:40:00+08:00', status: 'open' });
    await refusedFor(
      walked,
      'officer',
      { ...sealing, kind: 'registration', agreedBy: '局长' },
      409,
      'event',
      'case.evidence-secured',
      { at: sealing.at },
    );
    await server.advance('2026-09-08T09:00:00+08:00');
    await walked.enter('officer', {
      event: 'evidence-formalities',
      at: '2026-09-08T08:50:00+08:00',
      document: '登记保存决定书',
    });
    expect(await duty()).toMatchObject({ status: 'fulfilled', fulfilledOn: '2026-09-08' });
    const { clocks = [] } = await walked.see();
    expect(clocks).toMatchObject([
      { source: 'list', citation: 'BX (十)三(一)1', status: 'met' },
      { source: 'list', citation: 'BX (十)三(二)1', status: 'running' },
      { source: 'law', citation: '行政处罚法第五十六条、第八十五条', until: '2026-09-16', status: 'running' },
    ]);
  });
});

describe('the filing', () => {
  const filing = upToProposal('archives')[1]?.body ?? {};

  test('needs every condition, a situation, the form and two officers', async () => {
    const { server, walked } = await caseAt(1);
    await server.advance('2026-09-10T12:00:00+08:00');
    const but = (change: object, path: string, code: ProblemCode, params?: object) =>
      refusedFor(walked, 'officer', { ...filing, ...change }, 422, path, code, params);
    await but({ conditions: [1, 2, 4] }, 'conditions', 'stage.incomplete', {
      count: 4,
      missing: [expect.stringMatching(/^3 有法律、法规或者规章的依据/)],
    });
    await but({ conditions: [1, 2, 3, 4, 5] }, 'conditions.4', 'stage.unlisted');
    const situations = expect.arrayContaining([expect.stringMatching(/^1 违法行为达到/)]);
    await but({ situation: undefined }, 'situation', 'case.situation', { situations });
    await but({ situation: 5 }, 'situation', 'case.situation');
    await but({ documents: [] }, 'documents', 'stage.papers', { papers: ['《立案审批表》'] });
    await but({ officers: [] }, 'officers', 'case.officers', { clause: ['(十)三(二)'] });
    await but({ on: '2026-09-06' }, 'on', 'stage.before', { milestone: 'discovery', on: '2026-09-07' });
    await but({ on: '2026-09-11' }, 'on', 'stage.future', { when: '2026-09-11' });
  });

  test('is approved level by level, each by another person, none by its proposer, once', async () => {
    const { walked } = await caseAt(2);
    const review = { event: 'filing-review', opinion: '同意' };
    const legal = { event: 'filing-legal-review', opinion: '同意' };
    const approval = { event: 'filing-approval', on: '2026-09-10', reason: '同意' };
    await walked.refused(403, 'officer', review);
    await refusedFor(walked, 'head', approval, 422, 'filing-review', 'case.level-first', {
      level: expect.stringContaining('承办机构负责人审核'),
    });
    await walked.enter('reviewer', review);
    await refusedFor(walked, 'head', review, 409, 'event', 'case.level-passed');
    await refusedFor(walked, 'head', approval, 422, 'filing-legal-review', 'case.level-first', {
      level: expect.stringContaining('法制机构负责人'),
    });
    await refusedFor(walked, 'officer', legal, 422, 'event', 'case.proposer');
    await refusedFor(walked, 'reviewer', legal, 422, 'event', 'case.level-taken');
    await walked.enter('legal', legal);
    await refusedFor(walked, 'reviewer', approval, 422, 'event', 'case.level-taken');
    await refusedFor(
      walked,
      'head',
      { ...approval, officers: [officers[0]] },
      422,
      'officers',
      'case.officers',
    );
    await walked.enter('head', approval);
    await walked.refused(409, 'head', approval);
    // Without a legal review, the other office has no such level.
    const other = await caseAt(3, 'civil-defence');
    await refusedFor(other.walked, 'head', legal, 409, 'event', 'case.no-level');
  });

  test('shows itself to the legal office only while it waits for the legal review', async () => {
    const { walked } = await caseAt(2);
    const path = `${walked.bureau.path}/subjects/${walked.subject.id}`;
    await walked.hands.legal.refused(404, 'GET', path);
    await walked.enter('reviewer', { event: 'filing-review', opinion: '同意' });
    expect((await walked.hands.legal.ask('GET', path)).status).toBe(200);
    await walked.refused(403, 'legal', { event: 'recusal', person: '刘一', reason: '近亲属' });
    await walked.enter('legal', { event: 'filing-legal-review', opinion: '同意' });
    await walked.hands.legal.refused(404, 'GET', path);
  });

  test('is returned with a reason and proposed anew, or refused for good', async () => {
    const { walked } = await caseAt(2);
    const returned = await walked.enter('reviewer', { event: 'filing-return', reason: '证据不足' });
    expect(returned.stage?.name).toBe('discovery');
    await walked.enter('officer', filing);
    const refused = await walked.enter('head', { event: 'filing-refusal', reason: '情节轻微' });
    expect(refused).toMatchObject({ stage: { name: 'not-filed', title: '不予立案' } });
    expect(refused.facts).not.toHaveProperty('filedOn');
    await walked.refused(409, 'officer', filing);
  });
});

test('what is refused, lacking or another person’s is said in Chinese to whoever asks for it', async () => {
  const { walked } = await caseAt(2);
  const { head, officer } = walked.hands;
  const path = `${walked.bureau.path}/subjects/${walked.subject.id}`;
  const headers = { 'accept-language': 'zh-CN,zh;q=0.9' };
  const approval = { event: 'filing-approval', on: '2026-09-11', reason: '同意' };
  const refused = await head.refused(422, 'POST', `${path}/events`, approval, headers);
  const lacks = [
    '须先完成“承办机构负责人审核”，见(十)三(二)',
    '须先完成“法制机构负责人或者法制员审核”，见(十)三(二)',
  ];
  expect(refused.errors?.map(({ message }) => message)).toEqual([...lacks, '不能晚于现在，请在发生以后登记']);
  const { body } = await officer.ask('GET', path, { headers });
  const event = answers.subjectDetail.parse(body).events?.find((one) => one.event === 'filing-approval');
  expect(event?.lacks.map(({ message }) => message)).toEqual(lacks);
  expect(event?.barred?.message).toBe('“批准立案”由局（馆）领导办理；您的身份是业务人员');
});

describe('a recused officer', () => {
  test('is replaced, and takes no part any more', async () => {
    const { walked } = await caseAt(5);
    const recusal = { event: 'recusal', person: '刘一', reason: '与当事人有利害关系' };
    await refusedFor(walked, 'head', recusal, 422, 'replacement', 'case.officers');
    const replaced = await walked.enter('head', {
      ...recusal,
      replacement: { name: '黄三', certificate: 'JC-3' },
    });
    expect(replaced.case?.officers.map(({ name }) => name)).toEqual(['陈二', '黄三']);
    await walked.enter('head', { event: 'recusal', person: 'officer', reason: '近亲属' });
    await walked.refused(403, 'officer', {
      event: 'investigation-report',
      on: '2026-09-11',
      documents: ['《案件调查终结报告》'],
    });
  });
});

async function elsewhere(server: TestServer, jurisdiction: string) {
  const officer = await server.as({ role: 'bureau-officer', jurisdiction });
  const path = `/v1/jurisdictions/${jurisdiction}/subjects`;
  const entered = await officer.send(answers.subject, 'POST', path, { kind: 'case', name: 'x', code: 'x' });
  return { officer, path: `${path}/${entered.id}/events` };
}

test('an archive that may not punish, another kind and an unknown event are refused as such', async () => {
  const server = await serverForTest(START);
  const { officer, path } = await elsewhere(server, 'luquan');
  const refused = await officer.refused(422, 'POST', path, discovery);
  expect(refused.errors).toMatchObject([
    { path: 'event', code: 'case.no-standing', params: { organ: '鹿泉区档案馆' } },
  ]);
  expect((await officer.refused(400, 'POST', path, { event: 'nothing' })).errors?.[0]?.path).toBe('event');
  const walked = await walkOf(server, 'archives');
  await refusedFor(walked, 'officer', { event: 'score', score: 80 }, 422, 'event', 'stage.foreign-event');
  const stale = await walked.hands.officer.refused(
    409,
    'POST',
    `${walked.bureau.path}/subjects/${walked.subject.id}/events`,
    discovery,
    { 'if-match': '"9"' },
  );
  expect(stale.detail).toMatch(/version/);
});
