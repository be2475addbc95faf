import { z } from 'zod';
import * as answers from '../../../shared/contract/answers.ts';
import * as bodies from '../../../shared/contract/bodies.ts';
import { ok, problemAt, type Outcome } from '../../../shared/outcome.ts';
import { everyone } from '../../../shared/domain/principal.ts';
import { putYear, readYear } from '../../../shared/usecases/settings/configuration.ts';
import { loadContext } from '../../../shared/usecases/context.ts';
import { noBody, route, type Input, type Route } from '../route.ts';
import { map, param, within } from './within.ts';

const yearOfPath = z.coerce.number().int().min(2000).max(2069);

function calendarYear(input: Input<unknown, unknown>): Outcome<number> {
  const year = yearOfPath.safeParse(param(input, 'year'));
  return year.success ? ok(year.data) : problemAt('year', 'calendar.year');
}

export const calendarRoutes: Route[] = [
  route({
    operationId: 'getWorkCalendar',
    method: 'GET',
    path: '/v1/work-calendar/{year}',
    summary: 'A year’s days off and worked weekends, for the token’s jurisdiction',
    roles: everyone,
    body: noBody,
    query: bodies.noQuery,
    answer: answers.workCalendar,
    run: async (input) => {
      const year = calendarYear(input);
      if (!year.ok) return year;
      // A superior’s own jurisdiction was never set up: it has only the published years.
      const context = await loadContext(input.deps.store, input.principal.jurisdiction);
      const view = readYear(context?.years ?? [], year.value);
      return ok({ status: 200, body: view, version: view.version });
    },
  }),
  route({
    operationId: 'enterWorkCalendar',
    method: 'PUT',
    path: '/v1/work-calendar/{year}',
    summary:
      'Enters the State Council’s arrangement of a year; the dates that depend on it are computed again',
    roles: ['bureau-admin'],
    body: bodies.workCalendarBody,
    query: bodies.noQuery,
    answer: answers.workCalendar,
    run: async (input) => {
      const year = calendarYear(input);
      if (!year.ok) return year;
      return within(input, input.principal.jurisdiction, async (request) =>
        map(await putYear(request, year.value, input.body), (view) => ({
          status: 200,
          body: view,
          version: view.version,
        })),
      );
    },
  }),
];
