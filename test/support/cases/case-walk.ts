import { expect } from 'vitest';
import * as answers from '../../../shared/contract/answers.ts';
import type { z } from 'zod';
import type { eventBody } from '../../../shared/domain/cases/event.ts';
import type { ProblemCode } from '../../../shared/problems/table.ts';
import type { OfficeName } from '../../../shared/rules/schema.ts';
import { bureauOf, type Bureau, type Subject } from '../bureaus/bureau.ts';
import type { Client, Problem } from '../product/client.ts';
import { serverForTest, type TestServer } from '../product/server.ts';

/** Who takes part in a case, each a person of their own. */
export interface Hands {
  readonly officer: Client;
  readonly reviewer: Client;
  readonly legal: Client;
  readonly head: Client;
}

export type Hand = keyof Hands;

export interface Walk {
  readonly bureau: Bureau;
  readonly subject: Subject;
  readonly hands: Hands;
  /** Enters an event and returns the case as it is afterwards. */
  readonly enter: (hand: Hand, body: object) => Promise<ReturnType<typeof answers.subjectDetail.parse>>;
  readonly refused: (status: number, hand: Hand, body: object) => Promise<Problem>;
  readonly see: () => Promise<ReturnType<typeof answers.subjectDetail.parse>>;
}

export const officers = [
  { name: '刘一', certificate: 'JC-1' },
  { name: '陈二', certificate: 'JC-2' },
];

export async function walkOf(
  server: TestServer,
  office: OfficeName,
  facts: object = {},
  code = `C-${office}`,
  jurisdiction = 'baixiang',
): Promise<Walk> {
  const bureau = await bureauOf(server, jurisdiction, office);
  const as = (sub: string, role: 'bureau-officer' | 'bureau-leader', of: OfficeName = office) =>
    server.as({ role, jurisdiction, office: of, sub });
  const hands: Hands = {
    officer: await as('officer', 'bureau-officer'),
    reviewer: await as('reviewer', 'bureau-leader'),
    // A bureau without a legal office has a legal officer of its own.
    legal: await as('legal', 'bureau-officer', jurisdiction === 'baixiang' ? 'legal-affairs' : office),
    head: await as('head', 'bureau-leader'),
  };
  const subject = await bureau.enter({
    kind: 'case',
    name: `案件${code}`,
    code,
    facts: { office, ...facts },
  });
  const path = `${bureau.path}/subjects/${subject.id}`;
  return {
    bureau,
    subject,
    hands,
    enter: (hand, body) => hands[hand].send(answers.subjectDetail, 'POST', `${path}/events`, body),
    refused: (status, hand, body) => hands[hand].refused(status, 'POST', `${path}/events`, body),
    see: () => hands.officer.get(answers.subjectDetail, path),
  };
}

/** An event with its person, and the day to which the clock is moved before it. */
export interface Move {
  readonly on: string;
  readonly hand: Hand;
  readonly body: z.input<typeof eventBody>;
}

export const move = (on: string, hand: Hand, body: z.input<typeof eventBody>): Move => ({
  on,
  hand,
  body,
});

const filing = (office: OfficeName) => ({
  event: 'filing-proposal' as const,
  on: '2026-09-10',
  conditions: office === 'archives' ? [1, 2, 3, 4] : [1, 2, 3],
  ...(office === 'archives' ? { situation: 1 } : {}),
  officers,
  documents: ['《立案审批表》'],
});

export const proposal = {
  event: 'decision-proposal' as const,
  on: '2026-09-22',
  penalty: '警告，并处罚款',
  legalBasis: '《中华人民共和国档案法》第四十九条',
  party: 'unit' as const,
  fine: 20_000,
  fineMaximum: 100_000,
  documents: ['行政处罚决定审批表'],
};

export const discovery = {
  event: 'discovery-record' as const,
  at: '2026-09-07T09:30:00+08:00',
  officers,
  documents: ['《现场检查（勘查）笔录》', '《责令改正违法行为通知书》'],
};

