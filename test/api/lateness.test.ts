import { describe, expect, test } from 'vitest';
import * as answers from '../../shared/contract/answers.ts';
import { bureauOf, contactAt, officerOnStaff } from '../support/bureaus/bureau.ts';
import { downloaded } from '../support/files/downloads.ts';
import { serverForTest } from '../support/product/server.ts';

/** Tracked since 1 June 2026: one form is late, one was late when entered, one fell due before. */
async function scene() {
  const server = await serverForTest('2026-07-10T08:00:00+08:00');
  const bureau = await bureauOf(server, 'hongjiang');
  await bureau.admin.send(answers.staff, 'PUT', `${bureau.path}/staff`, [officerOnStaff]);
  await bureau.admin.send(answers.settings, 'PATCH', `${bureau.path}/settings`, { trackFrom: '2026-06-01' });
  const project = (name: string, startedOn: string, person: string) =>
    bureau.enter({
      kind: 'project',
      name,
      facts: { startedOn },
      contacts: [contactAt(person, '13800000001')],
    });
  await project('在办后逾期', '2026-01-15', 'Late');
  await project('登记时已逾期', '2025-12-08', 'Entered');
  await project('追踪前到期', '2025-10-08', 'Before');
  return { server, bureau };
}

const claims = { role: 'bureau-officer', jurisdiction: 'hongjiang' };

describe('what is late', () => {
  test('is the same number on the card, in the table, in the file and in the mail of one day', async () => {
    const { server, bureau } = await scene();
    await server.advance('2026-07-20T12:00:00+08:00');
    const status = await bureau.officer.get(answers.jurisdictionStatus, `${bureau.path}/status`);
    const sum = (key: 'late' | 'unconfirmed') =>
      status.regimes.reduce((total, { summary }) => total + summary[key], 0);
    const card = status.overdue.filter(({ lateness }) => lateness === 'late').length;
    const file = await downloaded(server, `${bureau.path}/exports/obligations.csv`, claims);
    const text = new TextDecoder().decode(file.bytes);
    const inFile = (word: string) => text.split('\n').filter((line) => line.includes(word)).length;
    const mail = (await server.mailbox({ to: officerOnStaff.email })).at(-1)?.subject ?? '';
    expect([card, status.summary.late, sum('late'), inFile('逾期未办')]).toEqual([1, 1, 1, 1]);
    expect(mail).toContain('仍逾期1项、待确认');
    const unconfirmed = status.summary.unconfirmed;
    expect(unconfirmed).toBeGreaterThan(0);
    expect([sum('unconfirmed'), inFile('登记时已逾期，待确认')]).toEqual([unconfirmed, unconfirmed]);
    expect(mail).toContain(`待确认${unconfirmed}项`);
    expect(inFile('追踪起始日前到期，不催办')).toBeGreaterThan(0);
    expect(status.summary.overdue).toBe(status.summary.late + unconfirmed);
  });
});

describe('what is still to leave today', () => {
  test('is counted before it leaves, with the hour, and no more afterwards', async () => {
    const { server, bureau } = await scene();
    const leaving = async () =>
      (await bureau.officer.get(answers.jurisdictionStatus, `${bureau.path}/status`)).leavingToday;
    await server.advance('2026-07-14T08:00:00+08:00');
    // The last reminder of the one that is due on the 15th: by mail and by SMS.
    expect(await leaving()).toEqual({ notices: 2, from: '2026-07-14T09:00:00+08:00' });
    const { notices } = await server.advance('2026-07-14T09:05:00+08:00');
    expect(notices).toBe(2);
    expect(await leaving()).toEqual({ notices: 0, from: null });
  });

  test('is nothing of what is met, or waits for a report to be answered', async () => {
    const { server, bureau } = await scene();
    await server.advance('2026-07-14T08:00:00+08:00');
    const [duty] = (await bureau.obligations({ dueFrom: '2026-07-15', dueTo: '2026-07-15' })).slice(0, 1);
    await bureau.act(duty?.id ?? '', 'fulfilment', { on: '2026-07-13' });
    const status = await bureau.officer.get(answers.jurisdictionStatus, `${bureau.path}/status`);
    expect(status.leavingToday).toEqual({ notices: 0, from: null });
  });
});
