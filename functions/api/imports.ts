import { z } from 'zod';
import * as contract from '../../shared/contract/imports.ts';
import { notFound, ok } from '../../shared/contract/outcome.ts';
import { acceptedView, doneView, progressView } from '../../shared/usecases/import-view.ts';
import { readImport, startImport, type Started } from '../../shared/usecases/import-start.ts';
import { fileBody, noBody, route, type Reply, type Route } from './route.ts';
import { here, J, map, param } from './routes/within.ts';

const startedReply = (started: Started): Reply =>
  started.kind === 'done'
    ? { status: 200, body: doneView(started.result, started.dryRun) }
    : { status: 202, body: acceptedView(started.head) };

export const importRoutes: readonly Route[] = [
  route({
    method: 'POST',
    path: `${J}/imports`,
    summary: 'Enters and changes subjects from a CSV text or an .xlsx workbook, sent as it is',
    roles: contract.importers,
    body: fileBody,
    query: contract.importQuery,
    answer: z.union([contract.importDone, contract.importAccepted]),
    run: (input) =>
      here(input, async (request) => {
        const started = await startImport(request, input.body, input.query.dryRun);
        return map(started, startedReply);
      }),
  }),
  route({
    method: 'GET',
    path: `${J}/imports/{id}`,
    summary: 'How far an import of many rows is, and what became of its rows',
    roles: contract.importReaders,
    body: noBody,
    query: contract.importProgressQuery,
    answer: contract.importProgress,
    run: (input) =>
      here(input, async (request) => {
        const head = await readImport(request, param(input, 'id'));
        if (!head) return notFound;
        return ok({ status: 200, body: await progressView(request, head, input.query.cursor) });
      }),
  }),
];
