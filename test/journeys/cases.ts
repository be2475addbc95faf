import { describe, expect, test } from 'vitest';
import type { OfficeName } from '../../shared/rules/schema.ts';
import { upToClosing, upToProposal } from '../support/cases/case-moves.ts';
import { START, walk, walkOf } from '../support/cases/case-walk.ts';
import { serverForTest } from '../support/product/server.ts';

describe('a penalty case', () => {
  test.each<[OfficeName, boolean, string[]]>([
    ['archives', false, ['review', 'legal-review', 'approval']],
    ['civil-defence', false, ['review', 'approval']],
    ['archives', true, ['review', 'legal-review', 'collective-discussion', 'approval']],
    ['civil-defence', true, ['review', 'legal-review', 'collective-discussion', 'approval']],
  ])('of the %s is walked from discovery to closing (discussed: %s)', async (office, discussed, levels) => {
    const server = await serverForTest(START);
    const walked = await walkOf(server, office);
    expect(await walked.see()).toMatchObject({ stage: { name: 'discovery', number: 1 } });
    await walk(server, walked, upToProposal(office, discussed ? { fine: 30_000, complex: true } : {}));
    await walk(server, walked, upToClosing(office, discussed, levels.includes('legal-review')));
    const closed = await walked.see();
    expect(closed).toMatchObject({
      stage: { name: 'closed', title: '结案', number: 8 },
      facts: {
        discoveredOn: '2026-09-07',
        filedOn: '2026-09-11',
        fine: discussed ? 30_000 : 20_000,
        party: 'unit',
        major: false,
      },
      case: { decision: { on: '2026-09-24', number: '柏档罚〔2026〕1号' } },
      events: [],
    });
    const decision = (closed.case?.approvals ?? []).filter(({ chain }) => chain === 'decision');
    expect(decision.map(({ level }) => level)).toEqual(levels);
    expect(decision.every(({ by }) => by !== undefined)).toBe(true);
    // The office has met every period; the party may still apply for reconsideration or sue.
    const periods = closed.clocks?.map(({ source, status }) => `${source} ${status}`);
    expect(periods?.toSorted()).toEqual([
      ...['law met', 'law met', 'law met', 'law running', 'law running', 'list met'],
    ]);
    // The list’s seven days are met by the form, on the day on which it was handed in.
    expect(await walked.bureau.obligation(walked.subject.id, `${office}-cases/case-filing`)).toMatchObject({
      status: 'fulfilled',
      fulfilledOn: '2026-09-10',
    });
  });
});
