import { describe, expect, test } from 'vitest';
import * as answers from '../../shared/contract/answers.ts';
import { feedMade } from '../../shared/contract/feeds.ts';
import { bureauOf, contactAt, received } from '../support/bureaus/bureau.ts';
import { serverForTest } from '../support/product/server.ts';

const START = '2026-09-07T08:00:00+08:00';
const certified = (number: string) => ({ number, validUntil: '2030-12-31' });
const officer = { role: 'bureau-officer', office: 'archives' } as const;
const staff = [
  { ...officer, sub: 'a', name: '赵科员', email: 'office@bureau.example.com' },
  { ...officer, sub: 'c', name: '刘一', email: 'case@bureau.example.com', certificate: certified('JC-1') },
  { ...officer, sub: 'd', name: '陈二', certificate: certified('JC-2') },
  { ...officer, sub: 'h', name: '孙局长', role: 'bureau-leader', email: 'head@bureau.example.com' },
] as const;

async function caseAgainstItsParent() {
  const server = await serverForTest(START);
  const bureau = await bureauOf(server, 'baixiang');
  await bureau.admin.send(answers.staff, 'PUT', `${bureau.path}/staff`, [...staff]);
  const party = await bureau.enter({
    kind: 'unit',
    name: '午河商贸有限公司',
    contacts: [contactAt('Party', '13800000063')],
  });
  const found = await bureau.enter({
    kind: 'case',
    name: '柏档案〔2026〕1号',
    code: 'C1',
    parentId: party.id,
    facts: {
      office: 'archives',
      discoveredOn: '2026-09-04',
      evidenceSecuredAt: '2026-09-07T07:30:00+08:00',
    },
    contacts: [contactAt('Liaison', '13800000064')],
  });
  const unit = await bureau.unit(party.id);
  return { server, bureau, party, found, unit };
}

describe('a case that stands under the unit that it is against', () => {
  test('is told to the officers: nothing of its evidence or filing reaches the party', async () => {
    const { server } = await caseAgainstItsParent();
    await server.advance('2026-09-30T12:00:00+08:00');
    const people = ['party@unit.example.com', 'liaison@unit.example.com'];
    for (const to of people) expect(await received(server, to)).toEqual([]);
    for (const to of ['13800000063', '13800000064']) expect(await received(server, to, 'sms')).toEqual([]);
    const office = await received(server, 'office@bureau.example.com');
    expect(office.filter((line) => line.includes('【内部提醒】')).length).toBeGreaterThan(3);
  });

  test('is told to the officers whom it names, once it names any', async () => {
    const { server, bureau, found } = await caseAgainstItsParent();
    await bureau.officer.send(answers.subjectDetail, 'POST', `${bureau.path}/subjects/${found.id}/events`, {
      event: 'discovery-record',
      at: '2026-09-07T07:00:00+08:00',
      officers: [
        { name: '刘一', certificate: 'JC-1' },
        { name: '陈二', certificate: 'JC-2' },
      ],
      documents: ['《现场检查（勘查）笔录》', '《责令改正违法行为通知书》'],
    });
    await server.advance('2026-09-08T08:00:00+08:00');
    const inner = async (to: string) =>
      (await received(server, to)).filter((line) => line.includes('【内部提醒】')).length;
    expect(await inner('case@bureau.example.com')).toBeGreaterThan(1);
    expect(await inner('office@bureau.example.com')).toBe(0);
  });

  test('does not show itself to the party, by no list, look-up or calendar, nor what is owed on it', async () => {
    const { server, bureau, found, unit } = await caseAgainstItsParent();
    await server.advance('2026-09-09T12:00:00+08:00');
    const [duty] = await bureau.obligations({ subjectId: found.id });
    const [notice] = await bureau.notices({ subjectId: found.id });
    expect(duty && notice).toBeDefined();
    for (const path of [
      `subjects/${found.id}`,
      `status/${found.id}`,
      `obligations/${duty?.id ?? ''}`,
      `notices/${notice?.id ?? ''}`,
    ])
      await unit.refused(404, 'GET', `${bureau.path}/${path}`);
    const ids = async (path: string) => (await unit.ask('GET', `${bureau.path}/${path}`)).text;
    for (const path of ['subjects', 'obligations', 'notices', `obligations?subjectId=${found.id}`])
      expect(await ids(path), path).not.toContain(found.id);
    await unit.refused(404, 'POST', `${bureau.path}/feeds`, { name: '案件', subjectId: found.id });
    const { url } = await unit.send(feedMade, 'POST', `${bureau.path}/feeds`, {});
    const calendar = await (await fetch(`${server.url}${url}`)).text();
    expect(calendar).toContain('BEGIN:VCALENDAR');
    expect(calendar).not.toContain('立案');
  });
});
