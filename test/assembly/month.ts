import { expect } from 'vitest';
import { z } from 'zod';
import * as answers from '../../shared/contract/answers.ts';
import { escalation, link } from '../../shared/contract/escalations.ts';
import { verifyChain } from '../../shared/domain/ledger.ts';
import type { Role } from '../../shared/rules/schema.ts';
import type { Cloud } from '../support/assembly/cloud.ts';
import type { Person } from '../support/assembly/issuers.ts';
import { contactAt, officerOnStaff, registrationAfterStart } from '../support/bureaus/bureau.ts';
import { papersOfBureau } from '../support/bureaus/papers.ts';
import { leaderOnStaff } from '../support/cases/escalations.ts';
import type { Client } from '../support/product/client.ts';

export const J = '/v1/jurisdictions/hongjiang';
/** Two days before the form of the project is due. */
export const BEGINS = '2026-07-13T10:00:00+08:00';

export const personOf = (role: Role, sub: string): Person => ({
  sub,
  role,
  jurisdiction: 'hongjiang',
  email: `${sub}@bureau.example.com`,
});
const [officer, leader, admin] = [
  personOf('bureau-officer', 'officer'),
  personOf('bureau-leader', 'leader'),
  personOf('bureau-admin', 'admin'),
];

/** What a stage’s own providers need: what came to an address, and what they report about it. */
export interface Post {
  readonly received: (to: string) => number;
  readonly report: () => Promise<void>;
  /** What the bounce at `gone@` makes of the notice. */
  readonly gone: 'bounced' | 'failed';
}

/** A file, as a browser sends it and saves it. */
async function file(
  cloud: Cloud,
  method: 'GET' | 'POST',
  path: string,
  body?: string,
): Promise<{ readonly bytes: Uint8Array; readonly text: string }> {
  const token = await cloud.tokenOf(path.startsWith('imports') ? admin : officer);
  const response = await fetch(`${cloud.url}${J}/${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(body === undefined ? {} : { 'content-type': 'text/csv' }),
    },
    ...(body === undefined ? {} : { body }),
  });
  const bytes = new Uint8Array(await response.arrayBuffer());
  const text = new TextDecoder().decode(bytes);
  expect(response.status, `${path}: ${text.slice(0, 300)}`).toBeLessThan(300);
  return { bytes, text };
}

async function setUp(cloud: Cloud): Promise<void> {
  await cloud.tick();
  const by = await cloud.as(admin);
  await by.send(answers.staff, 'PUT', `${J}/staff`, [officerOnStaff, leaderOnStaff]);
  await by.send(answers.settings, 'PATCH', `${J}/settings`, {
    alerts: { leaders: [leaderOnStaff.email] },
    papers: papersOfBureau,
  });
  const year = { holidays: ['2027-01-01'], workdays: [], source: '国办发明电〔2026〕1号' };
  await by.send(z.unknown(), 'PUT', '/v1/work-calendar/2027', year);
  await cloud.settle();
}

/** A thousand rows without a name go through the queue; the last one is entered. */
async function imports(cloud: Cloud): Promise<void> {
  const rows = Array.from({ length: 1_000 }, (_, at) => `单位,,D${at}`);
  const { text } = await file(
    cloud,
    'POST',
    'imports',
    ['类别,名称,代码', ...rows, '单位,信访局,X1'].join('\n'),
  );
  const { id } = z.object({ id: z.string() }).parse(JSON.parse(text));
  await cloud.settle();
  const done = JSON.parse((await file(cloud, 'GET', `imports/${id}`)).text);
  expect(done).toMatchObject({ created: 1 });
  expect((await file(cloud, 'GET', 'exports/subjects.csv')).text).toContain('信访局');
}

async function enterProject(by: Client): Promise<string> {
  const owner = await by.send(answers.subject, 'POST', `${J}/subjects`, {
    kind: 'unit',
    name: '沅江路桥建设有限公司',
    nature: 'state-owned',
    code: '91431200MA4L000001',
    facts: { address: '洪江区沅江路18号', representative: '周八' },
    contacts: [contactAt('Owner')],
  });
  const project = await by.send(answers.subject, 'POST', `${J}/subjects`, {
    kind: 'project',
    name: '沅江大桥及连接线工程',
    parentId: owner.id,
    facts: { startedOn: '2026-01-15' },
    contacts: [contactAt('Qiao', '13800000000'), contactAt('Gone')],
  });
  return project.id;
}

/** A bureau’s month: from the plan to the dossier, with everything that AWS does in between. */
export async function liveMonth(cloud: Cloud, post: Post): Promise<void> {
  await setUp(cloud);
  const project = await enterProject(await cloud.as(officer));
  await imports(cloud);

  await cloud.to('2026-07-14T09:30:00+08:00');
  await post.report();
  expect(post.received('qiao@unit.example.com')).toBe(1);
  const notices = await (
    await cloud.as(officer)
  ).all(answers.notice, `${J}/notices?subjectId=${project}&kind=reminder`);
  const state = (to: string): string | undefined => notices.find((one) => one.to === to)?.status;
  expect(state('gone@unit.example.com')).toBe(post.gone);

  await cloud.to('2026-07-16T09:30:00+08:00');
  await post.report();
  const overdue = await (
    await cloud.as(officer)
  ).all(answers.obligation, `${J}/obligations?subjectId=${project}&ruleId=${registrationAfterStart}`);
  expect(overdue.map(({ status }) => status)).toEqual(['overdue']);
  const first = await order(cloud, project);

  await cloud.to('2026-08-13T10:00:00+08:00');
  await post.report();
  const by = await cloud.as(officer);
  const steps = (await by.all(escalation, `${J}/escalations?subjectId=${project}`)).map(({ step }) => step);
  expect(steps).toContain('circulated-criticism');
  const chain = await by.all(link, `${J}/ledger`);
  expect(verifyChain(chain)).toMatchObject({ holds: true, links: chain.length });
  expect(chain.map(({ content }) => content?.['action'])).toEqual(
    expect.arrayContaining(['proposed', 'approved', 'issued', 'served']),
  );
  for (const name of ['document.docx', 'dossier.zip'])
    expect((await file(cloud, 'GET', `escalations/${first}/${name}`)).bytes.slice(0, 2)).toEqual(
      new Uint8Array([0x50, 0x4b]),
    );
}

/** The order to rectify: proposed, approved by another person, issued, served. */
async function order(cloud: Cloud, project: string): Promise<string> {
  const by = await cloud.as(officer);
  const [draft] = await by.all(escalation, `${J}/escalations?subjectId=${project}&step=order-to-rectify`);
  if (!draft) throw new Error('no order was drafted');
  const act = async (who: Person, name: string, body: object): Promise<void> => {
    await (await cloud.as(who)).send(escalation, 'POST', `${J}/escalations/${draft.id}/${name}`, body);
    await cloud.settle();
  };
  await act(officer, 'proposal', {});
  await act(leader, 'decision', { decision: 'approve', reason: '情况属实' });
  await act(officer, 'issue', { number: '洪档责〔2026〕1号', on: '2026-07-16' });
  await cloud.to('2026-07-17T10:00:00+08:00');
  await act(officer, 'service', { on: '2026-07-17', method: 'personal', receivedBy: '张工' });
  return draft.id;
}
