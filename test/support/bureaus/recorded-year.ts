import { papersOfBureau } from './papers.ts';
import { expect } from 'vitest';
import { z } from 'zod';
import { exportLists } from '../../../shared/contract/exports.ts';
import type { Principal } from '../../../shared/domain/principal.ts';
import { dayOf, formatInstant, hours, instant, minutes, plus } from '../../../shared/domain/time/instant.ts';
import { formatDay } from '../../../shared/domain/time/day.ts';
import { mailEventAt } from './receipt-events.ts';
import { RecordedBureau } from './recorded-bureau.ts';
import { peopleAndPrograms } from './recorded-people.ts';
import { recordedCase } from '../cases/recorded-case.ts';

const J = '/v1/jurisdictions/hongjiang';
const officer: Principal = { sub: 'officer', role: 'bureau-officer', jurisdiction: 'hongjiang' };
const leader: Principal = { ...officer, sub: 'leader', role: 'bureau-leader' };
const admin: Principal = { ...officer, sub: 'admin', role: 'bureau-admin' };

const withId = z.object({ id: z.string() });
const list = z.object({ items: z.array(z.looseObject({ id: z.string(), status: z.string().optional() })) });

export const bureau = new RecordedBureau('2026-03-02T08:00:00+08:00');

const get = async (path: string, claims = officer) =>
  list.parse((await bureau.api({ claims, method: 'GET', path: `${J}/${path}` })).body).items;

async function write(
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  body: object,
  claims = officer,
  headers: Record<string, string> = {},
): Promise<{ status: number; body: unknown }> {
  const answer = await bureau.api({ claims, method, path: `${J}/${path}`, body, headers });
  if (answer.status >= 400 && !bureau.apiStops) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
  return answer;
}

async function fetched(path: string): Promise<void> {
  const { status } = await bureau.documents({ claims: officer, method: 'GET', path: `${J}/${path}` });
  expect(status, path).toBe(200);
}

const enter = async (body: object): Promise<string> =>
  withId.parse((await write('POST', 'subjects', body)).body).id;

const contacts = [{ name: '李档案', email: 'li@unit.example.com', mobile: '13900000000' }];

/** A day of every schedule, after the send hour. */
async function day(count = 1): Promise<void> {
  for (let each = 0; each < count; each += 1) {
    bureau.now = plus(bureau.now, hours(24));
    await bureau.planStart();
    await bureau.sweep();
    await bureau.drain();
    await bureau.report();
  }
}

/** A day on which the delivery queue loses what it was given. */
async function forgetful(): Promise<void> {
  bureau.now = plus(bureau.now, hours(24));
  await bureau.sweep();
  bureau.lose();
  bureau.now = plus(bureau.now, hours(3));
  await bureau.sweep();
  await bureau.drain();
  await bureau.report();
}

async function setUp(): Promise<void> {
  await bureau.planStart();
  const staff = [
    { sub: 'officer', name: '王科员', role: 'bureau-officer', email: 'officer@bureau.example.com' },
    { sub: 'leader', name: '赵局长', role: 'bureau-leader', email: 'leader@bureau.example.com' },
  ];
  await write('PUT', 'staff', staff, admin);
  // The API’s process ends before it links what was entered for papers; delivery finds that and does it.
  bureau.apiStops = 'linking';
  await write(
    'PATCH',
    'settings',
    { alerts: { leaders: ['leader@bureau.example.com'] }, papers: papersOfBureau },
    admin,
  );
  bureau.apiStops = undefined;
  bureau.now = plus(bureau.now, minutes(3));
  await bureau.sweep();
  await bureau.api({
    claims: admin,
    method: 'PUT',
    path: '/v1/work-calendar/2027',
    body: { holidays: ['2027-01-01'], workdays: [], source: '国办发明电〔2026〕1号' },
  });
  await bureau.drain();
}

async function reads(subjectId: string): Promise<void> {
  for (const path of ['rules', 'staff', 'subjects', 'notices', 'obligations'])
    await bureau.api({ claims: officer, method: 'GET', path: `${J}/${path}` });
  for (const path of ['status', `status/${subjectId}`, 'settings', `subjects/${subjectId}`])
    await bureau.api({ claims: officer, method: 'GET', path: `${J}/${path}` });
  await get(`obligations?subjectId=${subjectId}`);
  const [notice] = await get(`notices?subjectId=${subjectId}`);
  if (notice) await bureau.api({ claims: officer, method: 'GET', path: `${J}/notices/${notice.id}` });
  await bureau.api({ claims: admin, method: 'GET', path: '/v1/work-calendar/2027' });
  await bureau.api({ claims: officer, method: 'GET', path: '/v1/jurisdictions' });
}

