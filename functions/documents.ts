import type { Deps } from '../shared/usecases/deps.ts';
import { documentRoutes } from './api/documents.ts';
import type { Limiter } from './api/limiter.ts';
import { serve } from './api/serve.ts';

/**
 * Routes that return files. They are separate from the API, so that its bundle needs no library for documents.
 */
export function createDocuments(deps: Deps, limiter?: Limiter) {
  return serve(deps, documentRoutes, [], limiter);
}
