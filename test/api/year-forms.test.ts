import { describe, expect, test } from 'vitest';
import * as answers from '../../shared/contract/answers.ts';
import type { DutyForm } from '../../shared/vocabulary/duty-forms.ts';
import { bureauOf, selfInspection, type Bureau } from '../support/bureaus/bureau.ts';
import { escalation } from '../../shared/contract/escalations.ts';
import { check, record } from '../support/bureaus/checks.ts';
import { textOfDocx } from '../support/files/docx-text.ts';
import { downloaded } from '../support/files/downloads.ts';
import { serverForTest, type TestServer } from '../support/product/server.ts';

const START = '2025-07-02T10:00:00+08:00';

const getter =
  (server: TestServer, bureau: Bureau, jurisdiction: string) =>
  async (id: string, form?: DutyForm, claims: object = { role: 'bureau-officer' }) => {
    const query = form === undefined ? '' : `?form=${form}`;
    const path = `${bureau.path}/obligations/${id}/document.docx${query}`;
    const { status, bytes } = await downloaded(server, path, { jurisdiction, ...claims });
    const text = status === 200 ? textOfDocx(bytes).join('\n') : new TextDecoder().decode(bytes);
    return { status, bytes, text };
  };

async function duty(bureau: Bureau, rule: string, period: string) {
  const found = await bureau.obligations({ ruleId: `archives-security/${rule}` });
  const one = found.find((each) => each.period === period);
  if (!one) throw new Error(`no ${rule} of ${period}`);
  return one;
}

/** Five units that owe the report about 2024: in time, late, reported, missing, waived; one was checked. */
async function year(jurisdiction: string) {
  const server = await serverForTest(START);
  const bureau = await bureauOf(server, jurisdiction);
  const enter = async (name: string, more: object = {}) =>
    (
      await bureau.enter({
        kind: 'unit',
        name,
        nature: 'institution',
        traits: ['professional-archives'],
        ...more,
      })
    ).id;
  const units = {
    inTime: await enter('区档案中心', {
      code: 'A1',
      facts: { volumes: 12000, address: '沅江路1号', representative: '陈主任' },
      contacts: [{ name: '张工', telephone: '0745-7620001' }],
    }),
    late: await enter('区教育局', { code: 'A2', nature: 'organ' }),
    pending: await enter('区人民医院', { code: 'A3' }),
    missing: await enter('某某科技有限公司', { code: 'A4', nature: 'private' }),
    waived: await enter('区文化馆', { code: 'A5' }),
  };
  await record(
    bureau,
    check([units.inTime, units.late], {
      at: '2025-07-02T09:30:00+08:00',
      findings: [
        {
          subjectId: units.late,
          text: '库房温湿度没有记录',
          severity: 'minor',
          handling: '限期改正',
          rectifyBy: '2025-08-01',
        },
      ],
    }),
  );
  const close = async (unit: string, on: string) => {
    const { id } = await bureau.obligation(unit, selfInspection, '2024');
    await bureau.act(id, 'fulfilment', { on, document: '自查报告' });
  };
  const get = getter(server, bureau, jurisdiction);
  return { server, bureau, units, close, get };
}

describe('the circular on a year’s assessment', () => {
  test('is drafted from the records, names none but public bodies, and leaves when a leader has approved it', async () => {
    const { server, bureau, units, close } = await year('hongjiang');
    await server.advance('2025-10-15T10:00:00+08:00');
    await close(units.late, '2025-10-14');
    await server.advance('2026-01-05T10:00:00+08:00');
    const { id } = await duty(bureau, 'annual-assessment', '2025');
    const post = () =>
      bureau.officer.send(escalation, 'POST', `${bureau.path}/obligations/${id}/circular`, {});
    const draft = await post();
    expect(draft).toMatchObject({ step: 'assessment-circular', status: 'draft', paper: 'circular' });
    expect((await post()).id).toBe(draft.id);
    expect(draft.missing).toEqual(['circulation']);
    const at = `${bureau.path}/escalations/${draft.id}`;
    await bureau.officer.send(escalation, 'PATCH', at, {
      circulation: [{ name: '区直各单位', email: 'all@units.example.com' }],
    });
    await bureau.officer.send(escalation, 'POST', `${at}/proposal`, {});
    await bureau.leader.send(escalation, 'POST', `${at}/decision`, { decision: 'approve', reason: '同意' });
    await bureau.officer.send(escalation, 'POST', `${at}/issue`, {
      number: '洪档〔2026〕1号',
      on: '2026-01-05',
    });
    const claims = { role: 'bureau-officer', jurisdiction: 'hongjiang' };
    const { bytes } = await downloaded(server, `${at}/document.docx`, claims);
    const text = textOfDocx(bytes).join('\n');
    await expect(`${text}\n`).toMatchFileSnapshot('../golden/documents/year-circular.txt');
    expect(text).not.toContain('某某科技有限公司');
    expect(text).not.toContain('关于洪江区档案局');
    // To the range that was approved, and to nobody else.
    await server.advance('2026-01-05T10:30:00+08:00');
    const told = (await server.mailbox({})).filter(({ subject }) => subject.includes('通报'));
    expect(told.map(({ to }) => to)).toEqual(['all@units.example.com']);
    // It is about the year of the bureau: nobody can be made its party.
    const about = { step: 'assessment-circular', subjectId: units.late, text: '考核情况。' };
    await bureau.officer.refused(422, 'POST', `${bureau.path}/escalations`, about);
    const other = await duty(bureau, 'self-inspection-summary', '2024');
    const refused = await bureau.officer.refused(
      422,
      'POST',
      `${bureau.path}/obligations/${other.id}/circular`,
      {},
    );
    expect(refused.code).toBe('form.no-circular');
  });
});

