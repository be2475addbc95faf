import type { z } from 'zod';
import type { eventBody } from '../../../shared/domain/cases/event.ts';
import type { OfficeName } from '../../../shared/rules/schema.ts';

/** A penalty case of Baixiang, event by event: what is entered on which day, by whom. */

/** Who takes part, each a person of their own. */
export type Hand = 'officer' | 'reviewer' | 'legal' | 'head';

export const officers = [
  { name: '刘一', certificate: 'JC-1' },
  { name: '陈二', certificate: 'JC-2' },
];

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
  discretion: '初次违法，主动配合调查，未造成严重后果。',
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
    text: '经查，当事人未经批准销毁2019年度会计档案12卷。',
    evidence: '现场检查（勘查）笔录1份；询问笔录2份；销毁清册复印件1份',
    documents: ['《案件调查终结报告》'],
  }),
  move('2026-09-14', 'officer', {
    event: 'prior-notice',
    servedOn: '2026-09-14',
    method: 'personal',
    penalty: '拟处警告，并处罚款',
    legalBasis: '《中华人民共和国档案法》第四十九条',
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

/** From the proposal to the closing; the list of the archives asks for legal review always, the law where a case is complex. */
export const upToClosing = (
  office: OfficeName,
  discussed: boolean,
  reviewed = office === 'archives',
): Move[] => [
  move('2026-09-22', 'reviewer', { event: 'decision-review', opinion: '事实清楚，同意' }),
  ...(reviewed
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

/** The moves as far as the last of the given event. */
export const through = (moves: readonly Move[], event: string): readonly Move[] =>
  moves.slice(0, moves.findLastIndex(({ body }) => body.event === event) + 1);
