import { describe, expect, test } from 'vitest';
import { rulebookOf } from '../../shared/rules/catalogue.ts';
import { bureauOf, contactAt } from '../support/bureau.ts';
import { peopleOf } from '../support/escalations.ts';
import { serverForTest } from '../support/server.ts';

/** Every duty of every jurisdiction that has a ladder, with a subject that misses it. */
const registration = { kind: 'project', facts: { startedOn: '2026-01-15' } } as const;
const accepted = {
  kind: 'project',
  facts: { startedOn: '2024-01-15', archivesAcceptedOn: '2026-04-15' },
} as const;
const inspected = { kind: 'unit', traits: ['backup-register'] } as const;

const subjects: Readonly<Record<string, typeof registration | typeof accepted | typeof inspected>> = {
  'key-project-archives/registration-after-start': registration,
  'key-project-archives/registration-yearly': registration,
  'key-project-archives/registration-after-acceptance': accepted,
  'archives-security/self-inspection-report': inspected,
};

const ladders = ['hongjiang', 'shexian', 'luquan', 'baixiang', 'liaoning'].flatMap((jurisdiction) =>
  rulebookOf(jurisdiction).deadlines.flatMap((rule) =>
    rule.deadline.pursuit === 'ladder' ? [{ jurisdiction, ruleId: rule.ruleId, rule }] : [],
  ),
);

test('are those of section 4: nine registration forms and three self-inspection reports', () => {
  expect(ladders.map(({ jurisdiction, ruleId }) => `${jurisdiction} ${ruleId}`).sort()).toEqual(
    ['baixiang', 'hongjiang', 'shexian'].flatMap((jurisdiction) =>
      Object.keys(subjects)
        .sort()
        .map((ruleId) => `${jurisdiction} ${ruleId}`),
    ),
  );
  for (const { jurisdiction, ruleId, rule } of ladders)
    expect(`${jurisdiction}: ${(rule.deadline.sanctions ?? []).map(({ step }) => step).join(' → ')}`).toBe(
      `${jurisdiction}: order-to-rectify → ${ruleId.startsWith('archives') ? 'discipline-recommendation' : 'circulated-criticism'}`,
    );
});

describe('each is walked to its end, every step by an officer and a leader', () => {
  test.each(ladders)('$jurisdiction $ruleId', async ({ jurisdiction, ruleId, rule }) => {
    const server = await serverForTest('2026-06-01T10:00:00+08:00');
    const bureau = await bureauOf(server, jurisdiction);
    // A year that is computed by guess starts no order: the arrangement of 2027 is entered as a bureau would.
    await bureau.admin.ask('PUT', '/v1/work-calendar/2027', {
      body: { holidays: [], workdays: [], source: '为试验编造' },
    });
    const { act, patch, list, leader } = await peopleOf(server, bureau, jurisdiction);
    const subject = await bureau.enter({
      name: '监管对象',
      ...subjects[ruleId],
      kind: subjects[ruleId]?.kind ?? 'unit',
      traits: [...((subjects[ruleId] ?? {}) === inspected ? inspected.traits : [])],
      contacts: [contactAt('Ren')],
    });
    const [duty] = await bureau.obligations({ subjectId: subject.id, ruleId });
    if (!duty?.overdueFrom) throw new Error('no duty');
    await server.advance(`${addDay(duty.overdueFrom, 12)}T10:00:00+08:00`);
    const [order, ...others] = await list({ obligationId: duty.id });
    expect(others).toEqual([]);
    if (!order) throw new Error('no order was drafted');
    expect(order).toMatchObject({ step: 'order-to-rectify', status: 'draft', draftedBy: 'system' });
    expect(order.text).toContain(rule.deadline.sanctions?.[0]?.text ?? '');
    const today = addDay(duty.overdueFrom, 12);
    await act(order.id, 'proposal', {});
    await act(order.id, 'decision', { decision: 'approve', reason: '属实' }, leader);
    await act(order.id, 'issue', { number: '1号', on: today });
    const { rectifyUntil } = await act(order.id, 'service', {
      on: today,
      method: 'personal',
      receivedBy: '收件人',
    });
    const later = addDay(rectifyUntil ?? '', 12);
    await server.advance(`${later}T10:00:00+08:00`);
    const last = (await list({ obligationId: duty.id })).find(({ id }) => id !== order.id);
    if (!last) throw new Error('no last step was drafted');
    expect(last).toMatchObject({ step: rule.deadline.sanctions?.[1]?.step, status: 'draft' });
    if (last.step === 'circulated-criticism') {
      await patch(last.id, {
        refusal: { text: '拒不整改' },
        legalBasis: '《条例》第一条',
        form: 'penalty',
        priorNotice: { servedOn: later, method: 'personal' },
        statement: { received: true, text: '请求宽限', outcome: '不予采纳' },
        legalReview: { by: '法制员', opinion: '同意' },
      });
      await server.advance(`${addDay(later, 14)}T10:00:00+08:00`);
    }
    const end = last.step === 'circulated-criticism' ? addDay(later, 14) : later;
    await act(last.id, 'proposal', {});
    await act(last.id, 'decision', { decision: 'approve', reason: '同意' }, leader);
    expect((await act(last.id, 'issue', { number: '2号', on: end })).status).toBe('issued');
    await server.advance(`${addDay(end, 30)}T10:00:00+08:00`);
    expect(await list({ obligationId: duty.id })).toHaveLength(2);
  });
});

function addDay(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);
}
