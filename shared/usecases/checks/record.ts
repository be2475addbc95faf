import type { z } from 'zod';
import {
  inspectionBody,
  type CorrectionBody,
  type InspectionBody,
  type inspectionsQuery,
} from '../../contract/inspections.ts';
import { fail, failOf, notFound, ok, problem, problemAt, type Outcome } from '../../outcome.ts';
import { actorOf } from '../../domain/actor.ts';
import { seesOffice, seesSubject } from '../../domain/principal.ts';
import { formatDay, yearOf, type Day } from '../../domain/time/day.ts';
import { idOf } from '../../domain/ids.ts';
import { dayOf, formatInstant, instant, minuteOfDay, type Instant } from '../../domain/time/instant.ts';
import { inspectionFlaws, proceduresFor } from '../../domain/checks/inspection.ts';
import { kindsInScope, outsideScope } from '../../domain/checks/scope.ts';
import { kindOf, quotaRules } from '../../domain/quotas/population.ts';
import {
  inspectionRecord,
  type InspectionContent,
  type InspectionRecord,
  inspectionsOf,
} from '../../records/inspection.ts';
import { settleFindings, subjectsToRectify } from './findings.ts';
import type { Listed } from '../listing.ts';
import { ownSubjects, type OwnSubjects } from '../register/own-subjects.ts';
import { promiseSettling } from '../promise.ts';
import { staleVersion, type Request } from '../request.ts';
import { type SubjectRecord, subjectRecord } from '../../records/subject.ts';

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
  };
}

async function judge(request: Request, body: InspectionBody): Promise<Outcome<InspectionContent>> {
  const { context, deps, principal } = request;
  const on = dayOf(instant(body.at));
  const rules = context.rulebook.rulesOn(formatDay(on)).filter(({ regime }) => regime === body.regime);
  const [first] = rules;
  if (!first || !seesOffice(principal, first.office)) {
    const regimes = [...new Set(context.rulebook.rules.map(({ regime }) => regime))];
    const { name: jurisdiction } = context.jurisdiction;
    return problemAt('regime', 'check.no-regime', { jurisdiction, regime: body.regime, regimes });
  }
  const at = instant(body.at);
  if (at > deps.clock.now()) return problemAt('at', 'check.future');
  const quotas = quotaRules({ rules });
  const unknown = [
    ...(body.ruleId === undefined ? [] : [{ path: 'ruleId', ruleId: body.ruleId }]),
    ...(body.countsTowards ?? []).map((ruleId, index) => ({ path: `countsTowards.${index}`, ruleId })),
  ].find(({ ruleId }) => !quotas.some((rule) => rule.ruleId === ruleId));
  if (unknown)
    return problemAt(unknown.path, 'check.no-quota', {
      ruleId: unknown.ruleId,
      regime: body.regime,
      quotas: quotas.map(({ ruleId }) => ruleId),
    });
  const subjects = await targetsOf(request, body.targets);
  const flaws = inspectionFlaws(
    { ...body, on },
    subjects,
    kindsInScope(
      rules,
      body.regime,
      quotas.map((rule) => kindOf(rule, context.settings)),
    ),
    proceduresFor(rules, body.regime, body.mode),
    context.staff,
    context.settings,
  );
  if (flaws.length > 0) return failOf(flaws);
  const outside = outsideScope(rules, body.regime, [...subjects.values()]);
  return ok({
    ...body,
    at,
    officers: officersOf(request, body, on),
    ...(outside.length === 0 ? {} : { outsideScope: [...outside] }),
  });
}

/** Marks officers who are not on the staff list, or who gave nothing that the list could confirm. */
function officersOf(
  { context }: Request,
  { officers }: InspectionBody,
  on: Day,
): InspectionContent['officers'] {
  return officers.map((officer) => {
    const held = context.staff.find(({ name }) => name === officer.name)?.certificate;
    const sure =
      held !== undefined && held.number === officer.certificate && held.validUntil >= formatDay(on);
    return { ...officer, ...(sure ? {} : { unverified: true }) };
  });
}

async function targetsOf(
  { deps, context, principal }: Request,
  targets: readonly string[],
): Promise<Map<string, SubjectRecord>> {
  const items = await deps.store.getMany(
    [...new Set(targets)].map((id) => subjectRecord.key({ jurisdiction: context.jurisdiction.id, id })),
  );
  return new Map(
    items
      .map(subjectRecord.of)
      .filter((subject: SubjectRecord) => seesSubject(principal, subject))
      .map((subject) => [subject.id, subject]),
  );
}

/**
 * Returns the record if the caller may see it, otherwise undefined (404). A unit sees a record if it was
 * checked itself.
 */
export async function findInspection(request: Request, id: string): Promise<InspectionRecord | undefined> {
  const record = await inspectionRecord.read(request.deps.store, {
    jurisdiction: request.context.jurisdiction.id,
    id,
  });
  if (!record) return undefined;
  return visible(request, record, await ownSubjects(request)) ? record : undefined;
}

function visible(
  { context, principal }: Request,
  { content }: InspectionRecord,
  own: OwnSubjects | undefined,
): boolean {
  const office = context.rulebook.rules.find(({ regime }) => regime === content.regime)?.office;
  if (office === undefined || !seesOffice(principal, office)) return false;
  return own === undefined || content.targets.some((target) => own.has(target));
}

/**
 * `PORTION`: index entries read in one round. `ROUNDS`: after so many rounds a short page is returned rather
 * than a late one.
 */
const PORTION = 200;
const ROUNDS = 20;

/** Newest first. */
export async function listInspections(
  request: Request,
  query: z.infer<typeof inspectionsQuery>,
): Promise<Listed<InspectionRecord>> {
  const own = await ownSubjects(request);
  const bound = (day: string): string => day.replaceAll('-', '');
  const kept: InspectionRecord[] = [];
  let after = query.cursor;
  for (let round = 0; round < ROUNDS; round += 1) {
    const page = await request.deps.store.query({
      ...inspectionsOf(request.context.jurisdiction.id),
      from: query.from === undefined ? '0' : bound(query.from),
      to: query.to === undefined ? '~' : `${bound(query.to)}~`,
      descending: true,
      limit: PORTION,
      ...(after === undefined ? {} : { after }),
    });
    for (const item of page.items) {
      const record = inspectionRecord.of(item);
      const { regime, ruleId, targets } = record.content;
      if (
        visible(request, record, own) &&
        (query.regime === undefined || query.regime === regime) &&
        (query.ruleId === undefined || query.ruleId === ruleId) &&
        (query.subjectId === undefined || targets.includes(query.subjectId))
      ) {
        if (kept.length === query.limit) return { items: kept, nextCursor: kept.at(-1)?.id ?? null };
        kept.push(record);
      }
    }
    after = page.after;
    if (after === undefined) return { items: kept, nextCursor: null };
  }
  return { items: kept, nextCursor: after ?? null };
}
