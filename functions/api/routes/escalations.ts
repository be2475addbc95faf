import { decideAndOpen } from '../../../shared/usecases/subjects/open-case.ts';
import type { z } from 'zod';
import { listOf } from '../../../shared/contract/answers.ts';
import { emptyBody, listQuery, noQuery } from '../../../shared/contract/bodies.ts';
import * as contract from '../../../shared/contract/escalations.ts';
import { hearingBody } from '../../../shared/contract/hearing.ts';
import { drafts, draftsQuery } from '../../../shared/contract/drafts.ts';
import { notFound, ok, type Outcome } from '../../../shared/outcome.ts';
import { bureauReaders, everyone, officersUp } from '../../../shared/domain/principal.ts';
import { createEscalation } from '../../../shared/usecases/escalations/create.ts';
import { propose } from '../../../shared/usecases/escalations/approval.ts';
import { editEscalation } from '../../../shared/usecases/escalations/edit.ts';
import { recordHearing } from '../../../shared/usecases/escalations/hearing.ts';
import * as issues from '../../../shared/usecases/escalations/issue.ts';
import { complyAndClose } from '../../../shared/usecases/subjects/comply.ts';
import { offersFor } from '../../../shared/usecases/escalations/offers.ts';
import { escalationView } from '../../../shared/usecases/escalations/view.ts';
import {
  findEscalation,
  listEscalations,
  type FoundEscalation,
} from '../../../shared/usecases/escalations/list.ts';
import { listLinks } from '../../../shared/usecases/ledger/list.ts';
import { withNames } from '../../../shared/usecases/people.ts';
import type { Request } from '../../../shared/usecases/request.ts';
import { documentRule } from '../../../shared/usecases/register/rule-of.ts';
import { noBody, route, type Reply, type Route } from '../route.ts';
import { here, J, map, param, type Found } from './within.ts';

async function replyOf(
  request: Request,
  outcome: Outcome<FoundEscalation>,
  status: 200 | 201 = 200,
): Promise<Outcome<Reply>> {
  if (!outcome.ok) return outcome;
  const body = withNames(request, await escalationView(request, outcome.value));
  return ok({ status, body, version: outcome.value.escalation.version });
}

/** An act on one escalation. Returns the escalation as it is afterwards. */
function act<Body extends z.ZodType>(
  operationId: string,
  method: 'POST' | 'PATCH',
  path: string,
  summary: string,
  roles: Route['roles'],
  body: Body,
  run: (request: Request, id: string, body: z.output<Body>) => Promise<Found<FoundEscalation>>,
): Route {
  return route({
    operationId,
    method,
    path: `${J}/escalations/{id}${path}`,
    summary,
    roles,
    body,
    query: noQuery,
    answer: contract.escalation,
    run: (input) =>
      here(input, async (request) => replyOf(request, await run(request, param(input, 'id'), input.body))),
  });
}

export const escalationRoutes: Route[] = [
  route({
    operationId: 'createEscalation',
    method: 'POST',
    path: `${J}/escalations`,
    summary: 'Drafts a document that no missed deadline has started, or records a measure taken on the spot',
    roles: officersUp,
    body: contract.escalationBody,
    query: noQuery,
    answer: contract.escalation,
    status: 201,
    run: (input) =>
      here(input, async (request) => replyOf(request, await createEscalation(request, input.body), 201)),
  }),
  route({
    operationId: 'listDraftGrounds',
    method: 'GET',
    path: `${J}/subjects/{id}/drafts`,
    summary:
      'What may be drafted against a subject: the steps, and for one of them each ground with the paper that it would become and what a proposal would lack; stores nothing',
    roles: bureauReaders,
    body: noBody,
    query: draftsQuery,
    answer: drafts,
    run: (input) =>
      here(input, async (request) =>
        map(await offersFor(request, param(input, 'id'), input.query), (body) => ({ status: 200, body })),
      ),
  }),
  route({
    operationId: 'listEscalations',
    method: 'GET',
    path: `${J}/escalations`,
    summary: 'Escalations by status or step, newest first',
    roles: everyone,
    body: noBody,
    query: contract.escalationsQuery,
    answer: listOf(contract.escalation),
    run: (input) =>
      here(input, async (request) => {
        const page = await listEscalations(request, input.query);
        const items: object[] = [];
        for (const escalation of page.items) {
          const rule = documentRule(request.context.rulebook, escalation);
          const found = rule && (await findEscalation(request, escalation.id));
          if (found) items.push(withNames(request, await escalationView(request, { ...found, escalation })));
        }
        return ok({ status: 200, body: { items, nextCursor: page.nextCursor } });
      }),
  }),
  route({
    operationId: 'getEscalation',
    method: 'GET',
    path: `${J}/escalations/{id}`,
    summary: 'One escalation, with what is still missing for a proposal',
    roles: everyone,
    body: noBody,
    query: noQuery,
    answer: contract.escalation,
    run: (input) =>
      here(input, async (request) => {
        const found = await findEscalation(request, param(input, 'id'));
        return found ? replyOf(request, ok(found)) : notFound;
      }),
  }),
  act(
    'changeEscalation',
    'PATCH',
    '',
    'Changes the document; a proposed or approved one becomes a draft again',
    officersUp,
    contract.escalationPatch,
    editEscalation,
  ),
  act(
    'hearHolder',
    'POST',
    '/hearing',
    'Records that the holder of a permit was told of its intended revocation, and what it said; before that it cannot be proposed',
    officersUp,
    hearingBody,
    recordHearing,
  ),
  act(
    'proposeEscalation',
    'POST',
    '/proposal',
    'Asks for approval; 422 lists everything that is missing',
    officersUp,
    emptyBody,
    (request, id) => propose(request, id),
  ),
  act(
    'decideEscalation',
    'POST',
    '/decision',
    'Approves or rejects; never by the person who proposed it',
    ['bureau-leader'],
    contract.decisionBody,
    decideAndOpen,
  ),
  act(
    'issueEscalation',
    'POST',
    '/issue',
    'Issues an approved document',
    officersUp,
    contract.issueBody,
    issues.issue,
  ),
  act(
    'serveEscalation',
    'POST',
    '/service',
    'Records how and when it was served',
    officersUp,
    contract.serviceBody,
    issues.serve,
  ),
  act(
    'withdrawEscalation',
    'POST',
    '/withdrawal',
    'Withdraws it; its recipients are informed',
    officersUp,
    contract.changeBody,
    issues.withdraw,
  ),
  act(
    'correctEscalation',
    'POST',
    '/correction',
    'Corrects an issued document; the same recipients are informed',
    officersUp,
    contract.changeBody,
    issues.correct,
  ),
  act(
    'recordCompliance',
    'POST',
    '/compliance',
    'Records that the party has done what an order without a duty required',
    officersUp,
    contract.complianceBody,
    complyAndClose,
  ),
  route({
    operationId: 'listLedger',
    method: 'GET',
    path: `${J}/ledger`,
    summary: 'The chain of decisions, the first link first; `npm run ledger:verify` checks it offline',
    roles: bureauReaders,
    body: noBody,
    query: listQuery,
    answer: listOf(contract.link),
    run: (input) =>
      here(input, async (request) => {
        const page = await listLinks(request, input.query);
        return ok({ status: 200, body: page });
      }),
  }),
];
