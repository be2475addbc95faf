import { papersOfBureau } from '../support/bureaus/papers.ts';
import { beforeAll, describe, expect, test } from 'vitest';
import { escalation, link } from '../../shared/contract/escalations.ts';
import { verifyChain } from '../../shared/domain/ledger.ts';
import { looseEnds } from '../support/simulation/accounts.ts';
import type { CrashPoint, Wait } from '../support/simulation/crash.ts';
import { oneProject } from '../support/bureaus/one-project.ts';

const base = '/v1/jurisdictions/hongjiang';
const officer = { sub: 'o', role: 'bureau-officer', jurisdiction: 'hongjiang' } as const;
const admin = { sub: 'a', role: 'bureau-admin', jurisdiction: 'hongjiang' } as const;
const leader = { sub: 'l', role: 'bureau-leader', jurisdiction: 'hongjiang' } as const;

/** An order from its draft to the draft of the criticism, a correction, the duty met at last; and a stop with its reports. */
async function story(crash: CrashPoint | undefined) {
  const { simulation, duty, bureau, subjectId } = await oneProject({
    seed: 'an order',
    crashes: (nth) => (nth === 2 ? crash : undefined),
  });
  await bureau.must('PATCH', '/settings', { papers: papersOfBureau }, admin);
  await simulation.to('2026-03-04T12:00:00+08:00');
  // From here on it is the second process that works, and that may end.
  simulation.kill();
  await simulation.to('2026-03-05T10:00:00+08:00');
  const list = () => simulation.list(officer, `${base}/escalations`, escalation);
  const [order] = await list();
  if (!order) throw new Error('no order was drafted');
  const act = (claims: typeof officer | typeof leader, path: string, body: object) =>
    bureau.must('POST', `/escalations/${order.id}/${path}`, body, claims);
  await act(officer, 'proposal', {});
  await act(leader, 'decision', { decision: 'approve', reason: '属实' });
  await act(officer, 'issue', { number: '洪档〔2026〕1号', on: '2026-03-05' });
  await act(officer, 'correction', { reason: '笔误' });
  await simulation.to('2026-03-06T10:00:00+08:00');
  await act(officer, 'service', { on: '2026-03-06', method: 'post' });
  await simulation.to('2026-03-24T10:00:00+08:00');
  await bureau.must('POST', `/obligations/${(await duty()).id}/fulfilment`, { on: '2026-03-24' });
  const stop = {
    step: 'stop-order',
    subjectId,
    ruleId: 'electronic-archives/grave-violation',
    text: '现场发现重大安全隐患。',
    takenOnTheSpot: { at: '2026-03-24T09:00:00+08:00', officers: ['甲', '乙'] },
  };
  await bureau.must('POST', '/escalations', stop, officer);
  await simulation.to('2026-03-25T10:00:00+08:00');
  const links = await simulation.list(officer, `${base}/ledger`, link);
  const waits = await simulation.survive((process) => Promise.resolve([...process.fuse.waits()]));
  return {
    simulation,
    waits,
    told: {
      violations: [...simulation.watch.violations, ...looseEnds(simulation)],
      chain: verifyChain(links).holds,
      decisions: links.map(({ content }) => content?.['action']),
      escalations: (await list()).map(({ step, status, complied }) => [step, status, complied?.on]).sort(),
      mails: simulation.world.provider.mailbox.map(({ to, subject }) => `${to} ${subject}`).sort(),
    },
  };
}

type Story = Awaited<ReturnType<typeof story>>;

describe('an order taken through by a process that ends at its n-th write or hand-over, and by the next one', () => {
  let whole: Story;

  beforeAll(async () => {
    whole = await story(undefined);
  });

  test('undisturbed is drafted, decided, issued, corrected, served and met', () => {
    expect(whole.told).toMatchObject({
      violations: [],
      chain: true,
      decisions: [
        'papers-entered',
        'proposed',
        'approved',
        'issued',
        'corrected',
        'served',
        'taken-on-the-spot',
      ],
      escalations: [
        ['circulated-criticism', 'withdrawn', undefined],
        ['order-to-rectify', 'served', '2026-03-24'],
        ['report-to-information-security', 'draft', undefined],
        ['report-to-superior', 'draft', undefined],
        ['stop-order', 'issued', undefined],
      ],
    });
    const told = (mark: string) => whole.told.mails.filter((mail) => mail.includes(mark)).length;
    expect([told('【文书告知】'), told('【更正告知】')]).toEqual([1, 1]);
  });

  // The moment after one write is mostly that before the next: of those every third.
  test.each<[Wait, CrashPoint['moment'], number]>([
    ['write', 'before', 1],
    ['write', 'after', 3],
    ['send', 'before', 1],
  ])('tells the same: %s, %s it took effect (each %i.)', { timeout: 900_000 }, async (of, moment, stride) => {
    const count = whole.waits.filter((wait) => wait === of).length;
    expect(count).toBeGreaterThan(0);
    for (let burnsAt = 1; burnsAt <= count; burnsAt += stride) {
      const { told } = await story({ of, burnsAt, moment });
      expect({ burnsAt, ...told }).toEqual({ burnsAt, ...whole.told });
    }
  });
});
