import { noQuery } from '../../../shared/contract/bodies.ts';
import { checklist, letterBody, letterSent } from '../../../shared/contract/checklist.ts';
import { bureauReaders } from '../../../shared/domain/principal.ts';
import { ok } from '../../../shared/outcome.ts';
import { checklistOf, sendTestLetter } from '../../../shared/usecases/settings/checklist.ts';
import { noBody, route, type Route } from '../route.ts';
import { here, J, map } from './within.ts';

export const checklistRoutes: Route[] = [
  route({
    operationId: 'getChecklist',
    method: 'GET',
    path: `${J}/checklist`,
    summary: 'The first steps of a bureau, and which of them are done',
    roles: bureauReaders,
    body: noBody,
    query: noQuery,
    answer: checklist,
    run: (input) => here(input, async (request) => ok({ status: 200, body: await checklistOf(request) })),
  }),
  route({
    operationId: 'sendTestLetter',
    method: 'POST',
    path: `${J}/checklist/letter`,
    summary: 'Sends a test letter, to the caller unless another address is given',
    roles: ['bureau-admin'],
    body: letterBody,
    query: noQuery,
    answer: letterSent,
    run: (input) =>
      here(input, async (request) =>
        map(await sendTestLetter(request, input.body), (body) => ({ status: 200, body })),
      ),
  }),
];
