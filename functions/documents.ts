import type { Deps } from '../shared/usecases/deps.ts';
import { documentRoutes } from './api/documents.ts';
import { serve } from './api/serve.ts';

/** What answers with files: apart from the API, whose bundle holds no library for documents. */
export function createDocuments(deps: Deps) {
  return serve(deps, documentRoutes);
}
