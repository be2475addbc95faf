import type { z } from 'zod';
import * as answers from '../../../shared/contract/answers.ts';
import type * as bodies from '../../../shared/contract/bodies.ts';
import type { OfficeName } from '../../../shared/rules/schema.ts';
import { relationsOf } from '../../../shared/vocabulary/parties.ts';
import type { Client } from '../product/client.ts';
import type { TestServer } from '../product/server.ts';

export type Subject = z.infer<typeof answers.subject>;
export type Obligation = z.infer<typeof answers.obligation>;
export type ObligationDetail = z.infer<typeof answers.obligationDetail>;
export type Notice = z.infer<typeof answers.notice>;
type SubjectBody = z.input<typeof bodies.subjectBody>;

export const pathOf = (jurisdiction: string): string => `/v1/jurisdictions/${jurisdiction}`;

/** A bureau’s people at work: frequent requests of tests. */
export interface Bureau {
  /** `/v1/jurisdictions/…` */
  readonly path: string;
  readonly officer: Client;
  readonly leader: Client;
  readonly admin: Client;
  /** A token of one unit. */
  readonly unit: (unitId: string) => Promise<Client>;
  readonly enter: (body: SubjectBody) => Promise<Subject>;
  readonly patch: (id: string, body: object) => Promise<Subject>;
  /** Every obligation that matches a query, over all pages. */
  readonly obligations: (query: Readonly<Record<string, string>>) => Promise<Obligation[]>;
  /** The one obligation of a subject under a rule, with the period if there are several. */
  readonly obligation: (subjectId: string, ruleId: string, period?: string) => Promise<Obligation>;
  readonly detail: (id: string) => Promise<ObligationDetail>;
  /** An act on an obligation, by an officer by default. */
  readonly act: (id: string, act: string, body: object, by?: Client) => Promise<Obligation>;
  readonly notices: (query: Readonly<Record<string, string>>) => Promise<Notice[]>;
}

export async function bureauOf(server: TestServer, id: string, office?: OfficeName): Promise<Bureau> {
  const claims = { jurisdiction: id, ...(office === undefined ? {} : { office }) };
  const officer = await server.as({ ...claims, role: 'bureau-officer' });
  const path = pathOf(id);
  const query = (values: Readonly<Record<string, string>>): string => new URLSearchParams(values).toString();
  const obligations: Bureau['obligations'] = (values) =>
    officer.all(answers.obligation, `${path}/obligations?${query(values)}`);
  return {
    path,
    officer,
    leader: await server.as({ ...claims, role: 'bureau-leader' }),
    admin: await server.as({ ...claims, role: 'bureau-admin' }),
    unit: (unitId) => server.as({ jurisdiction: id, role: 'unit', unitId }),
    enter: (body) => officer.send(answers.subject, 'POST', `${path}/subjects`, body),
    patch: (subjectId, body) => officer.send(answers.subject, 'PATCH', `${path}/subjects/${subjectId}`, body),
    obligations,
    obligation: async (subjectId, ruleId, period) => {
      const found = (await obligations({ subjectId, ruleId })).filter(
        (one) => period === undefined || one.period === period,
      );
      const [one, ...others] = found;
      if (!one || others.length > 0)
        throw new Error(`${found.length} obligations of ${subjectId} under ${ruleId} ${period ?? ''}`);
      return one;
    },
    detail: (obligationId) => officer.get(answers.obligationDetail, `${path}/obligations/${obligationId}`),
    act: (obligationId, act, body, by = officer) =>
      by.send(answers.obligation, 'POST', `${path}/obligations/${obligationId}/${act}`, body),
    notices: (values) => officer.all(answers.notice, `${path}/notices?${query(values)}`),
  };
}

/** Who answers for a subject of the kind, as far as a proposal asks. */
export function answeredFor(
  kind: SubjectBody['kind'],
  relations = relationsOf[kind].slice(0, 1),
): Pick<SubjectBody, 'nature' | 'parties'> {
  if (kind === 'unit') return { nature: 'institution' };
  if (relations.length === 0) return {};
  const registered = { code: '91431200MA4L000001', address: '某路1号', representative: '某人' };
  return {
    parties: relations.map((relation) => ({
      relation,
      name: '某有限公司',
      nature: relation === 'organ' ? 'organ' : 'state-owned',
      ...registered,
    })),
  };
}

/** A contact at a reserved domain. */
export const contactAt = (name: string, mobile?: string) => ({
  name,
  email: `${name.toLowerCase()}@unit.example.com`,
  ...(mobile === undefined ? {} : { mobile }),
});

/** An officer who gets alerts and the daily mail. */
export const officerOnStaff = {
  sub: 'officer',
  name: '王科员',
  role: 'bureau-officer',
  email: 'officer@bureau.example.com',
} as const;

export const registrationAfterStart = 'key-project-archives/registration-after-start';
export const registrationYearly = 'key-project-archives/registration-yearly';
export const registrationAfterAcceptance = 'key-project-archives/registration-after-acceptance';
export const acceptanceApplication = 'key-project-archives/acceptance-application';
export const selfInspection = 'archives-security/self-inspection-report';

/** The mail to an address: `2026-06-15T09:00 【提醒】…`, oldest first. */
export async function received(server: TestServer, to: string, channel = 'email'): Promise<string[]> {
  const mails = await server.mailbox({ to, channel });
  return mails.map(({ sentAt, subject }) => `${sentAt.slice(0, 16)} ${subject}`);
}

/** The same without texts: the time and the kind. */
export async function kindsReceived(server: TestServer, to: string): Promise<string[]> {
  return (await received(server, to)).map((line) => line.replace(/】.*$/, '】'));
}
