import { z } from 'zod';
import type { Route } from '../../../functions/api/route.ts';
import * as answers from '../../../shared/contract/answers.ts';
import { draw } from '../../../shared/contract/draws.ts';
import { inspection } from '../../../shared/contract/inspections.ts';
import { visit } from '../../../shared/contract/visits.ts';
import { clientMade } from '../../../shared/contract/clients.ts';
import { person } from '../../../shared/contract/people.ts';
import { feedMade } from '../../../shared/contract/feeds.ts';
import { escalation } from '../../../shared/contract/escalations.ts';
import type { OfficeName, SubjectKind } from '../../../shared/rules/schema.ts';
import { bureauOf, type Bureau } from './bureau.ts';
import { sampleBody } from '../chance/sample-body.ts';
import type { TestServer } from '../product/server.ts';

/** The things of one tenant, unit or office: ids to ask for, and a mark in all its texts. */
export interface Holding {
  readonly mark: string;
  readonly subject: string;
  readonly obligation: string;
  readonly notice: string;
  /** A measure taken on the spot: the unit may see it. */
  readonly escalation: string;
  /** A draw of the tenant: published to all of its units. */
  readonly draw: string;
  /** The record of a check of it; empty when no regime checks its kind. */
  readonly inspection: string;
  /** A check of it that is still to be made: for the bureau alone. */
  readonly visit: string;
  /** Made by the unit’s own person. */
  readonly feed: string;
  /** Somebody of the bureau. */
  readonly person: string;
  /** Somebody of the unit; nobody where it is none. */
  readonly unitPerson: string;
  /** A program that was let in. */
  readonly client: string;
  readonly session: string;
}

/** A unit with a project of its own. */
export interface UnitHolding extends Holding {
  readonly child: Holding;
}

export interface Tenant {
  readonly id: string;
  readonly bureau: Bureau;
  readonly a: UnitHolding;
  readonly b: UnitHolding;
}

/** Every mark in a text. */
export const marksIn = (text: string): string[] => [...new Set(text.match(/mark(?:\.[a-z]+)+/g) ?? [])];

interface Entry {
  readonly mark: string;
  readonly kind: SubjectKind;
  readonly facts?: object;
  readonly traits?: string[];
  readonly parentId?: string;
}

const enter = ({ enter: send }: Bureau, { mark, ...entry }: Entry) =>
  send({
    ...entry,
    facts: { ...entry.facts },
    name: mark,
    code: mark,
    contacts: [{ name: mark, email: `${mark}@unit.example.com` }],
  });

/**
 * Further things of a holding: a draw, a check of a regime; and the rule of its document, if several would fit.
 */
interface Held {
  readonly draw?: string | undefined;
  readonly regime?: string;
  readonly ruleId?: string;
}

async function holdingOf(
  bureau: Bureau,
  mark: string,
  subject: string,
  { draw = '', regime, ruleId }: Held = {},
): Promise<Holding> {
  const [obligation] = await bureau.obligations({ subjectId: subject });
  const [notice] = await bureau.notices({ subjectId: subject });
  const taken = await bureau.officer.send(escalation, 'POST', `${bureau.path}/escalations`, {
    step: 'order-to-rectify',
    subjectId: subject,
    ...(ruleId === undefined ? {} : { ruleId }),
    text: mark,
    takenOnTheSpot: { at: ENTERED, officers: [mark, `${mark}.second`] },
  });
  const own = await bureau.unit(subject);
  const made = await own.send(feedMade, 'POST', `${bureau.path}/feeds`, { name: mark });
  return {
    mark,
    subject,
    obligation: obligation?.id ?? '',
    notice: notice?.id ?? '',
    escalation: taken.id,
    draw,
    inspection: regime === undefined ? '' : await checkOf(bureau, mark, subject, regime),
    visit: regime === undefined ? '' : await visitOf(bureau, mark, subject, regime),
    feed: made.id,
    ...(await letIn(bureau, mark, subject)),
  };
}

