import { describe, expect, test } from 'vitest';
import * as answers from '../../shared/contract/answers.ts';
import { acceptanceApplication, bureauOf, registrationAfterStart } from '../support/bureaus/bureau.ts';
import { previewBody, previewed, previewedOne, type Asked } from '../support/deadlines/previews.ts';
import { sharedServer } from '../support/product/server.ts';

const shared = sharedServer('2026-03-02T08:00:00+08:00', (server) => bureauOf(server, 'hongjiang'));
const only = (ruleId: string, asked: Asked) => previewedOne(shared().scene, ruleId, asked);

describe('what would be done', () => {
  test('is reminders at nine, moved to the working day before, and orders that wait for the leader', async () => {
    const duty = await only(registrationAfterStart, { facts: { startedOn: '2026-04-20' } });
    expect(duty.dueOn).toBe('2026-10-20');
    expect(duty.reminders).toEqual([
      '2026-09-20T09:00:00+08:00',
      '2026-10-13T09:00:00+08:00',
      '2026-10-19T09:00:00+08:00',
    ]);
    expect(duty.escalations).toEqual([
      { step: 'order-to-rectify', at: '2026-10-21T09:00:00+08:00', approval: 'bureau-leader' },
      {
        step: 'circulated-criticism',
        after: '15 days from service',
        daysFromService: 15,
        approval: 'bureau-leader',
      },
    ]);
  });

  test('follows the bureau’s own figures', async () => {
    const { admin, path } = shared().scene;
    const figures = (rectificationDays: number | null) => ({
      figures: { [registrationAfterStart]: { rectificationDays } },
    });
    const asked = { facts: { startedOn: '2026-04-20' } };
    const period = async () => (await only(registrationAfterStart, asked)).escalations[1]?.after;
    await admin.send(answers.settings, 'PATCH', `${path}/settings`, { rectificationDays: 20 });
    expect(await period()).toBe('20 days from service');
    await admin.send(answers.settings, 'PATCH', `${path}/settings`, figures(10));
    expect(await period()).toBe('10 days from service');
    await admin.send(answers.settings, 'PATCH', `${path}/settings`, {
      ...figures(null),
      rectificationDays: 15,
    });
    expect(await period()).toBe('15 days from service');
  });

  test('is one reminder in place of those that lie before the duty arose', async () => {
    const facts = { plannedCompletionAcceptanceOn: '2026-11-03' };
    const duty = await only(acceptanceApplication, { facts, from: '2026-09-12' });
    // The 12th is a Saturday; seven days before 3 October lies 26 September, a day off.
    expect(duty).toMatchObject({
      arisesOn: '2026-09-12',
      reminders: ['2026-09-14T09:00:00+08:00', '2026-09-24T09:00:00+08:00', '2026-09-30T09:00:00+08:00'],
    });
  });

  test('is nothing that punishes where the source gives no sanction', async () => {
    const duty = await only(acceptanceApplication, {
      facts: { plannedCompletionAcceptanceOn: '2026-11-03' },
    });
    expect(duty.escalations).toEqual([]);
  });
});

describe('a preview', () => {
  test('is by due day, from the first to the last day asked for, both counted in', async () => {
    const facts = { startedOn: '2026-01-15' };
    const days = async (from: string, to: string) =>
      (await previewed(shared().scene, { facts, from, to })).map(({ dueOn }) => dueOn);
    expect(await days('2026-07-15', '2027-12-31')).toEqual(['2026-07-15', '2026-12-31', '2027-12-31']);
    expect(await days('2026-07-16', '2026-12-30')).toEqual([]);
  });

  test('stores nothing, with or without an Idempotency-Key', async () => {
    const { officer, path, obligations } = shared().scene;
    const standing = async () => [
      await obligations({}),
      await officer.all(answers.subject, `${path}/subjects`),
    ];
    const before = await standing();
    const body = previewBody({ facts: { startedOn: '2025-08-31' } });
    await officer.send(answers.previewAnswer, 'POST', '/v1/preview', body, { 'idempotency-key': 'preview' });
    await previewed(shared().scene, { facts: { startedOn: '2025-08-31' } });
    expect(await standing()).toEqual(before);
  });

  test('is open to everybody who sees the jurisdiction, and to nobody else', async () => {
    const body = previewBody({ facts: { startedOn: '2026-01-15' } });
    for (const role of ['bureau-leader', 'bureau-admin', 'superior', 'unit', 'auditor'] as const) {
      const jurisdiction = role === 'superior' ? 'hunan' : 'hongjiang';
      const client = await shared().server.as({ role, jurisdiction, unitId: 'x' });
      await client.send(answers.previewAnswer, 'POST', '/v1/preview', body);
      for (const foreign of ['shexian', 'nowhere'])
        await client.refused(404, 'POST', '/v1/preview', { ...body, jurisdiction: foreign });
    }
  });

  test.each([
    [422, { from: '2026-02-01', to: '2026-01-31' }, 'to', '2026-01-31 is before 2026-02-01'],
    [
      422,
      { from: '2026-01-01', to: '2037-01-01' },
      'to',
      'a preview may span at most ten years: ask for a shorter time',
    ],
    [
      422,
      { facts: { startedOn: '2026-02-01', archivesAcceptedOn: '2026-01-01' } },
      'subject.facts.archivesAcceptedOn',
      'the archives cannot be accepted before the project starts; correct one of them',
    ],
    [400, { from: '2026-02-30' }, 'from', 'this is not a day: write YYYY-MM-DD, for instance 2026-09-30'],
    [
      400,
      { facts: { startedOn: '2026-02-30' } },
      'subject.facts.startedOn',
      'this is not a day: write YYYY-MM-DD, for instance 2026-09-30',
    ],
    [
      400,
      { facts: { begunOn: '2026-02-01' } },
      'subject.facts.begunOn',
      'unknown fact of a project; known: startedOn',
    ],
    [
      400,
      { kind: 'unit', traits: ['direct', 'shiny'] },
      'subject.traits.1',
      'unknown trait of a unit: shiny; known: direct',
    ],
    [400, { kind: 'county' }, 'subject.kind', 'expected one of'],
  ])('is refused with %i: %j', async (status, asked, path, message) => {
    const { officer } = shared().scene;
    const problem = await officer.refused(status, 'POST', '/v1/preview', previewBody(asked));
    expect(problem.errors).toHaveLength(1);
    expect(problem.errors?.[0]?.path).toBe(path);
    expect(problem.errors?.[0]?.message).toContain(message);
  });
});
