import { describe, expect, test } from 'vitest';
import * as answers from '../../shared/contract/answers.ts';
import { answerable, letterAnswered } from '../../shared/contract/letter-answers.ts';
import { bureauOf, contactAt, selfInspection } from '../support/bureaus/bureau.ts';
import { serverForTest } from '../support/product/server.ts';

const ADDRESS = 'https://duty.example.cn';
const edu = 'edu@unit.example.com';
const linkIn = (text: string): string | undefined =>
  /https:\/\/duty\.example\.cn\/a\/([a-z0-9-]+)/.exec(text)?.[1];

/** A unit that was reminded of its report, with the link of that letter. */
async function scene(now = '2026-09-22T10:00:00+08:00') {
  const server = await serverForTest(now, undefined, undefined, undefined, ADDRESS);
  const bureau = await bureauOf(server, 'hongjiang');
  const unit = await bureau.enter({
    kind: 'unit',
    name: '区教育局',
    traits: ['backup-register'],
    contacts: [contactAt('Edu'), contactAt('Second')],
  });
  const { id } = await bureau.obligation(unit.id, selfInspection, '2025');
  const tokens = async (to: string) =>
    (await server.mailbox({ to, channel: 'email' })).map(({ text }) => linkIn(text));
  await server.advance('2026-09-23T12:00:00+08:00');
  const [token = ''] = await tokens(edu);
  const nobody = server.with(undefined);
  const at = `/v1/answers/${token}`;
  return {
    server,
    bureau,
    unit,
    id,
    tokens,
    token,
    at,
    nobody,
    look: () => nobody.get(answerable, at),
    answer: (body: object, headers = {}) => nobody.send(letterAnswered, 'POST', at, body, headers),
    subject: () => bureau.officer.get(answers.subjectDetail, `${bureau.path}/subjects/${unit.id}`),
  };
}

