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

const officers = [
  { name: '王科员', certificate: '湘12000001' },
  { name: '刘科员', certificate: '湘12000002' },
];

/** A unit whose store-room was found damp on 2 July, to be put right by 15 July. */
async function dampStore(traits: string[] = ['professional-archives']) {
  const server = await serverForTest('2026-07-02T12:00:00+08:00');
  const bureau = await bureauOf(server, 'hongjiang');
  const unit = await bureau.enter({ kind: 'unit', name: '区卫健局', nature: 'organ', traits });
  const body = (more: object) => ({
    regime: 'archives-security',
    mode: 'on-site',
    cause: 'planned',
    targets: [unit.id],
    officers,
    checklist: [{ item: 'backup', result: '符合要求' }],
    signatures: [{ subjectId: unit.id, by: '李主任' }],
    ...more,
  });
  const path = `${bureau.path}/inspections`;
  const record = async (more: object) => bureau.officer.send(contract.inspection, 'POST', path, body(more));
  const refused = async (more: object) => bureau.officer.ask('POST', path, { body: body(more) });
  const first = await record({
    at: '2026-07-02T09:30:00+08:00',
    sites: [
      { subjectId: unit.id, place: '区卫健局库房', host: '李主任', until: '2026-07-02T11:00:00+08:00' },
    ],
    certificatesShown: true,
    rightsTold: true,
    joined: [{ body: '区消防救援大队', part: '检查消防设施' }],
    findings: [
      {
        subjectId: unit.id,
        text: '库房受潮',
        severity: 'minor',
        handling: '限期改正',
        rectifyBy: '2026-07-15',
      },
    ],
  });
  const paper = async (id: string, form: string, client = bureau.officer) =>
    client.ask('GET', `${path}/${id}/document.docx?form=${form}`);
  const text = async (id: string, form: string): Promise<string> => {
    const answer = await fetch(`${server.url}/local/token`, {
      method: 'POST',
      body: JSON.stringify({ jurisdiction: 'hongjiang', sub: 'somebody', role: 'bureau-officer' }),
    });
    const { token } = z.object({ token: z.string() }).parse(await answer.json());
    const got = await fetch(`${server.url}${path}/${id}/document.docx?form=${form}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    return textOfDocx(new Uint8Array(await got.arrayBuffer())).join('\n');
  };
  return { server, bureau, unit, first, record, refused, paper, text };
}

test('a record says which papers it gives, and each holds what was entered', async () => {
  const { first, text, bureau, unit, paper } = await dampStore();
  expect(first.documents).toEqual(['record', 'patrol-record', 'opinion']);
  const patrol = await text(first.id, 'patrol-record');
  for (const said of [
    '专业档案形成单位巡查、回访记录',
    '区卫健局库房',
    '至11时00分',
    '已出示执法证件',
    '检查消防设施',
  ])
    expect(patrol).toContain(said);
  const opinion = await text(first.id, 'opinion');
  expect(opinion).toContain('会同区消防救援大队对你单位进行了现场检查');
  expect(opinion).toContain('请将改正情况于2026年7月15日前（含当日）书面报告我局。');
  expect(opinion).not.toContain('行政复议');
  // The unit has what it signs; what the bureau makes of it reaches the unit by service.
  const own = await bureau.unit(unit.id);
  expect((await own.get(contract.inspection, `${bureau.path}/inspections/${first.id}`)).documents).toEqual([
    'record',
    'patrol-record',
  ]);
  expect((await paper(first.id, 'opinion', own)).status).toBe(404);
  expect(await paper(first.id, 'recheck-opinion')).toMatchObject({
    status: 409,
    body: { code: 'check.nothing-rechecked', errors: [{ path: 'form' }] },
  });
});

test('a unit outside the catalogue of professional archives has no record of patrols', async () => {
  const { first, paper } = await dampStore([]);
  expect(await paper(first.id, 'patrol-record')).toMatchObject({
    status: 409,
    body: { code: 'check.not-catalogued' },
  });
});

test('a problem is looked at again after its period, and the opinion tells what was seen of it', async () => {
  const { server, first, record, refused, text } = await dampStore();
  const obligationId = first.findings[0]?.obligationId ?? '';
  const early = { at: '2026-07-02T11:30:00+08:00', rechecked: [{ obligationId, result: 'not-rectified' }] };
  expect(await refused(early)).toMatchObject({
    status: 422,
    body: { code: 'check.recheck-early', errors: [{ path: 'rechecked.0.result' }] },
  });
  expect(
    await refused({ ...early, rechecked: [{ obligationId: 'nothing', result: 'rectified' }] }),
  ).toMatchObject({
    status: 422,
    body: { code: 'check.no-finding', errors: [{ path: 'rechecked.0.obligationId' }] },
  });
  await server.advance('2026-07-16T12:00:00+08:00');
  const again = await record({
    at: '2026-07-16T09:00:00+08:00',
    rechecked: [{ obligationId, result: 'partly', note: '除湿机已修，墙面未处理' }],
  });
  expect(again.documents).toContain('recheck-opinion');
  const opinion = await text(again.id, 'recheck-opinion');
  for (const said of [
    '2026年7月2日，我局检查发现',
    '库房受潮，改正期限至2026年7月15日。复查结果：部分改正。',
    '墙面未处理',
  ])
    expect(opinion).toContain(said);
  expect(await text(again.id, 'patrol-record')).toContain('回访时间');
});

test('a place is told of somebody who was checked, once, and its end lies between the beginning and now', async () => {
  const { unit, refused } = await dampStore();
  const at = '2026-07-02T11:00:00+08:00';
  const site = (more: object) => ({ at, sites: [{ subjectId: unit.id, ...more }] });
  const wrong = [
    [{ at, sites: [{ subjectId: 'other' }] }, 'sites.0.subjectId', 'check.no-target'],
    [{ at, sites: [{ subjectId: unit.id }, { subjectId: unit.id }] }, 'sites.1.subjectId', 'check.twice'],
    [site({ until: '2026-07-02T10:00:00+08:00' }), 'sites.0.until', 'check.ends-before'],
    [site({ until: '2026-07-02T13:00:00+08:00' }), 'sites.0.until', 'check.future'],
  ] as const;
  for (const [body, path, code] of wrong)
    expect(await refused(body)).toMatchObject({ status: 422, body: { code, errors: [{ path }] } });
});
