import type { z } from 'zod';
import type { importsQuery } from '../../contract/imports.ts';
import { importRecord, type ImportRecord } from '../../records/import.ts';
import { listOf } from '../../records/keys.ts';
import { filteredPage, type Listed } from '../listing.ts';
import type { Request } from '../request.ts';

/** The jurisdiction’s imports, newest first, as long as they are kept; of another office none. */
export function listImports(
  { deps, context, principal }: Request,
  { limit, cursor }: z.output<typeof importsQuery>,
): Promise<Listed<ImportRecord>> {
  const now = deps.clock.now();
  return filteredPage(deps.store, {
    query: { pk: listOf(context.jurisdiction.id, 'IMPORT'), descending: true },
    limit,
    cursor,
    parse: (item) => importRecord.parse(item),
    // An engine that does not clear by the time keeps an item longer than it counts.
    keep: (head) => head.ttl * 1000 > now && isVisible(principal, head),
  });
}

/** To the office that started it, and to those of no office. */
export const isVisible = ({ office }: Request['principal'], head: ImportRecord): boolean =>
  office === undefined || head.principal.office === office;
