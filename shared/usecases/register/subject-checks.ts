import { contradictions, factTables } from '../../domain/register/fact-tables.ts';
import { kinds } from '../../vocabulary/kinds.ts';
import {
  type FieldError,
  failOf,
  fieldError,
  ok,
  problemAt,
  type Failure,
  type Outcome,
} from '../../outcome.ts';
import { issuesOf } from '../../problems/issues.ts';
import { officeOf, type Principal } from '../../domain/principal.ts';
import type { SubjectKind } from '../../rules/schema.ts';
import type { Store } from '../../ports.ts';
import type { PartyRecord } from '../../records/party.ts';
import { factValue, type FactValue } from '../../records/records.ts';
import { relationsOf, type Nature } from '../../vocabulary/parties.ts';
import type { Request } from '../request.ts';
import { readSubject } from './find-subject.ts';
import { subjectRecord } from '../../records/subject.ts';
/** Checks facts against the closed table of their kind. */
export function checkFacts(
  kind: SubjectKind,
  facts: Readonly<Record<string, unknown>>,
): Outcome<Record<string, FactValue>> {
  const parsed = factTables[kind].safeParse(facts);
  if (!parsed.success) return failOf(issuesOf(parsed.error).map((error) => factError(kind, error)));
  const clean: Record<string, FactValue> = {};
  for (const [fact, value] of Object.entries(parsed.data)) {
    const known = factValue.safeParse(value);
    if (known.success) clean[fact] = known.data;
  }
  const wrong = contradictions(kind, clean);
  return wrong.length > 0 ? failOf(wrong) : ok(clean);
}

/** The problem for an unknown fact lists the known ones. */
function factError(kind: SubjectKind, error: FieldError): FieldError {
  const path = `facts.${error.path}`;
  if (error.code !== 'field.unknown') return { ...error, path };
  const known = Object.keys(kinds[kind].facts);
  return known.length === 0
    ? fieldError(path, 'subject.fact-none', { kind })
    : fieldError(path, 'subject.fact-unknown', { kind, known });
}

export function checkTraits(kind: SubjectKind, traits: readonly string[]): Failure | undefined {
  const known: readonly string[] = kinds[kind].traits;
  const index = traits.findIndex((trait) => !known.includes(trait));
  const trait = traits[index];
  if (trait === undefined) return undefined;
  const path = `traits.${index}`;
  return known.length === 0
    ? problemAt(path, 'subject.trait-none', { kind, trait }).failure
    : problemAt(path, 'subject.trait-unknown', { kind, trait, known }).failure;
}

/** Organs are given by their kind. A subject that is not a person has no nature of its own. */
export const checkNature = (kind: SubjectKind, nature: Nature | undefined): Failure | undefined =>
  nature === undefined || kind === 'unit'
    ? undefined
    : problemAt('nature', 'subject.nature', { kind }).failure;

/** Checks parties alone: each relation fits the kind, and each party is a unit of the register or a person. */
export function checkParties(kind: SubjectKind, parties: readonly PartyRecord[]): Failure | undefined {
  const known = relationsOf[kind];
  const wrong = parties.flatMap((party, index): FieldError[] => {
    const { relation, subjectId, ...others } = party;
    const path = `parties.${index}`;
    if (known.length === 0) return [fieldError(path, 'subject.no-parties', { kind })];
    if (!known.includes(relation))
      return [fieldError(`${path}.relation`, 'subject.relation', { kind, relation, known })];
    if (subjectId === undefined)
      return others.name === undefined ? [fieldError(`${path}.name`, 'subject.party-name')] : [];
    return Object.entries(others).flatMap(([field, value]) =>
      value === undefined ? [] : [fieldError(`${path}.${field}`, 'subject.party-twice')],
    );
  });
  return wrong.length === 0 ? undefined : failOf(wrong).failure;
}

/** Checks that the units that parties name belong to this jurisdiction, are visible and are not retired. */
export async function checkPartyUnits(
  request: Request,
  parties: readonly PartyRecord[],
): Promise<Failure | undefined> {
  for (const [index, { subjectId }] of parties.entries()) {
    if (subjectId === undefined) continue;
    const path = `parties.${index}.subjectId`;
    const unit = await readSubject(request, subjectId);
    if (!unit) return problemAt(path, 'subject.no-party', { id: subjectId }).failure;
    const { kind, name, retiredOn } = unit;
    if (kind !== 'unit') return problemAt(path, 'subject.party-kind', { name, kind }).failure;
    if (retiredOn !== undefined)
      return problemAt(path, 'subject.party-retired', { name, on: retiredOn }).failure;
  }
  return undefined;
}

export async function checkParent(
  request: Request,
  parentId: string | undefined,
  ownId: string,
): Promise<Failure | undefined> {
  if (parentId === undefined) return undefined;
  if (parentId === ownId) return problemAt('parentId', 'subject.own-parent').failure;
  const parent = await readSubject(request, parentId);
  if (!parent) return problemAt('parentId', 'subject.no-parent', { id: parentId }).failure;
  const { name, retiredOn } = parent;
  if (retiredOn !== undefined)
    return problemAt('parentId', 'subject.parent-retired', { name, on: retiredOn }).failure;
  const { deps, context } = request;
  const above = (id: string): Promise<string | undefined> =>
    storedLink(deps.store, context.jurisdiction.id, id, 'parentId');
  return (await leadsTo(parentId, ownId, above))
    ? problemAt('parentId', 'subject.below-itself', { parent: name }).failure
    : undefined;
}

/** Whether a chain from `from` reaches `to`. It stops when it comes to a subject for the second time. */
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

/** The next subject of a chain, whether or not the caller may see it. */
export async function storedLink(
  store: Store,
  jurisdiction: string,
  id: string,
  link: 'parentId' | 'successorId',
): Promise<string | undefined> {
  const item = await store.get(subjectRecord.key({ jurisdiction, id }));
  return item && subjectRecord.of(item)[link];
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
