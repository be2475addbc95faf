import { expect, test } from 'vitest';
import * as answers from '../../shared/contract/answers.ts';
import { bureauOf } from '../support/bureaus/bureau.ts';
import { importing } from '../support/files/importing.ts';
import { serverForTest } from '../support/product/server.ts';

const units = (count: number): string =>
  [
    '类别,名称,代码,特征,联系人,邮箱',
    ...Array.from(
      { length: count },
      (_, at) => `单位,第${at}单位,U-${at},直属单位、专业档案,王,u${at}@unit.example.com`,
    ),
  ].join('\n');

test('whoever writes while a file of 1,100 rows is imported and planned is answered before that is through', async () => {
  const server = await serverForTest('2026-03-02T10:00:00+08:00');
  const bureau = await bureauOf(server, 'hongjiang');
  const admin = await importing(server, 'hongjiang');
  const order: string[] = [];
  expect((await admin.send(units(1100))).status).toBe(202);
  const through = server.settled().then(() => order.push('the import'));
  const entered = await fetch(`${server.url}${bureau.path}/subjects`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${await server.token({ role: 'bureau-officer', jurisdiction: 'hongjiang' })}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify({
      kind: 'unit',
      name: '另一单位',
      code: 'OTHER',
      traits: ['direct', 'professional-archives'],
      contacts: [],
    }),
  });
  order.push('the write');
  const { id } = answers.subject.parse(await entered.json());
  expect((await bureau.obligations({ subjectId: id })).length).toBeGreaterThan(0);
  order.push('the reading');
  await through;
  expect(order).toEqual(['the write', 'the reading', 'the import']);
  const all = await bureau.officer.all(answers.subject, `${bureau.path}/subjects?kind=unit`);
  expect(all).toHaveLength(1101);
  const last = all.find(({ code }) => code === 'U-1099');
  expect((await bureau.obligations({ subjectId: last?.id ?? '' })).length).toBeGreaterThan(0);
});
