import { fieldError } from '../../outcome.ts';
import type { Verdict } from '../../records/import.ts';
import { chunks } from '../../domain/chunks.ts';
import type { Deps } from '../deps.ts';
import { rejected } from './judge.ts';
import { alike } from './merge.ts';
import { promisePlanningOf } from '../promise.ts';
import { movedPointers, pointersTo } from '../subjects/make.ts';
import { type SubjectRecord, subjectRecord } from '../../records/subject.ts';

/** Writes in parallel: a whole portion, which is then one write to the disk on one machine. */
const AT_ONCE = 100;

/**
 * Carries out the verdicts; repeatable. What an earlier try has written is recognised and counted as it was
 * judged. A subject that somebody else has changed meanwhile is left unchanged, and its row is rejected.
 */
export async function applyVerdicts(
  deps: Deps,
  scope: { readonly jurisdiction: string; readonly labels: Readonly<Record<string, string>> },
  verdicts: readonly Verdict[],
): Promise<Verdict[]> {
  const writes = verdicts.filter(isWrite);
  if (writes.length === 0) return [...verdicts];
  // First what is needed after a stop half way: the planning message, and the pointers to the subjects.
  await promisePlanningOf(
    deps,
    scope.jurisdiction,
    writes.map(({ after }) => after.id),
  );
  await deps.store.putMany(
    writes.flatMap((write) =>
      write.act === 'create' ? pointersTo(write.after) : movedPointers(write.before, write.after).made,
    ),
  );
  const done: Verdict[] = [];
  for (const group of chunks(verdicts, AT_ONCE))
    done.push(
      ...(await Promise.all(
        group.map(async (verdict) =>
          !isWrite(verdict) || (await store(deps, verdict))
            ? verdict
            : rejected(scope, verdict.row, [fieldError('', 'import.changed-meanwhile')]),
        ),
      )),
    );
  return done;
}

export type Write = Extract<Verdict, { readonly after: SubjectRecord }>;
export const isWrite = (verdict: Verdict): verdict is Write => 'after' in verdict;

async function store(deps: Deps, write: Write): Promise<boolean> {
  const { after } = write;
  const version = write.act === 'create' ? 0 : write.before.version;
  if (!(await subjectRecord.put(deps.store, { ...after, version })))
    return isStored(deps, after, version + 1);
  if (write.act === 'update') await deps.store.deleteMany(movedPointers(write.before, after).gone);
  return true;
}

/** Whether an earlier try has written this very version. */
async function isStored(deps: Deps, after: SubjectRecord, version: number): Promise<boolean> {
  const present = await subjectRecord.read(deps.store, after);
  return present?.version === version && present.kind === after.kind && alike(present, after);
}
