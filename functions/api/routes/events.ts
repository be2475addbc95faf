import * as answers from '../../../shared/contract/answers.ts';
import { noQuery } from '../../../shared/contract/bodies.ts';
import { eventBody } from '../../../shared/domain/cases/event.ts';
import { ok } from '../../../shared/outcome.ts';
import { officersUp } from '../../../shared/domain/principal.ts';
import { enterEvent } from '../../../shared/usecases/cases/enter-event.ts';
import { subjectDetail } from '../../../shared/usecases/cases/view.ts';
import { route, type Route } from '../route.ts';
import { here, J, param } from './within.ts';

export const eventRoutes: Route[] = [
  route({
    operationId: 'enterEvent',
    method: 'POST',
    path: `${J}/subjects/{id}/events`,
    summary: 'Enters the next event of a penalty case or an acceptance; a refused event changes nothing',
    roles: officersUp,
    body: eventBody,
    query: noQuery,
    answer: answers.subjectDetail,
    run: (input) =>
      here(input, async (request) => {
        const entered = await enterEvent(request, param(input, 'id'), input.body);
        if (!entered.ok) return entered;
        const body = await subjectDetail(request, entered.value);
        return ok({ status: 200, body, version: entered.value.version });
      }),
  }),
];
