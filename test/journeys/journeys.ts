import { describe, expect, test } from 'vitest';
import { listOf } from '../../shared/contract/answers.ts';
import * as contract from '../../shared/contract/inspections.ts';
import { verifyDraw } from '../../shared/domain/draws/verify.ts';
import { contactAt } from '../support/bureaus/bureau.ts';
import { check, checkScene, record } from '../support/bureaus/checks.ts';
import { reportingUnit } from '../support/bureaus/reporting-unit.ts';
import { short, unreachedProject } from '../support/bureaus/unreached-project.ts';
import { asCsv, entersRoster, roster } from '../support/files/roster.ts';
import { commit, dice, draws, reveal, scene } from '../support/quotas/draws.ts';

/** The main journeys, on the engine that the process uses; all else of what they touch is tested in memory alone. */
export async function journeys(): Promise<void> {
  // From a project’s entry to the served order and the criticism; a case by its events.
  await import('./late-form.ts');
  await import('./cases.ts');

  test('a roster is entered; the same again changes nothing', () => entersRoster(asCsv(roster)));

  describe('a unit’s report', () => {
    test('that is confirmed closes the duty on the day that the unit gave, however late the bureau is', async () => {
      const { server, report, decide, bureau, id, mails } = await reportingUnit('2026-09-22T10:00:00+08:00');
      await report('2026-09-22');
      await server.advance('2026-10-09T10:00:00+08:00');
      expect(await decide({ decision: 'confirm' })).toMatchObject({
        status: 'fulfilled',
        fulfilledOn: '2026-09-22',
      });
      expect(await bureau.detail(id)).not.toHaveProperty('report');
      await server.advance('2026-10-12T12:00:00+08:00');
      expect(await mails()).toEqual([]);
    });
  });

  describe('a notice that nobody could be written to', () => {
    test('is sent again once there is a contact, at once in working hours', async () => {
      const { server, own, resend, write } = await unreachedProject([]);
      const [failed] = await own();
      await write([contactAt('Qiao', '13800000001')]);
      await resend(failed);
      const sent = (await server.mailbox()).map(
        ({ channel, to, sentAt }) => `${sentAt.slice(0, 16)} ${channel} ${to}`,
      );
      expect(sent.sort()).toEqual([
        '2026-07-14T10:00 email qiao@unit.example.com',
        '2026-07-14T10:00 sms 13800000001',
      ]);
      expect((await own()).map(short).sort()).toEqual([
        'reminder:1  failed',
        'reminder:1 13800000001 sent',
        'reminder:1 qiao sent',
      ]);
    });
  });

  describe('a record of a check', () => {
    test('counts to the periodic quota of its regime, and stands in the list and at the quota', async () => {
      const { bureau, unit } = await checkScene();
      const [a, b] = [await unit('甲单位'), await unit('乙单位')];
      const made = await record(bureau, check([a, b]));
      expect(made.counted).toEqual([{ ruleId: 'archives-security/daily-check', period: '2026-07' }]);
      expect(made.form).toBe('专业档案形成单位巡查、回访记录');
      expect(made.officers.map(({ unverified }) => unverified)).toEqual([true, true]);
      const read = await bureau.officer.get(contract.inspection, `${bureau.path}/inspections/${made.id}`);
      expect(read).toEqual(made);
      const page = await bureau.officer.get(listOf(contract.inspection), `${bureau.path}/inspections`);
      expect(page.items).toEqual([made]);
      const quotas = await bureau.officer.get(contract.quotas, `${bureau.path}/quotas`);
      expect(quotas.items.find(({ ruleId }) => ruleId === 'archives-security/daily-check')).toMatchObject({
        period: { key: '2026-07', from: '2026-07-01', to: '2026-07-31' },
        population: 2,
        required: { checks: 3, targetsPerCheck: 2 },
        done: { checks: 1, targets: 2 },
        remaining: { checks: 2 },
        latestSafeDay: '2026-07-30',
        status: 'on-track',
      });
    });
  });

  describe('a draw', () => {
    test('dice: the throws make the seed', async () => {
      const { officer } = await scene();
      const open = await commit(officer, { beacon: dice });
      expect(open.beacon).toEqual({ ...dice, leastThrows: 5, advisedThrows: 9 });
      for (const value of ['1234', '1234567', '12a456', [1, 2, 3, 4, 5, 16]])
        await officer.refused(422, 'POST', `${draws}/${open.id}/reveal`, { value });
      const done = await reveal(officer, open, [3, 5, 1, 6, 2, 4]);
      expect(done).toMatchObject({ status: 'drawn', provable: true, value: '351624' });
      expect(verifyDraw(done, open.commitment)).toEqual({
        holds: true,
        notes: [expect.stringContaining('孙某, 周某'), expect.stringContaining('6 throws are few')],
      });
    });
  });
}
