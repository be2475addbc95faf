import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { examples } from '../../functions/api/openapi/examples.ts';
import { routes as guarded } from '../../functions/api/routes.ts';
import { answerRoutes } from '../../functions/api/routes/answers.ts';
import { bureauOf, contactAt, selfInspection } from '../support/bureaus/bureau.ts';
import type { Client } from '../support/product/client.ts';
import { serverForTest, sharedServer } from '../support/product/server.ts';

const routes = [...guarded, ...answerRoutes];

const shared = sharedServer('2026-07-13T10:00:00+08:00', async (server) => {
  const bureau = await bureauOf(server, 'hongjiang');
  const superior = await server.as({ role: 'superior', jurisdiction: 'huaihua' });
  const entered = (code: string, more: object = {}) =>
    bureau.enter({
      kind: 'unit',
      name: `单位${code}`,
      code,
      nature: 'organ',
      traits: ['backup-register'],
      contacts: [contactAt(code)],
      ...more,
    });
  const unit = await entered('JT-001', { traits: ['backup-register', 'direct'] });
  await entered('JT-002');
  const spare = await entered('JT-003');
  // Nobody can be written to here: there is something to send again.
  const silent = await entered('JT-004', { contacts: [] });
  // Twenty units, three of them direct: the share and the direct ones contradict each other.
  for (let index = 0; index < 20; index += 1)
    await entered(`N-${index}`, { traits: index < 2 ? ['direct'] : [], contacts: [] });
  return { bureau, superior, unit, spare, silent, entered };
});

const reply = z.looseObject({ id: z.string().optional(), drawn: z.array(z.string()).optional() });
const executed = new Set<string>();

/** Sends the example of an operation, and answers what came back; anything but a success fails the test. */
async function send(
  operationId: string,
  client: Client,
  params: Readonly<Record<string, string>> = {},
  more: object = {},
) {
  const route = routes.find((one) => one.operationId === operationId);
  if (!route) throw new Error(`no operation ${operationId}`);
  const values: Readonly<Record<string, string>> = { j: 'hongjiang', ...params };
  const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? `{${name}}`);
  const example = examples[operationId];
  const body = Array.isArray(example) ? example : { ...z.looseObject({}).parse(example), ...more };
  const answer = await client.ask(route.method, path, { body });
  expect(answer.status, JSON.stringify(answer.body)).toBe(route.status);
  executed.add(operationId);
  return reply.parse(answer.body);
}

/** The report that a unit owes by the end of September 2026. */
async function dutyOf(id: string): Promise<string> {
  return (await shared().scene.bureau.obligation(id, selfInspection, '2025')).id;
}

