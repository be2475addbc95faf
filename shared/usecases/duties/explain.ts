import type { Step } from '../../domain/time/dates.ts';
import { chineseDay, day, formatDay } from '../../domain/time/day.ts';
import { obligationIdOf } from '../../domain/ids.ts';
import type { Occurrence } from '../../domain/duties/due/occurrence.ts';
import type { DeadlineRule } from '../../rules/rule.ts';
import { dutiesOf } from './plan.ts';
import type { Context } from '../context.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { clauseOf } from '../notices/wording.ts';
import type { ObligationRecord } from '../../records/obligation.ts';
import type { SubjectRecord } from '../../records/subject.ts';

export interface ExplanationStep {
  readonly rule: string;
  readonly day: string;
  readonly text: string;
}

const statusNames = {
  'in-force': '现行有效',
  amended: '已修订',
  repealed: '已废止',
  unverified: '效力未核实',
} as const;

/** The clause with its basis first, then the steps of the computation. */
export function explanationOf(occurrence: Occurrence): ExplanationStep[] {
  return [clauseStep(occurrence.rule, formatDay(occurrence.arisesOn)), ...occurrence.steps.map(asText)];
}

function clauseStep(rule: DeadlineRule, from: string): ExplanationStep {
  const basis = (rule.basis ?? rule.regimeBasis)
    .map((entry) => `${entry.instrument}（${statusNames[entry.status]}）`)
    .join('、');
  return {
    rule: rule.ruleId,
    day: from,
    text: `${clauseOf(rule)}：${rule.title}。原文所依据：${basis}。`,
  };
}

const asText = (step: Step): ExplanationStep => ({
  rule: step.rule,
  day: formatDay(step.day),
  text: step.text,
});

/**
 * Why the obligation has its dates, recomputed by the code that computed them. When the subject’s facts no
 * longer give this duty, returns the clause and the stored dates.
 */
export function explain(
  context: Context,
  subject: SubjectRecord,
  obligation: ObligationRecord,
  rule: DeadlineRule,
  now: Instant,
): ExplanationStep[] {
  const occurrence = dutiesOf(context, { ...subject, retiredOn: undefined }, now, true).owed.find(
    (candidate) => obligationIdOf(subject.id, candidate.rule.ruleId, candidate.key) === obligation.id,
  );
  const base = occurrence
    ? explanationOf(occurrence)
    : [
        clauseStep(rule, obligation.arisesOn),
        {
          rule: '已记载的日期',
          day: obligation.dueOn,
          text: `到期日${chineseDay(day(obligation.dueOn))}；相关事实现已变更，不再推算。`,
        },
      ];
  if (obligation.extendedTo === undefined) return base;
  const until = day(obligation.extendedTo);
  return [
    ...base,
    {
      rule: '批准延期',
      day: obligation.extendedTo,
      text: `经负责人批准延期至${chineseDay(until)}；提醒和逾期按该日计算，原到期日不变。`,
    },
  ];
}
