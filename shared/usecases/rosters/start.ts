import { failOf, ok, type Outcome } from '../../outcome.ts';
import { BadFile } from '../../files/bad-file.ts';
import type { Mapping } from '../../rosters/columns.ts';
import { Roster } from '../../rosters/roster.ts';
import type { Draft } from '../../records/roster-row.ts';
import { idOf } from '../../domain/ids.ts';
import { importRecord, type ImportRecord, type PortionResult } from '../../records/import.ts';
import { chunks } from '../../domain/chunks.ts';
import { applyVerdicts } from './apply.ts';
import { noCounts, resultOf, sumOf, tellingOf } from './changes.ts';
import { judge } from './judge.ts';
import { keepHeadings, keptHeadings } from './headings.ts';
import { keep, keptResult } from './keep.ts';
import { isVisible } from './list.ts';
import { judgingOf } from './target.ts';
import { keptUntil, PORTION_ROWS, Spool } from './spool.ts';
import type { Request } from '../request.ts';

/** The result of a file: an outcome at once, or an import that goes on in the background. */
export type Started =
  | { readonly kind: 'done'; readonly head: ImportRecord; readonly result: PortionResult }
  | { readonly kind: 'running'; readonly head: ImportRecord };

type Asked = Pick<ImportRecord, 'dryRun' | 'file'> & {
  /** What headings mean, in addition to what was said with earlier files. */
  readonly columns?: Mapping | undefined;
};

/**
 * Reads a file to its end before anything is done: a file that cannot be read changes nothing. Up to a thousand
 * rows are handled at once; more go to the queue. `over` ends the reading of a file that takes too long.
 */
export async function startImport(
  request: Request,
  bytes: Uint8Array,
  { columns: said = {}, ...asked }: Asked,
  over?: AbortSignal,
): Promise<Outcome<Started>> {
  const { deps, context } = request;
  const jurisdiction = context.jurisdiction.id;
  const id = idOf('import', jurisdiction, request.repeatable ?? deps.ids.fresh());
  const known = await readImport(request, id);
  if (known?.atOnce) return ok({ kind: 'done', head: known, result: await keptResult(deps, known) });
  if (known) return ok({ kind: 'running', head: await goOn(request, known) });
  const mapping = { ...(await keptHeadings(deps, jurisdiction)), ...said };
  const roster = new Roster(bytes, { over, mapping });
  const spool = new Spool(deps.store, { jurisdiction, id }, deps.clock.now());
  try {
    for await (const draft of roster.drafts()) await spool.add(draft);
    await spool.finish();
  } catch (error) {
    await spool.drop();
    if (!(error instanceof BadFile)) throw error;
    return failOf(error.errors);
  }
  if (!asked.dryRun) await keepHeadings(deps, jurisdiction, said);
  const head = headOf(request, { id, ...asked, rows: spool.rows, ...roster.understood() });
  if (spool.few) {
    const result = await atOnce(request, roster, spool.few, asked.dryRun);
    return ok({ kind: 'done', head: await keep(deps, head, result), result });
  }
  await importRecord.put(deps.store, head);
  return ok({ kind: 'running', head: await goOn(request, head) });
}

function headOf(
  { deps, context, principal }: Request,
  of: Pick<ImportRecord, 'id' | 'dryRun' | 'file' | 'rows' | 'labels' | 'columns'>,
): ImportRecord {
  const now = deps.clock.now();
  return {
    version: 0,
    ttl: keptUntil(now),
    jurisdiction: context.jurisdiction.id,
    principal,
    done: 0,
    counts: noCounts,
    startedAt: now,
    ...of,
  };
}

/** A message too many does no harm; a message too few would stop the import. */
async function goOn({ deps }: Request, head: ImportRecord): Promise<ImportRecord> {
  if (head.finishedAt === undefined)
    await deps.queue.send('import', [{ jurisdiction: head.jurisdiction, importId: head.id }]);
  return head;
}

/** An import of the caller’s jurisdiction, if it belongs to the caller’s office or the caller has no office. */
export async function readImport(
  { deps, context, principal }: Pick<Request, 'deps' | 'context' | 'principal'>,
  id: string,
): Promise<ImportRecord | undefined> {
  const head = await importRecord.read(deps.store, { jurisdiction: context.jurisdiction.id, id });
  return head && isVisible(principal, head) ? head : undefined;
}

/** Handles few rows while the request waits; parents before their children. */
async function atOnce(
  { deps, context, principal }: Request,
  roster: Roster,
  few: readonly Draft[],
  dryRun: boolean,
): Promise<PortionResult> {
  const { labels } = roster;
  const jurisdiction = context.jurisdiction.id;
  const judging = judgingOf({ store: deps.store, principal, jurisdiction, labels, now: deps.clock.now() });
  const ordered = [
    ...few.filter(({ parent }) => parent === undefined),
    ...few.filter(({ parent }) => parent !== undefined),
  ];
  const results: PortionResult[] = [];
  const telling = tellingOf(judging, context);
  for (const portion of chunks(ordered, PORTION_ROWS)) {
    const verdicts = await judge(judging, portion);
    results.push(
      await resultOf(
        telling,
        dryRun ? verdicts : await applyVerdicts(deps, { jurisdiction, labels }, verdicts),
      ),
    );
  }
  const byRow = (a: { readonly row: number }, b: { readonly row: number }): number => a.row - b.row;
  return {
    counts: results.map(({ counts }) => counts).reduce(sumOf, noCounts),
    rejected: results.flatMap(({ rejected }) => rejected).sort(byRow),
    changes: results.flatMap(({ changes }) => changes).sort(byRow),
  };
}