async function decisions(subjectId: string): Promise<void> {
  const open = (await get(`obligations?subjectId=${subjectId}`)).filter((one) =>
    ['open', 'upcoming', 'overdue'].includes(one.status ?? ''),
  );
  const [first, second] = open;
  if (first)
    await write('POST', `obligations/${first.id}/extension`, { until: '2027-06-01', reason: '疫情' }, leader);
  if (second) await write('POST', `obligations/${second.id}/waiver`, { reason: '不适用' }, leader);
  if (first)
    for (let again = 0; again < 2; again += 1)
      await write(
        'POST',
        `obligations/${first.id}/fulfilment`,
        { on: '2026-03-03' },
        { ...officer, sub: 'unit', role: 'unit', unitId: subjectId },
        { 'idempotency-key': 'report-1' },
      );
  if (first)
    await write('POST', `obligations/${first.id}/report-decision`, { decision: 'return', reason: '不全' });
}

const opinion = { step: 'opinion', text: '经检查，提出下列意见。' };

async function approve(id: string): Promise<void> {
  await write('POST', `escalations/${id}/proposal`, {});
  await write('POST', `escalations/${id}/decision`, { decision: 'approve', reason: '情况属实' }, leader);
}

/** One default up to the served order, read, downloaded and verified. What is still open is withdrawn. */
async function ladder(subjectId: string): Promise<void> {
  const [first, ...others] = await get(`escalations?subjectId=${subjectId}`);
  if (!first) throw new Error('nothing was drafted');
  const on = formatDay(dayOf(bureau.now));
  const path = `escalations/${first.id}`;
  await write('PATCH', path, { text: '责令改正。' });
  const issued = { number: '洪档责〔2026〕1号', on };
  await approve(first.id);
  await write('POST', `${path}/issue`, issued);
  const { id: unwanted } = withId.parse((await write('POST', 'escalations', { ...opinion, subjectId })).body);
  await write('POST', `escalations/${unwanted}/proposal`, {});
  await write('POST', `escalations/${unwanted}/decision`, { decision: 'reject', reason: '事实不清' }, leader);
  const { id: twin } = withId.parse((await write('POST', 'escalations', { ...opinion, subjectId })).body);
  await approve(twin);
  const again = `${J}/escalations/${twin}/issue`;
  // The key is released, so the corrected request may use it again.
  const headers = { 'idempotency-key': 'issue-1' };
  const refused = await bureau.api({ claims: officer, method: 'POST', path: again, body: issued, headers });
  expect(refused.status).toBe(409);
  await bureau.drain();
  bureau.apiStops = 'linking';
  await write('POST', `${path}/service`, { on, method: 'personal', receivedBy: '李档案' });
  bureau.apiStops = undefined;
  for (const read of ['escalations', path, 'ledger'])
    await bureau.api({ claims: officer, method: 'GET', path: `${J}/${read}` });
  for (const file of ['document.docx', 'dossier.zip']) await fetched(`${path}/${file}`);
  await day(25);
  // The first last: what rests on it goes with it.
  const drafts = await get(`escalations?subjectId=${subjectId}&status=draft`);
  for (const { id } of [...others, ...drafts, first, { id: twin }])
    await write('POST', `escalations/${id}/withdrawal`, { reason: '情况有变' }, leader);
}

/** Mails that arrive, bounce and are complained about; then the address is declared correct. */
async function receipts(subjectId: string): Promise<void> {
  const bounce = { bounceType: 'Permanent', bouncedRecipients: [{ emailAddress: 'li@unit.example.com' }] };
  const [arrived, unwanted] = await get(`notices?subjectId=${subjectId}&status=sent&kind=reminder`);
  const [returned] = await get(`notices?subjectId=${subjectId}&status=sent&kind=overdue`);
  if (!arrived || !returned || !unwanted) throw new Error('too little was sent');
  await bureau.receive(mailEventAt(bureau.now, arrived.id, 'Delivery'));
  await bureau.receive(mailEventAt(bureau.now, returned.id, 'Bounce', bounce));
  await write('POST', `notices/${returned.id}/resend`, {});
  await bureau.receive(mailEventAt(bureau.now, unwanted.id, 'Complaint'));
}

