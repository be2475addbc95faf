import { describe, expect, test } from 'vitest';
import { minutes } from '../../shared/domain/time/instant.ts';
import type { SendOutcome } from '../../shared/ports.ts';
import { looseEnds, noticesIn } from '../support/simulation/accounts.ts';
import { oneProject, person, type OneProject } from '../support/bureaus/one-project.ts';
import type { Refusal } from '../support/simulation/provider.ts';

const down: SendOutcome = { kind: 'temporary', provider: 'simulated', reason: '451 try later' };
const unknown: SendOutcome = { kind: 'permanent', provider: 'simulated', reason: '550 no such mailbox' };

const isToUnit = ({ to }: { readonly to: string }): boolean => !to.endsWith('@bureau.example.com');

/** The first tries of each message to the unit fail. */
const failing =
  (times: number, outcome: SendOutcome): Refusal =>
  (asked, tries) =>
    isToUnit(asked) && tries <= times ? outcome : undefined;

const noticesOf = ({ simulation, subjectId }: OneProject) =>
  noticesIn(simulation).filter((notice) => notice.subjectId === subjectId);

const entryNotice = (project: OneProject) => {
  const found = noticesOf(project).find((notice) => notice.step === 'reminder:entry');
  if (!found) throw new Error('no reminder on entry');
  return found;
};

/** Minutes between the tries of a notice. */
function pauses(project: OneProject): number[] {
  const { attempts } = entryNotice(project);
  return attempts.slice(1).map(({ at }, index) => (at - (attempts[index]?.at ?? at)) / minutes(1));
}

describe('a provider that cannot take a notice now', () => {
  test('is asked again after growing pauses, under the same token, until it takes it once', async () => {
    const project = await oneProject({ refuse: failing(5, down) });
    await project.simulation.to('2026-02-24T18:00:00+08:00');
    const tries = project.simulation.world.provider.handOvers.filter(isToUnit);
    expect(tries.map(({ outcome }) => outcome)).toEqual([...Array<string>(5).fill('temporary'), 'accepted']);
    expect(new Set(tries.map(({ noticeId }) => noticeId)).size).toBe(1);
    for (const [index, planned] of [2, 10, 30, 60, 60].entries()) {
      expect(pauses(project)[index]).toBeGreaterThanOrEqual(planned * 0.9);
      expect(pauses(project)[index]).toBeLessThanOrEqual(planned * 1.1);
    }
    expect(entryNotice(project).status).toBe('sent');
    expect(project.daily().filter(({ text }) => text.includes('未送达'))).toEqual([]);
  });

  test('for days goes on being asked, and the bureau reads of it in its next daily mail', async () => {
    const refuse: Refusal = ({ subject }) => (subject.startsWith('【逾期】') ? down : undefined);
    const project = await oneProject({ refuse });
    await project.simulation.to('2026-03-06T12:00:00+08:00');
    const overdue = noticesOf(project).find((notice) => notice.step === 'overdue');
    expect(overdue).toMatchObject({ status: 'queued', told: true, late: true });
    expect(overdue?.attempts.length).toBeGreaterThan(6);
    const mail = project.daily().find(({ text }) => text.includes('未送达'));
    expect(mail?.at).toBe('03-06 09:10');
    expect(mail?.text).toContain('恢复后自动补发：451 try later');
  });

  test('is not asked again once the duty is met: the notice is withdrawn', async () => {
    const project = await oneProject({ refuse: failing(3, down) });
    await project.simulation.to('2026-02-24T09:05:00+08:00');
    expect(entryNotice(project).status).toBe('queued');
    const { id } = await project.duty();
    await project.bureau.must('POST', `/obligations/${id}/fulfilment`, { on: '2026-02-24' });
    const before = project.simulation.world.provider.handOvers.length;
    await project.simulation.to('2026-02-24T23:00:00+08:00');
    expect(project.simulation.world.provider.handOvers.filter(isToUnit)).toHaveLength(2);
    expect(before).toBe(2);
    expect(entryNotice(project).status).toBe('withdrawn');
    expect(looseEnds(project.simulation)).toEqual([]);
  });

  test('is not asked in quiet hours: the try waits for the next working day', async () => {
    const project = await oneProject({
      refuse: ({ subject }, tries) => (subject.startsWith('【逾期】') && tries <= 4 ? down : undefined),
    });
    const quietHours = { from: '10:00', to: '08:00' };
    await project.bureau.must('PATCH', '/settings', { quietHours }, { sub: 'admin', role: 'bureau-admin' });
    await project.simulation.to('2026-03-09T12:00:00+08:00');
    expect(project.left().at(-1)).toBe('03-06 09:00 overdue');
  });

  test('has not taken a reminder when the next one is due: only the next one leaves', async () => {
    const quietHours = { from: '10:00', to: '08:00' };
    const project = await oneProject({ refuse: failing(4, down) });
    await project.bureau.must('PATCH', '/settings', { quietHours }, { sub: 'admin', role: 'bureau-admin' });
    await project.simulation.to('2026-03-01T12:00:00+08:00');
    expect(project.left()).toEqual(['02-26 09:00 reminder:7']);
    expect(entryNotice(project).status).toBe('withdrawn');
    expect(looseEnds(project.simulation)).toEqual([]);
  });
});

