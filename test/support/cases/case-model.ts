import { expect } from 'vitest';
import type { z } from 'zod';
import * as answers from '../../../shared/contract/answers.ts';
import { link } from '../../../shared/contract/escalations.ts';
import { verifyChain } from '../../../shared/domain/ledger.ts';
import type { OfficeName } from '../../../shared/rules/schema.ts';
import { answeredFor } from '../bureaus/bureau.ts';
import { papersOfBureau } from '../bureaus/papers.ts';
import { noticesIn } from '../simulation/accounts.ts';
import { bureauIn, settle } from '../simulation/simulated-bureau.ts';
import { Simulation } from '../simulation/simulation.ts';

export type CaseSeen = z.infer<typeof answers.subjectDetail>;
type Entry = NonNullable<CaseSeen['history']>[number];

const BASE = '/v1/jurisdictions/baixiang';
export const CASE_OFFICES = ['archives', 'civil-defence'] as const;
export type CaseOffice = (typeof CASE_OFFICES)[number];

/**
 * The people who may act on a case: officers, leaders, a legal reviewer of the office and two of the legal
 * office.
 */
export const hands = [
  { sub: 'o1', role: 'bureau-officer' },
  { sub: 'o2', role: 'bureau-officer' },
  { sub: 'l1', role: 'bureau-leader' },
  { sub: 'l2', role: 'bureau-leader' },
  { sub: 'l3', role: 'bureau-leader' },
  { sub: 'f1', role: 'bureau-officer', office: 'legal-affairs' },
  { sub: 'f2', role: 'bureau-leader', office: 'legal-affairs' },
] as const;

export interface CaseUnderTest {
  readonly simulation: Simulation;
  readonly office: CaseOffice;
  readonly subjectId: string;
  readonly see: () => Promise<CaseSeen>;
  readonly enter: (hand: number, body: object) => Promise<number>;
}

export async function caseUnderTest(office: CaseOffice): Promise<CaseUnderTest> {
  const simulation = new Simulation({ seed: `a case of ${office}`, from: '2026-09-07T10:00:00+08:00' });
  const bureau = bureauIn(simulation, 'baixiang');
  await settle(bureau);
  const contacts = [{ name: '当事人', email: 'party@unit.example.com' }];
  await bureau.must('PATCH', '/settings', { papers: papersOfBureau }, { sub: 'admin', role: 'bureau-admin' });
  const { id } = await bureau.enter({
    kind: 'case',
    name: '某案',
    code: 'C1',
    ...answeredFor('case'),
    facts: { office },
    contacts,
  });
  const claims = (hand: number) => {
    const person = hands[hand] ?? hands[0];
    const of: OfficeName = 'office' in person ? person.office : office;
    return { ...person, jurisdiction: 'baixiang', office: of };
  };
  const path = `${BASE}/subjects/${id}`;
  return {
    simulation,
    office,
    subjectId: id,
    see: async () => {
      const { body } = await simulation.ask({ claims: claims(0), method: 'GET', path });
      return answers.subjectDetail.parse(body);
    },
    enter: async (hand, body) => {
      const answer = await simulation.ask({
        claims: claims(hand),
        method: 'POST',
        path: `${path}/events`,
        body,
      });
      return answer.status;
    },
  };
}

/**
 * What BX (四)三 and (十)三 ask for, written down once more from the text: 人防办 has two levels, 档案局 three with a
 * legal review; the discussion comes before the head’s approval. The law’s own legal review comes before both.
 */
const levels: Readonly<Record<CaseOffice, readonly string[]>> = {
  archives: ['review', 'legal-review', 'approval'],
  'civil-defence': ['review', 'approval'],
};

/** BX (五)三(四): 5,000 yuan on an individual, 30,000 on a unit; (十)三(五)4: major or complex. */
function mustDiscuss(office: CaseOffice, { body }: Entry, since: readonly Entry[]): boolean {
  if (body['major'] === true || body['complex'] === true) return true;
  if (since.some((entry) => entry.body['collective'] === true)) return true;
  const from = body['party'] === 'individual' ? 5000 : 30_000;
  return office === 'civil-defence' && Number(body['fine'] ?? 0) >= from;
}

/** 行政处罚法第五十八条: a complex case, a public interest, or a hearing that was held on the notice. */
function mustReview({ body }: Entry, before: readonly Entry[]): boolean {
  const noticed = before.findLastIndex(({ event }) => event === 'prior-notice');
  const heard = before.slice(noticed).some(({ event }) => event === 'hearing-held');
  return heard || body['complex'] === true || body['publicInterest'] === true;
}

const person = (by: string): string => by.slice(by.indexOf(':') + 1);

