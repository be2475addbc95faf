import { expect, test } from 'vitest';
import { escalation } from '../../shared/contract/escalations.ts';
import { bureauOf } from '../support/bureaus/bureau.ts';
import { peopleOf } from '../support/cases/escalations.ts';
import { downloaded } from '../support/files/downloads.ts';
import { textOfDocx } from '../support/files/docx-text.ts';
import { serverForTest } from '../support/product/server.ts';

const basis = '《中华人民共和国行政许可法》第六十九条第二款';
const entered = { legalBasis: basis, legalReview: { by: '孙法制', opinion: '同意' } };
const notice = { servedOn: '2026-07-13', method: 'personal', receivedBy: '周经理' };
const stated = { received: true, on: '2026-07-15', text: '材料由代办人提供。', outcome: '理由不成立。' };

/** A draft to revoke a permit of June 2026; begun on Monday, 13 July. */
async function drafted() {
  const server = await serverForTest('2026-07-13T10:00:00+08:00');
  const bureau = await bureauOf(server, 'shexian');
  const people = await peopleOf(server, bureau, 'shexian');
  const permit = await bureau.enter({
    kind: 'permit',
    name: '涉档许〔2026〕3号许可',
    facts: { grantedOn: '2026-06-01', permitKind: 'copies' },
    parties: [{ relation: 'holder', name: '涉县文史印务有限公司', nature: 'private' }],
  });
  const { id } = await people.officer.send(escalation, 'POST', `${bureau.path}/escalations`, {
    step: 'revocation',
    subjectId: permit.id,
    ruleId: 'archives-disposal/permit-revocation',
    text: '经查，被许可人以虚假材料取得许可。',
  });
  const path = `${bureau.path}/escalations/${id}`;
  const claims = { role: 'bureau-officer', jurisdiction: 'shexian', sub: 'officer' };
  const paper = async (form: string) =>
    textOfDocx((await downloaded(server, `${path}/document.docx?form=${form}`, claims)).bytes).join('\n');
  return { ...people, server, id, path, paper };
}

/** The same, as a decision of the bureau that gave the permit. */
async function decided() {
  const scene = await drafted();
  await scene.patch(scene.id, entered);
  return scene;
}

test('a recommendation to the organ that decided asks for no hearing and takes none', async () => {
  const { officer, path, read, id } = await drafted();
  expect(await read(id)).toMatchObject({ paper: 'recommendation', hearing: false, missing: [] });
  const refused = await officer.refused(422, 'POST', `${path}/hearing`, { notice });
  expect(refused).toMatchObject({
    errors: [{ path: '', code: 'hearing.none-here', params: { paper: 'recommendation' } }],
  });
  expect((await read(id)).priorNotice).toBeUndefined();
});

test('the bureau that gave a permit tells its holder, waits five working days, hears it, and says so', async () => {
  const { officer, leader, path, act, read, id, server, paper } = await decided();
  expect(await read(id)).toMatchObject({ paper: 'decision', hearing: true, missing: ['priorNotice'] });
  expect(await paper('prior-notice')).toContain('我局拟撤销准予涉档许〔2026〕3号许可的行政许可');
  await act(id, 'hearing', { notice: { ...notice, number: '涉档告〔2026〕1号' } });
  expect(await read(id)).toMatchObject({ missing: ['statement'], defenceUntil: '2026-07-20' });
  const told = await paper('prior-notice');
  expect(told).toContain('涉档告〔2026〕1号');
  expect(told).toContain('经查，被许可人以虚假材料取得许可。');
  expect(told).toContain(`${basis}。`);
  expect(told).not.toContain('现决定撤销');

  await server.advance('2026-07-15T10:00:00+08:00');
  await act(id, 'hearing', { statement: stated });
  const early = await officer.refused(422, 'POST', `${path}/proposal`, {});
  expect(early.errors).toMatchObject([
    { path: 'statement', code: 'hearing.still-runs', params: { on: '2026-07-20' } },
  ]);
  await server.advance('2026-07-21T10:00:00+08:00');
  await act(id, 'proposal', {});
  await act(id, 'decision', { decision: 'approve', reason: '同意' }, leader);
  await act(id, 'issue', { number: '涉档撤〔2026〕1号', on: '2026-07-21' });
  const decision = await paper('document');
  expect(decision).toContain('2026年7月13日，我局以直接送达方式送达拟撤销行政许可告知书');
  expect(decision).toContain('材料由代办人提供。经复核：理由不成立。');
});

