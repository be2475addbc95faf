import { describe, expect, test } from 'vitest';
import { move, officers, proposal } from '../support/cases/case-moves.ts';
import { START, refusedFor, walk, walkOf } from '../support/cases/case-walk.ts';
import { approval, filing, lawCase, toProposal } from '../support/cases/law-walk.ts';
import { serverForTest } from '../support/product/server.ts';

describe('where the jurisdiction has no list of its own, a case stands on national law', () => {
  test('from the discovery to the closing', async () => {
    const { server, walked } = await lawCase(toProposal());
    expect((await walked.see()).case?.approvals).toMatchObject([
      { chain: 'filing', level: 'approval', text: '行政机关负责人批准', by: 'bureau-leader:head' },
      { chain: 'decision', level: 'approval', text: '行政机关负责人决定' },
    ]);
    await walk(server, walked, [
      move('2026-09-24', 'head', approval),
      move('2026-09-28', 'officer', {
        event: 'service',
        ...{ on: '2026-09-28', method: 'personal', receivedBy: '冯某' },
      }),
      move('2026-10-08', 'officer', { event: 'execution', on: '2026-10-08', text: '罚款已缴纳' }),
      move('2026-10-09', 'officer', { event: 'closing', on: '2026-10-09' }),
    ]);
    expect((await walked.see()).stage?.name).toBe('closed');
  });

  test('the articles ask for two officers, the conditions, and another person’s approval', async () => {
    const { walked } = await lawCase(toProposal().slice(0, 1));
    const few = { ...filing, on: '2026-09-07', officers: officers.slice(0, 1) };
    await refusedFor(walked, 'officer', few, 422, 'officers', 'case.officers', {
      document: 'LAW',
      clause: ['行政处罚法第四十二条', '第五十四条'],
      least: 2,
    });
    const one = { ...filing, on: '2026-09-07', conditions: [1] };
    await refusedFor(walked, 'officer', one, 422, 'conditions', 'stage.incomplete');
    await walked.enter('head', { ...filing, on: '2026-09-07' });
    const own = { event: 'filing-approval', on: '2026-09-07', reason: '批准' };
    await refusedFor(walked, 'head', own, 422, 'event', 'case.proposer');
    const { events = [] } = await walked.see();
    expect(events.map(({ event }) => event)).not.toContain('filing-review');
    expect(events.map(({ event }) => event)).not.toContain('evidence-formalities');
  });

  test('a complex case passes a legal review and a collective discussion, in that order', async () => {
    const { walked } = await lawCase(toProposal({ complex: true }));
    expect((await walked.see()).case).toMatchObject({
      legalReview: { code: 'case.complex-review' },
      collective: { code: 'case.complex' },
      approvals: [
        { level: 'approval' },
        { text: '法制审核' },
        { text: '行政机关负责人集体讨论' },
        { level: 'approval' },
      ],
    });
    const today = { ...approval, on: '2026-09-22' };
    await refusedFor(walked, 'head', today, 422, 'decision-legal-review', 'case.level-first');
    await walked.enter('legal', { event: 'decision-legal-review', opinion: '程序合法' });
    await refusedFor(walked, 'head', today, 422, 'collective-discussion', 'case.level-first');
    await walked.enter('officer', {
      event: 'collective-discussion',
      ...{ on: '2026-09-22', participants: ['杨七', '朱八'], conclusion: '同意' },
      filedWith: ['省', '市'],
    });
    expect((await walked.enter('head', today)).stage?.name).toBe('service');
  });

  test('a hearing that was held asks for a legal review as well', async () => {
    const { server, walked } = await lawCase(toProposal().slice(0, 5));
    await walked.enter('officer', { event: 'hearing-request', on: '2026-09-14' });
    await walk(server, walked, [
      move('2026-09-24', 'officer', {
        event: 'hearing-held',
        ...{ noticeServedOn: '2026-09-14', on: '2026-09-24', outcome: '维持' },
      }),
      move('2026-09-24', 'officer', { event: 'statement', received: false }),
      move('2026-09-24', 'officer', { ...proposal, on: '2026-09-24', documents: [] }),
    ]);
    expect((await walked.see()).case?.legalReview?.code).toBe('case.after-hearing');
  });

  test('the legal office, and an office that the jurisdiction does not have, have no cases', async () => {
    const server = await serverForTest(START);
    const nothing = { event: 'no-case', reason: '不构成违法' };
    for (const [office, jurisdiction] of [
      ['legal-affairs', 'baixiang'],
      ['civil-defence', 'hongjiang'],
    ] as const) {
      const walked = await walkOf(server, office, {}, `C-${office}`, jurisdiction);
      await refusedFor(walked, 'head', nothing, 422, 'event', 'case.no-rule');
    }
  });
});
