import { describe, expect, test } from 'vitest';
import * as answers from '../../shared/contract/answers.ts';
import { escalation as answer } from '../../shared/contract/escalations.ts';
import { subjectRecord } from '../../shared/records/subject.ts';
import { loadContext } from '../../shared/usecases/context.ts';
import { decide } from '../../shared/usecases/escalations/approval.ts';
import type { Request } from '../../shared/usecases/request.ts';
import { decideAndOpen } from '../../shared/usecases/subjects/open-case.ts';
import { START, walk, type Hands } from '../support/cases/case-walk.ts';
import { afterFiling, filing } from '../support/cases/law-walk.ts';
import { peopleOf } from '../support/cases/escalations.ts';
import { bureauOf, contactAt } from '../support/bureaus/bureau.ts';
import { serverForTest } from '../support/product/server.ts';

/** A filing proposal against a firm, ready to be decided. */
async function proposed(jurisdiction: string) {
  const server = await serverForTest(START);
  const scene = await peopleOf(server, await bureauOf(server, jurisdiction), jurisdiction);
  const unit = await scene.bureau.enter({
    kind: 'unit',
    name: '沅江档案服务有限公司',
    nature: 'private',
    code: '91431200MA4L000009',
    facts: { address: '洪江区沅江路1号', representative: '周八' },
    contacts: [contactAt('Firm')],
  });
  const drafted = await scene.officer.send(answer, 'POST', `${scene.bureau.path}/escalations`, {
    step: 'penalty-case',
    subjectId: unit.id,
    ruleId: 'archives-security/problem-found',
    text: '经查，沅江档案服务有限公司在档案服务中丢失国有档案3卷，建议立案。',
  });
  await scene.patch(drafted.id, {
    legalBasis: '《中华人民共和国档案法》第四十九条',
    discovery: { on: '2026-09-07', source: '检查发现' },
    legalReview: { by: '钱审', opinion: '同意立案' },
  });
  await scene.act(drafted.id, 'proposal', {});
  return { server, scene, unit, id: drafted.id };
}

const approve = { decision: 'approve', reason: '同意立案' };

test('an approved filing proposal opens its case, once, and the case goes to its end', async () => {
  const { server, scene, unit, id } = await proposed('hongjiang');
  const { bureau, officer, leader } = scene;
  const casesNow = () => officer.all(answers.subject, `${bureau.path}/subjects?kind=case`);
  expect(await casesNow()).toEqual([]);
  await officer.refused(403, 'POST', `${bureau.path}/escalations/${id}/decision`, approve);
  expect(await casesNow()).toEqual([]);
  const decided = await scene.act(id, 'decision', approve, leader);
  const [opened, ...others] = await casesNow();
  expect(others).toEqual([]);
  expect(opened).toMatchObject({
    id: decided.caseId,
    name: '沅江档案服务有限公司涉嫌违法案',
    facts: { office: 'archives', discoveredOn: '2026-09-07', party: 'unit' },
    parties: [{ relation: 'party', subjectId: unit.id }],
  });
  await leader.refused(409, 'POST', `${bureau.path}/escalations/${id}/decision`, approve);
  // The pointers that a stop would have left are worked off, and open no second case.
  await server.advance('2026-09-10T12:00:00+08:00');
  expect(await casesNow()).toHaveLength(1);
  if (!opened) throw new Error('no case');

  const as = (sub: string, role: 'bureau-officer' | 'bureau-leader') =>
    server.as({ role, jurisdiction: 'hongjiang', sub });
  const hands: Hands = {
    officer,
    reviewer: await as('reviewer', 'bureau-leader'),
    legal: await as('legal', 'bureau-officer'),
    head: leader,
  };
  const path = `${bureau.path}/subjects/${opened.id}`;
  const walked = {
    ...{ bureau, subject: opened, hands },
    enter: (hand: keyof Hands, body: object) =>
      hands[hand].send(answers.subjectDetail, 'POST', `${path}/events`, body),
    refused: (status: number, hand: keyof Hands, body: object) =>
      hands[hand].refused(status, 'POST', `${path}/events`, body),
    see: () => officer.get(answers.subjectDetail, path),
  };
  await walked.enter('officer', filing);
  await walk(server, walked, afterFiling);
  await server.advance('2026-10-09T12:00:00+08:00');
  await walked.enter('officer', { event: 'payment', on: '2026-10-09', amount: 20_000, receipt: 'P-1' });
  const end = await walked.enter('officer', { event: 'closing', on: '2026-10-09', text: '罚款已缴清' });
  expect(end.stage?.name).toBe('closed');
  expect(end.stage?.documents).toEqual(expect.arrayContaining(['penalty-decision', 'closing-report']));
});

test('where an archive may not punish, the proposal is not approved and no case is opened', async () => {
  const { scene, id } = await proposed('luquan');
  const { bureau, leader } = scene;
  const refused = await leader.refused(422, 'POST', `${bureau.path}/escalations/${id}/decision`, approve);
  expect(refused.code).toBe('case.no-standing');
  expect(await leader.all(answers.subject, `${bureau.path}/subjects?kind=case`)).toEqual([]);
});

describe('the case of an approved proposal', () => {
  /** The leader’s request, which no server works on afterwards. */
  async function decidedBy(how: typeof decide) {
    const { server, id } = await proposed('hongjiang');
    const { deps } = server.product;
    const context = await loadContext(deps.store, 'hongjiang');
    if (!context) throw new Error('no bureau');
    const principal = { sub: 'leader', role: 'bureau-leader', jurisdiction: 'hongjiang' } as const;
    const request: Request = {
      ...{ deps, context, principal },
      ...{ ifMatch: undefined, repeatable: undefined, language: 'zh' },
    };
    const decided = await how(request, id, { decision: 'approve', reason: '同意立案' });
    if (!decided.ok) throw new Error(decided.failure.code);
    const caseId = decided.value.escalation.caseId ?? 'none';
    const read = () => subjectRecord.read(deps.store, { jurisdiction: 'hongjiang', id: caseId });
    return { server, read };
  }

  test('is there when the decision is answered', async () => {
    const { read } = await decidedBy(decideAndOpen);
    expect(await read()).toMatchObject({ kind: 'case', name: '沅江档案服务有限公司涉嫌违法案' });
  });

  test('is opened later where the process stopped between the decision and the case', async () => {
    const { server, read } = await decidedBy(decide);
    expect(await read()).toBeUndefined();
    await server.advance('2026-09-10T12:00:00+08:00');
    expect(await read()).toMatchObject({ kind: 'case' });
  });
});
