import { describe, expect, test } from 'vitest';
import { escalation } from '../../shared/contract/escalations.ts';
import { inspection } from '../../shared/contract/inspections.ts';
import { contactAt } from '../support/bureaus/bureau.ts';
import { lateForm } from '../support/cases/escalations.ts';

const text = '经检查，电子档案存储设备未经安全检测接入互联网。';
const onTheSpot = { takenOnTheSpot: { at: '2026-07-13T09:00:00+08:00', officers: ['王一', '李二'] } };

/** A unit that was checked under one regime, and drafts on that check. */
async function checked(regime = 'electronic-archives') {
  const scene = await lateForm();
  const { officer, bureau } = scene;
  const { id: subjectId } = await bureau.enter({
    kind: 'unit',
    name: '洪江区教育局',
    nature: 'organ',
    contacts: [contactAt('School')],
  });
  const { id: inspectionId } = await officer.send(inspection, 'POST', `${bureau.path}/inspections`, {
    regime,
    at: '2026-07-13T09:00:00+08:00',
    mode: 'on-site',
    cause: 'planned',
    targets: [subjectId],
    officers: ['王一', '李二'].map((name) => ({ name, certificate: name })),
    checklist: [],
    findings: [{ subjectId, text, severity: 'grave', handling: '责令立即整改' }],
    signatures: [{ subjectId, by: '张主任' }],
  });
  const path = `${bureau.path}/escalations`;
  const draft = (body: object) => officer.send(escalation, 'POST', path, { subjectId, text, ...body });
  const refused = async (body: object) =>
    (await officer.refused(422, 'POST', path, { subjectId, text, ...body })).errors;
  return { ...scene, subjectId, inspectionId, draft, refused };
}

describe('a draft on a check', () => {
  test.each([
    ['drafted', {}],
    ['taken on the spot', onTheSpot],
  ])('stands under the regime of the check, and brings the two reports with it: %s', async (_, more) => {
    const { draft, inspectionId, list, subjectId } = await checked();
    const stop = await draft({ step: 'stop-order', inspectionId, ...more });
    expect(stop).toMatchObject({ ruleId: 'electronic-archives/grave-violation', inspectionId });
    expect(stop.provisions[0]).toMatchObject({
      instrument: '中华人民共和国档案法',
      article: '第四十五条',
      state: 'seen',
      applies: true,
    });
    const others = (await list({ subjectId })).filter(({ id }) => id !== stop.id);
    expect(others.map(({ step, previousId }) => [step, previousId]).sort()).toEqual([
      ['report-to-information-security', stop.id],
      ['report-to-superior', stop.id],
    ]);
  });

  test('is refused under a rule of another regime, by name', async () => {
    const { refused, inspectionId, list, subjectId } = await checked();
    const ruleId = 'archives-security/problem-found';
    expect(await refused({ step: 'stop-order', inspectionId, ruleId })).toMatchObject([
      { path: 'ruleId', code: 'escalation.other-regime', params: { ruleId, regime: '电子档案事项监管' } },
    ]);
    expect(await list({ subjectId })).toEqual([]);
  });

  test('says which papers its regime has, where it does not have that one', async () => {
    const { refused, inspectionId } = await checked();
    expect(await refused({ step: 'order-to-rectify', inspectionId })).toMatchObject([
      {
        path: 'step',
        code: 'escalation.step-not-provided',
        params: { step: 'order-to-rectify', instead: expect.arrayContaining(['enforcement-notice']) },
      },
    ]);
  });
});

describe('a draft without a check', () => {
  test('names its rule where several would do; none is guessed', async () => {
    const { refused, draft, list, subjectId } = await checked();
    const [choice] = (await refused({ step: 'stop-order' })) ?? [];
    expect(choice).toMatchObject({ path: 'ruleId', code: 'escalation.choose-rule' });
    const rules = ['archives-security/problem-found', 'electronic-archives/grave-violation'];
    expect(choice?.params['rules']).toEqual(rules);
    expect(await list({ subjectId })).toEqual([]);
    const [, ruleId] = rules;
    expect(await draft({ step: 'stop-order', ruleId })).toMatchObject({ ruleId });
  });

  test('takes the one rule that there is', async () => {
    const { draft, project } = await checked();
    const made = await draft({ step: 'opinion', subjectId: project.id });
    expect(made.ruleId).toBe('key-project-archives/inspection-opinion');
  });

  test('against a missed duty stands under the rule of that duty', async () => {
    const { draft, server, project, obligationId, one, act } = await checked();
    await server.advance('2026-07-16T10:00:00+08:00');
    await act((await one('order-to-rectify')).id, 'withdrawal', { reason: '重新起草' });
    const made = await draft({ step: 'order-to-rectify', subjectId: project.id });
    expect(made).toMatchObject({ ruleId: 'key-project-archives/registration-after-start', obligationId });
  });
});

test('A legal basis without an article, or a list in its place, is refused and changes nothing', async () => {
  const { draft, project, officer, bureau, read } = await checked();
  const { id, version } = await draft({ step: 'opinion', subjectId: project.id });
  const path = `${bureau.path}/escalations/${id}`;
  for (const [legalBasis, code] of [
    ['第XX条', 'escalation.basis-without-article'],
    ['《洪江区档案局责任清单事中事后监管制度》三(一)五(一)', 'escalation.basis-is-a-list'],
  ])
    expect((await officer.refused(422, 'PATCH', path, { legalBasis })).errors).toMatchObject([
      { path: 'legalBasis', code },
    ]);
  expect((await read(id)).version).toBe(version);
});