describe('the link of a letter', () => {
  test('is the same in each letter about the duty, another for each recipient, and in text and HTML', async () => {
    const { server, tokens, token, id, unit } = await scene();
    await server.advance('2026-10-20T12:00:00+08:00');
    const own = await tokens(edu);
    expect(own.length).toBeGreaterThan(1);
    expect(new Set(own)).toEqual(new Set([token]));
    expect((await tokens('second@unit.example.com'))[0]).not.toBe(token);
    for (const { html, text } of await server.mailbox({ to: edu, channel: 'email' })) {
      expect(html).toContain(`<a href="${ADDRESS}/a/${token}"`);
      expect(text).toContain(`${ADDRESS}/a/${token}`);
    }
    expect(token).not.toContain(id.split('.')[1] ?? '');
    expect(token).not.toContain(unit.id);
  });

  test('is not in the text that the bureau keeps, nor in a letter to the bureau', async () => {
    const { server, bureau, unit, token } = await scene();
    await server.advance('2026-10-20T12:00:00+08:00');
    const [notice] = await bureau.notices({ subjectId: unit.id });
    const { text } = await bureau.officer.ask('GET', `${bureau.path}/notices/${notice?.id ?? ''}`);
    expect(text).toContain(`${ADDRESS}/a/…`);
    expect(text).not.toContain(token);
    expect(JSON.stringify(await server.items())).not.toContain(token);
    const inside = (await server.mailbox()).filter(({ to }) => !to.endsWith('@unit.example.com'));
    expect(inside.map(({ text: said }) => linkIn(said)).filter(Boolean)).toEqual([]);
  });

  test('shows what is owed and why, to nobody’s account, and changes nothing', async () => {
    const { server, look, bureau, id } = await scene();
    const before = await server.items();
    for (let time = 0; time < 3; time += 1)
      expect(await look()).toMatchObject({
        subject: '区教育局',
        duty: { dueOn: '2026-09-30', clause: expect.stringContaining('洪江区') },
        acts: ['report', 'extension', 'contact', 'acknowledge'],
        contact: { name: 'Edu', email: edu },
      });
    expect(await server.items()).toEqual(before);
    expect((await bureau.detail(id)).history.map(({ what }) => what)).toEqual(['created']);
  });

  test('is not in letters where nobody knows the address of the console', async () => {
    const server = await serverForTest('2026-09-22T10:00:00+08:00');
    const bureau = await bureauOf(server, 'hongjiang');
    await bureau.enter({
      kind: 'unit',
      name: '区教育局',
      traits: ['backup-register'],
      contacts: [contactAt('Edu')],
    });
    await server.advance('2026-10-01T12:00:00+08:00');
    const [mail] = await server.mailbox({ to: edu, channel: 'email' });
    expect(mail?.text).not.toContain('/a/');
    expect(mail?.text).not.toContain('打开下列链接');
  });

  test('that is altered, unknown, used up or expired is one and the same 404', async () => {
    const { server, nobody, at, answer, bureau, id, token } = await scene();
    const flipped = `${token.slice(0, -1)}${token.endsWith('a') ? 'i' : 'a'}`;
    const wrong = [
      `/v1/answers/${flipped}`,
      `/v1/answers/${token.replace('hongjiang', 'shexian')}`,
      `/v1/answers/${token.toUpperCase()}`,
      `/v1/answers/hongjiang-${'a'.repeat(26)}`,
      '/v1/answers/nothing',
    ];
    const refusals = [];
    for (const path of wrong) {
      refusals.push(await nobody.refused(404, 'GET', path));
      refusals.push(await nobody.refused(404, 'POST', path, { act: 'acknowledge' }));
      refusals.push(await nobody.refused(404, 'POST', path, { act: 'nonsense' }));
    }
    await answer({ act: 'report', on: '2026-09-22' });
    await bureau.act(id, 'report-decision', { decision: 'confirm' });
    refusals.push(await nobody.refused(404, 'GET', at));
    refusals.push(await nobody.refused(404, 'POST', at, { act: 'acknowledge' }));
    expect(new Set(refusals.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(JSON.stringify(await server.items())).not.toContain('nonsense');
  });

  test('ends a year after the due day, with a waiver, and for whoever is no longer a contact', async () => {
    const late = await scene();
    const { expiresAt } = await late.look();
    expect(expiresAt).toBe('2027-10-01T00:00:00+08:00');
    await late.bureau.patch(late.unit.id, { contacts: [contactAt('Second')] });
    await late.nobody.refused(404, 'GET', late.at);
    await late.bureau.patch(late.unit.id, { contacts: [contactAt('Edu')] });
    await late.look();
    await late.bureau.act(late.id, 'waiver', { reason: '已并入他局' }, late.bureau.leader);
    await late.nobody.refused(404, 'GET', late.at);
  });
});

describe('an answer by the link of a letter', () => {
  test('reports like a unit: held notices, the officer’s decision, the name in the history', async () => {
    const { server, bureau, id, answer, look, tokens, at, nobody } = await scene();
    const { receipt } = await answer({
      act: 'report',
      on: '2026-09-22',
      document: '自查报告.pdf',
      note: '已盖章',
    });
    expect(receipt).toMatch(/^20260923-[A-Z2-7]{8}$/);
    expect(await bureau.detail(id)).toMatchObject({
      report: {
        status: 'pending',
        on: '2026-09-22',
        document: '自查报告.pdf',
        note: '已盖章',
        by: 'unit:Edu（凭信中链接）',
        receipt,
      },
    });
    expect((await look()).acts).toEqual(['contact', 'acknowledge']);
    const sent = (await tokens(edu)).length;
    await server.advance('2026-10-12T12:00:00+08:00');
    expect((await tokens(edu)).length).toBe(sent);
    await nobody.refused(409, 'POST', at, { act: 'report', on: '2026-09-23' });

    const reason = '缺少数据库运行维护情况';
    await bureau.act(id, 'report-decision', { decision: 'return', reason });
    expect(await look()).toMatchObject({
      acts: ['report', 'extension', 'contact', 'acknowledge'],
      report: { status: 'returned', reason },
    });
    await answer({ act: 'report', on: '2026-09-22' });
    await bureau.act(id, 'report-decision', { decision: 'confirm' });
    const { history, status } = await bureau.detail(id);
    expect(status).toBe('fulfilled');
    expect(history.find(({ what }) => what === 'reported')?.text).toContain(`回执号${receipt}`);
  });

  test('asks for a later day, which the leader grants or refuses', async () => {
    const { bureau, id, answer, look, at, nobody } = await scene();
    const wanted = { act: 'extension', until: '2026-10-30', reason: '单位搬迁' };
    await nobody.refused(422, 'POST', at, { ...wanted, until: '2026-09-30' });
    const { receipt } = await answer(wanted);
    expect(await bureau.detail(id)).toMatchObject({
      dueOn: '2026-09-30',
      extensionRequest: { until: '2026-10-30', reason: '单位搬迁', receipt },
    });
    expect((await look()).extension).toEqual({ until: '2026-10-30', reason: '单位搬迁' });
    await nobody.refused(409, 'POST', at, wanted);
    const path = `${bureau.path}/obligations/${id}/extension-refusal`;
    await bureau.officer.refused(403, 'POST', path, { reason: '不同意' });
    await bureau.act(id, 'extension-refusal', { reason: '材料已具备' }, bureau.leader);
    await bureau.leader.refused(409, 'POST', path, { reason: '材料已具备' });
    expect((await look()).acts).toContain('extension');
    await answer(wanted);
    await bureau.act(id, 'extension', { until: '2026-10-30', reason: '同意' }, bureau.leader);
    const detail = await bureau.detail(id);
    expect(detail).toMatchObject({ extendedTo: '2026-10-30' });
    expect(detail.extensionRequest).toBeUndefined();
    expect((await look()).duty.dueOn).toBe('2026-10-30');
  });

  test('proposes contacts: nothing goes to them until an officer confirms, and others stay', async () => {
    const { server, bureau, unit, answer, subject, nobody, at } = await scene();
    const contacts = [contactAt('Newcomer')];
    await answer({ act: 'contact', contacts: [contactAt('Mistaken')] });
    const { receipt } = await answer({ act: 'contact', contacts });
    expect(await subject()).toMatchObject({
      contacts: [{ name: 'Edu' }, { name: 'Second' }],
      contactProposal: { contacts, insteadOf: edu, receipt },
    });
    await server.advance('2026-09-29T12:00:00+08:00');
    expect(await server.mailbox({ to: 'newcomer@unit.example.com' })).toEqual([]);
    const path = `${bureau.path}/subjects/${unit.id}/contact-decision`;
    const auditor = await server.as({ role: 'auditor', jurisdiction: 'hongjiang' });
    await auditor.refused(403, 'POST', path, { decision: 'confirm' });
    const decided = await bureau.officer.send(answers.subject, 'POST', path, { decision: 'confirm' });
    expect(decided.contacts.map(({ name }) => name)).toEqual(['Newcomer', 'Second']);
    expect((await subject()).contactProposal).toBeUndefined();
    await bureau.officer.refused(409, 'POST', path, { decision: 'refuse' });
    await nobody.refused(404, 'GET', at);
  });

  test('with contacts that an officer refuses changes nothing', async () => {
    const { bureau, unit, answer, subject, look } = await scene();
    await answer({ act: 'contact', contacts: [contactAt('Newcomer')] });
    const path = `${bureau.path}/subjects/${unit.id}/contact-decision`;
    await bureau.officer.send(answers.subject, 'POST', path, { decision: 'refuse' });
    expect((await subject()).contacts.map(({ name }) => name)).toEqual(['Edu', 'Second']);
    expect((await subject()).contactProposal).toBeUndefined();
    await look();
  });

  test('acknowledges once a day, in the history', async () => {
    const { bureau, id, answer } = await scene();
    const first = await answer({ act: 'acknowledge' });
    expect(await answer({ act: 'acknowledge' })).toEqual(first);
    const { history } = await bureau.detail(id);
    expect(history.filter(({ what }) => what === 'acknowledged')).toMatchObject([
      { by: 'unit:Edu（凭信中链接）', text: `已收悉（回执号${first.receipt}）` },
    ]);
  });

  test('is given once for one Idempotency-Key, and its receipt again', async () => {
    const { answer, bureau, id } = await scene();
    const body = { act: 'report', on: '2026-09-22' };
    const key = { 'idempotency-key': 'once' };
    const first = await answer(body, key);
    expect(await answer(body, key)).toEqual(first);
    const { history } = await bureau.detail(id);
    expect(history.filter(({ what }) => what === 'reported')).toHaveLength(1);
  });

  test.each([
    { act: 'fulfil', on: '2026-09-22' },
    { act: 'report' },
    { act: 'report', on: '2026-02-30' },
    { act: 'report', on: '2026-09-22', files: ['1'] },
    { act: 'extension', until: '2026-10-30' },
    { act: 'contact', contacts: [] },
    { act: 'acknowledge', note: '好' },
  ])('that is malformed is refused: $act', async (body) => {
    const { nobody, at, server } = await scene();
    const before = await server.items();
    await nobody.refused(400, 'POST', at, body);
    expect(await server.items()).toEqual(before);
  });
});
