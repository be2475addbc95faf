import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { caseAfter, type CaseEvent, type CaseStage } from '../../shared/domain/cases/state.ts';
import { caseEventNames, caseStageNames } from '../../shared/vocabulary/stage-words.ts';
import { formatInstant, hours, plus } from '../../shared/domain/time/instant.ts';
import {
  CASE_OFFICES,
  caseUnderTest,
  hands,
  nothingUnapproved,
  type CaseSeen,
  type CaseUnderTest,
} from '../support/cases/case-model.ts';

interface Model {
  decided: boolean;
}

const isStage = (name: string | undefined): name is CaseStage => name !== undefined && name in caseStageNames;
const isEvent = (name: string): name is CaseEvent => name in caseEventNames;

const officers = [
  { name: '刘一', certificate: 'JC-1' },
  { name: '陈二', certificate: 'JC-2' },
];

/** What varies in what people enter: the size of a fine, whether a case is grave, whether a reviewer sends it on. */
interface Chosen {
  readonly fine: number;
  readonly individual: boolean;
  readonly major: boolean;
  readonly complex: boolean;
  readonly sent: boolean;
  readonly asked: boolean;
}

/** An event as somebody would enter it today: whole, so that nothing but the rules stands in its way. */
function bodyOf(event: CaseEvent, real: CaseUnderTest, chosen: Chosen): object {
  const at = formatInstant(real.simulation.now);
  const on = at.slice(0, 10);
  const archives = real.office === 'archives';
  const bodies: Readonly<Record<CaseEvent, object>> = {
    'discovery-record': { at, officers, documents: ['现场检查（勘查）笔录', '责令改正违法行为通知书'] },
    'evidence-secured': { at, kind: 'registration', agreedBy: '局长', items: '会计凭证3册', place: '局机关' },
    'evidence-formalities': { at, document: '先行登记保存证据通知书' },
    'evidence-decision': { on, outcome: '退还' },
    'spot-decision': {
      ...{ at, place: '人防工程内', officers, facts: '堵塞孔口', penalty: '警告', informed: true },
      ...{ party: chosen.individual ? 'individual' : 'unit', statement: '未提出', receivedBy: '冯某' },
      ...{ provision: 'civil-defence-law-49', number: '柏防当罚〔2026〕1号' },
    },
    'spot-filing': { on, filedWith: '办公室' },
    inquiry: { at, person: '冯某', officers, text: '问：……答：……' },
    transfer: { on, kind: 'department', to: '县公安局', reason: '不属于本机关管辖' },
    'no-case': { reason: '不构成违法' },
    'filing-proposal': {
      on,
      conditions: archives ? [1, 2, 3, 4] : [1, 2, 3],
      ...(archives ? { situation: 1 } : {}),
      officers,
      documents: ['立案审批表'],
    },
    'filing-review': { opinion: '同意' },
    'filing-legal-review': { opinion: '同意' },
    'filing-return': { reason: '补充材料' },
    'filing-refusal': { reason: '不予立案' },
    'filing-approval': { on, reason: '批准立案' },
    recusal: { person: '陈二', reason: '利害关系', replacement: { name: '张三', certificate: 'JC-3' } },
    'investigation-report': { on, text: '擅自销毁档案', evidence: '笔录', documents: ['案件调查终结报告'] },
    'prior-notice': {
      ...{ servedOn: on, method: 'personal', penalty: '拟处罚款', fine: 40_000 },
      legalBasis: '《档案法》第四十九条',
      documents: ['行政处罚事先告知书'],
    },
    statement: { received: false },
    'hearing-request': { on },
    'hearing-notice': {
      ...{ servedOn: on, method: 'personal', place: '会议室', presider: '主持人' },
      hearingAt: formatInstant(plus(real.simulation.now, hours(24 * 30))),
    },
    'hearing-held': { noticeServedOn: on, on, outcome: '维持' },
    'hearing-withdrawn': { on, reason: '当事人撤回' },
    'decision-proposal': {
      ...{
        on,
        penalty: '罚款',
        legalBasis: '《档案法》第四十九条',
        fineMaximum: 100_000,
        discretion: '初次违法',
      },
      party: chosen.individual ? 'individual' : 'unit',
      ...{ fine: chosen.fine, major: chosen.major, complex: chosen.complex },
      documents: ['行政处罚决定审批表'],
    },
    'decision-review': { opinion: '同意', ...(chosen.sent ? { collective: true } : {}) },
    'decision-legal-review': { opinion: '同意' },
    'collective-discussion': {
      ...{ on, participants: ['甲', '乙'], conclusion: '同意' },
      documents: [archives ? '会审记录' : '案件集体讨论笔录'],
      ...(archives ? { filedWith: ['省', '市'] } : { parts: [1, 2, 3, 4] }),
    },
    'decision-return': { reason: '重新办理' },
    'decision-approval': { on, number: '柏罚〔2026〕1号', reason: '同意' },
    service: {
      ...{ on, method: 'personal', receivedBy: '冯某' },
      documents: ['行政处罚决定书'],
    },
    payment: { on, amount: chosen.fine || 1, receipt: 'P-1' },
    'deferral-request': { on, reason: '经济困难' },
    'deferral-decision': {
      ...{ on, granted: true, reason: '同意' },
      instalments: [{ dueOn: on, amount: chosen.fine || 1 }],
    },
    'remedy-begun': { on, kind: 'reconsideration', acceptedBy: '柏乡县人民政府' },
    'remedy-ended': { on, result: 'upheld' },
    demand: { servedOn: on, method: 'personal' },
    'court-application': { on, reason: '当事人不履行' },
    execution: { on, text: '已缴纳' },
    closing: { on },
    'withdraw-case': { reason: '违法事实不成立' },
  };
  return { event, ...bodies[event] };
}

