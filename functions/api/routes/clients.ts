import { listOf } from '../../../shared/contract/answers.ts';
import { noQuery } from '../../../shared/contract/bodies.ts';
import { client, clientBody, clientMade } from '../../../shared/contract/clients.ts';
import { ok } from '../../../shared/outcome.ts';
import {
  clientView,
  listClients,
  makeClient,
  revokeClient,
} from '../../../shared/usecases/clients/clients.ts';
import { noBody, route, type Route } from '../route.ts';
import { here, J, map, param, whole } from './within.ts';

export const clientRoutes: Route[] = [
  route({
    operationId: 'makeClient',
    method: 'POST',
    path: `${J}/clients`,
    summary: 'Lets a program in; its secret is shown only in this answer',
    roles: ['bureau-admin'],
    body: clientBody,
    query: noQuery,
    answer: clientMade,
    status: 201,
    run: (input) =>
      here(input, async (request) =>
        map(await makeClient(request, input.body), (made) => ({
          status: 201,
          body: { ...clientView(request, made.client), clientSecret: made.secret },
          secret: true,
        })),
      ),
  }),
  route({
    operationId: 'listClients',
    method: 'GET',
    path: `${J}/clients`,
    summary: 'The programs that were let in, newest first; also those that ended',
    roles: ['bureau-admin'],
    body: noBody,
    query: noQuery,
    answer: listOf(client),
    run: (input) =>
      here(input, async (request) =>
        ok(whole((await listClients(request)).map((one) => clientView(request, one)))),
      ),
  }),
  route({
    operationId: 'revokeClient',
    method: 'DELETE',
    path: `${J}/clients/{id}`,
    summary: 'Ends a program: its tokens are refused at once',
    roles: ['bureau-admin'],
    body: noBody,
    query: noQuery,
    answer: client,
    run: (input) =>
      here(input, async (request) =>
        map(await revokeClient(request, param(input, 'id')), (one) => ({
          status: 200,
          body: clientView(request, one),
        })),
      ),
  }),
];