/** An office’s holding has its own person; the staff list shows everybody, so that one bears no mark. */
function officeOf(mark: string): { readonly office?: OfficeName; readonly name?: string } {
  const [, holder = ''] = mark.split('.');
  const offices: Readonly<Record<string, OfficeName>> = {
    archives: 'archives',
    unit: 'archives',
    defence: 'civil-defence',
    legal: 'legal-affairs',
  };
  const office = offices[holder];
  return office === undefined ? {} : { office, name: '某人' };
}

/** People and a program, with the mark in their names. */
async function letIn({ admin, officer, path }: Bureau, mark: string, subject: string) {
  const email = `${mark}.person@bureau.example.com`;
  const of = { role: 'bureau-officer', name: mark, email, ...officeOf(mark) };
  const { id: own } = await admin.send(person, 'POST', `${path}/people`, of);
  const people = `${path}/subjects/${subject}/people`;
  const { kind } = await officer.get(answers.subjectDetail, `${path}/subjects/${subject}`);
  const unitPerson =
    kind === 'unit' ? (await officer.send(person, 'POST', people, { name: mark })).id : 'nobody';
  const asked = { name: mark, scopes: ['status:read'], expiresOn: '2027-03-31' };
  const { clientId } = await admin.send(clientMade, 'POST', `${path}/clients`, asked);
  return { person: own, unitPerson, client: clientId, session: 'nowhere' };
}

/** A check with a finding, in the form that its regime requires. */
async function checkOf({ officer, path }: Bureau, mark: string, subjectId: string, regime: string) {
  const officers = [mark, `${mark}.second`].map((name) => ({ name, certificate: name }));
  const made = await officer.send(inspection, 'POST', `${path}/inspections`, {
    regime,
    at: ENTERED,
    mode: 'on-site',
    cause: 'planned',
    targets: [subjectId],
    officers,
    checklist: [],
    findings: [{ subjectId, text: mark, severity: 'minor', handling: mark }],
    signatures: [{ subjectId, by: mark }],
  });
  return made.id;
}

async function visitOf({ officer, path }: Bureau, mark: string, subjectId: string, regime: string) {
  const officers = [mark, `${mark}.second`].map((name) => ({ name, certificate: name }));
  const made = await officer.send(visit, 'POST', `${path}/visits`, {
    regime,
    on: '2026-12-30',
    mode: 'on-site',
    targets: [subjectId],
    officers,
    place: mark,
  });
  return made.id;
}

async function unit(bureau: Bureau, mark: string): Promise<(draw?: string) => Promise<UnitHolding>> {
  const own = await enter(bureau, { mark, kind: 'unit', traits: ['backup-register'] });
  const facts = { startedOn: '2026-03-01' };
  const child = await enter(bureau, { mark: `${mark}.child`, kind: 'project', facts, parentId: own.id });
  const ruleId = 'archives-security/other-problems';
  const checked = bureau.path.endsWith('/luquan') ? { ruleId } : { regime: 'key-project-archives' };
  return async (draw) => ({
    ...(await holdingOf(bureau, mark, own.id, { draw, regime: 'electronic-archives', ruleId })),
    child: await holdingOf(bureau, `${mark}.child`, child.id, { draw, ...checked }),
  });
}

/** A draw among all units of the bureau. */
async function drawOf({ officer, path }: Bureau): Promise<string> {
  const body = { ruleId: 'archives-security/special-check', size: 1, beacon: { kind: 'local' } };
  return (await officer.send(draw, 'POST', `${path}/draws`, body)).id;
}

/** Tenants are entered before this day: their reminders are sent on Monday 31 August 2026. */
export const ENTERED = '2026-08-28T10:00:00+08:00';
const REMINDED = '2026-08-31T10:00:00+08:00';

