import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { escalation, link } from '../../shared/contract/escalations.ts';
import {
  escalationAfter,
  type EscalationEvent,
  type EscalationStatus,
} from '../../shared/domain/escalations/state.ts';
import { verifyChain } from '../../shared/domain/ledger.ts';
import { formatInstant, hours, plus } from '../../shared/domain/time/instant.ts';
import { noticesIn } from '../support/simulation/accounts.ts';
import { papersOfBureau } from '../support/bureaus/papers.ts';
import { oneProject, type OneProject } from '../support/bureaus/one-project.ts';

const base = '/v1/jurisdictions/hongjiang';
type Seen = z.infer<typeof escalation>;

/** People, each with a role; the first two are officers, the others leaders. */
const people = [
  { sub: 'o1', role: 'bureau-officer', jurisdiction: 'hongjiang' },
  { sub: 'o2', role: 'bureau-officer', jurisdiction: 'hongjiang' },
  { sub: 'l1', role: 'bureau-leader', jurisdiction: 'hongjiang' },
  { sub: 'l2', role: 'bureau-leader', jurisdiction: 'hongjiang' },
] as const;

interface Model {
  /** The status of each escalation, as the table has it. */
  readonly known: Map<string, EscalationStatus>;
}
interface Real {
  readonly project: OneProject;
}

const today = ({ project }: Real): string => formatInstant(project.simulation.now).slice(0, 10);

async function listed({ project }: Real): Promise<Seen[]> {
  const found = await project.simulation.list(people[0], `${base}/escalations`, escalation);
  return [...found].sort((a, b) => (a.draftedAt < b.draftedAt ? -1 : 1));
}

/** No sequence may lead to anything else than this. */
async function nothingUnapproved(model: Model, real: Real): Promise<void> {
  const all = await listed(real);
  const links = await real.project.simulation.list(people[0], `${base}/ledger`, link);
  expect(verifyChain(links)).toMatchObject({ holds: true });
  const actions = links.map(
    ({ content }) => `${String(content?.['escalationId'])} ${String(content?.['action'])}`,
  );
  for (const one of all) {
    const before = model.known.get(one.id) ?? 'draft';
    const reached = one.status === before || before !== 'withdrawn';
    expect(reached).toBe(true);
    model.known.set(one.id, one.status);
    if (one.issue === undefined) continue;
    expect(one.approval.decidedBy).toMatch(/^l/);
    expect(one.approval.decidedBy).not.toBe(one.approval.proposedBy);
    expect(actions.indexOf(`${one.id} approved`)).toBeGreaterThanOrEqual(0);
    expect(actions.lastIndexOf(`${one.id} approved`)).toBeLessThan(actions.indexOf(`${one.id} issued`));
    expect(one.missing).toEqual([]);
  }
  const issued = new Set(all.filter((one) => one.issue !== undefined).map(({ id }) => id));
  for (const notice of noticesIn(real.project.simulation))
    if (notice.escalationId !== undefined && notice.kind !== 'bureau-alert')
      expect(issued.has(notice.escalationId)).toBe(true);
}

type Body = (real: Real) => object;

/** An act of a person on one of the escalations; by the table it goes through, or changes nothing. */
class Act implements fc.AsyncCommand<Model, Real> {
  constructor(
    private readonly event: EscalationEvent,
    private readonly path: string,
    private readonly body: Body,
    private readonly person: number,
    private readonly which: number,
  ) {}

  check = (): boolean => true;

  async run(model: Model, real: Real): Promise<void> {
    const all = await listed(real);
    const one = all[this.which % Math.max(1, all.length)];
    if (!one) return;
    const claims = people[this.person] ?? people[0];
    const { status } = await real.project.simulation.ask({
      claims,
      method: this.path === '' ? 'PATCH' : 'POST',
      path: `${base}/escalations/${one.id}${this.path}`,
      body: this.body(real),
    });
    const after = (await listed(real)).find(({ id }) => id === one.id);
    const expected = escalationAfter(one.status, this.event);
    if (status === 200) expect(after?.status).toBe(expected);
    else expect({ ...after, lacks: [] }).toEqual({ ...one, lacks: [] });
    if (expected === undefined) expect(status).toBeGreaterThanOrEqual(400);
    await nothingUnapproved(model, real);
  }