describe('the examples in the description of the API', () => {
  test('stand for each operation that takes a body, and for no other', () => {
    const taking = routes.filter(({ body }) => body !== undefined).map(({ operationId }) => operationId);
    expect(Object.keys(examples).sort()).toEqual(taking.sort());
  });

  test('of settings, staff and figures are taken', async () => {
    const { bureau, superior } = shared().scene;
    await send('changeSettings', bureau.admin);
    await send('replaceStaff', bureau.admin);
    await send('sendTestLetter', bureau.admin);
    await send('enterWorkCalendar', bureau.admin, { year: '2023' });
    await send('setOverride', superior, { regime: 'key-project-archives', rule: 'quarterly-check' });
    await send('previewObligations', bureau.officer);
  });

  test('of people and programs are taken', async () => {
    const { bureau, unit } = shared().scene;
    const { admin, officer } = bureau;
    const { id = '' } = await send('enterPerson', admin);
    await send('changePerson', admin, { id });
    await send('invitePerson', admin, { id });
    const duty = await dutyOf(unit.id);
    await send('setHandler', officer, { id: duty });
    await send('deactivatePerson', admin, { id });
    const { id: person = '' } = await send('enterUnitPerson', officer, { id: unit.id });
    await send('changeUnitPerson', officer, { id: unit.id, person });
    await send('inviteUnitPerson', officer, { id: unit.id, person });
    await send('deactivateUnitPerson', officer, { id: unit.id, person });
    await send('makeClient', admin);
  });

  test('of subjects and their events are taken', async () => {
    const { bureau, spare } = shared().scene;
    const { id = '' } = await send('createSubject', bureau.officer);
    await send('changeSubject', bureau.officer, { id });
    await send('enterEvent', bureau.officer, { id });
    await send('makeFeed', bureau.officer);
    await send('retireSubject', bureau.officer, { id: spare.id });
  });

  test('of duties are taken', async () => {
    const { bureau, unit, entered } = shared().scene;
    await send('fulfilObligations', bureau.officer);
    const fresh = async (code: string): Promise<string> => dutyOf((await entered(code)).id);
    await send('fulfilObligation', bureau.officer, { id: await fresh('JT-011') });
    await send('waiveObligation', bureau.leader, { id: await fresh('JT-012') });
    await send('extendObligation', bureau.leader, { id: await fresh('JT-013') });
    const reported = await entered('JT-014');
    const duty = await dutyOf(reported.id);
    await bureau.act(duty, 'fulfilment', { on: '2026-07-13' }, await bureau.unit(reported.id));
    await send('decideReport', bureau.officer, { id: duty });
    const late = await bureau.enter({
      kind: 'project',
      name: '旧桥',
      facts: { startedOn: '2025-12-01' },
      parentId: unit.id,
    });
    const [overdue] = await bureau.obligations({ subjectId: late.id, status: 'overdue' });
    await send('confirmObligation', bureau.officer, { id: overdue?.id ?? '' });
  });

  test('of documents are taken', async () => {
    const { server, scene } = shared();
    const { officer, leader } = scene.bureau;
    const { id = '' } = await send('createEscalation', officer);
    await send('changeEscalation', officer, { id });
    await send('proposeEscalation', officer, { id });
    await send('decideEscalation', leader, { id });
    await send('issueEscalation', officer, { id });
    await send('correctEscalation', officer, { id });
    await send('serveEscalation', officer, { id });
    await send('recordCompliance', officer, { id });
    const assessments = await scene.bureau.obligations({ ruleId: 'archives-security/annual-assessment' });
    const duty = assessments.find(({ period }) => period === '2026');
    await send('draftAssessmentCircular', officer, { id: duty?.id ?? '' });
    const other = await send('createEscalation', officer);
    const basis = { legalBasis: '《湖南省某某办法》第三条' };
    await send('changeEscalation', officer, { id: other.id ?? '' }, basis);
    const jurist = await server.as({ role: 'bureau-officer', jurisdiction: 'hongjiang', sub: 'jurist' });
    await send('giveLegalWord', jurist, { id: other.id ?? '' });
    await send('withdrawEscalation', officer, { id: other.id ?? '' });
  });

  test('of the hearing before a revocation are taken', async () => {
    const bureau = await bureauOf(shared().server, 'shexian');
    const { id: subjectId } = await bureau.enter({
      kind: 'permit',
      name: '许可一号',
      parties: [{ relation: 'holder', name: '某公司', nature: 'private' }],
    });
    const j = { j: 'shexian' };
    const drafted = { subjectId, step: 'revocation', ruleId: 'archives-disposal/permit-revocation' };
    const { id = '' } = await send('createEscalation', bureau.officer, j, drafted);
    const entered = {
      legalBasis: '《中华人民共和国行政许可法》第六十九条',
      legalReview: { by: '孙法制', opinion: '同意' },
      rectifyBy: null,
    };
    await send('changeEscalation', bureau.officer, { ...j, id }, entered);
    await send('hearHolder', bureau.officer, { ...j, id });
  });

  test('of checks, quotas and draws are taken', async () => {
    const { officer, leader } = shared().scene.bureau;
    const { id = '' } = await send('recordInspection', officer);
    await send('correctInspection', officer, { id });
    const visit = await send('planVisit', officer);
    await send('changeVisit', officer, { id: visit.id ?? '' });
    await send('decideVisit', leader, { id: visit.id ?? '' });
    await send('notifyVisit', officer, { id: visit.id ?? '' });
    await send('decideQuota', leader, { regime: 'electronic-archives', rule: 'spot-check' });
    const draw = await send('commitDraw', officer);
    await send('abandonDraw', leader, { id: draw.id ?? '' });
    const second = await send('commitDraw', officer);
    const { drawn = [] } = await send('revealDraw', officer, { id: second.id ?? '' });
    // Nobody knows beforehand which unit is drawn.
    await send('replaceDrawn', leader, { id: second.id ?? '' }, { subjectId: drawn[0] });
  });

  test('of notices are taken', async () => {
    const { server, scene } = shared();
    await server.advance('2026-09-23T12:00:00+08:00');
    const [notice] = await scene.bureau.notices({ subjectId: scene.silent.id, status: 'failed' });
    await scene.bureau.patch(scene.silent.id, { contacts: [contactAt('Late')] });
    await send('resendNotice', scene.bureau.officer, { id: notice?.id ?? '' });
    await send('resendNotices', scene.bureau.officer);
  });

  test('of answers to letters are taken', async () => {
    const address = 'https://duty.example.cn';
    const none = undefined;
    const server = await serverForTest('2026-09-22T10:00:00+08:00', none, none, none, address);
    const bureau = await bureauOf(server, 'hongjiang');
    const contacts = [contactAt('Edu')];
    const unit = await bureau.enter({ kind: 'unit', name: '教育局', traits: ['backup-register'], contacts });
    const { id } = await bureau.obligation(unit.id, selfInspection, '2025');
    await server.advance('2026-09-23T12:00:00+08:00');
    const [mail] = await server.mailbox({ to: 'edu@unit.example.com' });
    const token = mail?.text.split(`${address}/a/`)[1]?.split('\n')[0] ?? '';
    const nobody = server.with(undefined);
    await send('answerLetter', nobody, { token });
    await send('refuseExtension', bureau.leader, { id });
    await nobody.ask('POST', `/v1/answers/${token}`, { body: { act: 'contact', contacts } });
    await send('decideContacts', bureau.officer, { id: unit.id });
  });

  test('were all sent', () => {
    expect([...executed].sort()).toEqual(Object.keys(examples).sort());
  });
});
