import { expect } from 'vitest';
import * as answers from '../../../shared/contract/answers.ts';
import type { ProblemCode } from '../../../shared/problems/table.ts';
import type { OfficeName } from '../../../shared/rules/schema.ts';
import { answeredFor, bureauOf, type Bureau, type Subject } from '../bureaus/bureau.ts';
import { enterPapers } from '../bureaus/papers.ts';
import type { Client, Problem } from '../product/client.ts';
import { serverForTest, type TestServer } from '../product/server.ts';
import { upToProposal, type Hand, type Move } from './case-moves.ts';

/** Who takes part in a case, each a person of their own. */
export type Hands = Readonly<Record<Hand, Client>>;

export interface Walk {
  readonly bureau: Bureau;
  readonly subject: Subject;
  readonly hands: Hands;
  /** Enters an event and returns the case as it is afterwards. */
  readonly enter: (hand: Hand, body: object) => Promise<ReturnType<typeof answers.subjectDetail.parse>>;
  readonly refused: (status: number, hand: Hand, body: object) => Promise<Problem>;
  readonly see: () => Promise<ReturnType<typeof answers.subjectDetail.parse>>;
}

export async function walkOf(
  server: TestServer,
  office: OfficeName,
  facts: object = {},
  code = `C-${office}`,
  jurisdiction = 'baixiang',
): Promise<Walk> {
  const bureau = await bureauOf(server, jurisdiction, office);
  await enterPapers(server, jurisdiction);
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
    ...answeredFor('case'),
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

/** Makes moves one after another, the clock at noon of the day of each. */
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
