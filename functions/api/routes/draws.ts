import type { z } from 'zod';
import { listOf } from '../../../shared/contract/answers.ts';
import { noQuery } from '../../../shared/contract/bodies.ts';
import * as contract from '../../../shared/contract/draws.ts';
import { notFound, ok, type Outcome } from '../../../shared/outcome.ts';
import { bureauReaders, everyone, officersUp } from '../../../shared/domain/principal.ts';
import type { DrawRecord } from '../../../shared/records/draw.ts';
import { abandonDraw, replaceDrawn, revealDraw } from '../../../shared/usecases/draws/act.ts';
import { drawSummary, drawView } from '../../../shared/usecases/draws/view.ts';
import { commitDraw, drawHistory, findDraw, listDraws } from '../../../shared/usecases/draws/list.ts';
import type { Request } from '../../../shared/usecases/request.ts';
import { noBody, route, type Reply, type Route } from '../route.ts';
import { here, J, listed, map, param, whole, type Found } from './within.ts';

async function replyOf(
  { deps }: Request,
  outcome: Outcome<DrawRecord>,
  status: 200 | 201 = 200,
): Promise<Outcome<Reply>> {
  if (!outcome.ok) return outcome;
  const body = await drawView(deps, outcome.value);
  return ok({ status, body, version: body.version });
}

/** An act on one draw. Returns the draw as it is afterwards. */
function act<Body extends z.ZodType>(
  operationId: string,
  path: string,
  summary: string,
  roles: Route['roles'],
  body: Body,
  run: (request: Request, id: string, body: z.output<Body>) => Promise<Found<DrawRecord>>,
): Route {
  return route({
    operationId,
    method: 'POST',
    path: `${J}/draws/{id}/${path}`,
    summary,
    roles,
    body,
    query: noQuery,
    answer: contract.draw,
    run: (input) =>
      here(input, async (request) => replyOf(request, await run(request, param(input, 'id'), input.body))),
  });
}

export const drawRoutes: Route[] = [
  route({
    operationId: 'commitDraw',
    method: 'POST',
    path: `${J}/draws`,
    summary: 'Freezes a roster and publishes its commitment, before the random value exists',
    roles: officersUp,
    body: contract.drawBody,
    query: noQuery,
    answer: contract.draw,
    status: 201,
    run: (input) =>
      here(input, async (request) => replyOf(request, await commitDraw(request, input.body), 201)),
  }),
  route({
    operationId: 'listDraws',
    method: 'GET',
    path: `${J}/draws`,
    summary: 'Draws, newest first, including abandoned ones',
    roles: everyone,
    body: noBody,
    query: contract.drawsQuery,
    answer: listOf(contract.drawSummary),
    run: (input) =>
      here(input, async (request) =>
        map(ok(await listDraws(request, input.query)), (page) => listed(page, drawSummary)),
      ),
  }),
  route({
    operationId: 'getDrawHistory',
    method: 'GET',
    path: `${J}/draws/history`,
    summary: 'How often each unit was drawn, and its fair share',
    roles: bureauReaders,
    body: noBody,
    query: contract.drawHistoryQuery,
    answer: listOf(contract.drawShare),
    run: (input) => here(input, async (request) => ok(whole(await drawHistory(request, input.query.ruleId)))),
  }),
  route({
    operationId: 'getDraw',
    method: 'GET',
    path: `${J}/draws/{id}`,
    summary: 'The published record; `npm run draw:verify` recomputes it offline',
    roles: everyone,
    body: noBody,
    query: noQuery,
    answer: contract.draw,
    run: (input) =>
      here(input, async (request) => {
        const found = await findDraw(request, param(input, 'id'));
        return found ? replyOf(request, ok(found)) : notFound;
      }),
  }),
  act(
    'revealDraw',
    'reveal',
    'Draws with the value of the beacon; only once',
    officersUp,
    contract.revealBody,
    revealDraw,
  ),
  act(
    'replaceDrawn',
    'replacements',
    'Replaces a unit that cannot be checked by the next unit of the same order',
    ['bureau-leader'],
    contract.replacementBody,
    replaceDrawn,
  ),
  act(
    'abandonDraw',
    'abandonment',
    'Abandons a draw that was not revealed; it stays listed',
    ['bureau-leader'],
    contract.abandonmentBody,
    abandonDraw,
  ),
];
