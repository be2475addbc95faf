import middy from '@middy/core';
import type { SQSEvent } from 'aws-lambda';
import type { Deps } from '../shared/usecases/deps.ts';
import { importMessage, runImport } from '../shared/usecases/rosters/run.ts';
import { exportRoutes } from './api/exports.ts';
import { importRoutes } from './api/imports.ts';
import type { Limiter } from './api/limiter.ts';
import { serve } from './api/serve.ts';
import { eachRecord } from './records.ts';

/**
 * Takes files in and exports lists. It is separate from the API, so that its bundle needs no library for
 * spreadsheets.
 */
export function createImports(deps: Deps, limiter?: Limiter) {
  return serve(deps, [...importRoutes, ...exportRoutes], [], limiter);
}

/** The rows of large files, portion by portion. */
export function createImportRun(deps: Deps) {
  return middy<SQSEvent>().handler((event) =>
    eachRecord(deps, event, importMessage, (message) => runImport(deps, message)),
  );
}
