import type { z } from 'zod';
import { contradictions, factTables, traitTables } from '../../vocabulary/facts.ts';
import { type FieldError, fail, malformed, ok, refused, type Failure, type Outcome } from '../../outcome.ts';
import { officeOf, type Principal } from '../../domain/principal.ts';
import type { SubjectKind } from '../../rules/schema.ts';
import type { Store } from '../../ports.ts';
import { subjectKey } from '../../records/keys.ts';
import { factValue, subjectRecord, type FactValue } from '../../records/records.ts';

import type { Request } from '../request.ts';
import { readSubject } from './find-subject.ts';
/** Facts against the closed table of their kind. */
export function checkFacts(
  kind: SubjectKind,
  facts: Readonly<Record<string, unknown>>,
): Outcome<Record<string, FactValue>> {
  const parsed = factTables[kind].safeParse(facts);
  if (!parsed.success) {
    return fail({
      kind: 'malformed',
      detail: `The facts of a ${kind} are not as they must be.`,
      errors: parsed.error.issues.flatMap((issue) => factErrors(kind, issue)),
    });
  }
  const clean: Record<string, FactValue> = {};
  for (const [fact, value] of Object.entries(parsed.data)) {
    const known = factValue.safeParse(value);
    if (known.success) clean[fact] = known.data;
  }
  const wrong = contradictions(kind, clean);
  if (wrong.length > 0) return fail({ kind: 'refused', detail: wrong[0]?.message ?? '', errors: wrong });
  return ok(clean);
}

function factErrors(kind: SubjectKind, issue: z.core.$ZodIssue): FieldError[] {
  if (issue.code !== 'unrecognized_keys')
    return [{ path: ['facts', ...issue.path].join('.'), message: messageOf(issue) }];
  const known = Object.keys(factTables[kind].shape).join(', ') || 'none';
  return issue.keys.map((key) => ({
    path: `facts.${key}`,
    message: `unknown fact of a ${kind}; known: ${known}`,
  }));
}

const messageOf = (issue: z.core.$ZodIssue): string =>
  issue.code === 'invalid_key' ? (issue.issues[0]?.message ?? issue.message) : issue.message;

export function checkTraits(kind: SubjectKind, traits: readonly string[]): Failure | undefined {
  const index = traits.findIndex((trait) => !traitTables[kind].includes(trait));
  if (index < 0) return undefined;
  const known = traitTables[kind].join(', ') || 'none';
  return malformed(`traits.${index}`, `unknown trait of a ${kind}: ${traits[index] ?? ''}; known: ${known}`)
    .failure;
}

export async function checkParent(
  request: Request,
  parentId: string | undefined,
  ownId: string,
): Promise<Failure | undefined> {
  if (parentId === undefined) return undefined;
  if (parentId === ownId) return refused('parentId', 'a subject cannot be its own parent').failure;
  const parent = await readSubject(request, parentId);
  if (!parent)
    return refused('parentId', `no subject ${parentId} in this jurisdiction; enter the parent first`).failure;
  if (parent.retiredOn !== undefined)
    return refused('parentId', `${parent.name} was retired on ${parent.retiredOn}`).failure;
  const { deps, context } = request;
  const above = (id: string): Promise<string | undefined> =>
    storedLink(deps.store, context.jurisdiction.id, id, 'parentId');
  return (await leadsTo(parentId, ownId, above))
    ? refused('parentId', belowItself(parent.name)).failure
    : undefined;
}

export const belowItself = (parent: string): string =>
  `${parent} is below this subject already: choose a parent that is not`;

/** Whether a chain that begins at `from` comes to `to`. It ends where it comes to a place for the second time. */
export async function leadsTo(
  from: string,
  to: string,
  next: (id: string) => Promise<string | undefined>,
): Promise<boolean> {
  const seen = new Set<string>();
  for (let id: string | undefined = from; id !== undefined && !seen.has(id); id = await next(id)) {
    if (id === to) return true;
    seen.add(id);
  }
  return false;
}

/** Which subject the next one of a chain is, whoever may see it. */
export async function storedLink(
  store: Store,
  jurisdiction: string,
  id: string,
  link: 'parentId' | 'successorId',
): Promise<string | undefined> {
  const item = await store.get(subjectKey(jurisdiction, id));
  return item && subjectRecord.parse(item)[link];
}

/** Whether the office of a token may enter such a subject. */
export function ownOffice(
  principal: Principal,
  kind: SubjectKind,
  facts: Readonly<Record<string, unknown>>,
): boolean {
  const office = officeOf(kind, facts);
  return principal.office === undefined || office === undefined || office === principal.office;
}