  toString = (): string => `${people[this.person]?.sub ?? ''} ${this.event} #${this.which}`;
}

class Wait implements fc.AsyncCommand<Model, Real> {
  constructor(private readonly days: number) {}
  check = (): boolean => true;
  async run(model: Model, real: Real): Promise<void> {
    await real.project.simulation.to(plus(real.project.simulation.now, hours(24 * this.days)));
    await nothingUnapproved(model, real);
  }
  toString = (): string => `wait ${this.days} days`;
}

/** The duty is met, its report comes or is answered: whatever the state allows. */
class OnDuty implements fc.AsyncCommand<Model, Real> {
  constructor(
    private readonly path: string,
    private readonly body: Body,
    private readonly person: number,
  ) {}
  check = (): boolean => true;
  async run(model: Model, real: Real): Promise<void> {
    const { id } = await real.project.duty();
    await real.project.simulation.ask({
      claims: people[this.person] ?? people[0],
      method: 'POST',
      path: `${base}/obligations/${id}/${this.path}`,
      body: this.body(real),
    });
    await nothingUnapproved(model, real);
    const duty = await real.project.duty();
    if (duty.status !== 'fulfilled-late') return;
    for (const one of await listed(real))
      if (one.obligationId === id) expect(['issued', 'served', 'withdrawn']).toContain(one.status);
  }
  toString = (): string => this.path;
}

let number = 0;
const who = fc.nat({ max: 3 });
const which = fc.nat({ max: 2 });
const act = (event: EscalationEvent, path: string, body: Body) =>
  fc.tuple(who, which).map(([person, index]) => new Act(event, path, body, person, index));

const whole: Body = () => ({
  refusal: { text: '拒不整改' },
  evidence: '送达回证',
  circulation: [{ name: '某局' }],
  form: 'internal-circular',
  legalReview: { by: '法制员', opinion: '同意' },
});

const commands = [
  act('edit', '', () => ({ text: `文本${(number += 1)}` })),
  act('edit', '', whole),
  act('propose', '/proposal', () => ({})),
  act('propose', '/proposal', () => ({})),
  act('approve', '/decision', () => ({ decision: 'approve', reason: '同意' })),
  act('approve', '/decision', () => ({ decision: 'approve', reason: '同意' })),
  act('reject', '/decision', () => ({ decision: 'reject', reason: '不同意' })),
  act('issue', '/issue', (real) => ({
    number: `洪档〔${today(real).slice(0, 4)}〕${(number += 1)}号`,
    on: today(real),
  })),
  act('issue', '/issue', (real) => ({
    number: `洪档〔${today(real).slice(0, 4)}〕${(number += 1)}号`,
    on: today(real),
  })),
  act('serve', '/service', (real) => ({ on: today(real), method: 'post' })),
  act('serve', '/service', (real) => ({ on: today(real), method: 'post' })),
  act('correct', '/correction', () => ({ reason: '笔误' })),
  act('withdraw', '/withdrawal', () => ({ reason: '重新办理' })),
  fc.integer({ min: 1, max: 25 }).map((days) => new Wait(days)),
  fc.integer({ min: 1, max: 25 }).map((days) => new Wait(days)),
  who.map((person) => new OnDuty('fulfilment', (real) => ({ on: today(real) }), person)),
];

describe('whatever people and timers do, in whatever order', () => {
  test('nothing is issued that another person did not approve', { timeout: 900_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.commands(commands, { maxCommands: 40, size: '+2' }), async (sequence) => {
        const project = await oneProject();
        await project.bureau.must('PATCH', '/settings', { papers: papersOfBureau }, { role: 'bureau-admin' });
        await project.simulation.to('2026-03-05T10:00:00+08:00');
        await fc.asyncModelRun(() => ({ model: { known: new Map() }, real: { project } }), sequence);
      }),
      { numRuns: 25, seed: 20261121 },
    );
  });
});
