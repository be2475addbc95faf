import { describe, expect, test } from 'vitest';
import { drafts } from '../../shared/contract/drafts.ts';
import { escalation } from '../../shared/contract/escalations.ts';
import { inspection } from '../../shared/contract/inspections.ts';
import { contactAt } from '../support/bureaus/bureau.ts';
import { lateForm, type Scene } from '../support/cases/escalations.ts';

const found = '电子档案存储设备未经安全检测接入互联网。';

const offered = async ({ officer, bureau }: Pick<Scene, 'officer' | 'bureau'>, id: string, step?: string) =>
  officer.get(drafts, `${bureau.path}/subjects/${id}/drafts${step === undefined ? '' : `?step=${step}`}`);

/** A unit at which a check has found something. */
async function checked(nature: 'organ' | 'private' = 'organ') {
  const scene = await lateForm();
  const { officer, bureau } = scene;
  const { id } = await bureau.enter({
    kind: 'unit',
    name: '洪江区教育局',
    nature,
    contacts: [contactAt('School')],
  });
  const record = await officer.send(inspection, 'POST', `${bureau.path}/inspections`, {
    regime: 'electronic-archives',
    at: '2026-07-13T09:00:00+08:00',
    mode: 'on-site',
    cause: 'planned',
    targets: [id],
    officers: ['王一', '李二'].map((name) => ({ name, certificate: name })),
    checklist: [],
    findings: [
      { subjectId: id, text: found, severity: 'grave', handling: '责令整改', rectifyBy: '2026-07-31' },
    ],
    signatures: [{ subjectId: id, by: '张主任' }],
  });
  return { ...scene, id, record };
}

describe('what may be drafted against a subject', () => {
  test('is every step that a rule provides for, and for one of them each check and each rule', async () => {
    const { id, record, ...scene } = await checked();
    const { steps } = await offered(scene, id);
    expect(steps).toEqual(expect.arrayContaining(['stop-order', 'enforcement-notice', 'order-to-rectify']));
    expect(steps).not.toContain('opinion');
    const { grounds } = await offered(scene, id, 'stop-order');
    expect(grounds.map(({ ruleId, check }) => [ruleId, check?.id])).toEqual([
      ['archives-security/problem-found', undefined],
      ['electronic-archives/grave-violation', undefined],
      ['electronic-archives/grave-violation', record.id],
    ]);
    expect(grounds.at(-1)).toMatchObject({
      paper: 'order',
      onTheSpot: true,
      missing: [],
      reports: ['report-to-information-security', 'report-to-superior'],
      check: { findings: [{ text: found, rectifyBy: '2026-07-31' }] },
    });
    // A stop for which nobody is called at the same moment lacks a department.
    expect(grounds[0]).toMatchObject({ missing: ['circulation'], reports: [] });
  });

  test('comes with the words that the record holds, and with an open place for what it does not', async () => {
    const { id, ...scene } = await checked();
    const { grounds } = await offered(scene, id, 'enforcement-notice');
    const [byRule, byCheck] = grounds;
    expect(byRule?.text).toContain('〔查明的事实待填〕');
    expect(byCheck?.text).toBe(
      '2026年7月13日，我局对洪江区教育局进行现场检查，发现：电子档案存储设备未经安全检测接入互联网。\n' +
        '现责令洪江区教育局立即采取措施消除隐患，于2026年7月31日前（含当日）改正上述问题，并将处理情况书面报告我局。',
    );
    expect(byCheck?.rectifyBy).toBe('2026-07-31');
  });

  test('is what a draft on that ground becomes, with the same words when they are drafted anew', async () => {
    const { id, record, patch, ...scene } = await checked();
    const [, ground] = (await offered(scene, id, 'enforcement-notice')).grounds;
    const made = await scene.officer.send(escalation, 'POST', `${scene.bureau.path}/escalations`, {
      step: 'enforcement-notice',
      subjectId: id,
      ruleId: ground?.ruleId,
      inspectionId: record.id,
      text: '手写：责令立即整改。',
    });
    for (const field of ['paper', 'name', 'party', 'missing', 'rectifyBy'] as const)
      expect(made[field], field).toEqual(ground?.[field]);
    expect((await patch(made.id, { redraft: true })).text).toBe(ground?.text);
  });

  test('names the missed duty, whose paper depends on the party', async () => {
    const scene = await lateForm();
    const { server, bureau, project, one, act, obligationId } = scene;
    await server.advance('2026-07-16T10:00:00+08:00');
    await act((await one('order-to-rectify')).id, 'withdrawal', { reason: '重新起草' });
    const duty = async () =>
      (await offered(scene, project.id, 'order-to-rectify')).grounds.find(
        (one) => one.duty?.id === obligationId,
      );
    expect(await duty()).toMatchObject({ paper: 'order', duty: { dueOn: '2026-07-15' } });
    const { parentId = '' } = await bureau.patch(project.id, {});
    await bureau.patch(parentId, { nature: 'private' });
    expect(await duty()).toMatchObject({ paper: 'reminder-letter', name: '提示函', onTheSpot: false });
  });

  test('is nothing for what was retired, and no unit’s to see', async () => {
    const { id, bureau, ...scene } = await checked();
    const path = `${bureau.path}/subjects/${id}/drafts`;
    await (await bureau.unit(id)).refused(403, 'GET', path);
    await scene.officer.ask('DELETE', `${bureau.path}/subjects/${id}`, { body: {} });
    expect(await offered({ ...scene, bureau }, id, 'stop-order')).toEqual({ steps: [], grounds: [] });
  });
});
