import { describe, expect, test } from 'vitest';
import {
  collectiveGround,
  decisionChain,
  filingChain,
  legalGround,
} from '../../../shared/domain/cases/chain.ts';
import { caseLacks, isSettled } from '../../../shared/domain/cases/lacks.ts';
import {
  discussion,
  move,
  proposal,
  through,
  upToClosing,
  upToProposal,
} from '../../support/cases/case-moves.ts';
import {
  caseBody,
  fileAfter,
  flawsOf,
  rulesOf,
  worldOf,
  wrong,
  type Around,
  type CaseOffice,
} from '../../support/cases/judged-case.ts';
import type { CaseEvent } from '../../../shared/domain/cases/state.ts';

/** Who must have passed a filing and a decision before the head does: BX (四)三, (十)三, and the thresholds of (五)三(四). */

const review = { event: 'filing-review', opinion: '同意' };
const legal = { event: 'filing-legal-review', opinion: '同意' };
const approval = { event: 'filing-approval', on: '2026-09-11', reason: '批准立案' };
const proposed = through(upToProposal('archives'), 'filing-proposal');
const decision = {
  event: 'decision-approval',
  on: '2026-09-24',
  number: '柏档罚〔2026〕1号',
  reason: '同意',
};
const head: Around = { by: { role: 'bureau-leader', sub: 'head' } };

describe('the levels of a filing', () => {
  test.each([
    ['archives', ['review', 'legal-review', 'approval']],
    ['civil-defence', ['review', 'approval']],
  ] as const)('of the %s are %j', (office, levels) => {
    const file = fileAfter(through(upToProposal(office), 'filing-proposal'));
    expect(filingChain(file, rulesOf(office))).toMatchObject({
      levels,
      done: [],
      proposer: { role: 'bureau-officer', sub: 'officer' },
    });
    expect(filingChain(fileAfter([]), rulesOf(office))).toBeUndefined();
  });

  test('are passed in their order, all before the approval', () => {
    expect(flawsOf(proposed, approval, head)).toMatchObject([
      {
        path: 'filing-review',
        code: 'case.level-first',
        params: { level: '承办机构负责人审核', clause: ['(十)三(二)'] },
      },
      {
        path: 'filing-legal-review',
        code: 'case.level-first',
        params: { level: '法制机构负责人或者法制员审核' },
      },
    ]);
    expect(wrong(proposed, legal, head)).toEqual(['filing-review case.level-first']);
    expect(wrong(proposed, review, head)).toEqual([]);
    const reviewed = through(upToProposal('archives'), 'filing-review');
    expect(wrong(reviewed, approval, head)).toEqual(['filing-legal-review case.level-first']);
    expect(wrong(reviewed, legal, { by: { role: 'bureau-officer', sub: 'legal' } })).toEqual([]);
    expect(wrong(through(upToProposal('archives'), 'filing-legal-review'), approval, head)).toEqual([]);
    expect(
      wrong(through(upToProposal('civil-defence'), 'filing-review'), approval, {
        ...head,
        office: 'civil-defence',
      }),
    ).toEqual([]);
  });

  test('are passed once, and none that the rulebook does not know', () => {
    const reviewed = through(upToProposal('archives'), 'filing-review');
    expect(flawsOf(reviewed, review, head)).toMatchObject([
      { path: 'event', code: 'case.level-passed', params: { level: '承办机构负责人审核' } },
    ]);
    const other = through(upToProposal('civil-defence'), 'filing-review');
    expect(wrong(other, legal, { ...head, office: 'civil-defence' })).toEqual(['event case.no-level']);
  });

  test('are each another person’s, none the proposer’s', () => {
    const reviewed = through(upToProposal('archives'), 'filing-review');
    expect(wrong(proposed, review, { by: { role: 'bureau-leader', sub: 'officer' } })).toEqual([
      'event case.proposer',
    ]);
    expect(flawsOf(reviewed, legal, { by: { role: 'bureau-officer', sub: 'reviewer' } })).toMatchObject([
      { path: 'event', code: 'case.level-taken', params: { level: '承办机构负责人审核', document: 'BX' } },
    ]);
  });

  test('wait for a proposal, and a new one begins them anew', () => {
    expect(wrong([], approval, head)).toEqual(['filing-proposal case.no-filing-proposal']);
    const again = [
      ...through(upToProposal('archives'), 'filing-legal-review'),
      move('2026-09-11', 'head', { event: 'filing-return', reason: '证据不足' }),
      ...proposed.slice(1),
    ];
    expect(wrong(again, approval, head)).toEqual([
      'filing-review case.level-first',
      'filing-legal-review case.level-first',
    ]);
  });
});