/** Tenants with two units each, every one of them with obligations and notices. */
export async function tenantsOf(server: TestServer, ids: readonly string[]): Promise<Tenant[]> {
  const entered = [];
  for (const id of ids) {
    const bureau = await bureauOf(server, id);
    const staff = [
      {
        sub: 's',
        name: `mark.${id}.staff`,
        role: 'bureau-officer',
        email: `mark.${id}.staff@bureau.example.com`,
      },
    ];
    await bureau.admin.send(answers.staff, 'PUT', `${bureau.path}/staff`, staff);
    entered.push({
      id,
      bureau,
      a: await unit(bureau, `mark.${id}.a`),
      b: await unit(bureau, `mark.${id}.b`),
    });
  }
  await server.advance(REMINDED);
  const tenants = [];
  for (const { id, bureau, a, b } of entered) {
    const draw = await drawOf(bureau);
    tenants.push({ id, bureau, a: await a(draw), b: await b(draw) });
  }
  return tenants;
}

/** The things of each office of Baixiang: a case of its own if it has cases, else another subject. */
export async function officesOf(
  server: TestServer,
): Promise<{ unit: UnitHolding; archives: Holding; defence: Holding; legal: Holding }> {
  const bureau = await bureauOf(server, 'baixiang');
  const facts = { discoveredOn: '2026-08-27' };
  const shared = await unit(bureau, 'mark.unit');
  const archives = await enter(bureau, {
    mark: 'mark.archives',
    kind: 'case',
    facts: { ...facts, office: 'archives' },
  });
  const defence = await enter(bureau, {
    mark: 'mark.defence',
    kind: 'case',
    facts: { ...facts, office: 'civil-defence' },
  });
  const legal = await enter(bureau, { mark: 'mark.legal', kind: 'reconsideration-decision' });
  await server.advance(REMINDED);
  return {
    unit: await shared(),
    archives: await holdingOf(bureau, 'mark.archives', archives.id),
    defence: await holdingOf(bureau, 'mark.defence', defence.id),
    legal: await holdingOf(bureau, 'mark.legal', legal.id),
  };
}

const idsByCollection: Readonly<Record<string, keyof Omit<Holding, 'mark'>>> = {
  subjects: 'subject',
  status: 'subject',
  obligations: 'obligation',
  notices: 'notice',
  escalations: 'escalation',
  draws: 'draw',
  inspections: 'inspection',
  visits: 'visit',
  feeds: 'feed',
  people: 'person',
  clients: 'client',
  sessions: 'session',
};
const fixed: Readonly<Record<string, string>> = {
  year: '2027',
  regime: 'key-project-archives',
  rule: 'quarterly-check',
};

/**
 * The route’s path with a jurisdiction and the ids of a holding; undefined when the holding does not have the
 * thing.
 */
export function pathFor(route: Route, jurisdiction: string, holding: Holding): string | undefined {
  const segments = route.path.split('/').map((part, index, all) => {
    const name = /^\{(\w+)\}$/.exec(part)?.[1];
    if (name === undefined) return part;
    if (name === 'j') return jurisdiction;
    if (name === 'person') return holding.unitPerson;
    const collection = idsByCollection[all[index - 1] ?? ''];
    const value = name === 'id' && collection !== undefined ? holding[collection] : fixed[name];
    if (value === undefined)
      throw new Error(`what is {${name}} in ${route.path}? Say it in test/support/bureaus/tenants.ts`);
    return value;
  });
  return segments.includes('') && segments.lastIndexOf('') > 0 ? undefined : segments.join('/');
}

/** What every unit of the jurisdiction may see, whatever its subject. */
export const isPublished = ({ path }: Route): boolean => path.endsWith('/draws/{id}');

const withJurisdiction = z.looseObject({ jurisdiction: z.string() });

/** The sample body of a route. If it has a jurisdiction, it is the wanted one. */
export function bodyFor(route: Route, jurisdiction: string): { readonly body?: unknown } {
  const body = sampleBody(route);
  if (body === undefined) return {};
  const named = withJurisdiction.safeParse(body);
  return { body: named.success ? { ...named.data, jurisdiction } : body };
}