/** By the table it goes through, or changes nothing. */
async function entered(model: Model, real: CaseUnderTest, hand: number, event: CaseEvent, chosen: Chosen) {
  const before = await real.see();
  const status = await real.enter(hand, bodyOf(event, real, chosen));
  const after = await real.see();
  const stage = before.stage?.name;
  const next = isStage(stage) ? caseAfter(stage, event) : undefined;
  if (status === 200) expect(after.stage?.name).toBe(next);
  else expect(after).toEqual(before);
  if (next === undefined) expect(status).toBeGreaterThanOrEqual(400);
  model.decided = await nothingUnapproved(real);
}

/** Some event, by somebody, whether the stage allows it or not. */
class Blind implements fc.AsyncCommand<Model, CaseUnderTest> {
  constructor(
    private readonly event: CaseEvent,
    private readonly hand: number,
    private readonly chosen: Chosen,
  ) {}
  check = (): boolean => true;
  run = (model: Model, real: CaseUnderTest): Promise<void> =>
    entered(model, real, this.hand, this.event, this.chosen);
  toString = (): string => `${hands[this.hand]?.sub ?? ''} ${this.event} ${JSON.stringify(this.chosen)}`;
}

/** What ends a case early, or sends it back: left to `Blind`, so that many walks get far. */
const backward = new Set([
  ...['no-case', 'filing-return', 'filing-refusal', 'withdraw-case', 'decision-return', 'recusal'],
  ...['evidence-secured', 'evidence-formalities', 'evidence-decision'],
  ...['deferral-request', 'deferral-decision', 'remedy-begun', 'remedy-ended'],
  ...['spot-decision', 'inquiry', 'transfer'],
]);

/** One of the events that the case itself says are open; often enough the next one on the way. */
class Open implements fc.AsyncCommand<Model, CaseUnderTest> {
  constructor(
    private readonly which: number,
    private readonly hand: number,
    private readonly chosen: Chosen,
  ) {}
  check = (): boolean => true;
  async run(model: Model, real: CaseUnderTest): Promise<void> {
    const open = openIn(await real.see(), this.chosen);
    const event = open[this.which % Math.max(1, open.length)];
    if (event !== undefined) await entered(model, real, this.hand, event, this.chosen);
  }
  toString = (): string =>
    `${hands[this.hand]?.sub ?? ''} open #${this.which} ${JSON.stringify(this.chosen)}`;
}

function openIn(seen: CaseSeen, { asked }: Chosen): CaseEvent[] {
  const names = (seen.events ?? []).filter(({ open }) => open).map(({ event }) => event);
  const done = new Set((seen.history ?? []).map(({ event }) => event));
  return names
    .filter(isEvent)
    .filter((event) => !backward.has(event) && (asked || event !== 'hearing-request'))
    .filter((event) => names.length === 1 || asked || !done.has(event) || event.includes('-review'));
}

/** Days pass, and whatever falls due in them is done: the case stays where it is. */
class Wait implements fc.AsyncCommand<Model, CaseUnderTest> {
  constructor(private readonly days: number) {}
  check = (): boolean => true;
  async run(model: Model, real: CaseUnderTest): Promise<void> {
    const before = await real.see();
    await real.simulation.to(plus(real.simulation.now, hours(24 * this.days)));
    const { stage, history, facts } = await real.see();
    expect({ stage, history, facts }).toEqual({
      stage: before.stage,
      history: before.history,
      facts: before.facts,
    });
    model.decided = await nothingUnapproved(real);
  }
  toString = (): string => `wait ${this.days} days`;
}

const chosen = fc.record({
  fine: fc.constantFrom(0, 4999, 5000, 29_999, 30_000, 40_000),
  individual: fc.boolean(),
  major: fc.constantFrom(false, false, true),
  complex: fc.constantFrom(false, false, false, true),
  sent: fc.constantFrom(false, false, false, true),
  asked: fc.constantFrom(false, false, false, true),
});
const hand = fc.nat({ max: hands.length - 1 });
const events = Object.keys(caseEventNames).filter(isEvent);
const open = fc.tuple(fc.nat({ max: 5 }), hand, chosen).map(([which, by, how]) => new Open(which, by, how));
const blind = fc
  .tuple(fc.constantFrom(...events), hand, chosen)
  .map(([event, by, how]) => new Blind(event, by, how));
const wait = fc.integer({ min: 1, max: 12 }).map((days) => new Wait(days));

describe('whatever people and timers do to a penalty case, in whatever order', () => {
  test.each(CASE_OFFICES)(
    'of the %s: it is filed and decided by the levels of its chain alone',
    { timeout: 900_000 },
    async (office) => {
      let decided = 0;
      await fc.assert(
        fc.asyncProperty(
          fc.commands([open, open, open, open, blind, wait], { maxCommands: 90, size: 'max' }),
          async (sequence) => {
            const model: Model = { decided: false };
            const real = await caseUnderTest(office);
            await fc.asyncModelRun(() => ({ model, real }), sequence);
            if (model.decided) decided += 1;
          },
        ),
        { numRuns: 25, seed: 20261121 },
      );
      expect(decided).toBeGreaterThan(0);
    },
  );
});
