import { formatDay, type Day } from '../time/day.ts';
import { quotaRules, registerOf, type Register } from './population.ts';
import { nameOf } from './explain.ts';
import { needsIn } from './plan-needs.ts';
import { TARGETS_A_VISIT } from './all-work.ts';
import { allowanceOf } from './plan-cap.ts';
import { followUpNote, followUpsOf, FOLLOW_UP_WORKING_DAYS, placeFollowUps } from './plan-follow-ups.ts';
import { boardFor, type Short, type Visit } from './plan-visits.ts';
import type { CountedInspection, PlannedVisit, QuotaInput, QuotaPlan, UnmetQuota } from './types.ts';

/** When each subject was last checked, in any regime. */
function lastSeen(inspections: readonly CountedInspection[]): Map<string, Day> {
  const seen = new Map<string, Day>();
  for (const { on, targets } of inspections) {
    for (const id of targets) {
      const known = seen.get(id);
      if (known === undefined || known < on) seen.set(id, on);
    }
  }
  return seen;
}

function noteOf({ services }: Visit): string {
  const names = [...new Set(services.map(({ rule }) => nameOf(rule)))];
  if (services.length === 0) return '';
  if (services.length === 1) return `${names.join('')}：制作1份检查记录。`;
  return `一次出行兼顾${names.join('、')}：分别制作${services.length}份检查记录，各自写明所依据的规则和所检查的对象。`;
}

function plannedVisit(visit: Visit, register: Register): PlannedVisit {
  const { day, targets, mode, services, followUps } = visit;
  return {
    day: formatDay(day),
    targets,
    serves: services.map(({ rule, span, targets: reached }) => ({
      ruleId: rule.ruleId,
      period: span.key,
      mode,
      targets: reached,
    })),
    followUps: followUps.map(({ inspectionId, subjectId, regime, rectifyBy }) => ({
      inspectionId,
      subjectId,
      regime,
      rectifyBy,
    })),
    mode,
    note: `${noteOf(visit)}${followUpNote(followUps, register)}`,
  };
}

/** By quota, what cannot be planned because of the enterprises’ yearly cap. */
function cappedOut(short: readonly Short[], cap: number): UnmetQuota[] {
  const said = new Map<string, UnmetQuota>();
  for (const { need, ids } of short) {
    const base = { ruleId: need.rule.ruleId, period: need.span.key };
    const limit = `同一企业每年检查不超过${cap}次，扣除本年度已实地检查和已安排的次数`;
    const each = need.style === 'cover' && need.each;
    const keyOf = (subjectId = '') => `${base.ruleId} ${base.period} ${subjectId}`;
    if (each)
      for (const subjectId of ids)
        said.set(keyOf(subjectId), { ...base, subjectId, why: `${limit}，该单位本期不能再安排检查` });
    else {
      const missing = short.filter((one) => one.need === need).reduce((sum, one) => sum + one.checks, 0);
      const what =
        missing > 0
          ? `本期尚有${missing}次检查没有可以安排的对象`
          : `有${ids.length}个对象不能再安排，其余对象不足`;
      said.set(keyOf(), { ...base, why: `${limit}，${what}` });
    }
  }
  return [...said.values()];
}

function notesOf(input: QuotaInput, year: number): string[] {
  const notes = [
    `每次出行最多安排${TARGETS_A_VISIT}个对象；同一制度的两项指标不在同一次出行中重复计算。`,
    '许可、处罚案卷、复议决定等随办随增，只按目前已有的安排，新增后应重新生成计划。',
  ];
  if ((input.followUps ?? []).length > 0) {
    notes.push(
      `问题整改情况的复查安排在整改期限届满（或者已报整改）以后${FOLLOW_UP_WORKING_DAYS}个工作日以内，同一对象有计划内检查的，一并进行；复查时限由系统建议，原文没有规定。`,
    );
  }
  if (!input.calendar.knows(year)) {
    notes.push(`${year}年的放假安排尚未公布，暂按周末和法定节日推算，日期为暂定。`);
  }
  return notes;
}

/**
 * A plan of checks from today to the end of the year that meets every quota with few visits, on working days,
 * evenly spread, least recently visited first. It also lists the quotas that cannot be met, and why.
 */
export function planFor(input: QuotaInput, year: number): QuotaPlan {
  const { needs, unmet } = needsIn(input, quotaRules(input), year);
  const register = registerOf(input.subjects);
  const allowance = allowanceOf(input, register);
  const { checksPerWorkingDay = 1, enterpriseYearlyCap: cap = 0 } = input;
  for (const { subjectId } of followUpsOf(input, register, year)) allowance.hold(subjectId);
  const seen = lastSeen(input.inspections);
  const board = boardFor(needs, { allowance, checksPerWorkingDay, seen });
  placeFollowUps(input, register, year, board);
  return {
    year,
    provisional: !input.calendar.knows(year),
    visits: board.visits.sort((a, b) => a.day - b.day).map((visit) => plannedVisit(visit, register)),
    unmet: [...unmet, ...cappedOut(board.short, cap)],
    notes: notesOf(input, year),
  };
}
