import { describe, expect, test } from 'vitest';
import { create, lateForm, paths, served } from '../support/cases/escalations.ts';

describe('what an officer begins', () => {
  test('needs a regime of that kind of subject, and a check that the subject was a target of', async () => {
    const { officer, bureau, project } = await lateForm();
    const path = `${bureau.path}/escalations`;
    const refused = async (body: object) =>
      paths(await officer.refused(422, 'POST', path, { text: '有问题', subjectId: project.id, ...body }));
    expect(await refused({ step: 'enforcement-notice' })).toEqual(['step']);
    expect(await refused({ step: 'order-to-rectify', inspectionId: 'nothing' })).toEqual(['inspectionId']);
  });

  test('on the spot is recorded, whatever is overdue', async () => {
    const scene = await lateForm();
    const done = await create(scene, {
      step: 'order-to-rectify',
      subjectId: scene.project.id,
      ruleId: 'key-project-archives/registration-after-start',
      takenOnTheSpot: { at: '2026-07-01T09:00:00+08:00', officers: ['王科员', '刘科员'] },
    });
    expect(done).toMatchObject({ status: 'issued' });
  });

  test('under the rule of a deadline belongs to the duty that is overdue', async () => {
    const scene = await lateForm();
    const { server, officer, bureau, project, obligationId, one, act } = scene;
    const ruleId = 'key-project-archives/registration-after-start';
    const body = { step: 'order-to-rectify', subjectId: project.id, ruleId, text: '逾期未报' };
    expect(paths(await officer.refused(422, 'POST', `${bureau.path}/escalations`, body))).toEqual(['ruleId']);
    await server.advance('2026-07-16T10:00:00+08:00');
    await act((await one('order-to-rectify')).id, 'withdrawal', { reason: '重新起草' });
    const order = await create(scene, body);
    expect(order.obligationId).toBe(obligationId);
    await served(scene, order.id, '洪档〔2026〕1号', '2026-07-16');
    await server.advance('2026-08-04T10:00:00+08:00');
    expect(await one('circulated-criticism')).toMatchObject({ obligationId, previousId: order.id });
  });
});
