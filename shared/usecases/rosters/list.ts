import type { z } from 'zod';
import type { importsQuery } from '../../contract/imports.ts';
import { importRecord, type ImportRecord } from '../../records/import.ts';
import { listOf } from '../../records/keys.ts';
import { filteredPage, type Listed } from '../listing.ts';
import type { Request } from '../request.ts';

/**
 * The jurisdiction’s imports, newest first, for as long as they are stored. Imports of other offices are left
 * out.
 */
export function listImports(
  { deps, context, principal }: Request,
  { limit, cursor }: z.output<typeof importsQuery>,
): Promise<Listed<ImportRecord>> {
  const now = deps.clock.now();
  return filteredPage(deps.store, {
    query: { pk: listOf(context.jurisdiction.id, 'IMPORT'), descending: true },
    limit,
    cursor,
    parse: importRecord.of,
    // Some engines delete expired items late, so an expired item is skipped here.
    keep: (head) => head.ttl * 1000 > now && isVisible(principal, head),
  });
}

/** Whether the caller may see an import: it belongs to the caller’s office, or the caller has no office. */
export const isVisible = ({ office }: Request['principal'], head: ImportRecord): boolean =>
  office === undefined || head.principal.office === office;
