import type { z } from 'zod';
import type { exportLists } from '../../contract/exports.ts';
import { ok, type Outcome } from '../../outcome.ts';
import { yearOf } from '../../domain/time/day.ts';
import { dayOf } from '../../domain/time/instant.ts';
import type { QuotaPlan } from '../../domain/quotas/types.ts';
import * as words from '../../vocabulary/value-words.ts';
import { namesOf, sheetOf, type Column, type Exported } from './collect.ts';
import { quotaPlan } from '../quotas/list.ts';
import type { Request } from '../request.ts';

type Visit = QuotaPlan['visits'][number];
type Unmet = QuotaPlan['unmet'][number];

/** The whole plan of a year: its visits in order, then what cannot be met and why. */
export async function exportPlan(
  request: Request,
  query: z.output<typeof exportLists.plan.query>,
): Promise<Outcome<Exported>> {
  const { context, deps } = request;
  const year = query.year ?? yearOf(dayOf(deps.clock.now()));
  const plan = await quotaPlan(request, year);
  if (!plan.ok) return plan;
  const { visits, unmet } = plan.value;
  const nameOf = await namesOf(
    request,
    [...visits.flatMap(({ targets }) => targets), ...unmet.map(({ subjectId }) => subjectId)].flatMap(
      (id) => id ?? [],
    ),
  );
  const titleOf = (ruleId: string): string =>
    context.rulebook.ruleOf(ruleId, `${year}-12-31`)?.title ?? ruleId;
  const columns: Column<Visit | Unmet>[] = [
    { heading: '日期', of: (line) => ('day' in line ? line.day : '不能安排') },
    {
      heading: '方式',
      of: (line) => ('mode' in line ? words.wordFor(words.modeWords, line.mode) : undefined),
    },
    {
      heading: '检查对象',
      of: (line) => ('targets' in line ? line.targets.map(nameOf).join('、') : nameOf(line.subjectId)),
    },
    {
      heading: '检查任务',
      of: (line) =>
        ('serves' in line ? line.serves : [line])
          .map(({ ruleId, period }) => `${titleOf(ruleId)}（${period}）`)
          .join('；'),
    },
    {
      heading: '复查事项',
      of: (line) =>
        'followUps' in line
          ? line.followUps
              .map(({ subjectId, rectifyBy }) => `${nameOf(subjectId) ?? ''}（限${rectifyBy}前改正）`)
              .join('；')
          : undefined,
    },
    { heading: '说明', of: (line) => ('note' in line ? line.note : line.why) },
  ];
  const sheet = sheetOf(`年度检查计划（${year}）`, columns, [...visits, ...unmet]);
  return ok({ sheet, nextCursor: null });
}
