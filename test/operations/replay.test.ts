import { describe, expect, test } from 'vitest';
import { bureauOf, contactAt } from '../support/bureaus/bureau.ts';
import { summaryOf } from '../../tools/replay/summary.ts';
import { mailEvents, textEvent } from '../support/bureaus/receipt-events.ts';
import { awsAccount, emptyAccount, type FakeMessage } from '../support/aws/aws-account.ts';
import { runTool, runToolOnAws } from '../support/product/run-tool.ts';
import { main as replayTool } from '../../tools/replay.ts';
import { serverForTest } from '../support/product/server.ts';

const QUEUES = 'https://sqs.ap-southeast-1.amazonaws.com/111122223333';
const pointer = (step: string) => ({
  jurisdiction: 'hongjiang',
  obligationId: 'a.b',
  step,
  at: 1,
  attempt: 0,
});
const message = (body: object): FakeMessage => ({
  body: JSON.stringify(body),
  attributes: { cause: 'run-1' },
});
const delivery = (...steps: string[]) => message({ pointers: steps.map(pointer), to: 'a@unit.example.com' });

function account(dead: Readonly<Record<string, FakeMessage[]>>) {
  const state = emptyAccount();
  const ids = {
    plan: ['planqueueDeadB7DCB25A', 'planqueueQueue5036C36E'],
    deliver: ['deliverqueueDead9DEBF2DF', 'deliverqueueQueue14B6142B'],
    import: ['importqueueDeadB7DCB25A', 'importqueueQueue5036C36E'],
  };
  const all = [...Object.values(ids).flat(), 'SchedulesDeadCFF8AFBB'];
  state.stacks.set('archive-duty-prod-state', {
    status: 'UPDATE_COMPLETE',
    resources: all.map((id) => ({ type: 'AWS::SQS::Queue', logicalId: id, physicalId: `${QUEUES}/${id}` })),
  });
  for (const id of all) state.queues.set(`${QUEUES}/${id}`, [...(dead[id] ?? [])]);
  return { state, at: (id: string) => state.queues.get(`${QUEUES}/${id}`) };
}

const replay = async (state: Parameters<typeof awsAccount>[0], ...args: string[]) => {
  const fake = await awsAccount(state);
  const ran = await runToolOnAws(replayTool, ['--stage', 'prod', ...args], fake.url);
  await fake.close();
  return ran;
};

describe('the dead letters of a stage', () => {
  const many = Array.from({ length: 23 }, (_, index) => delivery(`reminder:${index}`));
  const dead = {
    deliverqueueDead9DEBF2DF: many,
    planqueueDeadB7DCB25A: [message({ jurisdiction: 'hongjiang', subjectId: 'x' })],
    importqueueDeadB7DCB25A: [message({ jurisdiction: 'hongjiang', importId: 'y', after: 'z' })],
    SchedulesDeadCFF8AFBB: [message({})],
  };

  test('go back into their queues, whole, with what caused them; those of the schedules stay', async () => {
    const { state, at } = account(dead);
    const { code, output, errors } = await replay(state);
    expect([code, errors]).toEqual([0, '']);
    expect(at('deliverqueueQueue14B6142B')).toEqual(many);
    expect(at('planqueueQueue5036C36E')).toEqual(dead.planqueueDeadB7DCB25A);
    expect([at('deliverqueueDead9DEBF2DF'), at('planqueueDeadB7DCB25A')]).toEqual([[], []]);
    expect(at('SchedulesDeadCFF8AFBB')).toHaveLength(1);
    expect(output).toContain('deliver: 23 put back.');
    expect(output).toContain('plan: hongjiang, a subject');
    expect(output).toContain('import: hongjiang, a portion of an import');
    expect(output).not.toContain('@');
  });

  test('of one queue go back alone', async () => {
    const { state, at } = account(dead);
    expect((await replay(state, '--queue', 'plan')).code).toBe(0);
    expect([at('planqueueDeadB7DCB25A')?.length, at('deliverqueueDead9DEBF2DF')?.length]).toEqual([0, 23]);
  });

  test('are only looked at in a dry run', async () => {
    const { state, at } = account(dead);
    const { code, output } = await replay(state, '--dry-run', '--queue', 'deliver');
    expect(code).toBe(0);
    expect(output).toBe(
      'deliver: 23 dead letters; the first of them:\n  10 × deliver: hongjiang, step reminder\n',
    );
    expect(at('deliverqueueDead9DEBF2DF')).toEqual(many);
    expect(at('deliverqueueQueue14B6142B')).toEqual([]);
  });

  test('of a queue that the stage does not have are refused by name', async () => {
    const { code, errors } = await replay(account({}).state, '--queue', 'mail');
    expect([code, errors]).toEqual([1, 'stage prod has no queue mail: plan, deliver, import\n']);
    expect((await replay(emptyAccount())).errors).toBe('stage prod has no queue : it is not deployed\n');
  });
});

test('receipts are told without the addresses that they hold', () => {
  const bodies = [mailEvents.delivered('n'), textEvent('n', 'TEXT_DELIVERED'), { v: 1 }];
  const letters = bodies.map((body) => ({ queue: 'receipts', id: '', body: JSON.stringify(body) }));
  expect(summaryOf([...letters, { queue: 'plan', id: '', body: '{' }])).toEqual([
    '  1 × plan: no JSON',
    '  1 × receipts: of a form that this code does not know',
    '  1 × receipts: what became of a mail (Email Delivery)',
    '  1 × receipts: what became of an SMS',
  ]);
});

describe('the dead letters of one machine', () => {
  test('are told, put back and worked; what fails again is told, too', async () => {
    const server = await serverForTest('2026-07-13T08:00:00+08:00');
    const { enter } = await bureauOf(server, 'hongjiang');
    const contacts = [contactAt('Qiao')];
    await enter({ kind: 'project', name: '桥', facts: { startedOn: '2026-01-15' }, contacts });
    const run = (...args: string[]) => runTool(replayTool, ['--url', server.url, ...args]);
    expect((await run()).output).toBe('No dead letters.\n');
    const { queue, deps, drive } = server.product;
    await queue.send('deliver', [{ pointers: 'not a list' }]);
    await drive.settle();
    const dry = await run('--dry-run');
    expect([dry.code, dry.output]).toEqual([0, '  1 × deliver: of a form that this code does not know\n']);
    const failed = await run();
    expect(failed.output).toContain('1 put back and worked; 1 failed again.');
    expect(failed.code).toBe(1);
    const [letter] = await queue.deadLetters();
    // Its cause is mended: here the message itself.
    await deps.store.putMany([
      { pk: 'DEAD#deliver', sk: letter?.id ?? '', v: 1, body: JSON.stringify({ pointers: [] }) },
    ]);
    const worked = await run();
    expect([worked.code, worked.output]).toEqual([
      0,
      '  1 × deliver: nothing\n1 put back and worked; 0 failed again.\n',
    ]);
  });

  test('are not asked of what does not answer', async () => {
    const { code, errors } = await runTool(replayTool, ['--url', 'http://127.0.0.1:1']);
    expect([code, errors]).toEqual([
      1,
      'http://127.0.0.1:1 does not answer: start the product, on this machine and without --host.\n',
    ]);
    expect((await runTool(replayTool, ['--url', 'localhost'])).errors).toContain('is no address');
    expect((await runTool(replayTool, [])).errors).toContain('npm run replay -- --stage prod');
  });
});
