import type { z } from 'zod';
import * as answers from '../../../shared/contract/answers.ts';
import * as contract from '../../../shared/contract/inspections.ts';
import { bureauOf, contactAt, officerOnStaff, type Bureau } from '../bureaus/bureau.ts';
import { commit, dice, read, reveal, type Draw } from './draws.ts';
import type { TestServer } from '../product/server.ts';

/** A bureau of 80 units that does its checks for a year as its own plan proposes. */

export type Inspection = z.output<typeof contract.inspection>;
type Visit = z.output<typeof contract.quotaPlan>['visits'][number];
type Served = Visit['serves'][number];

export const START = '2025-12-29T10:00:00+08:00';
export const spotCheck = 'electronic-archives/spot-check';
export const leaderAddress = 'leader@bureau.example.com';

/** The first working day of each month of 2026, from the arrangement of its holidays. */
export const FIRST_WORKING_DAYS = [
  '2026-01-04',
  '2026-02-02',
  '2026-03-02',
  '2026-04-01',
  '2026-05-06',
  '2026-06-01',
  '2026-07-01',
  '2026-08-03',
  '2026-09-01',
  '2026-10-08',
  '2026-11-02',
  '2026-12-01',
] as const;

const UNITS = 80;
const PROJECTS = 6;

const staff = [
  officerOnStaff,
  { sub: 'leader', name: '李局长', role: 'bureau-leader', email: leaderAddress },
] as const;

/** 20 of 80 units are in the catalogue of professional archives, 12 are directly under the government. */
function traitsOf(index: number): string[] {
  return [
    ...(index <= 20 ? ['professional-archives'] : []),
    ...(index > 15 && index <= 27 ? ['direct'] : []),
    ...(index === 30 ? ['key-monitored'] : []),
  ];
}

async function register(bureau: Bureau): Promise<void> {
  const contacts = [contactAt('Unit')];
  for (let index = 1; index <= UNITS; index += 1)
    await bureau.enter({
      kind: 'unit',
      name: `第${index}单位`,
      code: `U${index}`,
      traits: traitsOf(index),
      contacts,
    });
  const facts = { startedOn: '2025-12-01' };
  for (let index = 1; index <= PROJECTS; index += 1)
    await bureau.enter({ kind: 'project', name: `第${index}工程`, code: `P${index}`, facts, contacts });
}

export interface InspectedYear {
  readonly server: TestServer;
  readonly bureau: Bureau;
  /** What the bureau published before the dice were thrown. */
  readonly commitment: string;
  readonly draw: Draw;
  /** The records at noon of the first working day of each month. */
  readonly known: ReadonlyMap<string, readonly Inspection[]>;
}

/**
 * Enters the register in December, decides and draws in January, and from then on does what the plan says for
 * the month.
 */
export async function inspectedYear(server: TestServer): Promise<InspectedYear> {
  const bureau = await bureauOf(server, 'hongjiang');
  await bureau.admin.send(answers.staff, 'PUT', `${bureau.path}/staff`, staff);
  await register(bureau);
  const known = new Map<string, readonly Inspection[]>();
  let drawn: { readonly draw: Draw; readonly commitment: string } | undefined;
  for (const first of FIRST_WORKING_DAYS) {
    await server.advance(`${first}T12:00:00+08:00`);
    known.set(first, await recordsOf(bureau));
    drawn ??= await drawSpotCheck(server, bureau);
    await followPlan(server, bureau, first.slice(0, 7));
  }
  await server.advance('2027-01-08T12:00:00+08:00');
  if (!drawn) throw new Error('nothing was drawn');
  return { server, bureau, known, ...drawn };
}

export const recordsOf = ({ officer, path }: Bureau): Promise<Inspection[]> =>
  officer.all(contract.inspection, `${path}/inspections`);

/**
 * The leader follows the share; the officer draws that many, throws dice before witnesses, and visits the
 * units.
 */
async function drawSpotCheck(server: TestServer, bureau: Bureau) {
  const decision = { period: '2026', follow: 'ratio', reason: '单位不足100家，按比例执行' };
  await bureau.leader.send(contract.quota, 'POST', `${bureau.path}/quotas/${spotCheck}/decision`, decision);
  const open = await commit(bureau.officer, { ruleId: spotCheck, size: 8, beacon: dice });
  await server.advance('2026-01-05T17:00:00+08:00');
  await reveal(bureau.officer, open, '351624416');
  const draw = await read(bureau.officer, open);
  await record(bureau, '2026-01-05', {
    ruleId: spotCheck,
    period: '2026',
    mode: 'on-site',
    targets: draw.drawn ?? [],
  });
  return { draw, commitment: open.commitment };
}

/** Two checks of June do not count: one visits too few, the other only follows a complaint. */
async function followPlan(server: TestServer, bureau: Bureau, month: string): Promise<void> {
  const plan = await bureau.officer.get(contract.quotaPlan, `${bureau.path}/quotas/plan?year=2026`);
  const visits = plan.visits.filter(({ day }) => day.startsWith(month));
  let toSpoil = month === '2026-06' ? ['alone', 'complaint'] : [];
  for (const { day, serves } of visits) {
    await server.advance(`${day}T17:00:00+08:00`);
    for (const served of serves) {
      const [spoiled] = served.ruleId === 'archives-security/daily-check' ? toSpoil : [];
      if (spoiled !== undefined) toSpoil = toSpoil.slice(1);
      if (spoiled === 'alone') await record(bureau, day, { ...served, targets: served.targets.slice(0, 1) });
      else if (spoiled === 'complaint')
        await record(bureau, day, { ...served, ruleId: undefined }, { cause: 'complaint' });
      else await record(bureau, day, served);
    }
  }
}

async function record(
  { officer, path }: Bureau,
  day: string,
  served: Omit<Served, 'ruleId'> & { readonly ruleId: string | undefined },
  more: object = {},
): Promise<void> {
  const regime = served.ruleId?.split('/')[0] ?? 'archives-security';
  await officer.send(contract.inspection, 'POST', `${path}/inspections`, {
    regime,
    ...(served.ruleId === undefined ? {} : { ruleId: served.ruleId }),
    at: `${day}T10:00:00+08:00`,
    mode: served.mode,
    cause: 'planned',
    targets: served.targets,
    officers: [
      { name: '周检查', certificate: '湘12000001' },
      { name: '刘检查', certificate: '湘12000002' },
    ],
    signatures: served.targets.map((subjectId) => ({ subjectId, by: '负责人' })),
    ...more,
  });
}
