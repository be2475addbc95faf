import { z } from 'zod';
import {
  importRecord,
  marksOf,
  marksRecord,
  portionRecord,
  portionsOf,
  type ImportRecord,
  type PartPlace,
  type PortionRecord,
  type PortionResult,
  type Verdict,
} from '../../records/import.ts';
import type { Item } from '../../ports.ts';
import { readAll } from '../../store/read.ts';
import { messageVersion } from '../../records/stored.ts';
import type { Deps } from '../deps.ts';
import { loadContext } from '../context.ts';
import { applyVerdicts } from './apply.ts';
import { resultOf, sumOf, tellingOf } from './changes.ts';
import { judge } from './judge.ts';
import { markOf } from './spool.ts';
import { judgingOf } from './target.ts';

/** Asks for the portion of an import that follows `after`. */
export const importMessage = z.object({
  v: messageVersion,
  jurisdiction: z.string(),
  importId: z.string(),
  after: z.string().optional(),
});
export type ImportMessage = z.infer<typeof importMessage>;

/**
 * Handles one portion and sends the message for the next; every step is repeatable. A portion is judged, the
 * verdicts are stored, then carried out, then counted. A repetition counts what was done once, and as it was
 * judged.
 */
export async function runImport(deps: Deps, message: ImportMessage): Promise<void> {
  const { jurisdiction, importId, after } = message;
  const head = await importRecord.read(deps.store, { jurisdiction, id: importId });
  if (!head || head.finishedAt !== undefined) return;
  const page = await deps.store.query({
    ...portionsOf(head),
    limit: 1,
    consistent: true,
    ...(after === undefined ? {} : { after }),
  });
  const [found] = page.items;
  const part = found?.sk;
  // The message is a repetition: the next message is on its way, or all later ones are done.
  if (part !== undefined && head.passedOn !== undefined && head.passedOn >= part) return;
  const last = page.after === undefined;
  const result = found && (await resultOfPortion(deps, head, found));
  const counted = await count(deps, head, { part, result, last });
  if (last) return;
  await deps.queue.send('import', [{ ...message, after: page.after }]);
  // Otherwise each repetition would send the next message again, and each of those the one after it.
  await importRecord.put(deps.store, { ...counted, passedOn: part });
}

async function resultOfPortion(deps: Deps, head: ImportRecord, item: Item): Promise<PortionResult> {
  const portion = portionRecord.of(item);
  const { jurisdiction, id } = head;
  return portion.result ?? work(deps, head, { jurisdiction, id, part: item.sk }, portion);
}

async function work(
  deps: Deps,
  head: ImportRecord,
  place: PartPlace,
  portion: PortionRecord,
): Promise<PortionResult> {
  let current = portion;
  const save = async (next: PortionRecord): Promise<void> => {
    const written = await portionRecord.put(deps.store, place, next);
    if (!written) throw new Error('the portion is being worked on by another run: this message comes again');
    current = written;
  };
  const finish = async (verdicts: readonly Verdict[]): Promise<PortionResult> => {
    const result = await told(deps, head, verdicts);
    // The rows themselves are no longer needed.
    await save({ ...current, drafts: undefined, verdicts: undefined, result });
    return result;
  };
  const verdicts = portion.verdicts ?? (await judged(deps, head, portion));
  if (head.dryRun) return finish(verdicts);
  if (!portion.verdicts) await save({ ...portion, verdicts });
  return finish(await applyVerdicts(deps, head, verdicts));
}

async function told(deps: Deps, head: ImportRecord, verdicts: readonly Verdict[]): Promise<PortionResult> {
  const context = await loadContext(deps.store, head.jurisdiction);
  if (!context) throw new Error(`${head.jurisdiction} is not set up`);
  return resultOf(tellingOf(judgingOf(scopeOf(deps, head)), context), verdicts);
}

const scopeOf = ({ store, clock }: Deps, { principal, jurisdiction, labels }: ImportRecord) => ({
  store,
  principal,
  jurisdiction,
  labels,
  now: clock.now(),
});

async function judged(deps: Deps, head: ImportRecord, portion: PortionRecord): Promise<Verdict[]> {
  const { jurisdiction, dryRun, id } = head;
  const judging = judgingOf(scopeOf(deps, head), dryRun ? marked(deps, { jurisdiction, id }) : undefined);
  return judge(judging, portion.drafts ?? []);
}

/** Read only when a parent is not stored yet. */
function marked(deps: Deps, place: Parameters<typeof marksOf>[0]): (text: string) => Promise<boolean> {
  let marks: Promise<Set<string>> | undefined;
  const read = async (): Promise<Set<string>> => {
    const items = await readAll(deps.store, marksOf(place));
    return new Set(items.flatMap((item) => marksRecord.of(item).marks));
  };
  return async (text) => (await (marks ??= read())).has(markOf(text));
}

/** Adds a portion to the counts, once: portions come in order, and the head records the last one counted. */
async function count(
  deps: Deps,
  head: ImportRecord,
  {
    part,
    result,
    last,
  }: {
    readonly part: string | undefined;
    readonly result: PortionResult | undefined;
    readonly last: boolean;
  },
): Promise<ImportRecord> {
  const counted = part === undefined || result === undefined || (head.at !== undefined && head.at >= part);
  if (counted && !last) return head;
  const counts = counted ? head.counts : sumOf(head.counts, result.counts);
  const next = await importRecord.put(deps.store, {
    ...head,
    counts,
    done: counts.created + counts.updated + counts.unchanged + counts.rejected,
    ...(counted ? {} : { at: part }),
    ...(last ? { finishedAt: deps.clock.now() } : {}),
  });
  if (!next) throw new Error('the import is being worked on by another run: this message comes again');
  return next;
}
