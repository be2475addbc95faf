import { subjectBody, subjectPatch } from '../../contract/bodies.ts';
import { fieldError, kindOf, type FieldError, type Failure } from '../../outcome.ts';
import { issuesOf } from '../../problems/issues.ts';
import { subjectIdOf } from '../../domain/ids.ts';
import type { Draft, RowError } from '../../records/roster-row.ts';
import { labelFor } from '../../rosters/roster.ts';
import type { Verdict } from '../../records/import.ts';
import { chunks } from '../../domain/chunks.ts';
import { subjectsById } from './lookup.ts';
import { alike, contactsOf, factsOf, partiesOf, sameSet } from './merge.ts';
import { nothing, parentFor, parentsOf, targetOf, type Judging, type Parent, type Target } from './target.ts';
import { leadsTo, storedLink } from '../register/subject-checks.ts';
import { changedSubject, newSubject } from '../subjects/make.ts';
import type { SubjectRecord } from '../../records/subject.ts';

/** Compares each row with what is stored and returns a verdict for each. Writes nothing. */
export async function judge(judging: Judging, drafts: readonly Draft[]): Promise<Verdict[]> {
  const parents = await parentsOf(judging, drafts);
  const coded = drafts.flatMap(({ kind, code }) =>
    code === undefined ? [] : [subjectIdOf(judging.jurisdiction, kind, code)],
  );
  const known = await subjectsById(judging, coded);
  const verdicts: Verdict[] = [];
  for (const group of chunks(drafts, 10)) {
    const targets = await Promise.all(
      group.map(async (draft) =>
        draft.errors.length > 0 ? nothing : targetOf(judging, draft, known, parents),
      ),
    );
    for (const [index, draft] of group.entries()) {
      const verdict = verdictOf(judging, draft, targets[index] ?? nothing, parents);
      verdicts.push(await withoutCircle(judging, draft, verdict));
    }
  }
  return verdicts;
}

/** Rejects a row that would put its subject below itself, according to the rows above or to what is stored. */
async function withoutCircle(
  judging: Judging,
  { row, parent = '' }: Draft,
  verdict: Verdict,
): Promise<Verdict> {
  if (!('after' in verdict)) return verdict;
  const { store, jurisdiction, placed } = judging;
  const { id, parentId } = verdict.after;
  const moved = parentId !== undefined && (verdict.act === 'create' || verdict.before.parentId !== parentId);
  const above = async (one: string): Promise<string | undefined> =>
    placed.has(one) ? placed.get(one) : storedLink(store, jurisdiction, one, 'parentId');
  if (moved && (await leadsTo(parentId, id, above)))
    return rejected(judging, row, [fieldError('parentId', 'subject.below-itself', { parent })]);
  placed.set(id, parentId);
  return verdict;
}

function verdictOf(
  judging: Judging,
  draft: Draft,
  target: Target,
  parents: ReadonlyMap<string, Parent>,
): Verdict {
  const { row } = draft;
  if (draft.errors.length > 0) return { act: 'reject', row, errors: draft.errors };
  const parent = parentFor(judging, draft, parents, target);
  if (parent && 'wrong' in parent) return rejected(judging, row, [{ path: 'parentId', ...parent.wrong }]);
  switch (target.kind) {
    case 'wrong':
      return rejected(judging, row, [target.error]);
    case 'none':
      return rejected(judging, row, [fieldError('name', 'import.no-name-or-code')]);
    case 'new':
      return create(judging, draft, target.id, parent?.id);
    case 'known':
      return update(judging, draft, target.subject, parent?.id);
  }
}

function create(judging: Judging, draft: Draft, id: string, parentId: string | undefined): Verdict {
  const { row, kind, name, code, traits, facts, retiredOn } = draft;
  if (retiredOn !== undefined) return rejected(judging, row, [notByFile(name ?? code ?? '')]);
  if (judging.met.has(id)) return twice(judging, draft, id);
  const body = subjectBody.safeParse({
    kind,
    name,
    code,
    parentId,
    traits,
    facts,
    nature: draft.nature,
    parties: draft.parties && partiesOf(draft, []),
    contacts: contactsOf(draft, []),
  });
  if (!body.success) return rejected(judging, row, issuesOf(body.error));
  const made = newSubject(judging, id, body.data);
  if (!made.ok) return rejected(judging, row, errorsOf(made.failure));
  judging.met.set(id, row);
  for (const text of [code, name]) {
    if (text !== undefined) judging.made.set(text, [...(judging.made.get(text) ?? []), made.value]);
  }
  return { act: 'create', row, after: made.value };
}

function update(
  judging: Judging,
  draft: Draft,
  subject: SubjectRecord,
  parentId: string | undefined,
): Verdict {
  const { row, name, traits, contacts } = draft;
  if (judging.met.has(subject.id)) return twice(judging, draft, subject.id);
  if (parentId === subject.id) return rejected(judging, row, [fieldError('parentId', 'subject.own-parent')]);
  const patch = subjectPatch.safeParse({
    name,
    traits: traits && sameSet(traits, subject.traits) ? undefined : traits,
    parentId,
    facts: factsOf(draft, subject),
    nature: draft.nature,
    parties: draft.parties && partiesOf(draft, subject.parties ?? []),
    contacts: contacts.length === 0 ? undefined : contactsOf(draft, subject.contacts),
  });
  const next = patch.success ? changedSubject(judging, subject, patch.data) : undefined;
  const retired = retiredOtherwise(draft, subject, next?.ok === true && alike(subject, next.value));
  if (retired) return rejected(judging, row, [retired]);
  if (!patch.success) return rejected(judging, row, issuesOf(patch.error));
  if (!next?.ok) return rejected(judging, row, next ? errorsOf(next.failure) : []);
  judging.met.set(subject.id, row);
  return alike(subject, next.value)
    ? { act: 'unchanged', row }
    : { act: 'update', row, before: subject, after: next.value };
}

/** A row may repeat a retired subject only as it is stored: no file retires a subject or brings one back. */
function retiredOtherwise(
  { retiredOn }: Draft,
  subject: SubjectRecord,
  same: boolean,
): FieldError | undefined {
  if (subject.retiredOn === undefined) return retiredOn === undefined ? undefined : notByFile(subject.name);
  if (same && (retiredOn === undefined || retiredOn === subject.retiredOn)) return undefined;
  return fieldError(same ? 'retiredOn' : 'code', 'import.retired', {
    name: subject.name,
    day: subject.retiredOn,
  });
}

const notByFile = (name: string): FieldError => fieldError('retiredOn', 'import.not-retired', { name });

const twice = (judging: Judging, { row, kind }: Draft, id: string): Verdict =>
  rejected(judging, row, [
    fieldError('name', 'import.same-subject', { row: judging.met.get(id) ?? 0, kind }),
  ]);

function errorsOf(failure: Failure): readonly FieldError[] {
  const { code, params, errors } = failure;
  if (errors.length > 0) return errors;
  return [{ path: kindOf(failure) === 'forbidden' ? 'kind' : '', code, params }];
}

export function rejected(
  { labels }: Pick<Judging, 'labels'>,
  row: number,
  errors: readonly FieldError[],
): Extract<Verdict, { act: 'reject' }> {
  return {
    act: 'reject',
    row,
    errors: errors.slice(0, 5).map((error): RowError => {
      const column = labelFor(labels, error.path);
      return { row, ...error, ...(column === undefined ? {} : { column }) };
    }),
  };
}