describe('a collective discussion', () => {
  const nobody = { figures: {}, readings: {} };
  const groundOf = (office: CaseOffice, change: object): string | undefined => {
    const body = caseBody({ ...proposal, ...change });
    if (body.event !== 'decision-proposal') throw new Error(body.event);
    return collectiveGround(body, rulesOf(office), nobody)?.code;
  };

  test.each([
    ['civil-defence', { party: 'individual', fine: 4999 }, undefined],
    ['civil-defence', { party: 'individual', fine: 5000 }, 'case.fine-on-individual'],
    ['civil-defence', { party: 'unit', fine: 5000 }, undefined],
    ['civil-defence', { party: 'unit', fine: 29_999 }, undefined],
    ['civil-defence', { party: 'unit', fine: 30_000 }, 'case.fine-on-unit'],
    ['civil-defence', { party: undefined, fine: 30_000 }, 'case.fine-on-unit'],
    ['civil-defence', { fine: undefined }, undefined],
    ['civil-defence', { fine: 0, major: true }, 'case.major'],
    ['civil-defence', { fine: 0, complex: true }, 'case.complex'],
    ['civil-defence', { fine: 0, major: false, complex: false }, undefined],
    ['archives', { party: 'individual', fine: 90_000 }, undefined],
    ['archives', { party: 'unit', fine: 90_000, major: true }, 'case.major'],
    ['archives', { party: 'unit', fine: 0, complex: true }, 'case.complex'],
  ] as const)('of the %s is called for by %j: %s', (office, change, code) => {
    expect(groundOf(office, change)).toBe(code);
  });

  const levelsOf = (office: CaseOffice, moves: ReturnType<typeof upToProposal>) =>
    decisionChain(fileAfter(moves), rulesOf(office), nobody)?.levels;

  test('is a level of the decision where it is called for, and no other', () => {
    expect(levelsOf('archives', upToProposal('archives'))).toEqual(['review', 'legal-review', 'approval']);
    expect(levelsOf('archives', upToProposal('archives', { complex: true }))).toEqual([
      'review',
      'legal-review',
      'collective-discussion',
      'approval',
    ]);
    expect(levelsOf('civil-defence', upToProposal('civil-defence'))).toEqual(['review', 'approval']);
    expect(levelsOf('civil-defence', upToProposal('civil-defence', { fine: 30_000 }))).toEqual([
      'review',
      'collective-discussion',
      'approval',
    ]);
    expect(levelsOf('archives', [])).toBeUndefined();
  });

  test.each([
    ['decision-review', 'reviewer'],
    ['decision-legal-review', 'legal'],
  ] as const)('is called for by a %s that sends it there', (event, hand) => {
    const sent = move('2026-09-22', hand, { event, opinion: '提请会审', collective: true });
    expect(levelsOf('archives', [...upToProposal('archives'), sent])).toContain('collective-discussion');
    const notSent = move('2026-09-22', hand, { event, opinion: '同意', collective: false });
    expect(levelsOf('archives', [...upToProposal('archives'), notSent])).not.toContain(
      'collective-discussion',
    );
  });

  test('that is sent there stays so, and ends with a new proposal', () => {
    const sent = move('2026-09-22', 'reviewer', {
      event: 'decision-review',
      opinion: '提请会审',
      collective: true,
    });
    const passed = move('2026-09-22', 'legal', { event: 'decision-legal-review', opinion: '同意' });
    const moves = [...upToProposal('archives'), sent, passed];
    expect(levelsOf('archives', moves)).toContain('collective-discussion');
    const returned = move('2026-09-23', 'head', { event: 'decision-return', reason: '重新办理' });
    const anew = move('2026-09-23', 'officer', { ...proposal, on: '2026-09-23' });
    expect(levelsOf('archives', [...moves, returned, anew])).not.toContain('collective-discussion');
  });

  test('that nobody called for may be held, and is a level once it was', () => {
    const moves = [...upToProposal('archives'), ...upToClosing('archives', true).slice(0, 3)];
    expect(levelsOf('archives', moves)).toContain('collective-discussion');
    expect(wrong(through(moves, 'decision-legal-review'), discussion('archives'))).toEqual([]);
  });
});

