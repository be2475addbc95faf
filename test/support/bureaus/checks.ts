import * as contract from '../../../shared/contract/inspections.ts';
import { bureauOf, type Bureau } from './bureau.ts';
import { serverForTest } from '../product/server.ts';

/** A bureau on a morning of July 2026, and a way to enter units in it. */
export async function checkScene(now = '2026-07-02T10:00:00+08:00', jurisdiction = 'hongjiang') {
  const server = await serverForTest(now);
  const bureau = await bureauOf(server, jurisdiction);
  const unit = async (name: string, traits: string[] = ['professional-archives']): Promise<string> =>
    (await bureau.enter({ kind: 'unit', name, traits })).id;
  return { server, bureau, unit };
}

export const officers = [
  { name: '王科员', certificate: '湘12000001' },
  { name: '刘科员', certificate: '湘12000002' },
];

/** A check of archives security without findings, signed by everybody. */
export const check = (targets: string[], more: object = {}) => ({
  regime: 'archives-security',
  at: '2026-07-02T09:30:00+08:00',
  mode: 'on-site',
  cause: 'planned',
  targets,
  officers,
  checklist: [{ item: 'backup', result: '符合要求' }],
  findings: [],
  signatures: targets.map((subjectId) => ({ subjectId, by: '李主任' })),
  ...more,
});

export const record = ({ officer, path }: Bureau, body: object) =>
  officer.send(contract.inspection, 'POST', `${path}/inspections`, body);
