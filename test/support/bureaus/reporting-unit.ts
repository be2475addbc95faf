import { serverForTest } from '../product/server.ts';
import { bureauOf, contactAt, kindsReceived, selfInspection } from './bureau.ts';

const to = 'edu@unit.example.com';

/** A unit whose report is due by 30 September, known since `now`. */
export async function reportingUnit(now: string) {
  const server = await serverForTest(now);
  const bureau = await bureauOf(server, 'hongjiang');
  const unit = await bureau.enter({
    kind: 'unit',
    name: '区教育局',
    traits: ['backup-register'],
    contacts: [contactAt('Edu')],
  });
  const { id } = await bureau.obligation(unit.id, selfInspection, '2025');
  const client = await bureau.unit(unit.id);
  const report = (on: string) => bureau.act(id, 'fulfilment', { on, document: '自查报告.pdf' }, client);
  const decide = (body: object) => bureau.act(id, 'report-decision', body);
  return { server, bureau, unit, client, id, report, decide, mails: () => kindsReceived(server, to) };
}
