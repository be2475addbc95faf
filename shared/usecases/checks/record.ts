import { inspectionBody, type CorrectionBody, type InspectionBody } from '../../contract/inspections.ts';
import { fail, notFound, ok, problem, problemAt, type Outcome } from '../../outcome.ts';
import { actorOf } from '../../domain/actor.ts';
import { formatDay, yearOf } from '../../domain/time/day.ts';
import { idOf } from '../../domain/ids.ts';
import { dayOf, formatInstant, minuteOfDay, type Instant } from '../../domain/time/instant.ts';
import { inspectionRecord, type InspectionContent, type InspectionRecord } from '../../records/inspection.ts';
import { markDone } from './visited.ts';
import { judge } from './judge.ts';
import { findInspection } from './list.ts';
import { settleFindings, subjectsToRectify } from './findings.ts';
import { promiseSettling } from '../promise.ts';
import { staleVersion, type Request } from '../request.ts';

/** `202609150930-…`: sorted by the time of the check, in Asia/Shanghai. */
const idAt = (at: Instant, hash: string): string => {
  const minute = minuteOfDay(at);
  const clock = `${String(Math.floor(minute / 60)).padStart(2, '0')}${String(minute % 60).padStart(2, '0')}`;
  return `${formatDay(dayOf(at)).replaceAll('-', '')}${clock}-${hash}`;
};

/** Records a check. 422 lists everything that the regime requires and the record does not have. */
export async function recordInspection(
  request: Request,
  body: InspectionBody,
): Promise<Outcome<InspectionRecord>> {
  const { deps, context, principal } = request;
  const judged = await judge(request, body);
  if (!judged.ok) return judged;
  const jurisdiction = context.jurisdiction.id;
  const content = judged.value;
  const id = idAt(content.at, idOf('inspection', jurisdiction, request.repeatable ?? deps.ids.fresh()));
  const record: InspectionRecord = {
    version: 0,
    id,
    jurisdiction,
    content,
    recordedAt: deps.clock.now(),
    recordedBy: actorOf(principal),
    originals: [],
  };
  await promiseDuties(request, record);
  const stored = await inspectionRecord.put(deps.store, record);
  const known = stored ?? (await findInspection(request, id));
  if (!known || (!stored && request.repeatable === undefined)) return problem('check.recorded');
  await markDone(request, known);
  await settleFindings(deps, context, id, known.recordedBy);
  return ok(known);
}

/** Corrects a record; the earlier version stays readable. The day may change, the year may not. */
export async function correctInspection(
  request: Request,
  id: string,
  { reason, ...changes }: CorrectionBody,
): Promise<Outcome<InspectionRecord>> {
  const known = await findInspection(request, id);
  if (!known || request.principal.role === 'unit') return notFound;
  const stale = staleVersion(request, known.version);
  if (stale) return fail(stale);
  const given = Object.entries(changes).filter(([, value]) => value !== undefined);
  if (given.length === 0) return problemAt('reason', 'check.unchanged');
  const changed = Object.fromEntries(given.map(([name, value]) => [name, value ?? undefined]));
  const body = inspectionBody.parse({ ...bodyOf(known.content), ...changed });
  const judged = await judge(request, body);
  if (!judged.ok) return judged;
  if (yearOf(dayOf(judged.value.at)) !== yearOf(dayOf(known.content.at)))
    return problemAt('at', 'check.other-year');
  const by = actorOf(request.principal);
  const record: InspectionRecord = {
    ...known,
    content: judged.value,
    originals: [...known.originals, { content: known.content, until: request.deps.clock.now(), by, reason }],
  };
  await promiseDuties(request, record);
  const stored = await inspectionRecord.put(request.deps.store, record);
  if (!stored) return problem('check.changed');
  await markDone(request, stored);
  await settleFindings(request.deps, request.context, id, by);
  return ok(stored);
}

/** Makes sure that the findings become duties even if this process stops half way. */
async function promiseDuties({ deps }: Request, record: InspectionRecord): Promise<void> {
  if (subjectsToRectify(record).length > 0) await promiseSettling(deps, record.jurisdiction, record.id);
}

/** The record in the form of a request body, without what the product derived from it. */
function bodyOf(content: InspectionContent): InspectionBody {
  return {
    regime: content.regime,
    ruleId: content.ruleId,
    at: formatInstant(content.at),
    mode: content.mode,
    cause: content.cause,
    countsTowards: content.countsTowards,
    targets: content.targets,
    officers: content.officers.map(({ name, certificate, recuse }) => ({ name, certificate, recuse })),
    checklist: content.checklist.map(({ item, result, subjectId }) => ({ item, result, subjectId })),
    findings: content.findings.map(({ subjectId, text, severity, handling, rectifyBy }) => ({
      subjectId,
      text,
      severity,
      handling,
      rectifyBy,
    })),
    signatures: content.signatures.map(({ subjectId, by, note }) =>
      by === undefined ? { subjectId, refused: true as const, note: note ?? '' } : { subjectId, by },
    ),
    sites: content.sites?.map(({ until, ...site }) => ({
      ...site,
      ...(until === undefined ? {} : { until: formatInstant(until) }),
    })),
    certificatesShown: content.certificatesShown,
    rightsTold: content.rightsTold,
    joined: content.joined,
    rechecked: content.rechecked,
    visitId: content.visitId,
  };
}
