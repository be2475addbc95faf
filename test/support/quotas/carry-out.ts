import { addDays, day } from '../../../shared/domain/time/day.ts';
import { quotasOn } from '../../../shared/domain/quotas/quotas.ts';
import { spansIn } from '../../../shared/domain/quotas/period.ts';
import type { CountedInspection, Quota, QuotaInput, QuotaPlan } from '../../../shared/domain/quotas/types.ts';

/** The records that a plan’s visits lead to: one for each quota that a visit serves. */
export function carriedOut(plan: QuotaPlan): CountedInspection[] {
  return plan.visits.flatMap((visit, place) =>
    visit.serves.map(({ ruleId, mode, targets }, index) => ({
      id: `planned-${place}-${index}`,
      on: day(visit.day),
      regime: ruleId.split('/')[0] ?? '',
      ruleId,
      mode,
      cause: 'planned',
      targets,
    })),
  );
}

const keyOf = (ruleId: string, period: string, subjectId?: string) =>
  `${ruleId} ${period} ${subjectId ?? ''}`;

/** What is not met when the year is over, although the plan was carried out and did not list it as unmet. */
export function leftOpen(input: QuotaInput, plan: QuotaPlan): Quota[] {
  const inspections = [...input.inspections, ...carriedOut(plan)];
  const said = new Set(plan.unmet.map((one) => keyOf(one.ruleId, one.period, one.subjectId)));
  const closed = { ...input, inspections, today: addDays(day(`${plan.year}-12-31`), 1) };
  const open = spansIn('month', plan.year)
    .flatMap(({ to }) => quotasOn({ ...closed, on: to }))
    .filter(({ status }) => status !== 'met' && status !== 'not-applicable');
  return open.filter((quota) => !said.has(keyOf(quota.ruleId, quota.period.key, quota.subjectId)));
}
