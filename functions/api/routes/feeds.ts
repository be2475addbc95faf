import { listOf } from '../../../shared/contract/answers.ts';
import { noQuery } from '../../../shared/contract/bodies.ts';
import { feed, feedBody, feedMade } from '../../../shared/contract/feeds.ts';
import { ok } from '../../../shared/outcome.ts';
import { everyone } from '../../../shared/domain/principal.ts';
import { feedView, listFeeds, makeFeed, revokeFeed } from '../../../shared/usecases/feeds/feeds.ts';
import { noBody, route, type Route } from '../route.ts';
import { here, J, map, param, whole } from './within.ts';

export const feedRoutes: Route[] = [
  route({
    operationId: 'makeFeed',
    method: 'POST',
    path: `${J}/feeds`,
    summary: 'Makes a calendar feed for the caller; its address is shown only in this answer',
    roles: ['bureau-officer', 'bureau-leader', 'unit'],
    body: feedBody,
    query: noQuery,
    answer: feedMade,
    status: 201,
    run: (input) =>
      here(input, async (request) =>
        map(await makeFeed(request, input.body), (made) => ({
          status: 201,
          body: { ...feedView(made.feed), url: `/v1/calendars/${made.token}.ics` },
          secret: true,
        })),
      ),
  }),
  route({
    operationId: 'listFeeds',
    method: 'GET',
    path: `${J}/feeds`,
    summary: 'The caller’s calendar feeds; for roles that make none, all of the bureau’s',
    roles: everyone,
    body: noBody,
    query: noQuery,
    answer: listOf(feed),
    run: (input) => here(input, async (request) => ok(whole((await listFeeds(request)).map(feedView)))),
  }),
  route({
    operationId: 'revokeFeed',
    method: 'DELETE',
    path: `${J}/feeds/{id}`,
    summary: 'Revokes a calendar feed at once: the caller’s own; an administrator may revoke any',
    roles: ['bureau-officer', 'bureau-leader', 'bureau-admin', 'unit'],
    body: noBody,
    query: noQuery,
    answer: feed,
    run: (input) =>
      here(input, async (request) =>
        map(await revokeFeed(request, param(input, 'id')), (one) => ({ status: 200, body: feedView(one) })),
      ),
  }),
];
