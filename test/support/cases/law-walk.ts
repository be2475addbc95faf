import { serverForTest } from '../product/server.ts';
import { move, officers, proposal, type Move } from './case-moves.ts';
import { START, walk, walkOf } from './case-walk.ts';

export const filing = {
  event: 'filing-proposal' as const,
  on: '2026-09-10',
  conditions: [1, 2, 3],
  officers,
};

/** As the law alone asks for it: no list of the county adds a level, a day or a paper. */
export const toProposal = (changed: object = {}): Move[] => [
  move('2026-09-07', 'officer', { event: 'discovery-record', at: '2026-09-07T09:30:00+08:00', officers }),
  move('2026-09-10', 'officer', filing),
  move('2026-09-11', 'head', { event: 'filing-approval', on: '2026-09-11', reason: '批准立案' }),
  move('2026-09-14', 'officer', {
    event: 'investigation-report',
    on: '2026-09-14',
    text: '经查，当事人擅自销毁档案。',
    evidence: '询问笔录2份',
  }),
  move('2026-09-14', 'officer', {
    event: 'prior-notice',
    ...{ servedOn: '2026-09-14', method: 'personal', penalty: '拟处警告，并处罚款', fine: 40_000 },
    legalBasis: '《中华人民共和国档案法》第四十九条',
  }),
  move('2026-09-22', 'officer', { event: 'statement', received: false }),
  move('2026-09-22', 'officer', { ...proposal, documents: [], ...changed }),
];

export const approval = {
  event: 'decision-approval' as const,
  ...{ on: '2026-09-24', number: '洪档罚〔2026〕1号', reason: '同意' },
};

const serving = move('2026-09-28', 'officer', {
  event: 'service',
  ...{ on: '2026-09-28', method: 'personal', receivedBy: '冯某' },
});

export const toService = [...toProposal(), move('2026-09-24', 'head', approval), serving];

/** From the approval of the filing to the service. */
export const afterFiling = toService.slice(2);

/** A case of Hongjiang, which has no list of its own, after these moves. */
export async function lawCase(moves: readonly Move[]) {
  const server = await serverForTest(START);
  const walked = await walkOf(server, 'archives', {}, 'C-1', 'hongjiang');
  await walk(server, walked, moves);
  return { server, walked };
}
