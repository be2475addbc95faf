import { describe, expect, test } from 'vitest';
import { escalation } from '../../shared/contract/escalations.ts';
import { check, record } from '../support/bureaus/checks.ts';
import { contactAt } from '../support/bureaus/bureau.ts';
import { lateForm } from '../support/cases/escalations.ts';

/** Of another bureau: nobody on the staff list. */
const visitors = [
  { name: '赵一', certificate: '湘12000011' },
  { name: '钱二', certificate: '湘12000012' },
];

const found = '经检查，库房门锁损坏。';

/** A unit that was checked on the morning of 14 July 2026, with one problem. */
async function scene() {
  const scene = await lateForm();
  const { bureau, server, officer } = scene;
  const unit = await bureau.enter({
    kind: 'unit',
    name: '区民政局',
    nature: 'organ',
    traits: ['professional-archives'],
    contacts: [contactAt('Minzheng')],
  });
  await server.advance('2026-07-14T10:00:00+08:00');
  const findings = [{ subjectId: unit.id, text: '库房漏水', severity: 'serious', handling: '责令整改' }];
  const { id: inspectionId } = await record(
    bureau,
    check([unit.id], { at: '2026-07-14T09:00:00+08:00', findings, officers: visitors }),
  );
  const draft = (more: object) =>
    officer.send(escalation, 'POST', `${bureau.path}/escalations`, {
      step: 'order-to-rectify',
      subjectId: unit.id,
      inspectionId,
      ruleId: 'archives-security/problem-found',
      text: found,
      ...more,
    });
  return { ...scene, draft };
}

describe('an order in an officer’s own words', () => {
  test('gets the sentence that orders, where it has none', async () => {
    const { draft } = await scene();
    const { text } = await draft({});
    expect(text.split('\n')).toEqual([
      found,
      '现责令区民政局自本通知书送达之日起15日内改正上述问题，并将改正情况书面报告我局。',
    ]);
    const own = `${found}责令区民政局三日内修复。`;
    expect((await draft({ text: own })).text).toBe(own);
  });

  test('stays as it was said where it was given on the spot', async () => {
    const { draft } = await scene();
    const takenOnTheSpot = { at: '2026-07-14T09:10:00+08:00', officers: ['王科员', '刘科员'] };
    expect((await draft({ takenOnTheSpot })).text).toBe(found);
  });

  test('drafted anew tells what the check found; an opinion of no check keeps the officer’s facts', async () => {
    const { draft, patch, officer, bureau, project } = await scene();
    const { id } = await draft({});
    const [facts] = (await patch(id, { redraft: true })).text.split('\n');
    expect(facts).toBe('2026年7月14日，我局对区民政局进行现场检查，发现：库房漏水。');
    const opinion = await officer.send(escalation, 'POST', `${bureau.path}/escalations`, {
      step: 'opinion',
      subjectId: project.id,
      text: found,
    });
    const again = (await patch(opinion.id, { redraft: true })).text.split('\n');
    expect(again[0]).toBe(found);
    expect(again.length).toBeGreaterThan(1);
    // A second time nothing is written twice.
    expect((await patch(opinion.id, { redraft: true })).text.split('\n')).toEqual(again);
  });
});
