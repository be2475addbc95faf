import { expect, test } from 'vitest';
import { z } from 'zod';
import * as contract from '../../shared/contract/inspections.ts';
import { bureauOf } from '../support/bureaus/bureau.ts';
import { textOfDocx } from '../support/files/docx-text.ts';
import { serverForTest } from '../support/product/server.ts';

test('the record of a check is a form for each of those that were checked', async () => {
  const server = await serverForTest('2026-07-02T10:00:00+08:00');
  const bureau = await bureauOf(server, 'hongjiang');
  const unit = async (name: string): Promise<string> =>
    (await bureau.enter({ kind: 'unit', name, traits: ['professional-archives'] })).id;
  const [a, b] = [await unit('区教育局'), await unit('区卫健局')];
  const made = await bureau.officer.send(contract.inspection, 'POST', `${bureau.path}/inspections`, {
    regime: 'archives-security',
    at: '2026-07-02T09:30:00+08:00',
    mode: 'on-site',
    cause: 'planned',
    targets: [a, b],
    officers: [
      { name: '王科员', certificate: '湘12000001' },
      { name: '刘科员', certificate: '湘12000002' },
    ],
    checklist: [{ item: 'backup', result: '符合要求', subjectId: a }],
    findings: [{ subjectId: b, text: '库房受潮', severity: 'minor', handling: '限期改正' }],
    signatures: [
      { subjectId: a, by: '李主任' },
      { subjectId: b, refused: true, note: '负责人外出' },
    ],
  });
  const read = async (claims: object, query = ''): Promise<{ status: number; text: string }> => {
    const answer = await fetch(`${server.url}/local/token`, {
      method: 'POST',
      body: JSON.stringify({ jurisdiction: 'hongjiang', sub: 'somebody', ...claims }),
    });
    const { token } = z.object({ token: z.string() }).parse(await answer.json());
    const got = await fetch(`${server.url}${bureau.path}/inspections/${made.id}/document.docx${query}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const bytes = new Uint8Array(await got.arrayBuffer());
    return { status: got.status, text: got.status === 200 ? textOfDocx(bytes).join('\n') : '' };
  };
  const officer = { role: 'bureau-officer' };
  expect((await read(officer)).status).toBe(404);
  const ofA = (await read(officer, `?subjectId=${a}`)).text;
  expect(ofA).toContain('现场检查笔录');
  expect(ofA).toContain('王科员（证件号：湘12000001）');
  expect(ofA).toContain('李主任');
  expect(ofA).not.toContain('backup');
  expect(ofA).not.toContain('库房受潮');
  const ofB = await read({ role: 'unit', unitId: b });
  expect(ofB.text).toContain('库房受潮');
  expect(ofB.text).toContain('被检查人拒绝签名：负责人外出');
  expect((await read({ role: 'unit', unitId: b }, `?subjectId=${a}`)).status).toBe(404);
  expect((await read({ role: 'bureau-officer', jurisdiction: 'shexian' }, `?subjectId=${a}`)).status).toBe(
    404,
  );
});
