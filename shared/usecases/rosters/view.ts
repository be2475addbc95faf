import type { z } from 'zod';
import type { importAccepted, importDone, importProgress, importSummary } from '../../contract/imports.ts';
import { signature } from '../../domain/actor.ts';
import { formatInstant } from '../../domain/time/instant.ts';
import { said, type Language } from '../../problems/say.ts';
import { portionRecord, portionsOf, type ImportRecord, type PortionResult } from '../../records/import.ts';
import type { Request } from '../request.ts';

/**
 * The most characters of both lists in one answer. The answer is stored for a repeated request, in an item of
 * at most 400 KB.
 */
const REJECTED_LETTERS = 160_000;
const CHANGES_LETTERS = 60_000;

export function doneView(
  { id, dryRun, columns = [] }: Pick<ImportRecord, 'id' | 'dryRun' | 'columns'>,
  { counts, rejected, changes }: PortionResult,
  language: Language,
): z.infer<typeof importDone> {
  const shownErrors = fitting(said(rejected, language), REJECTED_LETTERS);
  const shownChanges = fitting(changes, CHANGES_LETTERS);
  return {
    id,
    created: counts.created,
    updated: counts.updated,
    unchanged: counts.unchanged,
    rejected: shownErrors,
    rejectedRows: counts.rejected,
    duties: counts.duties,
    withoutDuties: counts.withoutDuties,
    dryRun,
    columns,
    changes: shownChanges,
    omitted: {
      rejected: rejected.length - shownErrors.length,
      changes: changes.length - shownChanges.length,
    },
  };
}

function fitting<T>(entries: readonly T[], letters: number): T[] {
  let left = letters;
  const end = entries.findIndex((entry) => {
    left -= JSON.stringify(entry).length;
    return left < 0;
  });
  return entries.slice(0, end < 0 ? entries.length : end);
}

export function acceptedView(head: ImportRecord): z.infer<typeof importAccepted> {
  const { id, dryRun, rows, done } = head;
  return { id, status: head.finishedAt === undefined ? 'running' : 'done', dryRun, rows, done };
}

export function summaryView(
  { principal }: Pick<Request, 'principal'>,
  head: ImportRecord,
): z.infer<typeof importSummary> {
  const { created, updated, unchanged, rejected, duties, withoutDuties } = head.counts;
  return {
    ...acceptedView(head),
    created,
    updated,
    unchanged,
    rejectedRows: rejected,
    duties,
    withoutDuties,
    ...(head.file === undefined ? {} : { file: head.file }),
    startedAt: formatInstant(head.startedAt),
    startedBy: principal.role === 'superior' ? head.principal.role : signature(head.principal),
    finishedAt: head.finishedAt === undefined ? null : formatInstant(head.finishedAt),
  };
}

/** The most portions read for one answer. */
const PORTIONS = 20;

/** The progress of an import, and a page of what its portions reported. */
export async function progressView(
  request: Request,
  head: ImportRecord,
  cursor: string | undefined,
): Promise<z.infer<typeof importProgress>> {
  const page = await request.deps.store.query({
    ...portionsOf(head),
    limit: PORTIONS,
    ...(cursor === undefined ? {} : { after: cursor }),
  });
  const results = page.items.flatMap((item) => portionRecord.of(item).result ?? []);
  return {
    ...summaryView(request, head),
    columns: head.columns ?? [],
    rejected: results.flatMap(({ rejected }) => said(rejected, request.language)),
    changes: results.flatMap(({ changes }) => changes),
    nextCursor: page.after ?? null,
  };
}
