import { describe, expect, test } from 'vitest';
import { checkRule } from '../../shared/rules/reading/check-rule.ts';
import type { RuleSource } from '../../shared/rules/schema.ts';
import { deadlineWith, quotaWith, ruleWith, said, statutory } from './one-rule.ts';

/** What a rule must hold by its kind: its block, its approvals, its citations, each name once. */

const steps = { procedure: { steps: ['查阅资料'] } };
const sanction = { step: 'order-to-rectify', approval: 'bureau-leader', cite: '三', text: '责令整改' };
const ladder = (...sanctions: object[]) =>
  deadlineWith({ type: 'finding' }, { pursuit: 'ladder', sanctions });
const step = { step: 'order-to-rectify', when: '发现', approval: 'bureau-leader', cite: '三' };
const escalation = (...of: object[]) =>
  ruleWith({ kind: 'escalation', escalation: { trigger: '发现', steps: of, ordered: true } });

test.each<[string, RuleSource]>([
  ['a procedure', ruleWith(steps)],
  ['a deadline', deadlineWith({ type: 'finding' })],
  ['a quota', quotaWith({})],
  ['a cap', { ...quotaWith({}), kind: 'cap' }],
  ['a threshold', ruleWith({ kind: 'threshold', ...statutory('pass', 'point', 75) })],
  ['a ladder', ladder(sanction, { ...sanction, step: 'circulated-criticism' })],
  ['an escalation', escalation(step, { ...step, approval: null, follows: 'unrectified' })],
])('%s that holds what it needs is taken', (_, rule) => {
  expect(checkRule(rule)).toEqual([]);
});

describe('a rule without its block', () => {
  test.each([
    ['deadline', 'deadline'],
    ['quota', 'quota'],
    ['cap', 'quota'],
    ['threshold', 'figures'],
    ['procedure', 'procedure'],
    ['escalation', 'escalation'],
  ])('of kind %s needs %s', (kind, block) => {
    expect(said(checkRule(ruleWith({ kind })))).toEqual([`kind: a rule of kind ${kind} needs ${block}`]);
  });

  test('or with an empty one', () => {
    expect(said(checkRule(ruleWith({ procedure: {} })))).toEqual([
      'kind: a rule of kind procedure needs procedure',
    ]);
  });
});

describe('the approval', () => {
  const approvals = (kinds: string[] | undefined, ...levels: string[]) =>
    said(
      checkRule(ruleWith({ procedure: { approvals: levels, ...(kinds ? { approvalKinds: kinds } : {}) } })),
    );
  const wrong = 'procedure.approvalKinds: name the kind of each of approvals, in its order';

  test('of each level is of one kind', () => {
    expect(approvals(['review', 'approval'], '审核', '批准')).toEqual([]);
    expect(approvals(undefined, '审核', '批准')).toEqual([]);
    expect(approvals(['review'], '审核', '批准')).toEqual([wrong]);
    expect(approvals(['review', 'approval', 'approval'], '审核', '批准')).toEqual([wrong]);
    expect(said(checkRule(ruleWith({ procedure: { approvalKinds: ['review'] } })))).toEqual([wrong]);
  });

  test('of a document is the leader’s, or nobody’s', () => {
    const message = 'role auditor decides about no document; bureau-leader does';
    expect(
      said(checkRule(ladder(sanction, { ...sanction, step: 'circulated-criticism', approval: 'auditor' }))),
    ).toEqual([`deadline.sanctions.1.approval: ${message}`]);
    expect(said(checkRule(escalation(step, { ...step, approval: 'auditor' })))).toEqual([
      `escalation.steps.1.approval: ${message}`,
    ]);
    expect(checkRule(escalation({ ...step, approval: null }))).toEqual([]);
  });
});

describe('steps', () => {
  test('stand once in a ladder, and only where the duty is pursued by it', () => {
    expect(said(checkRule(ladder(sanction, sanction)))).toEqual([
      'deadline.sanctions.1.step: step order-to-rectify stands twice',
    ]);
    const notified = deadlineWith({ type: 'finding' }, { pursuit: 'notify', sanctions: [sanction] });
    expect(said(checkRule(notified))).toEqual(['deadline.sanctions: sanctions need pursuit: ladder']);
    expect(checkRule(deadlineWith({ type: 'finding' }, { pursuit: 'notify', sanctions: [] }))).toEqual([]);
  });

  test('that follow an order are not the first', () => {
    expect(said(checkRule(escalation({ ...step, follows: 'unrectified' })))).toEqual([
      'escalation.steps.0.follows: the first step follows no order',
    ]);
  });
});

describe('a name that stands twice', () => {
  test('in a checklist is refused where it stands again', () => {
    const checklist = ['a', 'b', 'a'].map((id) => ({ id, text: '项' }));
    expect(said(checkRule(ruleWith({ procedure: { checklist } })))).toEqual([
      'procedure.checklist.2.id: a stands twice',
    ]);
  });

  test('among the events of the year likewise', () => {
    const events = ['x', 'x', 'y'].map((key) => ({ key, title: '日', figure: 'f', on: 'that-day' }));
    expect(said(checkRule(deadlineWith({ type: 'yearly-events', events })))).toEqual([
      'deadline.due.events.1.key: x stands twice',
    ]);
  });
});

test('the default of a reading is one of its options', () => {
  const options = ['calendar-days', 'working-days'].map((id) => ({ id, text: '日' }));
  const reading = (chosen: string) =>
    said(checkRule(ruleWith({ ...steps, readings: { count: { default: chosen, options } } })));
  expect(reading('working-days')).toEqual([]);
  expect(reading('whenever')).toEqual([
    'readings.count.default: reading count: default whenever is not among its options (calendar-days, working-days)',
  ]);
});

describe('a citation', () => {
  const wrong = (cite: string) =>
    `${cite}: a section path with ASCII brackets and without a document, for instance 三(一)五(一)`;

  test.each<[string, (cite: string) => RuleSource, string]>([
    ['of the rule', (cite) => ruleWith({ ...steps, cite }), 'cite'],
    [
      'of a figure',
      (cite) =>
        ruleWith({ ...steps, figures: { x: { unit: 'day', values: [{ from: null, value: 1, cite }] } } }),
      'figures.x.values.0.cite',
    ],
    ['of a sanction', (cite) => ladder({ ...sanction, cite }), 'deadline.sanctions.0.cite'],
    ['of a step', (cite) => escalation({ ...step, cite }), 'escalation.steps.0.cite'],
  ])('%s is a section path alone', (_, rule, place) => {
    for (const cite of ['HJ 三(一)', '三（一', '三一）', 'z'])
      expect(said(checkRule(rule(cite)))).toEqual([`${place}: ${wrong(cite)}`]);
    expect(checkRule(rule('三(一)五(一), 六'))).toEqual([]);
  });
});
