import type { Deps } from '../shared/usecases/deps.ts';
import { documentRoutes } from './api/documents.ts';
import { serve } from './api/serve.ts';

/**
 * Routes that return files. They are separate from the API, so that its bundle needs no library for documents.
 */
export function createDocuments(deps: Deps) {
  return serve(deps, documentRoutes);
}
