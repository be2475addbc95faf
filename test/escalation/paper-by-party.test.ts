import { describe, expect, test } from 'vitest';
import { escalation } from '../../shared/contract/escalations.ts';
import { footingOf, lawOf } from '../../shared/domain/escalations/paper.ts';
import { rulebookOf } from '../../shared/rules/catalogue.ts';
import type { EscalationStep } from '../../shared/rules/schema.ts';
import type { PaperName } from '../../shared/vocabulary/papers.ts';
import type { Nature } from '../../shared/vocabulary/parties.ts';
import { lateForm } from '../support/cases/escalations.ts';

const natures: readonly Nature[] = ['organ', 'institution', 'state-owned', 'private', 'individual'];
const on = '2026-07-16';

function made(jurisdiction: string, ruleId: string, step: EscalationStep, more: object = {}, day = on) {
  const rule = rulebookOf(jurisdiction).ruleOf(ruleId, day);
  if (!rule) throw new Error(ruleId);
  return natures.map((nature) => footingOf(rule, { step, ...more }, nature, day));
}

const inside = (paper: PaperName, outside: PaperName): PaperName[] => [paper, paper, paper, outside, outside];
const all = (paper: PaperName): PaperName[] => natures.map(() => paper);

const registration = 'key-project-archives/registration-after-start';
const report = 'archives-security/self-inspection-report';
const found = 'archives-security/problem-found';
const grave = 'electronic-archives/grave-violation';
const works = 'civil-defence-works';
const entered = {
  legalBasis: '《某省档案条例》第三十条',
  legalReview: { by: '法制员', opinion: '同意' },
} as const;

/** Organ, institution, state-owned, private, individual. */
const table: readonly (readonly [string, string, EscalationStep, readonly PaperName[], object?])[] = [
  ['hongjiang', registration, 'order-to-rectify', inside('order', 'reminder-letter')],
  ['shexian', report, 'order-to-rectify', inside('order', 'reminder-letter')],
  ['hongjiang', registration, 'order-to-rectify', all('order'), entered],
  ['hongjiang', registration, 'circulated-criticism', inside('circular', 'letter-to-department')],
  ['hongjiang', registration, 'circulated-criticism', all('filing-proposal'), { form: 'penalty' }],
  ['hongjiang', report, 'discipline-recommendation', inside('recommendation', 'letter-to-department')],
  ['hongjiang', found, 'order-to-rectify', ['order', 'order', 'order', 'order', 'opinion']],
  ['hongjiang', grave, 'stop-order', ['order', 'order', 'order', 'order', 'opinion']],
  ['hongjiang', 'gazetteer-compilation/problem-found', 'stop-order', all('letter-to-department')],
  ['baixiang', `${works}/construction-violation`, 'order-to-rectify', all('order')],
  ['baixiang', `${works}/maintenance-violation`, 'order-to-rectify', all('opinion')],
  ['baixiang', `${works}/construction-violation`, 'warning', all('filing-proposal')],
  ['baixiang', 'archives-disposal/permit-revocation', 'revocation', all('recommendation')],
  ['baixiang', 'archives-disposal/permit-revocation', 'revocation', all('decision'), entered],
  ['liaoning', 'violations/means', 'circular', inside('circular', 'letter-to-department')],
];

describe('what a step is made as', () => {
  const cases = table.map(([jurisdiction, ruleId, step, papers, more = {}]) => ({
    name: `${jurisdiction} ${ruleId}: ${step} ${Object.keys(more).join(' ')}`,
    papers,
    made: () => made(jurisdiction, ruleId, step, more),
  }));

  test.each(cases)('$name', ({ papers, made: footings }) => {
    expect(footings().map(({ paper }) => paper)).toEqual(papers);
  });

  test('an order rests on the law of the day, never on the list of responsibilities', () => {
    const [organ] = made('hongjiang', found, 'order-to-rectify');
    expect(organ && lawOf(organ, {})).toEqual(['《中华人民共和国档案法》第四十五条']);
    // The revised law came into force on 1 January 2021.
    const [before] = made('hongjiang', registration, 'order-to-rectify', {}, '2020-12-31');
    expect(before?.powers.has('order')).toBe(false);
    // Not a word of an instrument that nobody has read.
    const [missed] = made('hongjiang', registration, 'order-to-rectify');
    expect(missed && lawOf(missed, {})).toEqual(['《中华人民共和国档案法》第八条']);
  });
});

describe('a private party', () => {
  async function privately() {
    const scene = await lateForm();
    const { bureau, project, server } = scene;
    await bureau.patch(project.id, {
      parties: [{ relation: 'construction-unit', name: '某民营公司', nature: 'private' }],
    });
    await server.advance('2026-07-16T09:30:00+08:00');
    return scene;
  }

  test('is asked first, asked again, and never ordered or threatened', async () => {
    const { one, act, leader, officer, bureau, project, read } = await privately();
    const first = await one('order-to-rectify');
    expect(first).toMatchObject({ paper: 'reminder-letter', name: '提示函', missing: [] });
    expect(first.text).not.toMatch(/责令|处罚|处分|通报批评|依法处理/u);
    expect(first.openPlaces).toEqual([]);
    await act(first.id, 'proposal', {});
    await act(first.id, 'decision', { decision: 'approve', reason: '属实' }, leader);
    await act(first.id, 'issue', { number: '洪档函〔2026〕1号', on });
    await act(first.id, 'service', { on, method: 'post' });
    expect((await read(first.id)).rectifyUntil).toBe('2026-07-31');
    const again = await officer.send(escalation, 'POST', `${bureau.path}/escalations`, {
      step: 'order-to-rectify',
      subjectId: project.id,
      text: '请尽快填报登记表。',
    });
    expect(again).toMatchObject({ paper: 'reminder-letter', name: '催报函' });
  });

  test('is named by no circular: the competent department is written to', async () => {
    const { one, act, leader, officer, bureau, server } = await privately();
    const first = await one('order-to-rectify');
    await act(first.id, 'proposal', {});
    await act(first.id, 'decision', { decision: 'approve', reason: '属实' }, leader);
    await act(first.id, 'issue', { number: '洪档函〔2026〕1号', on });
    await act(first.id, 'service', { on, method: 'post' });
    await server.advance('2026-08-03T09:30:00+08:00');
    const letter = await one('circulated-criticism');
    expect(letter).toMatchObject({ paper: 'letter-to-department', missing: [] });
    expect(letter.recipients?.map(({ why }) => why)).not.toContain('unit');
    const path = `${bureau.path}/escalations/${letter.id}`;
    expect((await officer.refused(422, 'PATCH', path, { form: 'internal-circular' })).errors).toMatchObject([
      {
        path: 'form',
        code: 'escalation.circular-against-enterprise',
        params: { instead: 'letter-to-department' },
      },
    ]);
  });

  test('that turns out to be one is not sent what was drafted for another: it is drafted anew', async () => {
    const { one, patch, read, bureau, project, server } = await lateForm();
    await server.advance('2026-07-16T09:30:00+08:00');
    const order = await one('order-to-rectify');
    expect(order).toMatchObject({ paper: 'order', missing: [] });
    await bureau.patch(project.id, {
      parties: [{ relation: 'construction-unit', name: '某民营公司', nature: 'private' }],
    });
    const changed = await read(order.id);
    expect(changed.paper).toBe('reminder-letter');
    expect(changed.missing).toContain('text');
    const redrafted = await patch(order.id, { redraft: true });
    expect(redrafted.missing).not.toContain('text');
    expect(redrafted.text).toContain('请某民营公司自收到本函之日起15日内');
  });
});
