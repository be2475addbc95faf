import { noQuery } from '../../../shared/contract/bodies.ts';
import { listOf } from '../../../shared/contract/answers.ts';
import * as contract from '../../../shared/contract/visits.ts';
import { notFound, ok, type Outcome } from '../../../shared/outcome.ts';
import { bureauReaders, officersUp } from '../../../shared/domain/principal.ts';
import type { VisitRecord } from '../../../shared/records/visit.ts';
import { decideVisit, notifyVisit } from '../../../shared/usecases/visits/decide.ts';
import { findVisit, listVisits } from '../../../shared/usecases/visits/list.ts';
import { changeVisit, planVisit } from '../../../shared/usecases/visits/plan.ts';
import { visitView } from '../../../shared/usecases/visits/view.ts';
import { withNames } from '../../../shared/usecases/people.ts';
import type { Request } from '../../../shared/usecases/request.ts';
import { noBody, route, type Reply, type Route } from '../route.ts';
import { here, J, param } from './within.ts';

async function replyOf(
  request: Request,
  outcome: Outcome<VisitRecord>,
  status: 200 | 201 = 200,
): Promise<Outcome<Reply>> {
  if (!outcome.ok) return outcome;
  const record = outcome.value;
  return ok({ status, body: withNames(request, await visitView(request, record)), version: record.version });
}

const answer = contract.visit;

export const visitRoutes: Route[] = [
  route({
    operationId: 'planVisit',
    method: 'POST',
    path: `${J}/visits`,
    summary: 'Plans a check: the approval form, the notice and the letters to other bodies are made from it',
    roles: officersUp,
    body: contract.visitBody,
    query: noQuery,
    answer,
    status: 201,
    run: (input) =>
      here(input, async (request) => replyOf(request, await planVisit(request, input.body), 201)),
  }),
  route({
    operationId: 'listVisits',
    method: 'GET',
    path: `${J}/visits`,
    summary: 'Planned checks, the latest day first',
    roles: bureauReaders,
    body: noBody,
    query: contract.visitsQuery,
    answer: listOf(answer),
    run: (input) =>
      here(input, async (request) => {
        const { items, nextCursor } = await listVisits(request, input.query);
        const views = await Promise.all(
          items.map(async (record) => withNames(request, await visitView(request, record))),
        );
        return ok({ status: 200, body: { items: views, nextCursor } });
      }),
  }),
  route({
    operationId: 'getVisit',
    method: 'GET',
    path: `${J}/visits/{id}`,
    summary: 'One planned check',
    roles: bureauReaders,
    body: noBody,
    query: noQuery,
    answer,
    run: (input) =>
      here(input, async (request) => {
        const found = await findVisit(request, param(input, 'id'));
        return found ? replyOf(request, ok(found)) : notFound;
      }),
  }),
  route({
    operationId: 'changeVisit',
    method: 'PATCH',
    path: `${J}/visits/{id}`,
    summary: 'Changes a planned check, which is then approved anew; or cancels it',
    roles: officersUp,
    body: contract.visitPatch,
    query: noQuery,
    answer,
    run: (input) =>
      here(input, async (request) =>
        replyOf(request, await changeVisit(request, param(input, 'id'), input.body)),
      ),
  }),
  route({
    operationId: 'decideVisit',
    method: 'POST',
    path: `${J}/visits/{id}/decision`,
    summary: 'Approves a planned check or refuses it, with the reason; for another person than the planner',
    roles: ['bureau-leader'],
    body: contract.visitDecisionBody,
    query: noQuery,
    answer,
    run: (input) =>
      here(input, async (request) =>
        replyOf(request, await decideVisit(request, param(input, 'id'), input.body)),
      ),
  }),
  route({
    operationId: 'notifyVisit',
    method: 'POST',
    path: `${J}/visits/{id}/notice`,
    summary: 'Makes the 检查通知书 under its number; for a firm only after the approval',
    roles: officersUp,
    body: contract.visitNoticeBody,
    query: noQuery,
    answer,
    run: (input) =>
      here(input, async (request) =>
        replyOf(request, await notifyVisit(request, param(input, 'id'), input.body)),
      ),
  }),
];
