import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import * as answers from '../../shared/contract/answers.ts';
import {
  acceptanceApplication,
  bureauOf,
  registrationAfterAcceptance,
  registrationAfterStart,
  registrationYearly,
  selfInspection,
} from '../support/bureau.ts';
import { sharedServer } from '../support/server.ts';

const shared = sharedServer('2026-03-02T08:00:00+08:00', async (server) => ({
  hongjiang: await bureauOf(server, 'hongjiang'),
  baixiang: await bureauOf(server, 'baixiang'),
}));
type Previewed = z.infer<typeof answers.previewAnswer>['obligations'][number];

interface Asked {
  readonly jurisdiction?: 'hongjiang' | 'baixiang';
  readonly kind?: string;
  readonly traits?: readonly string[];
  readonly facts?: object;
  readonly from?: string;
  readonly to?: string;
}

const bodyOf = ({
  jurisdiction = 'hongjiang',
  kind = 'project',
  traits = [],
  facts = {},
  from = '2026-01-01',
  to = '2027-12-31',
}: Asked) => ({
  jurisdiction,
  subject: { kind, traits, facts },
  from,
  to,
});

async function previewed(asked: Asked): Promise<Previewed[]> {
  const { officer } = shared().scene[asked.jurisdiction ?? 'hongjiang'];
  return (await officer.send(answers.previewAnswer, 'POST', '/v1/preview', bodyOf(asked))).obligations;
}

async function only(ruleId: string, asked: Asked): Promise<Previewed> {
  const found = (await previewed(asked)).filter((one) => one.ruleId === ruleId);
  const [one] = found;
  if (!one || found.length > 1) throw new Error(`${found.length} duties under ${ruleId}`);
  return one;
}

const said = ({ explanation }: Previewed): string => explanation.map(({ text }) => text).join('\n');

describe('a period after an event', () => {
  test('that ends on a make-up working day stays there', async () => {
    const duty = await only(registrationAfterStart, { facts: { startedOn: '2025-08-31' } });
    expect(duty).toMatchObject({
      arisesOn: '2025-08-31',
      dueOn: '2026-02-28',
      actBy: '2026-02-28',
      overdueFrom: '2026-03-01',
      provisional: false,
    });
    expect(said(duty)).toContain('调休上班');
  });

  test('that ends on a rest day moves to the next working day', async () => {
    const duty = await only(registrationAfterAcceptance, { facts: { archivesAcceptedOn: '2026-07-01' } });
    expect(duty).toMatchObject({ dueOn: '2026-10-08', actBy: '2026-10-08', overdueFrom: '2026-10-09' });
    expect(said(duty)).toContain('顺延至其后第一个工作日2026年10月8日');
  });

  test('that has no corresponding day ends on the month’s last', async () => {
    const duty = await only(registrationAfterStart, { facts: { startedOn: '2026-08-31' } });
    expect(duty).toMatchObject({ dueOn: '2027-03-01', provisional: true });
    expect(said(duty)).toContain('2027年2月28日');
  });
});

describe('a fixed date', () => {
  test('stays on its day, and nobody is late on the first working day after a day off', async () => {
    const bureau = { kind: 'bureau', facts: { office: 'archives' }, to: '2026-12-31' };
    const assessment = await only('archives-security/annual-assessment', bureau);
    expect(assessment).toMatchObject({
      period: '2025',
      dueOn: '2026-01-31',
      actBy: '2026-01-30',
      overdueFrom: '2026-02-03',
    });
    const report = await only(selfInspection, {
      kind: 'unit',
      traits: ['backup-register'],
      to: '2026-12-31',
    });
    expect(report).toMatchObject({
      period: '2025',
      dueOn: '2026-09-30',
      actBy: '2026-09-30',
      overdueFrom: '2026-10-01',
    });
  });

  test('comes back every year from the opening form on until the acceptance', async () => {
    const facts = { startedOn: '2025-03-03', archivesAcceptedOn: '2027-12-31' };
    const duties = (await previewed({ facts, from: '2025-01-01', to: '2029-12-31' })).filter(
      ({ ruleId }) => ruleId === registrationYearly,
    );
    expect(duties.map(({ period, dueOn }) => [period, dueOn])).toEqual([
      ['2025', '2025-12-31'],
      ['2026', '2026-12-31'],
    ]);
  });
});

test('a period before an event never moves later', async () => {
  const duty = await only(acceptanceApplication, {
    facts: { plannedCompletionAcceptanceOn: '2026-11-03' },
    from: '2026-03-02',
  });
  expect(duty).toMatchObject({
    arisesOn: '2026-03-02',
    dueOn: '2026-10-03',
    actBy: '2026-09-30',
    overdueFrom: '2026-10-04',
  });
  expect(said(duty)).toContain('2026年8月3日前');
});

