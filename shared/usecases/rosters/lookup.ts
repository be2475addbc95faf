import { seesSubject, type Principal } from '../../domain/principal.ts';
import { subjectIdOf } from '../../domain/ids.ts';
import type { Store } from '../../ports.ts';
import { subjectKind, type SubjectKind } from '../../rules/schema.ts';
import { namedPartition } from '../../records/keys.ts';
import { readAll } from '../../store/read.ts';
import { type SubjectRecord, subjectRecord } from '../../records/subject.ts';

export interface LookupScope {
  readonly store: Store;
  readonly principal: Principal;
  readonly jurisdiction: string;
}

/** The subjects with these ids that the caller may see. */
export async function subjectsById(
  { store, principal, jurisdiction }: LookupScope,
  ids: readonly string[],
): Promise<Map<string, SubjectRecord>> {
  const keys = [...new Set(ids)].map((id) => subjectRecord.key({ jurisdiction, id }));
  const found = (await store.getMany(keys)).map(subjectRecord.of);
  return new Map(
    found.filter((subject) => seesSubject(principal, subject)).map((subject) => [subject.id, subject]),
  );
}

/**
 * The visible subjects that have this name now: those in force, or those retired on a day. With `id` undefined
 * for the parent, subjects without a parent.
 */
export async function subjectsNamed(
  scope: LookupScope,
  kind: SubjectKind,
  name: string,
  parent: { readonly id: string | undefined } | 'any',
  retiredOn?: string,
): Promise<SubjectRecord[]> {
  const within = parent === 'any' ? undefined : `${parent.id ?? '-'}#`;
  const pointers = await readAll(scope.store, {
    pk: namedPartition(scope.jurisdiction, kind, name),
    consistent: true,
    ...(within === undefined ? {} : { from: within, to: `${within}~` }),
  });
  const ids = pointers.map(({ sk }) => sk.slice(sk.indexOf('#') + 1));
  if (ids.length === 0) return [];
  return [...(await subjectsById(scope, ids)).values()].filter(
    (subject) =>
      subject.retiredOn === retiredOn &&
      subject.kind === kind &&
      subject.name === name &&
      (parent === 'any' || subject.parentId === parent.id),
  );
}

/**
 * The subjects that a text in the column of parents can mean: an id, a code of any kind, else a name (units
 * first).
 */
export async function subjectsMeant(scope: LookupScope, text: string): Promise<SubjectRecord[]> {
  const kinds = subjectKind.options;
  const ids = [text, ...kinds.map((kind) => subjectIdOf(scope.jurisdiction, kind, text))];
  const direct = [...(await subjectsById(scope, ids)).values()];
  if (direct.length > 0) return direct;
  const units = await subjectsNamed(scope, 'unit', text, 'any');
  if (units.length > 0) return units;
  const others = await Promise.all(
    kinds.filter((kind) => kind !== 'unit').map((kind) => subjectsNamed(scope, kind, text, 'any')),
  );
  return others.flat();
}