describe('a provider that refuses an address for good', () => {
  test('is not asked again, and the bureau reads of it the same morning', async () => {
    const project = await oneProject({ refuse: failing(1, unknown) });
    await project.simulation.to('2026-02-24T23:00:00+08:00');
    expect(entryNotice(project)).toMatchObject({ status: 'failed' });
    expect(entryNotice(project).attempts).toHaveLength(1);
    const [mail] = project.daily();
    expect(mail?.at).toBe('02-24 09:10');
    expect(mail?.text).toContain('邮件a@unit.example.com未送达（permanent: 550 no such mailbox）');
  });

  test('does not keep the notice from other addresses and other channels', async () => {
    const colleague = { name: '乙', email: 'b@unit.example.com', mobile: '13800000002' };
    const project = await oneProject({ refuse: ({ to }) => (to === person.email ? unknown : undefined) }, [
      person,
      colleague,
    ]);
    await project.simulation.to('2026-03-05T10:00:00+08:00');
    expect(project.left()).toEqual([
      '02-24 09:00 reminder:entry',
      '02-25 09:00 reminder:7',
      '03-03 09:00 reminder:1',
      '03-03 09:00 reminder:1',
      '03-05 09:00 overdue',
      '03-05 09:00 overdue',
    ]);
    const failed = noticesOf(project).filter(({ status }) => status === 'failed');
    expect(failed.map(({ to, step }) => `${to} ${step}`).sort()).toEqual(
      ['overdue', 'reminder:1', 'reminder:7', 'reminder:entry'].map((step) => `a@unit.example.com ${step}`),
    );
    // From the first one on it stands in every mail, until the duty is met.
    const daily = project.daily();
    expect(daily).toHaveLength(9);
    for (const { text } of daily) expect(text).toContain('a@unit.example.com未送达');
  });
});

describe('a notice that has nobody to go to', () => {
  test('is recorded as failed for each step, and told to the bureau until somebody is reached', async () => {
    const project = await oneProject({}, []);
    await project.simulation.to('2026-03-05T10:00:00+08:00');
    expect(project.left()).toEqual([]);
    const told = project.daily().filter(({ text }) => text.includes('没有可用的联系方式'));
    expect(told).toEqual(project.daily());
    expect(told).toHaveLength(9);
    expect(noticesOf(project).filter(({ status }) => status === 'failed')).toHaveLength(4);
  });
});

describe('the daily mail', () => {
  test('that the provider cannot take is tried again the same day, and taken once', async () => {
    const project = await oneProject({
      refuse: ({ subject }, tries) => (subject.startsWith('【每日情况】') && tries <= 3 ? down : undefined),
    });
    const { simulation } = project;
    await simulation.to('2026-03-02T23:00:00+08:00');
    const [mail, ...others] = project.daily().filter(({ at }) => at.startsWith('03-02'));
    expect(mail?.text).toContain('本周到期1项');
    expect(others).toEqual([]);
    expect(
      simulation.world.provider.handOvers.filter(({ now }) => now >= simulation.now - 14 * 3_600_000),
    ).toHaveLength(4);
    expect(looseEnds(simulation)).toEqual([]);
  });
});
