import { describe, expect, test } from 'vitest';
import {
  discussion,
  move,
  officers,
  proposal,
  through,
  upToClosing,
  upToProposal,
} from '../../support/cases/case-moves.ts';
import { fileAfter } from '../../support/cases/judged-case.ts';

/** What the events of a case come to, from the discovery to the closing and on the ways that end before. */

const third = { name: '黄三', certificate: 'JC-3' };
const whole = [...upToProposal('archives', { complex: true }), ...upToClosing('archives', true)];

describe('a case that is walked to its end', () => {
  test.each([
    ['discovery-record', 'discovery', { discovered: '2026-09-07' }],
    [
      'filing-proposal',
      'filing',
      { filing: { on: '2026-09-10', by: { role: 'bureau-officer', sub: 'officer' }, officers, levels: [] } },
    ],
    ['filing-legal-review', 'filing', { officers: [] }],
    ['filing-approval', 'investigation', { filedOn: '2026-09-11', officers }],
    ['investigation-report', 'investigation', { reportOn: '2026-09-14' }],
    ['prior-notice', 'statement', { notice: { on: '2026-09-14', fine: 40_000 }, statement: undefined }],
    ['statement', 'statement', { statement: { received: false, outcome: undefined } }],
    [
      'decision-proposal',
      'decision',
      { proposal: { by: { role: 'bureau-officer', sub: 'officer' }, levels: [], sent: false } },
    ],
    ['decision-approval', 'service', { decision: { on: '2026-09-24', number: '柏档罚〔2026〕1号' } }],
    ['service', 'execution', { servedOn: '2026-09-28' }],
    ['execution', 'execution', { executedOn: '2026-10-08' }],
    ['closing', 'closed', { executedOn: '2026-10-08' }],
  ])('after the %s is at %s', (event, stage, holds) => {
    expect(fileAfter(through(whole, event))).toMatchObject({ stage, ...holds });
  });

  test('has the levels of both chains, with who passed each', () => {
    const { filing, proposal: decided } = fileAfter(whole);
    expect(filing?.levels).toEqual([
      { kind: 'review', by: { role: 'bureau-leader', sub: 'reviewer' } },
      { kind: 'legal-review', by: { role: 'bureau-officer', sub: 'legal' } },
      { kind: 'approval', by: { role: 'bureau-leader', sub: 'head' } },
    ]);
    expect(decided?.levels).toEqual([
      { kind: 'review', by: { role: 'bureau-leader', sub: 'reviewer' } },
      { kind: 'legal-review', by: { role: 'bureau-officer', sub: 'legal' } },
      { kind: 'collective-discussion', by: { role: 'bureau-officer', sub: 'officer' } },
      { kind: 'approval', by: { role: 'bureau-leader', sub: 'head' } },
    ]);
  });
});

describe('the day of the discovery', () => {
  test('is that of the first record, by the clock in Shanghai', () => {
    const at = (on: string, at: string) =>
      move(on, 'officer', { event: 'discovery-record', at, officers, documents: [] });
    const file = fileAfter([
      at('2026-09-08', '2026-09-07T17:00:00Z'),
      at('2026-09-09', '2026-09-09T09:00:00+08:00'),
    ]);
    expect(file.discovered).toBe('2026-09-08');
  });
});

describe('evidence', () => {
  const secured = move('2026-09-07', 'officer', {
    event: 'evidence-secured',
    at: '2026-09-07T01:40:00Z',
    kind: 'registration',
    agreedBy: '局长',
  });
  const formalities = move('2026-09-08', 'officer', {
    event: 'evidence-formalities',
    at: '2026-09-08T09:00:00+08:00',
    document: '先行登记保存证据通知书',
  });
  const decided = move('2026-09-10', 'officer', {
    event: 'evidence-decision',
    on: '2026-09-10',
    outcome: '退还',
  });

  test('keeps what was done with it, one after the other', () => {
    const { evidence } = fileAfter([secured, formalities, decided]);
    expect(evidence).toEqual({
      at: '2026-09-07T09:40:00+08:00',
      kind: 'registration',
      formalitiesAt: '2026-09-08T09:00:00+08:00',
      decidedOn: '2026-09-10',
    });
  });

  test('that was never secured has neither formalities nor a decision', () => {
    expect(fileAfter([formalities, decided]).evidence).toBeUndefined();
  });

  test('is dealt with also after the case was not filed', () => {
    const none = move('2026-09-08', 'officer', { event: 'no-case', reason: '不构成违法' });
    const file = fileAfter([secured, none, formalities, decided]);
    expect(file).toMatchObject({ stage: 'not-filed', evidence: { decidedOn: '2026-09-10' } });
  });
});

