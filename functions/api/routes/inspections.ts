import { listOf } from '../../../shared/contract/answers.ts';
import * as contract from '../../../shared/contract/inspections.ts';
import { notFound, ok, type Outcome } from '../../../shared/outcome.ts';
import { bureauReaders, everyone, officersUp } from '../../../shared/domain/principal.ts';
import { day, formatDay, yearOf } from '../../../shared/domain/time/day.ts';
import { dayOf } from '../../../shared/domain/time/instant.ts';
import type { Quota } from '../../../shared/domain/quotas/types.ts';
import { documentTitles } from '../../../shared/rules/catalogue.ts';
import type { InspectionRecord } from '../../../shared/records/inspection.ts';
import { followedFindings } from '../../../shared/usecases/checks/findings.ts';
import { inspectionView } from '../../../shared/usecases/checks/view.ts';
import { findInspection, listInspections } from '../../../shared/usecases/checks/list.ts';
import { correctInspection, recordInspection } from '../../../shared/usecases/checks/record.ts';
import { ownSubjects } from '../../../shared/usecases/register/own-subjects.ts';
import { decideQuota } from '../../../shared/usecases/quotas/decisions.ts';
import * as quotas from '../../../shared/usecases/quotas/list.ts';
import { withNames } from '../../../shared/usecases/people.ts';
import type { Request } from '../../../shared/usecases/request.ts';
import { noQuery } from '../../../shared/contract/bodies.ts';
import { noBody, route, type Reply, type Route } from '../route.ts';
import { here, J, map, param } from './within.ts';

async function replyOf(
  request: Request,
  outcome: Outcome<InspectionRecord>,
  status: 200 | 201 = 200,
): Promise<Outcome<Reply>> {
  if (!outcome.ok) return outcome;
  const record = outcome.value;
  const counted = await quotas.countedOf(request, [record]);
  const followed = await followedFindings(request.deps, request.context.jurisdiction.id, [record]);
  const own = await ownSubjects(request);
  const view = inspectionView(request, record, counted.get(record.id) ?? [], own, followed);
  const body = withNames(request, view);
  return ok({ status, body, version: record.version });
}

function quotaView({ context }: Request, quota: Quota) {
  const rule = context.rulebook.ruleOf(quota.ruleId, quota.period.from);
  return {
    ...quota,
    title: rule?.title ?? '',
    regime: rule?.regime ?? '',
    citation: rule && {
      document: rule.document,
      section: rule.cite,
      title: documentTitles[rule.document],
    },
  };
}

const todayOf = ({ deps }: Request) => dayOf(deps.clock.now());

export const inspectionRoutes: Route[] = [
  route({
    operationId: 'recordInspection',
    method: 'POST',
    path: `${J}/inspections`,
    summary: 'Records a check; 422 lists everything that its regime requires and the record does not have',
    roles: officersUp,
    body: contract.inspectionBody,
    query: noQuery,
    answer: contract.inspection,
    status: 201,
    run: (input) =>
      here(input, async (request) => replyOf(request, await recordInspection(request, input.body), 201)),
  }),
  route({
    operationId: 'listInspections',
    method: 'GET',
    path: `${J}/inspections`,
    summary: 'Records of checks, newest first, with the quotas for which each counts',
    roles: everyone,
    body: noBody,
    query: contract.inspectionsQuery,
    answer: listOf(contract.inspection),
    run: (input) =>
      here(input, async (request) => {
        const page = await listInspections(request, input.query);
        const own = await ownSubjects(request);
        const counted = await quotas.countedOf(request, page.items);
        const followed = await followedFindings(request.deps, request.context.jurisdiction.id, page.items);
        const items = page.items.map((record) =>
          withNames(request, inspectionView(request, record, counted.get(record.id) ?? [], own, followed)),
        );
        return ok({ status: 200, body: { items, nextCursor: page.nextCursor } });
      }),
  }),
  route({
    operationId: 'getInspection',
    method: 'GET',
    path: `${J}/inspections/{id}`,
    summary: 'One record, with its earlier versions',
    roles: everyone,
    body: noBody,
    query: noQuery,
    answer: contract.inspection,
    run: (input) =>
      here(input, async (request) => {
        const found = await findInspection(request, param(input, 'id'));
        return found ? replyOf(request, ok(found)) : notFound;
      }),
  }),
  route({
    operationId: 'correctInspection',
    method: 'POST',
    path: `${J}/inspections/{id}/correction`,
    summary: 'Corrects a record: the given fields replace the earlier ones, which stay readable',
    roles: officersUp,
    body: contract.correctionBody,
    query: noQuery,
    answer: contract.inspection,
    run: (input) =>
      here(input, async (request) =>
        replyOf(request, await correctInspection(request, param(input, 'id'), input.body)),
      ),
  }),
  route({
    operationId: 'listQuotas',
    method: 'GET',
    path: `${J}/quotas`,
    summary:
      'Every quota of the periods that contain a day: required, done, still to do, and the latest day for it',
    roles: bureauReaders,
    body: noBody,
    query: contract.quotasQuery,
    answer: contract.quotas,
    run: (input) =>
      here(input, async (request) => {
        const on = input.query.on === undefined ? todayOf(request) : day(input.query.on);
        const items = (await quotas.listQuotas(request, on)).map((quota) => quotaView(request, quota));
        return ok({ status: 200, body: { on: formatDay(on), items, nextCursor: null } });
      }),
  }),
  route({
    operationId: 'getQuotaPlan',
    method: 'GET',
    path: `${J}/quotas/plan`,
    summary: 'A plan of checks that meets every quota with few visits, and the quotas that cannot be met',
    roles: bureauReaders,
    body: noBody,
    query: contract.planQuery,
    answer: contract.quotaPlan,
    run: (input) =>
      here(input, async (request) => {
        const year = input.query.year ?? yearOf(todayOf(request));
        return map(await quotas.quotaPlan(request, year), (plan) => ({ status: 200, body: plan }));
      }),
  }),
  route({
    operationId: 'decideQuota',
    method: 'POST',
    path: `${J}/quotas/{regime}/{rule}/decision`,
    summary: 'Decides which of two readings that cannot both be met applies in a period, with the reason',
    roles: ['bureau-leader'],
    body: contract.quotaDecisionBody,
    query: noQuery,
    answer: contract.quota,
    run: (input) =>
      here(input, async (request) => {
        const ruleId = `${param(input, 'regime')}/${param(input, 'rule')}`;
        const decided = await decideQuota(request, ruleId, input.body);
        return decided.ok ? ok({ status: 200, body: quotaView(request, decided.value) }) : decided;
      }),
  }),
];
