import type { z } from 'zod';
import * as answers from '../../../shared/contract/answers.ts';
import { escalation as answer, link } from '../../../shared/contract/escalations.ts';
import type { Link } from '../../../shared/domain/ledger.ts';
import {
  bureauOf,
  contactAt,
  officerOnStaff,
  registrationAfterStart,
  type Bureau,
} from '../bureaus/bureau.ts';
import { enterPapers } from '../bureaus/papers.ts';
import type { Client } from '../product/client.ts';
import { serverForTest, type TestServer } from '../product/server.ts';

export type Escalation = z.infer<typeof answer>;

export const leaderOnStaff = {
  sub: 'leader',
  name: '李局长',
  role: 'bureau-leader',
  email: 'leader@bureau.example.com',
} as const;

/** A bureau whose project misses its opening form of 15 July 2026, a Wednesday; begun on the Monday before. */
export const beforeLateForm = '2026-07-13T10:00:00+08:00';

export interface Scene {
  readonly server: TestServer;
  readonly bureau: Bureau;
  readonly officer: Client;
  readonly leader: Client;
  readonly project: { readonly id: string };
  readonly obligationId: string;
  readonly list: (query?: Readonly<Record<string, string>>) => Promise<Escalation[]>;
  /** The one escalation of a step. */
  readonly one: (step: string) => Promise<Escalation>;
  readonly read: (id: string) => Promise<Escalation>;
  readonly patch: (id: string, body: object, by?: Client) => Promise<Escalation>;
  readonly act: (id: string, act: string, body: object, by?: Client) => Promise<Escalation>;
  readonly chain: () => Promise<Link[]>;
}

export async function lateForm(jurisdiction = 'hongjiang'): Promise<Scene> {
  return lateFormOn(await serverForTest(beforeLateForm), jurisdiction);
}

export async function lateFormOn(server: TestServer, jurisdiction = 'hongjiang'): Promise<Scene> {
  const bureau = await bureauOf(server, jurisdiction);
  await bureau.admin.send(answers.staff, 'PUT', `${bureau.path}/staff`, [officerOnStaff, leaderOnStaff]);
  const owner = await bureau.enter({
    kind: 'unit',
    name: '沅江路桥建设有限公司',
    nature: 'state-owned',
    code: '91431200MA4L000001',
    facts: { address: '洪江区沅江路18号', representative: '周八' },
    contacts: [contactAt('Owner')],
  });
  const project = await bureau.enter({
    kind: 'project',
    name: '沅江大桥及连接线工程',
    parentId: owner.id,
    facts: { startedOn: '2026-01-15' },
    contacts: [contactAt('Qiao')],
  });
  const { id: obligationId } = await bureau.obligation(project.id, registrationAfterStart);
  return { server, project, obligationId, ...(await peopleOf(server, bureau, jurisdiction)) };
}

export async function peopleOf(server: TestServer, bureau: Bureau, jurisdiction: string) {
  const officer = await server.as({ jurisdiction, role: 'bureau-officer', sub: 'officer' });
  const leader = await server.as({ jurisdiction, role: 'bureau-leader', sub: 'leader' });
  await enterPapers(server, jurisdiction);
  const at = (id: string): string => `${bureau.path}/escalations/${id}`;
  const list: Scene['list'] = (query = {}) =>
    officer.all(answer, `${bureau.path}/escalations?${new URLSearchParams(query).toString()}`);
  return {
    bureau,
    officer,
    leader,
    list,
    one: async (step: string) => {
      const [one, ...others] = await list({ step });
      if (!one || others.length > 0) throw new Error(`${others.length + (one ? 1 : 0)} of ${step}`);
      return one;
    },
    read: (id: string) => officer.get(answer, at(id)),
    patch: (id: string, body: object, by = officer) => by.send(answer, 'PATCH', at(id), body),
    act: (id: string, act: string, body: object, by = officer) =>
      by.send(answer, 'POST', `${at(id)}/${act}`, body),
    chain: () => officer.all(link, `${bureau.path}/ledger`),
  };
}

/** Approved, issued and served on one day, by two people. */
export async function served(
  { act, leader }: Pick<Scene, 'act' | 'leader'>,
  id: string,
  number: string,
  on: string,
) {
  await act(id, 'proposal', {});
  await act(id, 'decision', { decision: 'approve', reason: '属实' }, leader);
  await act(id, 'issue', { number, on });
  return act(id, 'service', { on, method: 'personal', receivedBy: '张工' });
}

/** A draft by an officer’s hand. */
export const create = ({ officer, bureau }: Scene, body: object) =>
  officer.send(answer, 'POST', `${bureau.path}/escalations`, { text: '经检查，发现下列问题。', ...body });

/** The fields that a refusal names. */
export const paths = (answer: { readonly errors?: readonly { readonly path: string }[] | undefined }) =>
  answer.errors?.map(({ path }) => path);
