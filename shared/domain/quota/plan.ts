import { formatDay, type Day } from '../day.ts';
import { quotaRules, registerOf } from './population.ts';
import { nameOf } from './explain.ts';
import { needsIn } from './plan-needs.ts';
import { TARGETS_A_VISIT } from './all-work.ts';
import { visitsFor, type Visit } from './plan-visits.ts';
import type { CountedInspection, PlannedVisit, QuotaInput, QuotaPlan } from './types.ts';

/** When each subject was last checked, in whatever regime. */
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
  if (services.length === 1) return `${names.join('')}：制作1份检查记录。`;
  return `一次出行兼顾${names.join('、')}：分别制作${services.length}份检查记录，各自写明所依据的规则和所检查的对象。`;
}

function plannedVisit(visit: Visit): PlannedVisit {
  const { day, targets, mode, services } = visit;
  return {
    day: formatDay(day),
    targets,
    serves: services.map(({ rule, span, targets: reached }) => ({
      ruleId: rule.ruleId,
      period: span.key,
      mode,
      targets: reached,
    })),
    mode,
    note: noteOf(visit),
  };
}

function notesOf(input: QuotaInput, year: number): string[] {
  const notes = [
    `每次出行最多安排${TARGETS_A_VISIT}个对象；同一制度的两项指标不在同一次出行中重复计算。`,
    '许可、处罚案卷、复议决定等随办随增，只按目前已有的安排，新增后应重新生成计划。',
  ];
  if (!input.calendar.knows(year)) {
    notes.push(`${year}年的放假安排尚未公布，暂按周末和法定节日推算，日期为暂定。`);
  }
  return notes;
}

/**
 * A calendar of checks from today to the end of the year that meets every quota with few visits, on working
 * days, evenly spread, least recently visited first; with it the quotas that cannot be met, and why.
 */
export function planFor(input: QuotaInput, year: number): QuotaPlan {
  const { needs, unmet } = needsIn(input, quotaRules(input), year);
  const { byId } = registerOf(input.subjects);
  const isDirect = (id: string): boolean => byId.get(id)?.traits.includes('direct') === true;
  const visits = visitsFor(needs, { isDirect, seen: lastSeen(input.inspections) });
  return {
    year,
    provisional: !input.calendar.knows(year),
    visits: visits.map(plannedVisit),
    unmet,
    notes: notesOf(input, year),
  };
}
