import { isDeepStrictEqual } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { delivered, lastNotices, looseEnds, outcomes } from '../support/simulation/accounts.ts';
import { noticeRecord } from '../../shared/records/notice.ts';
import type { CrashPoint, Wait } from '../support/simulation/crash.ts';
import { bureauIn, settle } from '../support/simulation/simulated-bureau.ts';
import { Simulation } from '../support/simulation/simulation.ts';

const leader = { sub: 'li', role: 'bureau-leader' } as const;

/**
 * A project from its entry to the day on which its form is overdue and handed in: a reminder, a report of the unit
 * that is returned, a corrected start, an extension, a second project that nobody can be written to about.
 */
async function story(crash: CrashPoint | undefined): Promise<Simulation> {
  const simulation = new Simulation({
    seed: 'every wait',
    from: '2026-03-02T08:00:00+08:00',
    crashes: (nth) => (nth === 1 ? crash : undefined),
  });
  const bureau = bureauIn(simulation, 'hongjiang');
  await settle(bureau);
  const contacts = [{ name: '甲', email: 'a@unit.example.com', mobile: '13800000001' }];
  const facts = { startedOn: '2025-09-04' };
  const { id } = await bureau.enter({ kind: 'project', code: 'P1', name: '示例工程', facts, contacts });
  await bureau.enter({ kind: 'project', code: 'P2', name: '无联系人工程', facts });
  await simulation.to('2026-03-03T10:00:00+08:00');
  const [duty] = (await bureau.duties()).filter((one) => one.subjectId === id && one.dueOn === '2026-03-04');
  const path = `/obligations/${duty?.id ?? ''}`;
  const unit = { sub: 'unit', role: 'unit', unitId: id } as const;
  await bureau.must('POST', `${path}/fulfilment`, { on: '2026-03-03' }, unit);
  await simulation.to('2026-03-04T09:30:00+08:00');
  await bureau.must('POST', `${path}/report-decision`, { decision: 'return', reason: '缺附件' });
  await bureau.must('PATCH', `/subjects/${id}`, { facts: { startedOn: '2025-09-05' } });
  await simulation.to('2026-03-05T12:00:00+08:00');
  await bureau.must('POST', `${path}/extension`, { until: '2026-03-10', reason: '雨雪' }, leader);
  await simulation.to('2026-03-11T10:00:00+08:00');
  await bureau.must('POST', `${path}/fulfilment`, { on: '2026-03-11' });
  await simulation.to('2026-03-13T12:00:00+08:00');
  return simulation;
}

describe('a story told by a process that ends at its n-th write or hand-over, and by the next one', () => {
  let whole: Simulation;
  let waits: readonly Wait[] = [];

  beforeAll(async () => {
    whole = await story(undefined);
    waits = await whole.survive(async (process) => process.fuse.waits());
  });

  /** What a process leaves behind changes only where it writes or hands over. */
  const differing = async (of: Wait, moment: CrashPoint['moment']): Promise<CrashPoint[]> => {
    const found: CrashPoint[] = [];
    const count = waits.filter((wait) => wait === of).length;
    for (let burnsAt = 1; burnsAt <= count; burnsAt += 1) {
      const broken = await story({ of, burnsAt, moment });
      if (broken.processes !== 2 || !isSame(broken, whole)) found.push({ of, burnsAt, moment });
    }
    return found;
  };

  test('is worth telling: notices of many kinds leave, and nothing is left undone', () => {
    expect(delivered(whole).map((line) => line.slice(0, 46))).toMatchInlineSnapshot(`
      [
        "2026-03-02 a@unit.example.com 【提醒】开工后填报《重点建设项目",
        "2026-03-02 wang@bureau.example.com 【每日情况】3月2日：",
        "2026-03-03 13800000001 ARCHIVE_REMINDER",
        "2026-03-03 a@unit.example.com 【提醒】开工后填报《重点建设项目",
        "2026-03-03 wang@bureau.example.com 【每日情况】3月3日：",
        "2026-03-04 wang@bureau.example.com 【每日情况】3月4日：",
        "2026-03-05 a@unit.example.com 【更正】开工后填报《重点建设项目",
        "2026-03-05 a@unit.example.com 【退回】开工后填报《重点建设项目",
        "2026-03-05 wang@bureau.example.com 【每日情况】3月5日：",
        "2026-03-06 a@unit.example.com 【延期】开工后填报《重点建设项目",
        "2026-03-06 wang@bureau.example.com 【每日情况】3月6日：",
        "2026-03-09 13800000001 ARCHIVE_REMINDER",
        "2026-03-09 a@unit.example.com 【提醒】开工后填报《重点建设项目",
        "2026-03-09 wang@bureau.example.com 【每日情况】3月9日：",
        "2026-03-10 wang@bureau.example.com 【每日情况】3月10日",
        "2026-03-11 13800000001 ARCHIVE_OVERDUE",
        "2026-03-11 a@unit.example.com 【逾期】开工后填报《重点建设项目",
        "2026-03-11 wang@bureau.example.com 【每日情况】3月11日",
        "2026-03-12 wang@bureau.example.com 【每日情况】3月12日",
        "2026-03-13 wang@bureau.example.com 【每日情况】3月13日",
      ]
    `);
    expect([...looseEnds(whole), ...whole.watch.violations]).toEqual([]);
    expect(waits.filter((wait) => wait === 'write').length).toBeGreaterThan(150);
    expect(waits.filter((wait) => wait === 'send').length).toBe(delivered(whole).length);
  });

  test('leaves in the record that a hand-over was cut short', async () => {
    const broken = await story({ of: 'send', burnsAt: 2, moment: 'before' });
    const tries = broken.world.store.dump().flatMap((item) => {
      const notice = noticeRecord.shape.safeParse(item);
      return notice.success ? [notice.data.attempts.map(({ outcome }) => outcome.split(':')[0])] : [];
    });
    expect(tries.filter((own) => own.includes('unknown'))).toEqual([['unknown', 'accepted']]);
  });

  test.each([
    ['write', 'before'],
    ['write', 'after'],
    ['send', 'before'],
    ['send', 'after'],
  ] as const)('ends the same wherever it ends: at a %s, %s it took effect', async (of, moment) => {
    expect(await differing(of, moment)).toEqual([]);
  });
});

const isSame = (broken: Simulation, whole: Simulation): boolean =>
  isDeepStrictEqual(delivered(broken), delivered(whole)) &&
  isDeepStrictEqual(outcomes(broken), outcomes(whole)) &&
  isDeepStrictEqual(lastNotices(broken), lastNotices(whole)) &&
  isDeepStrictEqual([...looseEnds(broken), ...broken.watch.violations], []);
