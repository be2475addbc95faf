import * as contract from '../../shared/contract/imports.ts';
import { notFound, ok } from '../../shared/outcome.ts';
import { most } from '../../shared/limits.ts';
import type { Language } from '../../shared/problems/say.ts';
import { listImports } from '../../shared/usecases/rosters/list.ts';
import { acceptedView, doneView, progressView, summaryView } from '../../shared/usecases/rosters/view.ts';
import { readImport, startImport, type Started } from '../../shared/usecases/rosters/start.ts';
import { fileBody, noBody, route, type Reply, type Route } from './route.ts';
import { here, listed, map, param } from './routes/within.ts';

const startedReply =
  (language: Language) =>
  (started: Started): Reply =>
    started.kind === 'done'
      ? { status: 200, body: doneView(started.head, started.result, language) }
      : { status: 202, body: acceptedView(started.head) };

const readingTime = (): AbortSignal => AbortSignal.timeout(most('parsingSeconds') * 1000);

const { start, list, one } = contract.importOperations;

export const importRoutes: readonly Route[] = [
  route({
    ...start,
    body: fileBody,
    run: (input) =>
      here(input, async (request) =>
        map(
          await startImport(request, input.body, input.query, readingTime()),
          startedReply(request.language),
        ),
      ),
  }),
  route({
    ...list,
    body: noBody,
    run: (input) =>
      here(input, async (request) =>
        ok(listed(await listImports(request, input.query), (head) => summaryView(request, head))),
      ),
  }),
  route({
    ...one,
    body: noBody,
    run: (input) =>
      here(input, async (request) => {
        const head = await readImport(request, param(input, 'id'));
        if (!head) return notFound;
        return ok({ status: 200, body: await progressView(request, head, input.query.cursor) });
      }),
  }),
];