/** 行政处罚法第五十八条, beside the list: Baixiang’s civil defence has no legal review of its own. */
describe('the legal review that the law asks for', () => {
  const civil = upToProposal('civil-defence');
  const heard = (held: boolean) => [
    ...through(civil, 'prior-notice'),
    move('2026-09-15', 'officer', { event: 'hearing-request', on: '2026-09-15' }),
    held
      ? move('2026-09-24', 'officer', {
          event: 'hearing-held',
          noticeServedOn: '2026-09-15',
          on: '2026-09-24',
          outcome: '维持',
        })
      : move('2026-09-16', 'officer', { event: 'hearing-withdrawn', on: '2026-09-16', reason: '撤回' }),
    ...civil.slice(-2),
  ];

  test.each([
    ['a plain case', civil, undefined],
    ['a public interest', upToProposal('civil-defence', { publicInterest: true }), 'case.public-interest'],
    ['no public interest', upToProposal('civil-defence', { publicInterest: false }), undefined],
    ['a hearing that was held', heard(true), 'case.after-hearing'],
    ['a hearing that was withdrawn', heard(false), undefined],
    ['a complex case', upToProposal('civil-defence', { complex: true }), 'case.complex-review'],
    ['a major case', upToProposal('civil-defence', { major: true }), undefined],
  ])('of %s', (_, moves, code) => {
    const file = fileAfter(moves);
    const rules = rulesOf('civil-defence');
    if (!file.proposal) throw new Error('no proposal');
    expect(legalGround(file, file.proposal.body, rules)?.code).toBe(code);
    const levels = decisionChain(file, rules, { figures: {}, readings: {} })?.levels ?? [];
    expect(levels.includes('legal-review')).toBe(code !== undefined);
    if (code !== undefined) expect(levels.slice(0, 2)).toEqual(['review', 'legal-review']);
  });

  test('is called so where the list has no name for it', () => {
    const touching = upToProposal('civil-defence', { publicInterest: true });
    const reviewed = [
      ...touching,
      move('2026-09-22', 'reviewer', { event: 'decision-review', opinion: '同意' }),
    ];
    expect(flawsOf(reviewed, decision, { ...head, office: 'civil-defence' })).toMatchObject([
      { path: 'decision-legal-review', code: 'case.level-first', params: { level: '法制审核' } },
    ]);
  });
});

describe('the levels of a decision', () => {
  const graves = upToProposal('archives', { complex: true });
  const closing = upToClosing('archives', true);

  test('are passed in their order, the discussion after the reviews and before the approval', () => {
    expect(wrong(graves, decision, head)).toEqual([
      'decision-review case.level-first',
      'decision-legal-review case.level-first',
      'collective-discussion case.level-first',
    ]);
    expect(wrong(graves, discussion('archives'), head)).toEqual([
      'decision-review case.level-first',
      'decision-legal-review case.level-first',
    ]);
    expect(wrong([...graves, ...closing.slice(0, 2)], decision, head)).toEqual([
      'collective-discussion case.level-first',
    ]);
    expect(wrong([...graves, ...closing.slice(0, 3)], decision, head)).toEqual([]);
    expect(wrong([...graves, ...closing.slice(0, 3)], discussion('archives'), head)).toEqual([
      'event case.level-passed',
    ]);
  });

  test('where it was not called for, the discussion still waits for the reviews', () => {
    expect(wrong(upToProposal('archives'), discussion('archives'), head)).toEqual([
      'decision-review case.level-first',
      'decision-legal-review case.level-first',
    ]);
  });

  test('are each another person’s; whoever enters the minutes takes none', () => {
    const moves = [...graves, ...closing.slice(0, 3)];
    expect(
      wrong(
        graves,
        { event: 'decision-review', opinion: '同意' },
        { by: { role: 'bureau-leader', sub: 'officer' } },
      ),
    ).toEqual(['event case.proposer']);
    expect(wrong(moves, decision, { by: { role: 'bureau-leader', sub: 'legal' } })).toEqual([
      'event case.level-taken',
    ]);
    const clerk = [...graves, ...closing.slice(0, 2), move('2026-09-23', 'head', discussion('archives'))];
    expect(wrong(clerk, decision, head)).toEqual([]);
  });

  test('wait for a proposal', () => {
    expect(wrong(through(graves, 'statement'), decision, head)).toEqual([
      'decision-proposal case.no-decision-proposal',
    ]);
  });
});

test('what was done before is a conflict, what is not done yet is not', () => {
  const lacks = (moves: Parameters<typeof fileAfter>[0], event: CaseEvent) =>
    caseLacks(fileAfter(moves), event, worldOf({})).map((lack) => [lack.code, isSettled(lack)]);
  expect(lacks(through(upToProposal('archives'), 'filing-review'), 'filing-review')).toEqual([
    ['case.level-passed', true],
  ]);
  expect(lacks(proposed, 'filing-legal-review')).toEqual([['case.level-first', false]]);
});
