import { describe, expect, test } from 'vitest';
import * as answers from '../../shared/contract/answers.ts';
import {
  acceptanceApplication,
  bureauOf,
  registrationAfterAcceptance,
  registrationAfterStart,
  registrationYearly,
  selfInspection,
} from '../support/bureaus/bureau.ts';
import { previewed, previewedOne, said, type Asked } from '../support/deadlines/previews.ts';
import { sharedServer } from '../support/product/server.ts';

const shared = sharedServer('2026-03-02T08:00:00+08:00', async (server) => ({
  hongjiang: await bureauOf(server, 'hongjiang'),
  baixiang: await bureauOf(server, 'baixiang'),
}));
const only = (ruleId: string, asked: Asked) =>
  previewedOne(shared().scene[asked.jurisdiction ?? 'hongjiang'], ruleId, asked);

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
    const duties = (
      await previewed(shared().scene.hongjiang, { facts, from: '2025-01-01', to: '2029-12-31' })
    ).filter(({ ruleId }) => ruleId === registrationYearly);
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
