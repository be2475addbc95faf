import { expect, test } from 'vitest';
import {
  move,
  proposal,
  through,
  upToClosing,
  upToProposal,
  type Move,
} from '../../support/cases/case-moves.ts';
import { flawsOf, type Around } from '../../support/cases/judged-case.ts';

/** Whoever is refused is told the figure, the day or the list that it fails by, with its clause. */

const moves = upToProposal('archives');
const noticed = through(moves, 'prior-notice');
const stated = through(moves, 'statement');
const filed = through(moves, 'filing-approval');
const decided = [...moves, ...upToClosing('archives', false).slice(0, 3)];
const secured = move('2026-09-07', 'officer', {
  event: 'evidence-secured',
  at: '2026-09-07T09:40:00+08:00',
  kind: 'registration',
  agreedBy: '局长',
});
const formalities = {
  event: 'evidence-formalities',
  at: '2026-09-08T09:00:00+08:00',
  document: '通知书',
} as const;
const onEvidence = { event: 'evidence-decision', on: '2026-09-10', outcome: '退还' } as const;
const held = [...through(moves, 'discovery-record'), secured];
const asked = [...noticed, move('2026-09-15', 'officer', { event: 'hearing-request', on: '2026-09-15' })];
const withdrawn = { event: 'hearing-withdrawn', on: '2026-09-16', reason: '撤回' } as const;
const service = { event: 'service', on: '2026-09-28', documents: ['行政处罚决定书'] };
const bodyOf = (event: string) => moves.find(({ body }) => body.event === event)?.body;
const bx = (...clause: string[]) => ({ document: 'BX', clause });

test.each<[string, readonly Move[], object, object, Around?]>([
  ['case.evidence-secured', held, secured.body, { ...bx('(十)三(一)1'), at: '2026-09-07T09:40:00+08:00' }],
  [
    'case.before-measure',
    held,
    { ...formalities, at: '2026-09-07T09:00:00+08:00' },
    { at: '2026-09-07T09:40:00+08:00' },
  ],
  [
    'case.formalities-done',
    [...held, move('2026-09-08', 'officer', formalities)],
    formalities,
    { at: '2026-09-08T09:00:00+08:00' },
  ],
  [
    'case.evidence-decided',
    [...held, move('2026-09-10', 'officer', onEvidence)],
    onEvidence,
    { on: '2026-09-10' },
  ],
  [
    'case.situation',
    through(moves, 'discovery-record'),
    { ...bodyOf('filing-proposal'), situation: 9 },
    {
      ...bx('(十)一(一)', '一(二)'),
      situations: ['1 违法', '2 虽未', '3 当事', '4 其他'].map((text): unknown =>
        expect.stringContaining(text),
      ),
    },
  ],
  [
    'case.officers',
    through(moves, 'discovery-record'),
    { ...bodyOf('filing-proposal'), officers: [] },
    { ...bx('(十)三(二)'), least: 2 },
  ],
  [
    'case.certificate',
    [],
    moves[0]?.body ?? {},
    { name: '刘一', on: '2026-09-07' },
    { staff: [{ sub: 's', name: '刘一', role: 'bureau-officer' }] },
  ],
  [
    'case.recused-before',
    [
      ...filed,
      move('2026-09-12', 'head', {
        event: 'recusal',
        person: '刘一',
        reason: '近亲属',
        replacement: { name: '黄三', certificate: 'JC-3' },
      }),
    ],
    {
      event: 'recusal',
      person: '刘一',
      reason: '近亲属',
      replacement: { name: '周四', certificate: 'JC-4' },
    },
    { name: '刘一' },
  ],
  ['case.hearing-late', noticed, { event: 'hearing-request', on: '2026-09-21' }, { until: '2026-09-20' }],
  ['case.hearing-asked', asked, { event: 'hearing-request', on: '2026-09-16' }, { on: '2026-09-15' }],
  [
    'case.hearing-early',
    asked,
    { event: 'hearing-held', noticeServedOn: '2026-09-15', on: '2026-09-22', outcome: '维持' },
    { earliest: '2026-09-23' },
  ],
  [
    'case.hearing-ended',
    [...asked, move('2026-09-16', 'officer', withdrawn)],
    withdrawn,
    { on: '2026-09-16' },
  ],
  ['case.fine-raised', stated, { ...proposal, fine: 40_001 }, { on: '2026-09-14', fine: 40_000 }],
  [
    'case.contradicted',
    stated,
    proposal,
    { given: 100_000, fact: 'fineMaximum', recorded: 50_000 },
    { facts: { fineMaximum: 50_000 } },
  ],
  ['case.not-received', decided, { ...service, method: 'personal' }, { ...bx('(十)三(六)'), least: 2 }],
  ['case.witnesses', decided, { ...service, method: 'lien' }, { ...bx('(十)三(六)'), least: 2 }],
])('%s', (code, before, body, params, around = {}) => {
  const flaws = flawsOf(before, body, around);
  expect(flaws).toHaveLength(1);
  expect(flaws).toMatchObject([{ code, params }]);
});