/** Sixty units in a roster, a long one tried, every list exported. */
async function rosters(): Promise<void> {
  const rows = (count: number): string =>
    [
      '类别,名称,代码,特征',
      ...Array.from({ length: count }, (_, at) => `单位,第${at}局,D${at},直属单位`),
    ].join('\n');
  const imports = async (method: 'GET' | 'POST', path: string, file?: string): Promise<string> => {
    const headers = file === undefined ? {} : { 'idempotency-key': `file-${file.length}` };
    const sent = file === undefined ? {} : { file };
    const answer = await bureau.imports({ claims: admin, method, path: `${J}/${path}`, headers, ...sent });
    if (answer.status >= 300) throw new Error(`${path}: ${answer.body}`);
    return answer.body;
  };
  await imports('POST', 'imports', rows(60));
  await imports('POST', 'imports', rows(60));
  await expect(imports('POST', 'imports', '颜色\n红')).rejects.toThrow('imports: ');
  await imports('POST', 'imports', rows(3).replaceAll('直属单位', '直属单位、专业档案'));
  // A thousand rows without a name, and one that is entered by a process that ends before it can say so.
  const long = `${rows(1_000).replaceAll(/第\d+局/g, '')}\n单位,信访局,X1,`;
  const { id } = withId.parse(JSON.parse(await imports('POST', 'imports', long)));
  bureau.importStops = true;
  await bureau.drain();
  await imports('GET', `imports/${id}`);
  await imports('GET', 'imports');
  for (const name of Object.keys(exportLists)) await imports('GET', `exports/${name}.csv`);
}

/**
 * Six to ten per cent of about sixty units, and at least ten direct ones: the conflict is decided in the last
 * request. The API’s process ends before it links the decision.
 */
async function conflict(): Promise<void> {
  const decision = { period: '2027', follow: 'direct', reason: '按直属单位家数执行' };
  bureau.apiStops = 'linking';
  await write('POST', 'quotas/electronic-archives/spot-check/decision', decision, leader);
  await day();
}

/** A check with its correction, the quotas and the plan. */
async function checks(): Promise<void> {
  const unit = await enter({
    kind: 'unit',
    name: '档案馆',
    nature: 'institution',
    traits: ['professional-archives'],
  });
  const body = {
    regime: 'archives-security',
    at: formatInstant(bureau.now),
    mode: 'on-site',
    cause: 'planned',
    targets: [unit],
    officers: [
      { name: '孙科员', certificate: '湘12000001' },
      { name: '刘科员', certificate: '湘12000002' },
    ],
    checklist: [{ item: 'backup', result: '符合要求' }],
    findings: [
      { subjectId: unit, text: '库房受潮', severity: 'minor', handling: '整改', rectifyBy: '2026-12-01' },
    ],
    signatures: [{ subjectId: unit, by: '李主任' }],
  };
  const plan = { regime: body.regime, mode: body.mode, targets: body.targets, officers: body.officers };
  const today = formatInstant(bureau.now).slice(0, 10);
  const planned = withId.parse((await write('POST', 'visits', { ...plan, on: today })).body);
  await write('POST', `visits/${planned.id}/decision`, { decision: 'approve', reason: '同意' }, leader);
  await write('POST', `visits/${planned.id}/notice`, { number: '洪档检通〔2026〕1号', on: today });
  for (const path of ['visits', `visits/${planned.id}`])
    await bureau.api({ claims: officer, method: 'GET', path: `${J}/${path}` });
  await fetched(`visits/${planned.id}/document.docx?form=approval`);
  const { id } = withId.parse((await write('POST', 'inspections', { ...body, visitId: planned.id })).body);
  await write('POST', `inspections/${id}/correction`, { ...body, reason: '笔误', checklist: [] });
  for (const path of ['inspections', `inspections/${id}`, 'quotas', 'quotas/plan?year=2026'])
    await bureau.api({ claims: officer, method: 'GET', path: `${J}/${path}` });
  await fetched(`inspections/${id}/document.docx`);
  const assessments = await get('obligations?ruleId=archives-security/annual-assessment');
  for (const { id: duty } of assessments.slice(-1)) {
    await fetched(`obligations/${duty}/document.docx`);
    await write('POST', `obligations/${duty}/circular`, {});
  }
}