describe('the forms of a year', () => {
  test('say which unit has reported, when, late or not, and what its checks have found', async () => {
    const { server, bureau, units, close, get } = await year('hongjiang');
    await server.advance('2025-09-26T10:00:00+08:00');
    await close(units.inTime, '2025-09-25');
    const own = await bureau.obligation(units.pending, selfInspection, '2024');
    const unit = await bureau.unit(units.pending);
    await bureau.act(own.id, 'fulfilment', { on: '2025-09-26', document: '自查报告' }, unit);
    const free = await bureau.obligation(units.waived, selfInspection, '2024');
    await bureau.act(free.id, 'waiver', { reason: '当年撤并' }, bureau.leader);
    await server.advance('2025-10-15T10:00:00+08:00');
    await close(units.late, '2025-10-14');
    await server.advance('2026-01-05T10:00:00+08:00');
    const summary = await duty(bureau, 'self-inspection-summary', '2024');
    const assessment = await duty(bureau, 'annual-assessment', '2025');
    expect((await bureau.detail(summary.id)).forms?.map(({ form }) => form)).toEqual([
      'self-inspection-summary',
      'self-inspection-summary-report',
    ]);
    const blank = await get((await bureau.obligation(units.inTime, selfInspection, '2025')).id, undefined, {
      role: 'unit',
      unitId: units.inTime,
    });
    const pages = [
      '==== self-inspection-report',
      blank.text,
      '==== self-inspection-summary',
      (await get(summary.id)).text,
      '==== self-inspection-summary-report',
      (await get(summary.id, 'self-inspection-summary-report')).text,
      '==== assessment-sheet',
      (await get(assessment.id)).text,
    ];
    await expect(`${pages.join('\n')}\n`).toMatchFileSnapshot('../golden/documents/year-forms.txt');
    expect(pages.join('\n')).not.toContain('待填');
    // Equal records, equal bytes, whoever asks.
    expect((await get(summary.id, undefined, { role: 'auditor' })).bytes).toEqual(
      (await get(summary.id)).bytes,
    );
    expect((await get(summary.id, undefined, { role: 'unit', unitId: units.late })).status).toBe(404);
    expect((await get(summary.id, 'assessment-sheet')).status).toBe(422);
  });

  test('name the columns that the list itself scores, and take whoever was checked where nobody owes a report', async () => {
    const server = await serverForTest(START);
    const bureau = await bureauOf(server, 'luquan');
    await server.advance('2026-01-05T10:00:00+08:00');
    const get = getter(server, bureau, 'luquan');
    const assessment = await duty(bureau, 'annual-assessment', '2025');
    const nobody = answers.problem.parse(JSON.parse((await get(assessment.id)).text));
    expect(nobody).toMatchObject({ status: 422, code: 'form.nobody' });
    await bureau.enter({ kind: 'unit', name: '区环卫中心', traits: ['long-retention'] });
    const { text } = await get(assessment.id);
    expect(text).toContain('区环卫中心');
    for (const column of [
      '归档文件整理检查评分标准',
      '区直单位档案工作的基本标准',
      '文件材料整理归档检查记分标准',
    ])
      expect(text).toContain(column);
    expect(text).not.toContain('自查报告');
  });
});