describe('seven days after a case came to light', () => {
  const asked = {
    jurisdiction: 'baixiang',
    kind: 'case',
    facts: { office: 'archives', occurredOn: '2026-09-21', discoveredOn: '2026-09-28' },
    to: '2026-12-31',
  } as const;
  const filing = 'archives-cases/case-filing';

  test('are calendar days; the other reading is named', async () => {
    const duty = await only(filing, asked);
    expect(duty).toMatchObject({
      dueOn: '2026-10-08',
      overdueFrom: '2026-10-09',
      reminders: ['2026-09-30T09:00:00+08:00'],
    });
    expect(said(duty)).toContain('2026年10月13日');
  });

  test('are working days, or run from the day of the act, where the bureau says so', async () => {
    const { admin, path } = shared().scene.baixiang;
    const read = (readings: object) =>
      admin.send(answers.settings, 'PATCH', `${path}/settings`, { readings: { [filing]: readings } });
    await read({ count: 'working-days' });
    expect(await only(filing, asked)).toMatchObject({ dueOn: '2026-10-13' });
    await read({ count: null, event: 'occurred' });
    expect(await only(filing, asked)).toMatchObject({ arisesOn: '2026-09-21', dueOn: '2026-09-28' });
    await read({ event: null });
    expect(await only(filing, asked)).toMatchObject({ dueOn: '2026-10-08' });
  });
});

test('hours run round the clock and never move', async () => {
  const facts = { office: 'civil-defence', evidenceSecuredAt: '2026-10-02T17:05:00+08:00' };
  const duty = await only('civil-defence-cases/evidence-formalities', {
    jurisdiction: 'baixiang',
    kind: 'case',
    facts,
  });
  expect(duty).toMatchObject({
    dueAt: '2026-10-03T17:05:00+08:00',
    overdueFrom: '2026-10-03T17:05:00+08:00',
    actBy: '2026-09-30',
    reminders: ['2026-10-03T05:05:00+08:00', '2026-10-03T15:05:00+08:00'],
  });
  expect(duty).not.toHaveProperty('dueOn');
});

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
      { step: 'circulated-criticism', after: '15 days from service', approval: 'bureau-leader' },
    ]);
  });

  test('follows the bureau’s own figures', async () => {
    const { admin, path } = shared().scene.hongjiang;
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
      (await previewed({ facts, from, to })).map(({ dueOn }) => dueOn);
    expect(await days('2026-07-15', '2027-12-31')).toEqual(['2026-07-15', '2026-12-31', '2027-12-31']);
    expect(await days('2026-07-16', '2026-12-30')).toEqual([]);
  });

  test('stores nothing, with or without an Idempotency-Key', async () => {
    const { officer, path, obligations } = shared().scene.hongjiang;
    const standing = async () => [
      await obligations({}),
      await officer.all(answers.subject, `${path}/subjects`),
    ];
    const before = await standing();
    const body = bodyOf({ facts: { startedOn: '2025-08-31' } });
    await officer.send(answers.previewAnswer, 'POST', '/v1/preview', body, { 'idempotency-key': 'preview' });
    await previewed({ facts: { startedOn: '2025-08-31' } });
    expect(await standing()).toEqual(before);
  });

  test('is open to everybody who sees the jurisdiction, and to nobody else', async () => {
    const body = bodyOf({ facts: { startedOn: '2026-01-15' } });
    for (const role of ['bureau-leader', 'bureau-admin', 'superior', 'unit', 'auditor'] as const) {
      const jurisdiction = role === 'superior' ? 'hunan' : 'hongjiang';
      const client = await shared().server.as({ role, jurisdiction, unitId: 'x' });
      await client.send(answers.previewAnswer, 'POST', '/v1/preview', body);
      for (const foreign of ['shexian', 'nowhere'])
        await client.refused(404, 'POST', '/v1/preview', { ...body, jurisdiction: foreign });
    }
  });

  test.each([
    [422, { from: '2026-02-01', to: '2026-01-31' }, 'to', '2026-01-31 is before from (2026-02-01)'],
    [
      422,
      { from: '2026-01-01', to: '2037-01-01' },
      'to',
      'a preview spans ten years at most: ask for a shorter time',
    ],
    [
      422,
      { facts: { startedOn: '2026-02-01', archivesAcceptedOn: '2026-01-01' } },
      'subject.facts.archivesAcceptedOn',
      'the archives cannot be accepted before the project starts; correct one of them',
    ],
    [400, { from: '2026-02-30' }, 'from', 'no such day: write YYYY-MM-DD, for instance 2026-09-30'],
    [
      400,
      { facts: { startedOn: '2026-02-30' } },
      'subject.facts.startedOn',
      'no such day: write YYYY-MM-DD, for instance 2026-09-30',
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
    [400, { kind: 'county' }, 'subject.kind', 'Invalid option'],
  ])('is refused with %i: %j', async (status, asked, path, message) => {
    const { officer } = shared().scene.hongjiang;
    const problem = await officer.refused(status, 'POST', '/v1/preview', bodyOf(asked));
    expect(problem.errors).toHaveLength(1);
    expect(problem.errors?.[0]?.path).toBe(path);
    expect(problem.errors?.[0]?.message).toContain(message);
  });
});
