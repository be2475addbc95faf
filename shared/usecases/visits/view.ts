import { signature, isPerson } from '../../domain/actor.ts';
import { visitFormsOf, visitStatus } from '../../domain/checks/visit.ts';
import { formatInstant } from '../../domain/time/instant.ts';
import type { VisitRecord } from '../../records/visit.ts';
import { targetsOf } from '../checks/judge.ts';
import type { Request } from '../request.ts';
import { firmsAmong } from './plan.ts';

/** A planned check as the API answers it. */
export async function visitView(request: Request, record: VisitRecord) {
  const { id, content, plannedAt, plannedBy, approval, notices, inspections, cancelled, version } = record;
  const subjects = await targetsOf(request, content.targets);
  return {
    id,
    status: visitStatus({ ...record, targets: content.targets }),
    ...content,
    firms: await firmsAmong(request, [...subjects.values()]),
    plannedAt: formatInstant(plannedAt),
    plannedBy: signature(plannedBy),
    approval: approval && {
      decision: approval.decision,
      reason: approval.reason,
      at: formatInstant(approval.at),
      by: signature(approval.by),
      ...(isPerson(approval.by) && approval.by.deputyFor !== undefined
        ? { decidedFor: approval.by.deputyFor }
        : {}),
    },
    notices: notices.map(({ subjectId, number, on }) => ({ subjectId, number, on })),
    inspections,
    cancelled: cancelled && {
      reason: cancelled.reason,
      at: formatInstant(cancelled.at),
      by: signature(cancelled.by),
    },
    documents: visitFormsOf(content),
    version,
  };
}
