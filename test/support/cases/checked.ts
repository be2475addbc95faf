import * as answers from '../../../shared/contract/answers.ts';
import * as contract from '../../../shared/contract/inspections.ts';
import { bureauOf, contactAt, officerOnStaff } from '../bureaus/bureau.ts';
import { serverForTest, type TestServer } from '../product/server.ts';
import { leaderOnStaff, peopleOf } from './escalations.ts';

const officers = [
  { name: '周检查', certificate: '湘12000001' },
  { name: '刘检查', certificate: '湘12000002' },
];

/** Thursday 2 July 2026: a bureau that checks subjects and finds something, to be put right by Monday the 20th. */
export async function checkedBureau(jurisdiction = 'hongjiang', kept?: TestServer) {
  const server = kept ?? (await serverForTest('2026-07-02T10:00:00+08:00'));
  const bureau = await bureauOf(server, jurisdiction);
  await bureau.admin.send(answers.staff, 'PUT', `${bureau.path}/staff`, [officerOnStaff, leaderOnStaff]);
  const record = (regime: string, at: string, subjectId: string, findings: readonly object[] = []) =>
    bureau.officer.send(contract.inspection, 'POST', `${bureau.path}/inspections`, {
      regime,
      at,
      mode: 'on-site',
      cause: 'planned',
      targets: [subjectId],
      officers,
      checklist: [{ item: 'result', result: '已检查' }],
      findings: findings.map((one) => ({
        subjectId,
        severity: 'minor',
        handling: '限期整改',
        rectifyBy: '2026-07-20',
        ...one,
      })),
      signatures: [{ subjectId, by: '张主任' }],
    });
  const people = await peopleOf(server, bureau, jurisdiction);
  const drafts = (subjectId: string) => people.list({ subjectId });
  const daily = async (day: string) =>
    (await server.mailbox({ to: officerOnStaff.email })).find(
      ({ sentAt, subject }) => sentAt.startsWith(day) && subject.includes('每日情况'),
    )?.text ?? '';
  const school = (nature: 'organ' | 'private' = 'organ') =>
    bureau.enter({
      kind: 'unit',
      name: '区一中',
      nature,
      traits: ['professional-archives'],
      contacts: [contactAt('Zhang')],
    });
  return { ...people, server, bureau, record, drafts, daily, school };
}

/** The morning of its checks. */
export const CHECKED_AT = '2026-07-02T09:30:00+08:00';
