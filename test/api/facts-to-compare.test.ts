import { expect, test } from 'vitest';
import * as answers from '../../shared/contract/answers.ts';
import { inspection } from '../../shared/contract/inspections.ts';
import { bureauOf } from '../support/bureaus/bureau.ts';
import { downloaded } from '../support/files/downloads.ts';
import { textOfDocx } from '../support/files/docx-text.ts';
import { serverForTest } from '../support/product/server.ts';

test('the bureau is told of an archivist who started work before the certificate, or has none', async () => {
  const server = await serverForTest('2026-12-29T08:30:00+08:00');
  const bureau = await bureauOf(server, 'liaoning');
  const { officer, path } = bureau;
  await bureau.admin.send(answers.staff, 'PUT', `${path}/staff`, [
    { sub: 'officer', name: '王科员', role: 'bureau-officer', email: 'officer@ln.example' },
  ]);
  const archivist = (name: string, facts: object) =>
    bureau.enter({ kind: 'archivist', name, facts: { ...facts } });
  const notes = async (id: string) =>
    (await officer.get(answers.subjectDetail, `${path}/subjects/${id}`)).notes?.map(({ code }) => code);
  const none = await archivist('甲', { startedWorkOn: '2026-03-05' });
  const later = await archivist('乙', { startedWorkOn: '2026-03-05', certifiedOn: '2026-05-01' });
  const before = await archivist('丙', { startedWorkOn: '2026-03-05', certifiedOn: '2026-03-05' });
  const ahead = await archivist('丁', { startedWorkOn: '2027-03-05' });
  const old = await archivist('戊', { startedWorkOn: '2015-03-23' });
  expect(await notes(none.id)).toEqual(['subject.no-certificate']);
  expect(await notes(later.id)).toEqual(['subject.certificate-later']);
  for (const { id, name } of [before, ahead, old]) expect([name, await notes(id)]).toEqual([name, undefined]);
  await server.advance('2026-12-29T12:00:00+08:00');
  const daily = (await server.mailbox()).find(({ subject }) => subject.startsWith('【每日情况】'));
  expect(daily?.text).toMatch(/甲：.*2026年3月5日上岗，未登记取得证书的日期/u);
  expect(daily?.text).toMatch(/乙：.*2026年5月1日才取得证书/u);
  expect(daily?.text).not.toMatch(/丙：.*证书/u);
});

test('the record of a check names the approved use of a civil-defence work and the day it was built', async () => {
  const server = await serverForTest('2026-07-02T12:00:00+08:00');
  const bureau = await bureauOf(server, 'baixiang', 'civil-defence');
  const work = await bureau.enter({
    kind: 'civil-defence-work',
    name: '一号人防工程',
    parties: [{ relation: 'owner', name: '某物业公司', nature: 'private' }],
    facts: { approvedUse: '地下停车场', builtOn: '2020-05-01' },
  });
  const made = await bureau.officer.send(inspection, 'POST', `${bureau.path}/inspections`, {
    regime: 'civil-defence-works',
    at: '2026-07-02T09:30:00+08:00',
    mode: 'on-site',
    cause: 'planned',
    targets: [work.id],
    officers: [
      { name: '甲', certificate: '1' },
      { name: '乙', certificate: '2' },
    ],
    checklist: [{ item: 'approved-use', result: '用作仓库' }],
    findings: [],
    signatures: [],
  });
  const { bytes } = await downloaded(
    server,
    `${bureau.path}/inspections/${made.id}/document.docx?form=record`,
    {
      role: 'bureau-officer',
      jurisdiction: 'baixiang',
      office: 'civil-defence',
    },
  );
  const text = textOfDocx(bytes).join('\n');
  expect(text).toContain('一号人防工程');
  expect(text).toContain('建成日期：2020年5月1日');
  expect(text).toContain('批准用途：地下停车场');
});
