import type { z } from 'zod';
import type { visitDecisionBody, visitNoticeBody } from '../../contract/visits.ts';
import { fail, failOf, notFound, ok, problem, problemAt, type Outcome } from '../../outcome.ts';
import { actorOf, isPerson } from '../../domain/actor.ts';
import { numberFlaw, plainNumber } from '../../domain/papers/numbering.ts';
import { day, yearOf } from '../../domain/time/day.ts';
import { visitRecord, type VisitRecord } from '../../records/visit.ts';
import { targetsOf } from '../checks/judge.ts';
import { borneAlready, takeNumber } from '../escalations/document-number.ts';
import { staleVersion, todayOf, type Request } from '../request.ts';
import { findVisit } from './list.ts';
import { endedBy, firmsAmong, kept } from './plan.ts';

/** The leader’s word on a plan, beforehand. Whoever planned it does not approve it. */
export async function decideVisit(
  request: Request,
  id: string,
  body: z.infer<typeof visitDecisionBody>,
): Promise<Outcome<VisitRecord>> {
  const found = await openVisit(request, id);
  if (!found.ok) return found;
  const known = found.value;
  const by = actorOf(request.principal);
  const planner = isPerson(known.plannedBy) ? known.plannedBy.sub : undefined;
  if (planner !== undefined && (planner === by.sub || planner === request.principal.deputyFor))
    return problemAt('decision', 'visit.own-plan');
  if (known.approval) return problem('visit.decided');
  const approval = { ...body, at: request.deps.clock.now(), by };
  return kept(await visitRecord.put(request.deps.store, { ...known, approval }));
}

/** Enters that a 检查通知书 goes out, under its number; of a firm only what a leader approved. */
export async function notifyVisit(
  request: Request,
  id: string,
  body: z.infer<typeof visitNoticeBody>,
): Promise<Outcome<VisitRecord>> {
  const { deps } = request;
  const found = await openVisit(request, id);
  if (!found.ok) return found;
  const known = found.value;
  const { targets } = known.content;
  const subjectId = body.subjectId ?? (targets.length === 1 ? targets[0] : undefined);
  if (subjectId === undefined || !targets.includes(subjectId))
    return problemAt('subjectId', 'visit.no-target');
  const subject = (await targetsOf(request, [subjectId])).get(subjectId);
  if (!subject) return problemAt('subjectId', 'visit.no-target');
  const { name } = subject;
  if (known.notices.some((notice) => notice.subjectId === subjectId))
    return problemAt('subjectId', 'visit.told-already', { name });
  const isFirm = (await firmsAmong(request, [subject])).length > 0;
  if (isFirm && known.approval?.decision !== 'approve') return problem('visit.not-approved', { name });
  if (body.on > todayOf(request)) return problemAt('on', 'visit.notice-ahead');
  if (body.on > known.content.on) return problemAt('on', 'visit.late-notice', { on: known.content.on });
  const flaw = numberFlaw(body.number, undefined, yearOf(day(body.on)));
  if (flaw) return failOf([{ path: 'number', ...flaw }]);
  const same = known.notices.some(({ number }) => plainNumber(number) === plainNumber(body.number));
  const bearer = { jurisdiction: known.jurisdiction, kind: 'visit', id: known.id } as const;
  if (same || !(await takeNumber(deps, bearer, body.number))) return borneAlready(body.number);
  const notice = {
    subjectId,
    number: body.number,
    on: body.on,
    at: deps.clock.now(),
    by: actorOf(request.principal),
  };
  return kept(await visitRecord.put(deps.store, { ...known, notices: [...known.notices, notice] }));
}

async function openVisit(request: Request, id: string): Promise<Outcome<VisitRecord>> {
  const known = await findVisit(request, id);
  if (!known) return notFound;
  const stale = staleVersion(request, known.version);
  if (stale) return fail(stale);
  return endedBy(known) ?? ok(known);
}
