import {
  fail,
  failOf,
  notFound,
  ok,
  problem,
  problemAt,
  type FieldError,
  type Outcome,
} from '../../outcome.ts';
import { visitBody, type VisitBody, type VisitPatch } from '../../contract/visits.ts';
import { actorOf } from '../../domain/actor.ts';
import { targetFlaws } from '../../domain/checks/inspection.ts';
import { isFirm, visitFlaws, visitStatus } from '../../domain/checks/visit.ts';
import { idOf } from '../../domain/ids.ts';
import { seesOffice } from '../../domain/principal.ts';
import { quotaRules } from '../../domain/quotas/population.ts';
import { day } from '../../domain/time/day.ts';
import type { SubjectRecord } from '../../records/subject.ts';
import { visitRecord, type VisitContent, type VisitRecord } from '../../records/visit.ts';
import { kindsOf, targetsOf } from '../checks/judge.ts';
import { answerableFor } from '../register/party.ts';
import { staleVersion, todayOf, type Request } from '../request.ts';
import { findVisit } from './list.ts';

/** Plans a check. 422 lists everything that is wrong. */
export async function planVisit(request: Request, body: VisitBody): Promise<Outcome<VisitRecord>> {
  const { deps, context, principal } = request;
  const judged = await judgeVisit(request, body);
  if (!judged.ok) return judged;
  const jurisdiction = context.jurisdiction.id;
  const id = `${body.on}-${idOf('visit', jurisdiction, request.repeatable ?? deps.ids.fresh())}`;
  const record: VisitRecord = {
    version: 0,
    id,
    jurisdiction,
    content: judged.value,
    plannedAt: deps.clock.now(),
    plannedBy: actorOf(principal),
    notices: [],
    inspections: [],
  };
  const stored = await visitRecord.put(deps.store, record);
  if (stored) return ok(stored);
  const known = await findVisit(request, id);
  return known ? ok(known) : problem('visit.changed');
}

/** Changes a plan, which must then be approved anew; or cancels it, with a reason. */
export async function changeVisit(
  request: Request,
  id: string,
  { status, reason, ...changes }: VisitPatch,
): Promise<Outcome<VisitRecord>> {
  const { deps, principal } = request;
  const known = await findVisit(request, id);
  if (!known) return notFound;
  const stale = staleVersion(request, known.version);
  if (stale) return fail(stale);
  const now = deps.clock.now();
  const by = actorOf(principal);
  const ended = endedBy(known);
  if (ended) return ended;
  if (status === 'cancelled') {
    if (reason === undefined) return problemAt('reason', 'visit.no-reason');
    return kept(await visitRecord.put(deps.store, { ...known, cancelled: { reason, at: now, by } }));
  }
  if (known.notices.length > 0) return problem('visit.told');
  const given = Object.entries(changes).filter(([, value]) => value !== undefined);
  // Null removes a field.
  const merged: Readonly<Record<string, unknown>> = { ...known.content, ...Object.fromEntries(given) };
  const changed = Object.entries(merged).filter(([, value]) => value !== null);
  const judged = await judgeVisit(request, visitBody.parse(Object.fromEntries(changed)));
  if (!judged.ok) return judged;
  return kept(
    await visitRecord.put(deps.store, {
      ...known,
      content: judged.value,
      plannedAt: now,
      plannedBy: by,
      approval: undefined,
    }),
  );
}

export const kept = (stored: VisitRecord | undefined): Outcome<VisitRecord> =>
  stored ? ok(stored) : problem('visit.changed');

/** What was made, or will not be made, is not changed any more. */
export function endedBy(known: VisitRecord) {
  const status = visitStatus({ ...known, targets: known.content.targets });
  return status === 'done' || status === 'cancelled' ? problem('visit.ended', { status }) : undefined;
}

async function judgeVisit(request: Request, body: VisitBody): Promise<Outcome<VisitContent>> {
  const { context, principal } = request;
  const rules = context.rulebook.rulesOn(body.on).filter(({ regime }) => regime === body.regime);
  const [first] = rules;
  if (!first || !seesOffice(principal, first.office)) {
    const regimes = [...new Set(context.rulebook.rules.map(({ regime }) => regime))];
    const { name: jurisdiction } = context.jurisdiction;
    return problemAt('regime', 'check.no-regime', { jurisdiction, regime: body.regime, regimes });
  }
  const quotas = quotaRules({ rules });
  const strange = (body.ruleIds ?? []).findIndex((id) => !quotas.some(({ ruleId }) => ruleId === id));
  if (strange >= 0)
    return problemAt(`ruleIds.${strange}`, 'check.no-quota', {
      ruleId: body.ruleIds?.[strange] ?? '',
      regime: body.regime,
      quotas: quotas.map(({ ruleId }) => ruleId),
    });
  const subjects = await targetsOf(request, body.targets);
  const officers = body.officers.map((officer) => withCertificate(request, officer, body.on));
  const firms = await firmsAmong(request, [...subjects.values()]);
  const flaws: FieldError[] = [
    ...(body.on < todayOf(request) ? failedPast() : []),
    ...targetFlaws(
      { targets: body.targets, on: day(body.on) },
      subjects,
      kindsOf(rules, body.regime, request),
    ),
    ...visitFlaws(
      { on: day(body.on), until: body.until === undefined ? undefined : day(body.until), officers },
      firms.length > 0,
    ),
  ];
  return flaws.length > 0 ? failOf(flaws) : ok({ ...body, officers });
}

const failedPast = (): FieldError[] => {
  const { failure } = problemAt('on', 'visit.past');
  return [...failure.errors];
};

/** The certificate that the staff list knows, where none was given. */
function withCertificate(
  { context }: Request,
  { name, certificate }: VisitContent['officers'][number],
  on: string,
): VisitContent['officers'][number] {
  const held = context.staff.find((member) => member.name === name)?.certificate;
  const own = certificate ?? (held && held.validUntil >= on ? held.number : undefined);
  return own === undefined ? { name } : { name, certificate: own };
}

/** Those whose check needs an approval and a notice beforehand. */
export async function firmsAmong(request: Request, subjects: readonly SubjectRecord[]): Promise<string[]> {
  const judged = await Promise.all(
    subjects.map(async (subject) => {
      const { party } = await answerableFor(request.deps, subject);
      return isFirm(subject, party) ? [subject.id] : [];
    }),
  );
  return judged.flat();
}