/** The approval at this place follows a proposal, and each level after it, in order, by another person each. */
function wellFounded(
  office: CaseOffice,
  history: readonly Entry[],
  at: number,
  of: 'filing' | 'decision',
): void {
  const start = history.slice(0, at).findLastIndex(({ event }) => event === `${of}-proposal`);
  const proposal = history[start];
  if (!proposal) throw new Error(`${of} approved without a proposal`);
  const since = history
    .slice(start + 1, at + 1)
    .filter(({ event }) => event !== 'recusal' && !event.startsWith('evidence'));
  const names = levels[office].map((level) => `${of}-${level}`);
  const reviewed = 'decision-legal-review';
  if (of === 'decision' && !names.includes(reviewed) && mustReview(proposal, history.slice(0, start)))
    names.splice(-1, 0, reviewed);
  const discussed = since.some(({ event }) => event === 'collective-discussion');
  if (of === 'decision' && (discussed || mustDiscuss(office, proposal, since)))
    names.splice(-1, 0, 'collective-discussion');
  expect(since.map(({ event }) => event)).toEqual(names);
  const deciders = since.filter(({ event }) => event !== 'collective-discussion').map(({ by }) => person(by));
  expect(new Set([person(proposal.by), ...deciders]).size).toBe(deciders.length + 1);
  expect(since.at(-1)?.by).toMatch(/^bureau-leader:/);
  if (of === 'filing') return;
  const heard = history.slice(0, start).map(({ event }) => event);
  const noticed = heard.lastIndexOf('prior-notice');
  expect(noticed).toBeGreaterThan(heard.lastIndexOf('filing-approval'));
  expect(heard.lastIndexOf('statement')).toBeGreaterThan(noticed);
  expect(heard).toContain('investigation-report');
  expect(Number(proposal.body['fine'] ?? 0)).toBeLessThanOrEqual(Number(proposal.body['fineMaximum'] ?? 0));
}

const chained = [
  ...['spot-decision', 'transfer'],
  ...['no-case', 'recusal', 'withdraw-case', 'collective-discussion'],
  ...['deferral-decision', 'court-application'],
  ...['filing-review', 'filing-legal-review', 'filing-return', 'filing-refusal', 'filing-approval'],
  ...['decision-review', 'decision-legal-review', 'decision-return', 'decision-approval'],
];

/** No sequence may lead to anything else. Returns whether the case was decided. */
export async function nothingUnapproved(of: CaseUnderTest): Promise<boolean> {
  const seen = await of.see();
  const history = seen.history ?? [];
  const events = history.map(({ event }) => event);
  for (const [at, event] of events.entries()) {
    if (event === 'filing-approval') wellFounded(of.office, history, at, 'filing');
    if (event === 'decision-approval') wellFounded(of.office, history, at, 'decision');
  }
  const filed = events.includes('filing-approval');
  const onTheSpot = events.includes('spot-decision');
  const decided = events.includes('decision-approval') || onTheSpot;
  // On the spot two officers decide, under a provision that allows it; archives law has none.
  if (onTheSpot) expect({ office: of.office, filed }).toEqual({ office: 'civil-defence', filed: false });
  expect(seen.case?.decision !== undefined).toBe(decided);
  expect(seen.facts['filedOn'] !== undefined).toBe(filed);
  const { name } = seen.stage ?? {};
  if (['service', 'execution', 'closed'].includes(name ?? '')) expect(decided).toBe(true);
  if (['investigation', 'statement', 'decision'].includes(name ?? '')) expect(filed).toBe(true);
  const decisions = events.filter((event) => event === 'decision-approval' || event === 'spot-decision');
  expect(decisions.length).toBeLessThanOrEqual(1);
  if (events.includes('service'))
    expect(events.indexOf('service')).toBeGreaterThan(events.indexOf('decision-approval'));
  await linked(of, history);
  for (const notice of noticesIn(of.simulation)) expect(notice.escalationId).toBeUndefined();
  return decided;
}

/** Each decision is in the chain, once, with the person who made it. */
async function linked(of: CaseUnderTest, history: readonly Entry[]): Promise<void> {
  const claims = { sub: 'o1', role: 'bureau-officer', jurisdiction: 'baixiang' } as const;
  const links = await of.simulation.list(claims, `${BASE}/ledger`, link);
  expect(verifyChain(links)).toMatchObject({ holds: true });
  const told = links.filter(({ content }) => content?.['subjectId'] === of.subjectId);
  expect(told.map(({ content }) => [content?.['action'], content?.['by']])).toEqual(
    history.filter(({ event }) => chained.includes(event)).map(({ event, by }) => [event, by]),
  );
}
