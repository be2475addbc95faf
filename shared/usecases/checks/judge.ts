import type { InspectionBody } from '../../contract/inspections.ts';
import { failOf, ok, problemAt, type Outcome } from '../../outcome.ts';
import { seesOffice, seesSubject } from '../../domain/principal.ts';
import { day, formatDay, type Day } from '../../domain/time/day.ts';
import { dayOf, instant } from '../../domain/time/instant.ts';
import { inspectionFlaws, proceduresFor } from '../../domain/checks/inspection.ts';
import { kindsInScope, outsideScope } from '../../domain/checks/scope.ts';
import { recheckFlaws, siteFlaws, type Again } from '../../domain/checks/particulars.ts';
import { kindOf, quotaRules } from '../../domain/quotas/population.ts';
import type { Rule } from '../../rules/rule.ts';
import type { SubjectKind } from '../../rules/schema.ts';
import type { InspectionContent } from '../../records/inspection.ts';
import { earlierFindings, isPutRight } from './earlier-findings.ts';
import { coordinating, untold, visitedOf } from './visited.ts';
import type { Request } from '../request.ts';
import { type SubjectRecord, subjectRecord } from '../../records/subject.ts';

/** The kinds of subjects that the regime checks. */
export const kindsOf = (
  rules: readonly Rule[],
  regime: string,
  { context }: Pick<Request, 'context'>,
): ReadonlySet<SubjectKind> =>
  kindsInScope(
    rules,
    regime,
    quotaRules({ rules }).map((rule) => kindOf(rule, context.settings)),
  );

/** The record as it will be stored; 422 with everything that is wrong or missing. */
export async function judge(request: Request, body: InspectionBody): Promise<Outcome<InspectionContent>> {
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
    kindsOf(rules, body.regime, request),
    proceduresFor(rules, body.regime, body.mode),
    context.staff,
    context.settings,
  );
  const sites = body.sites?.map(({ until, ...site }) => ({
    ...site,
    ...(until === undefined ? {} : { until: instant(until) }),
  }));
  const all = [
    ...flaws,
    ...siteFlaws({ targets: body.targets, at, sites }, deps.clock.now()),
    ...recheckFlaws(await againOf(request, body, [...subjects.values()]), { on, regime: body.regime }),
  ];
  const visited = await visitedOf(request, body);
  if (!visited.ok) return visited;
  if (all.length > 0) return failOf(all);
  const outside = outsideScope(rules, body.regime, [...subjects.values()]);
  const withoutNotice = await untold(request, body, [...subjects.values()], visited.value);
  const unfit = await coordinating(request, body, [...subjects.values()]);
  return ok({
    ...body,
    at,
    sites,
    officers: officersOf(request, body, on),
    ...(withoutNotice.length === 0 ? {} : { withoutNotice }),
    ...(unfit.length === 0 ? {} : { coordinatingBodies: unfit }),
    ...(outside.length === 0 ? {} : { outsideScope: [...outside] }),
  });
}

/** The problems that are looked at again, in the order of the record. */
async function againOf(
  { deps }: Request,
  { rechecked = [] }: InspectionBody,
  subjects: readonly SubjectRecord[],
): Promise<Again[]> {
  const known = await earlierFindings(
    deps,
    subjects,
    rechecked.map(({ obligationId }) => obligationId),
  );
  return rechecked.map(({ obligationId, result }) => {
    const found = known.get(obligationId);
    if (!found) return { result, finding: undefined };
    const { on, rectifyBy, regime } = found.finding;
    return {
      result,
      finding: { on: day(on), rectifyBy: day(rectifyBy), regime, isDone: isPutRight(found) },
    };
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

/** Those that the caller may see, by their ids. */
export async function targetsOf(
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