test('that no statement came is recorded once the period has passed, and not before', async () => {
  const { officer, path, act, read, id, server, paper } = await decided();
  await act(id, 'hearing', { notice });
  await server.advance('2026-07-20T10:00:00+08:00');
  const early = await officer.refused(422, 'POST', `${path}/hearing`, { statement: { received: false } });
  expect(early.errors).toMatchObject([{ path: 'statement.received', code: 'hearing.still-runs' }]);
  expect((await read(id)).statement).toBeUndefined();
  await server.advance('2026-07-21T10:00:00+08:00');
  await act(id, 'hearing', { statement: { received: false } });
  expect((await read(id)).missing).toEqual([]);
  expect(await paper('document')).toContain('被许可人在规定期限内未提出陈述、申辩意见。');
});

test('a basis that was changed after the notice is told anew, and what was approved is a draft again', async () => {
  const { officer, leader, path, act, patch, read, id, server } = await decided();
  await act(id, 'hearing', { notice });
  await server.advance('2026-07-21T10:00:00+08:00');
  await act(id, 'hearing', { statement: { received: false } });
  await act(id, 'proposal', {});
  await act(id, 'decision', { decision: 'approve', reason: '同意' }, leader);
  await patch(id, { legalBasis: '《中华人民共和国行政许可法》第七十条' });
  const refused = await officer.refused(422, 'POST', `${path}/proposal`, {});
  expect(refused.errors).toMatchObject([
    { path: 'priorNotice', code: 'hearing.other-basis', params: { basis } },
  ]);
  await act(id, 'hearing', { notice: { ...notice, servedOn: '2026-07-21' } });
  expect(await read(id)).toMatchObject({
    status: 'draft',
    missing: ['statement'],
    defenceUntil: '2026-07-28',
  });
  expect((await read(id)).statement).toBeUndefined();
});

test.each([
  [{}, '', 'hearing.nothing-entered'],
  [{ statement: stated }, 'notice', 'hearing.no-notice'],
  [{ notice: { ...notice, servedOn: '2026-07-14' } }, 'notice.servedOn', 'hearing.told-ahead'],
  [{ notice: { ...notice, servedOn: '2026-05-31' } }, 'notice.servedOn', 'hearing.told-before-grant'],
  [{ notice, statement: { ...stated, on: '2026-07-14' } }, 'statement.on', 'hearing.heard-ahead'],
  [{ notice, statement: { ...stated, on: '2026-07-10' } }, 'statement.on', 'hearing.heard-before-notice'],
])('a hearing that cannot have been is refused and changes nothing: %j', async (body, path, code) => {
  const { officer, path: at, read, id } = await decided();
  const before = await read(id);
  const refused = await officer.refused(422, 'POST', `${at}/hearing`, body);
  expect(refused.errors).toMatchObject([{ path, code }]);
  expect(await read(id)).toEqual(before);
});

test('a statement without its words is malformed; PATCH names the place of notice and statement', async () => {
  const { officer, path } = await decided();
  const body = { notice, statement: { received: true } };
  const malformed = await officer.refused(400, 'POST', `${path}/hearing`, body);
  expect(malformed.errors?.map((error) => error.path)).toContain('statement.text');
  const patched = await officer.refused(422, 'PATCH', path, { priorNotice: notice });
  expect(patched.errors).toMatchObject([{ path: 'priorNotice', code: 'hearing.patch' }]);
});
