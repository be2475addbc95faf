import { expect, test } from 'vitest';
import { rulebookOf } from '../../shared/rules/catalogue.ts';
import { answeredFor, bureauOf, contactAt, type Bureau } from '../support/bureaus/bureau.ts';
import { peopleOf } from '../support/cases/escalations.ts';
import { serverForTest } from '../support/product/server.ts';

/** Every duty of every jurisdiction that has a ladder and that no check began, with a subject that misses it. */
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
    rule.deadline.pursuit === 'ladder' && rule.deadline.due.type !== 'finding'
      ? [{ jurisdiction, ruleId: rule.ruleId, rule }]
      : [],
  ),
);

type Ladder = (typeof ladders)[number];
const nameOf = ({ jurisdiction, ruleId }: Ladder): string => `${jurisdiction} ${ruleId}`;

test('are those of section 4: nine registration forms and three self-inspection reports', () => {
  expect(ladders.map(nameOf).sort()).toEqual(
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

type People = Awaited<ReturnType<typeof peopleOf>>;

/** Takes one duty to the end of its ladder; yields each day on which it wants to go on, at ten in the morning. */
async function* walk(
  bureau: Bureau,
  { act, patch, list, leader }: People,
  { ruleId, rule }: Ladder,
): AsyncGenerator<string, void> {
  const subject = await bureau.enter({
    ...answeredFor(subjects[ruleId]?.kind ?? 'unit'),
    name: `监管对象（${ruleId}）`,
    ...subjects[ruleId],
    kind: subjects[ruleId]?.kind ?? 'unit',
    traits: [...((subjects[ruleId] ?? {}) === inspected ? inspected.traits : [])],
    contacts: [contactAt('Ren')],
  });
  const [duty] = await bureau.obligations({ subjectId: subject.id, ruleId });
  if (!duty?.overdueFrom) throw new Error('no duty');
  const today = addDay(duty.overdueFrom, 12);
  yield today;
  const [order, ...others] = await list({ obligationId: duty.id });
  expect(others).toEqual([]);
  if (!order) throw new Error('no order was drafted');
  expect(order).toMatchObject({ step: 'order-to-rectify', status: 'draft', draftedBy: 'system' });
  expect(order.paper).toBe('order');
  await act(order.id, 'proposal', {});
  await act(order.id, 'decision', { decision: 'approve', reason: '属实' }, leader);
  await act(order.id, 'issue', { number: `${ruleId}〔${today.slice(0, 4)}〕1号`, on: today });
  const service = { on: today, method: 'personal', receivedBy: '收件人' };
  const { rectifyUntil } = await act(order.id, 'service', service);
  const later = addDay(rectifyUntil ?? '', 12);
  yield later;
  const last = (await list({ obligationId: duty.id })).find(({ id }) => id !== order.id);
  if (!last) throw new Error('no last step was drafted');
  expect(last).toMatchObject({ step: rule.deadline.sanctions?.[1]?.step, status: 'draft' });
  const end = later;
  if (last.step === 'circulated-criticism') {
    await patch(last.id, {
      refusal: { text: '拒不整改' },
      circulation: [{ name: '某局' }],
      legalReview: { by: '法制员', opinion: '同意' },
    });
  } else {
    await patch(last.id, { circulation: [{ name: '任免机关' }] });
  }
  await act(last.id, 'proposal', {});
  await act(last.id, 'decision', { decision: 'approve', reason: '同意' }, leader);
  expect(
    (await act(last.id, 'issue', { number: `${ruleId}〔${end.slice(0, 4)}〕2号`, on: end })).status,
  ).toBe('issued');
  yield addDay(end, 30);
  expect(await list({ obligationId: duty.id })).toHaveLength(2);
}

test('each is walked to its end, every step by an officer and a leader, all at the same time', async () => {
  const server = await serverForTest('2026-06-01T10:00:00+08:00');
  const ended: string[] = [];
  const waiting: {
    readonly day: string;
    readonly ladder: Ladder;
    readonly walker: AsyncGenerator<string, void>;
  }[] = [];
  const goOn = async (ladder: Ladder, walker: AsyncGenerator<string, void>): Promise<void> => {
    const { value: day, done } = await walker.next();
    if (done === true) ended.push(nameOf(ladder));
    else waiting.push({ day, ladder, walker });
    waiting.sort((one, other) => (one.day < other.day ? -1 : 1));
  };
  for (const jurisdiction of new Set(ladders.map((ladder) => ladder.jurisdiction))) {
    const bureau = await bureauOf(server, jurisdiction);
    // A year that is computed by guess starts no order: the arrangement of 2027 is entered as a bureau would.
    await bureau.admin.ask('PUT', '/v1/work-calendar/2027', {
      body: { holidays: ['2027-10-01'], workdays: [], source: '为试验编造' },
    });
    const people = await peopleOf(server, bureau, jurisdiction);
    for (const ladder of ladders.filter((one) => one.jurisdiction === jurisdiction))
      await goOn(ladder, walk(bureau, people, ladder));
  }
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    await server.advance(`${next.day}T10:00:00+08:00`);
    await goOn(next.ladder, next.walker);
  }
  expect(ended.sort()).toEqual(ladders.map(nameOf).sort());
});

function addDay(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);
}