/** What opens without an account: the link of a letter, and a calendar feed, read and revoked. */
async function feeds(): Promise<void> {
  const { status } = await bureau.api({ claims: {}, method: 'GET', path: `/v1/answers/${bureau.link}` });
  if (status !== 200) throw new Error(`the link of a letter: ${status}`);
  const made = await write('POST', 'feeds', {});
  const { id, url } = withId.extend({ url: z.string() }).parse(made.body);
  await bureau.api({ claims: officer, method: 'GET', path: url });
  await bureau.api({ claims: officer, method: 'GET', path: `${J}/feeds` });
  await write('DELETE', `feeds/${id}`, {});
}

/** A draw by a local secret; the API’s process ends before it links what was drawn. */
async function draws(): Promise<void> {
  const body = { ruleId: 'archives-security/special-check', size: 1, beacon: { kind: 'local' } };
  const id = withId.parse((await write('POST', 'draws', body)).body).id;
  bureau.apiStops = 'linking';
  await write('POST', `draws/${id}/reveal`, {});
  bureau.apiStops = undefined;
  for (const read of ['draws', `draws/${id}`, 'draws/history'])
    await bureau.api({ claims: officer, method: 'GET', path: `${J}/${read}` });
  await day();
}

/** An acceptance that fails: its recommendation is drafted. */
async function acceptance(subjectId: string): Promise<void> {
  const on = formatDay(dayOf(bureau.now));
  const events = [
    { event: 'application', on, parts: [1, 2, 3, 4, 5, 6], selfScore: 80 },
    {
      event: 'group',
      chair: '甲',
      members: [
        { name: '甲', from: '区档案局' },
        { name: '乙', from: '区重点办' },
      ],
    },
    { event: 'meeting', on, steps: [1, 2, 3, 4, 5], reports: ['建设', '施工', '设计', '监理'] },
    { event: 'score', score: 60 },
    { event: 'opinion', on, text: '案卷不全。' },
  ];
  for (const event of events) await write('POST', `subjects/${subjectId}/events`, event);
  await fetched(`subjects/${subjectId}/dossier.zip`);
}

const refused = { kind: 'permanent', provider: 'test', reason: 'no such address' } as const;
const busy = { kind: 'temporary', provider: 'test', reason: 'busy' } as const;
const accepted = { kind: 'accepted', provider: 'test' } as const;

/** Most of a year of a bureau’s life, with what goes wrong in it. */
export async function life(): Promise<void> {
  await bureau.grow(300);
  await setUp();
  const parent = await enter({ kind: 'unit', name: '建设局', code: 'JS', nature: 'organ', contacts });
  const project = { kind: 'project', parentId: parent, contacts };
  const bridge = await enter({ ...project, name: '一号桥', facts: { startedOn: '2026-02-20' } });
  const road = await enter({ ...project, name: '二号路', facts: { startedOn: '2025-12-20' } });
  const tunnel = await enter({ ...project, name: '三号隧道', facts: { startedOn: '2025-12-21' } });
  bureau.now = instant('2026-04-30T09:30:00+08:00');
  bureau.outcome = busy;
  await day(24);
  await forgetful();
  // The daily mail is tried again on the same day.
  bureau.now = plus(bureau.now, hours(1));
  await bureau.report();
  bureau.outcome = refused;
  await day(20);
  const failed = await get('notices?status=failed');
  bureau.outcome = accepted;
  for (const { id } of failed)
    await bureau.api({ claims: officer, method: 'POST', path: `${J}/notices/${id}/resend`, body: {} });
  await day(40);
  await reads(road);
  await decisions(bridge);
  // Somebody was told the old date.
  await write('PATCH', `subjects/${tunnel}`, { facts: { startedOn: '2026-03-21' }, parentId: null });
  await day(5);
  await acceptance(bridge);
  await ladder(road);
  expect(await recordedCase(bureau)).toEqual([200, 200]);
  await receipts(road);
  await rosters();
  await checks();
  await draws();
  await feeds();
  await peopleAndPrograms(
    write,
    (path, claims) => bureau.api({ claims, method: 'GET', path: `${J}/${path}` }),
    admin,
    parent,
  );
  await write('DELETE', `subjects/${road}`, {});
  await stopped();
  await bureau.meetFault('hongjiang');
  await bureau.grow(3_000);
  bureau.now = instant('2027-01-01T09:30:00+08:00');
  await day(2);
  await conflict();
}

/** The API’s process ends after it has stored a subject with a late date and before it has planned it. */
async function stopped(): Promise<void> {
  bureau.apiStops = 'planning';
  await write('POST', 'subjects', { kind: 'project', name: '四号站', facts: { startedOn: '2026-01-05' } });
  bureau.apiStops = undefined;
  await day(2);
}
