import { idOf, subjectIdOf } from '../../domain/ids.ts';
import { plainCode } from '../../domain/code.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { fieldError, type FieldError } from '../../outcome.ts';
import { raise, type Raised } from '../../problems/raise.ts';
import { shortened } from '../../rosters/cells.ts';
import type { Draft } from '../../records/roster-row.ts';
import { chunks } from '../../domain/chunks.ts';
import { subjectsById, subjectsMeant, subjectsNamed, type LookupScope } from './lookup.ts';
import type { SubjectRecord } from '../../records/subject.ts';

/** One import, up to the rows that have been judged. */
export interface Judging extends LookupScope {
  readonly now: Instant;
  readonly labels: Readonly<Record<string, string>>;
  /** Subjects that rows above create, by code and by name. They may be the parents of rows below. */
  readonly made: Map<string, SubjectRecord[]>;
  /** The parent that rows above give to a subject. */
  readonly placed: Map<string, string | undefined>;
  /** Subjects that rows above mean, with the line. */
  readonly met: Map<string, number>;
  /** Whether a code or name occurs anywhere in the file. Only a dry run of many rows asks. */
  readonly inFile: (text: string) => Promise<boolean>;
}

export const judgingOf = (
  scope: LookupScope & Pick<Judging, 'now' | 'labels'>,
  inFile: Judging['inFile'] = async () => false,
): Judging => ({ ...scope, made: new Map(), placed: new Map(), met: new Map(), inFile });

export type Parent =
  { readonly id: string } | { readonly wrong: Raised; readonly meant: readonly SubjectRecord[] };

/** Each text of the column of parents, looked up once. */
export async function parentsOf(judging: Judging, drafts: readonly Draft[]): Promise<Map<string, Parent>> {
  const texts = [...new Set(drafts.flatMap(({ parent }) => parent ?? []))];
  const parents = new Map<string, Parent>();
  for (const group of chunks(texts, 10)) {
    const found = await Promise.all(group.map((text) => parentMeant(judging, text)));
    group.forEach((text, index) => {
      const parent = found[index];
      if (parent) parents.set(text, parent);
    });
  }
  return parents;
}

async function parentMeant(judging: Judging, text: string): Promise<Parent | undefined> {
  const stored = await subjectsMeant(judging, text);
  const [only, ...others] = stored;
  if (others.length > 0) return { wrong: ambiguous(text, stored), meant: stored };
  if (only)
    return only.retiredOn === undefined
      ? { id: only.id }
      : {
          wrong: raise('import.parent-retired', { name: only.name, day: only.retiredOn }),
          meant: stored,
        };
  // A row of this file may still create it. Which one is known when the rows above have been judged.
  return (await judging.inFile(text)) || (await judging.inFile(plainCode(text)))
    ? { id: `?${text}` }
    : undefined;
}

const ambiguous = (text: string, meant: readonly SubjectRecord[]): Raised =>
  raise('import.ambiguous', {
    text: shortened(text),
    count: meant.length,
    subjects: meant.slice(0, 5).map(({ code, id }) => code ?? id),
  });

/**
 * The parent of a row: stored, or created by a row above. When the subject already has this parent, no choice
 * is needed.
 */
export function parentFor(
  { made }: Judging,
  { parent }: Draft,
  parents: ReadonlyMap<string, Parent>,
  target: Target,
): Parent | undefined {
  if (parent === undefined) return undefined;
  const stored = parents.get(parent);
  const present = target.kind === 'known' ? target.subject.parentId : undefined;
  if (present !== undefined && (parent === present || candidates(stored).includes(present)))
    return { id: present };
  const own = [...new Set([parent, plainCode(parent)].flatMap((text) => made.get(text) ?? []))];
  const [only, ...others] = own;
  if (others.length > 0) return { wrong: ambiguous(parent, own), meant: own };
  if (only && stored && !('id' in stored && stored.id.startsWith('?')))
    return { wrong: raise('import.parent-twice', { text: shortened(parent) }), meant: own };
  return only ?? stored ?? { wrong: raise('import.parent-unknown', { text: shortened(parent) }), meant: [] };
}

/** The candidates for a text that does not identify one subject. */
const candidates = (parent: Parent | undefined): readonly string[] =>
  parent && 'wrong' in parent ? parent.meant.map(({ id }) => id) : [];

export type Target =
  | { readonly kind: 'none' }
  | { readonly kind: 'new'; readonly id: string }
  | { readonly kind: 'known'; readonly subject: SubjectRecord }
  | { readonly kind: 'wrong'; readonly error: FieldError };
const wrong = (error: FieldError): Target => ({ kind: 'wrong', error });
export const nothing: Target = { kind: 'none' };

export async function targetOf(
  judging: Judging,
  draft: Draft,
  known: ReadonlyMap<string, SubjectRecord>,
  parents: ReadonlyMap<string, Parent>,
): Promise<Target> {
  const { jurisdiction } = judging;
  const { kind, code, name, parent, retiredOn } = draft;
  if (code !== undefined) {
    const id = subjectIdOf(jurisdiction, kind, code);
    const subject = known.get(id);
    if (subject) return { kind: 'known', subject };
  }
  if (name === undefined)
    return wrong(
      code === undefined
        ? fieldError('name', 'import.no-name-or-code')
        : fieldError('name', 'import.new-without-name', { kind, code }),
    );
  const meant = parent === undefined ? undefined : parents.get(parent);
  const parentId = meant && 'id' in meant ? meant.id : undefined;
  // A parent that is not stored has no children either.
  const within = parent === undefined || parentId !== undefined ? [parentId] : candidates(meant);
  const found = await Promise.all(within.map((id) => subjectsNamed(judging, kind, name, { id }, retiredOn)));
  const named = found.flat();
  return code === undefined
    ? byName(judging, draft, named, parentId)
    : byCode(jurisdiction, draft, code, named);
}

function byCode(
  jurisdiction: string,
  { kind, name = '' }: Draft,
  code: string,
  named: readonly SubjectRecord[],
): Target {
  const uncoded = named.find((subject) => subject.code === undefined);
  if (!uncoded) return { kind: 'new', id: subjectIdOf(jurisdiction, kind, code) };
  return wrong(fieldError('code', 'import.code-too-late', { kind, name, id: uncoded.id }));
}

async function byName(
  judging: Judging,
  { kind, name = '' }: Draft,
  named: readonly SubjectRecord[],
  parentId: string | undefined,
): Promise<Target> {
  const [subject, ...others] = named;
  if (others.length > 0) return wrong({ path: 'name', ...ambiguous(name, named) });
  if (subject) return { kind: 'known', subject };
  return { kind: 'new', id: await freeId(judging, kind, name, parentId) };
}

/**
 * An id computed from the meaning of the row; the next one when that subject has another name by now or was
 * retired.
 */
async function freeId(
  judging: Judging,
  kind: string,
  name: string,
  parentId: string | undefined,
): Promise<string> {
  for (let turn = 0; ; turn += 1) {
    const id = idOf('subject', judging.jurisdiction, kind, 'import', name, parentId ?? '', String(turn));
    if (!(await subjectsById(judging, [id])).has(id)) return id;
  }
}