/**
 * From the discovery to the proposal: what both offices do in the same way, except the legal review of the
 * filing.
 */
export const upToProposal = (office: OfficeName, changed: object = {}): Move[] => [
  move('2026-09-07', 'officer', discovery),
  move('2026-09-10', 'officer', filing(office)),
  move('2026-09-10', 'reviewer', { event: 'filing-review', opinion: '符合立案条件' }),
  ...(office === 'archives'
    ? [move('2026-09-10', 'legal', { event: 'filing-legal-review', opinion: '同意立案' })]
    : []),
  move('2026-09-11', 'head', { event: 'filing-approval', on: '2026-09-11', reason: '批准立案' }),
  move('2026-09-14', 'officer', {
    event: 'investigation-report',
    on: '2026-09-14',
    documents: ['《案件调查终结报告》'],
  }),
  move('2026-09-14', 'officer', {
    event: 'prior-notice',
    servedOn: '2026-09-14',
    method: 'personal',
    penalty: '拟处警告，并处罚款',
    fine: 40_000,
    documents: ['《行政处罚事先告知书》'],
  }),
  move('2026-09-22', 'officer', { event: 'statement', received: false }),
  move('2026-09-22', 'officer', { ...proposal, ...changed }),
];

export const discussion = (office: OfficeName) => ({
  event: 'collective-discussion' as const,
  on: '2026-09-23',
  participants: ['杨七', '朱八', '秦九'],
  conclusion: '同意拟处罚意见',
  documents: [office === 'archives' ? '会审记录' : '《案件集体讨论笔录》'],
  ...(office === 'archives' ? { filedWith: ['省', '市'] } : { parts: [1, 2, 3, 4] }),
});

/** From the proposal to the closing. */
export const upToClosing = (office: OfficeName, discussed: boolean): Move[] => [
  move('2026-09-22', 'reviewer', { event: 'decision-review', opinion: '事实清楚，同意' }),
  ...(office === 'archives'
    ? [move('2026-09-22', 'legal', { event: 'decision-legal-review', opinion: '程序合法，同意' })]
    : []),
  ...(discussed ? [move('2026-09-23', 'officer', discussion(office))] : []),
  move('2026-09-24', 'head', {
    event: 'decision-approval',
    on: '2026-09-24',
    number: '柏档罚〔2026〕1号',
    reason: '同意',
  }),
  move('2026-09-28', 'officer', {
    event: 'service',
    on: '2026-09-28',
    method: 'personal',
    receivedBy: '冯某',
    documents: ['《行政处罚决定书》'],
  }),
  move('2026-10-08', 'officer', { event: 'execution', on: '2026-10-08', text: '罚款已缴纳' }),
  move('2026-10-09', 'officer', { event: 'closing', on: '2026-10-09' }),
];

/** Makes moves one after the other, with the clock at noon of the day of each. */
export async function walk(server: TestServer, of: Walk, moves: readonly Move[]): Promise<void> {
  for (const { on, hand, body } of moves) {
    await server.advance(`${on}T12:00:00+08:00`);
    await of.enter(hand, body);
  }
}

export const START = '2026-09-07T10:00:00+08:00';

/** A case after this many of its moves. */
export async function caseAt(count: number, office: OfficeName = 'archives', changed: object = {}) {
  const server = await serverForTest(START);
  const walked = await walkOf(server, office);
  await walk(server, walked, upToProposal(office, changed).slice(0, count));
  return { server, walked };
}

/** Refused with this code at this field, and nothing has changed. */
export async function refusedFor(
  walked: Walk,
  hand: Hand,
  body: object,
  status: number,
  path: string,
  code: ProblemCode,
  params: object = {},
) {
  const before = await walked.see();
  const problem = await walked.refused(status, hand, body);
  const error = (problem.errors ?? []).find((entry) => entry.path === path);
  expect(error, JSON.stringify(problem)).toMatchObject({ code, params });
  expect(await walked.see()).toEqual(before);
}