describe('a case that goes back, or ends', () => {
  const filed = through(whole, 'filing-approval');

  test.each([
    ['filing-proposal', { event: 'filing-return', reason: '补充材料' }, 'discovery'],
    ['filing-proposal', { event: 'filing-refusal', reason: '情节轻微' }, 'not-filed'],
    ['investigation-report', { event: 'withdraw-case', reason: '违法事实不成立' }, 'withdrawn'],
    ['statement', { event: 'withdraw-case', reason: '违法事实不成立' }, 'withdrawn'],
    ['decision-proposal', { event: 'decision-return', reason: '重新办理' }, 'statement'],
    ['decision-proposal', { event: 'withdraw-case', reason: '违法事实不成立' }, 'withdrawn'],
  ] as const)('after the %s by %j is at %s', (event, body, stage) => {
    const moves = [...through(whole, event), move('2026-09-29', 'head', body)];
    const { had } = fileAfter(moves);
    expect(fileAfter(moves)).toEqual({ ...fileAfter(through(whole, event)), stage, had });
  });

  test('filed by other officers than were proposed is theirs', () => {
    const others = [officers[0] ?? third, third];
    const approval = move('2026-09-11', 'head', {
      event: 'filing-approval',
      on: '2026-09-11',
      reason: '批准立案',
      officers: others,
    });
    const file = fileAfter([...through(whole, 'filing-legal-review'), approval]);
    expect(file.officers).toEqual(others);
    expect(file.filing?.officers).toEqual(officers);
  });

  test('a further notice is answered anew: neither the statement nor the hearing before it counts', () => {
    const asked = move('2026-09-15', 'officer', { event: 'hearing-request', on: '2026-09-15' });
    const heard = [...through(whole, 'statement'), asked];
    expect(fileAfter(heard)).toMatchObject({
      statement: { received: false },
      hearing: { requestedOn: '2026-09-15' },
    });
    const notice = move('2026-09-16', 'officer', {
      event: 'prior-notice',
      servedOn: '2026-09-16',
      method: 'personal',
      penalty: '拟处警告',
      documents: ['行政处罚事先告知书'],
    });
    const anew = fileAfter([...heard, notice]);
    expect(anew).toMatchObject({ stage: 'statement', notice: { on: '2026-09-16', fine: 0 } });
    expect([anew.statement, anew.hearing]).toEqual([undefined, undefined]);
  });

  test.each([
    [true, { event: 'hearing-held', noticeServedOn: '2026-09-15', on: '2026-09-24', outcome: '维持' }],
    [false, { event: 'hearing-withdrawn', on: '2026-09-24', reason: '撤回' }],
  ] as const)('a hearing that was asked for ends, held: %s', (held, body) => {
    const asked = move('2026-09-15', 'officer', { event: 'hearing-request', on: '2026-09-15' });
    const ended = move('2026-09-24', 'officer', body);
    const moves = through(whole, 'prior-notice');
    expect(fileAfter([...moves, asked, ended]).hearing).toEqual({
      requestedOn: '2026-09-15',
      endedOn: '2026-09-24',
      held,
    });
    expect(fileAfter([...moves, ended]).hearing).toBeUndefined();
  });

  test('a discussion or a level without a proposal comes to nothing', () => {
    const file = fileAfter([...filed, move('2026-09-23', 'officer', discussion('archives'))]);
    expect(file).toEqual({ ...fileAfter(filed), had: file.had });
  });

  test('a new proposal has no level of the one before', () => {
    const moves = [
      ...through(whole, 'collective-discussion'),
      move('2026-09-23', 'head', { event: 'decision-return', reason: '罚款数额偏高' }),
      move('2026-09-24', 'officer', { ...proposal, on: '2026-09-24', fine: 10_000 }),
    ];
    expect(fileAfter(moves).proposal).toMatchObject({ levels: [], sent: false, body: { fine: 10_000 } });
  });
});

describe('a recused officer', () => {
  const recusal = (person: string, replacement?: typeof third) =>
    move('2026-09-12', 'head', {
      event: 'recusal',
      person,
      reason: '利害关系',
      ...(replacement ? { replacement } : {}),
    });

  test('leaves the case, and whoever takes the place comes last', () => {
    const file = fileAfter([...through(whole, 'filing-approval'), recusal('刘一', third)]);
    expect(file.officers).toEqual([officers[1], third]);
    expect(file.filing?.officers).toEqual([officers[1], third]);
    expect(file.recused).toEqual(['刘一']);
  });

  test('before the filing leaves the proposal', () => {
    const file = fileAfter([...through(whole, 'filing-proposal'), recusal('刘一', third), recusal('陈二')]);
    expect(file.officers).toEqual([]);
    expect(file.filing?.officers).toEqual([third]);
    expect(file.recused).toEqual(['刘一', '陈二']);
  });

  test('before anything was proposed is kept in mind', () => {
    expect(fileAfter([...through(whole, 'discovery-record'), recusal('刘一')])).toMatchObject({
      officers: [],
      recused: ['刘一'],
    });
  });
});
