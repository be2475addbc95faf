import { describe, expect, test } from 'vitest';
import { looseEnds, noticesIn } from '../support/simulation/accounts.ts';
import { oneProject, type OneProject } from '../support/bureaus/one-project.ts';

const LATE = '本通知因系统停运补发';

/** Texts of what the unit got, by step. */
function texts({ simulation, subjectId }: OneProject): Record<string, boolean> {
  const steps = new Map(noticesIn(simulation).map((notice) => [notice.id, notice.step]));
  return Object.fromEntries(
    simulation.world.provider.mailbox
      .filter(({ noticeId }) => noticeId.startsWith(subjectId))
      .map(({ noticeId, text }) => [steps.get(noticeId) ?? '', text.includes(LATE)]),
  );
}

const recorded = ({ simulation, subjectId }: OneProject): Record<string, boolean> =>
  Object.fromEntries(
    noticesIn(simulation)
      .filter((notice) => notice.subjectId === subjectId && notice.status === 'sent')
      .map((notice) => [notice.step, notice.late]),
  );

function expectNothingWrong({ simulation }: OneProject): void {
  expect([...simulation.watch.violations, ...looseEnds(simulation)]).toEqual([]);
}

describe('a product that was down when notices were due', () => {
  test('sends of the reminders that it missed the last one alone, marked as late in mail and record', async () => {
    const project = await oneProject();
    await project.simulation.wakeAt('2026-03-03T14:20:00+08:00');
    expect(project.left()).toEqual(['03-03 14:20 reminder:1']);
    expect(texts(project)).toEqual({ 'reminder:1': true });
    expect(recorded(project)).toEqual({ 'reminder:1': true });
    expectNothingWrong(project);
  });

  test('and is back within the hour marks nothing as late', async () => {
    const project = await oneProject();
    await project.simulation.wakeAt('2026-02-24T09:59:00+08:00');
    expect(texts(project)).toEqual({ 'reminder:entry': false });
    await project.simulation.wakeAt('2026-02-25T10:00:00+08:00');
    expect(texts(project)).toEqual({ 'reminder:entry': false, 'reminder:7': true });
    expectNothingWrong(project);
  });

  test('sends no reminder once the due day has passed, but the overdue notice, late', async () => {
    const project = await oneProject();
    await project.simulation.wakeAt('2026-03-17T11:00:00+08:00');
    expect(project.left()).toEqual(['03-17 11:00 overdue']);
    expect(recorded(project)).toEqual({ overdue: true });
    const [daily, ...others] = project.daily();
    expect(daily?.text).toContain('新逾期事项（1项）');
    expect(others).toEqual([]);
    expectNothingWrong(project);
  });

  test('sends a reminder still on the due day itself', async () => {
    const project = await oneProject();
    await project.simulation.wakeAt('2026-03-04T19:59:00+08:00');
    expect(project.left()).toEqual(['03-04 19:59 reminder:1']);
  });

  test.each([
    ['at night', '2026-03-03T03:00:00+08:00', '03-03 09:00 reminder:1'],
    ['in the evening', '2026-02-26T20:30:00+08:00', '02-27 09:00 reminder:7'],
    ['on a Sunday', '2026-03-01T10:00:00+08:00', '03-02 09:00 reminder:7'],
    ['on a Saturday that is worked', '2026-02-28T10:00:00+08:00', '02-28 10:00 reminder:7'],
  ])('and comes back %s sends in the next hours for notices', async (_, back, first) => {
    const project = await oneProject();
    await project.simulation.wakeAt(back);
    await project.simulation.to('2026-03-03T12:00:00+08:00');
    expect(project.left()[0]).toBe(first);
    expectNothingWrong(project);
  });

  test('and comes back in the evening of a day with something to tell lets the bureau’s mail wait, too', async () => {
    const project = await oneProject();
    await project.simulation.wakeAt('2026-03-05T20:30:00+08:00');
    expect([project.left(), project.daily()]).toEqual([[], []]);
    await project.simulation.to('2026-03-06T12:00:00+08:00');
    expect(project.left()).toEqual(['03-06 09:00 overdue']);
    expect(project.daily().map(({ at }) => at)).toEqual(['03-06 09:10']);
    expect(project.daily()[0]?.text).toContain('新逾期事项（1项）');
    expectNothingWrong(project);
  });

  test('goes on with what lies ahead as if nothing had been', async () => {
    const [whole, interrupted] = [await oneProject(), await oneProject()];
    await interrupted.simulation.wakeAt('2026-02-27T10:30:00+08:00');
    for (const { simulation } of [whole, interrupted]) await simulation.to('2026-03-20T12:00:00+08:00');
    expect(interrupted.left().slice(1)).toEqual(whole.left().slice(2));
    expect(interrupted.left()[0]).toBe('02-27 10:30 reminder:7');
    expectNothingWrong(interrupted);
  });

  test('keeps silent about a duty that was met in the meantime', async () => {
    const project = await oneProject();
    await project.simulation.to('2026-02-24T12:00:00+08:00');
    const { id } = await project.duty();
    await project.bureau.must('POST', `/obligations/${id}/fulfilment`, { on: '2026-02-24' });
    await project.simulation.wakeAt('2026-03-10T11:00:00+08:00');
    expect(project.left()).toEqual(['02-24 09:00 reminder:entry']);
    expectNothingWrong(project);
  });

  test('for a year catches up with every day of it, once', async () => {
    const project = await oneProject();
    await project.simulation.wakeAt('2027-03-02T10:00:00+08:00');
    expect(project.left().filter((line) => line.endsWith('overdue'))).toEqual([
      '03-02 10:00 overdue',
      '03-02 10:00 overdue',
    ]);
    const daily = project.daily();
    expect(daily.map(({ at }) => at)).toEqual(['03-02 10:00']);
    expect(daily[0]?.text).toContain('示例工程：《重点建设项目档案管理登记表》（开工后），2026年3月4日届满');
    await project.simulation.wakeAt('2027-03-02T10:01:00+08:00');
    expect(project.left()).toHaveLength(2);
    expect(project.daily()).toHaveLength(1);
    expectNothingWrong(project);
  });
});
