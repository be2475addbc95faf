import type { z } from 'zod';
import type { subjectBody, subjectPatch } from '../../contract/bodies.ts';
import { fail, ok, problem, problemAt, type Outcome } from '../../outcome.ts';
import type { Principal } from '../../domain/principal.ts';
import { plainCode } from '../../domain/code.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { Item, Key } from '../../ports.ts';
import { childKey, namedKey } from '../../records/keys.ts';
import type { FactValue } from '../../records/records.ts';
import { heldByStage, heldParty } from '../cases/guards.ts';
import { checkFacts, checkNature, checkParties, checkTraits, ownOffice } from '../register/subject-checks.ts';
import { type SubjectRecord } from '../../records/subject.ts';

export type SubjectBody = z.infer<typeof subjectBody>;
export type SubjectPatch = z.infer<typeof subjectPatch>;

/** Who enters or changes a subject, where and when. */
export interface Entering {
  readonly principal: Principal;
  readonly jurisdiction: string;
  readonly now: Instant;
}

/** A new subject, checked except for its parent and the units that its parties name. Writes nothing. */
export function newSubject(
  { principal, jurisdiction, now }: Entering,
  id: string,
  body: SubjectBody,
): Outcome<SubjectRecord> {
  if (body.kind === 'bureau') return problemAt('kind', 'subject.bureau');
  const facts = checkFacts(body.kind, body.facts);
  if (!facts.ok) return facts;
  const traits = checkTraits(body.kind, body.traits);
  if (traits) return fail(traits);
  const told = checkNature(body.kind, body.nature) ?? checkParties(body.kind, body.parties ?? []);
  if (told) return fail(told);
  if (!ownOffice(principal, body.kind, facts.value))
    return problem('subject.kind-of-office', { kind: body.kind });
  return ok({
    version: 0,
    id,
    jurisdiction,
    kind: body.kind,
    name: body.name,
    code: body.code,
    parentId: body.parentId,
    nature: body.nature,
    parties: kept(body.parties),
    traits: [...new Set(body.traits)],
    facts: facts.value,
    recorded: Object.fromEntries(Object.keys(facts.value).map((fact) => [fact, now])),
    contacts: body.contacts.map((contact) => ({ ...contact })),
    createdAt: now,
  });
}

/** Undefined instead of an empty list. */
const kept = (parties: SubjectBody['parties']): SubjectRecord['parties'] =>
  parties === undefined || parties.length === 0 ? undefined : parties.map((party) => ({ ...party }));

/**
 * The next version of a subject, checked like a new one. `facts` are merged; null removes a fact. Writes
 * nothing.
 */
export function changedSubject(
  { principal, now }: Pick<Entering, 'principal' | 'now'>,
  subject: SubjectRecord,
  patch: SubjectPatch,
): Outcome<SubjectRecord> {
  if (patch.code !== undefined && (subject.code === undefined || patch.code !== plainCode(subject.code))) {
    return problemAt('code', 'subject.code-fixed');
  }
  const merged = mergeFacts(subject.facts, patch.facts ?? {});
  const facts = checkFacts(subject.kind, merged);
  if (!facts.ok) return facts;
  if (subject.kind === 'bureau' && facts.value['office'] !== subject.facts['office']) {
    return problemAt('facts.office', 'subject.bureau-office');
  }
  if (!ownOffice(principal, subject.kind, facts.value)) return problem('subject.office');
  const held = heldByStage(subject, facts.value);
  if (held) return fail(held);
  const traits = patch.traits && checkTraits(subject.kind, patch.traits);
  if (traits) return fail(traits);
  const told =
    checkNature(subject.kind, patch.nature ?? undefined) ?? checkParties(subject.kind, patch.parties ?? []);
  if (told) return fail(told);
  const parentId = patch.parentId === undefined ? subject.parentId : (patch.parentId ?? undefined);
  const parties = patch.parties ? kept(patch.parties) : subject.parties;
  const other = heldParty(subject, { parentId, parties });
  if (other) return fail(other);
  return ok({
    ...subject,
    name: patch.name ?? subject.name,
    parentId,
    nature: patch.nature === undefined ? subject.nature : (patch.nature ?? undefined),
    parties,
    traits: patch.traits ? [...new Set(patch.traits)] : subject.traits,
    facts: facts.value,
    recorded: recordedAt(subject, facts.value, now),
    contacts: patch.contacts ? patch.contacts.map((contact) => ({ ...contact })) : subject.contacts,
    handler: patch.handler === undefined ? subject.handler : (patch.handler ?? undefined),
  });
}

function mergeFacts(
  facts: Readonly<Record<string, FactValue>>,
  patch: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const merged = Object.entries({ ...facts, ...patch }).filter(([, value]) => value !== null);
  return Object.fromEntries(merged);
}

function recordedAt(
  subject: SubjectRecord,
  facts: Readonly<Record<string, FactValue>>,
  now: Instant,
): SubjectRecord['recorded'] {
  return Object.fromEntries(
    Object.entries(facts).map(([fact, value]) => {
      const same = JSON.stringify(subject.facts[fact]) === JSON.stringify(value);
      return [fact, same ? (subject.recorded[fact] ?? now) : now];
    }),
  );
}

/**
 * The pointers to a subject: from its parent, from the units that answer for it, and from its name. They are written
 * before the subject, so that a subject is always found. A pointer to nothing is skipped.
 */
export function pointersTo(subject: SubjectRecord): Item[] {
  return pointerKeys(subject).map((key) => ({ ...key, v: 1, id: subject.id }));
}

function pointerKeys({ jurisdiction, id, kind, name, parentId, parties = [] }: SubjectRecord): Key[] {
  const units = new Set([parentId, ...parties.map(({ subjectId }) => subjectId)]);
  return [
    namedKey(jurisdiction, { kind, name, parentId, id }),
    ...[...units].flatMap((unit) => (unit === undefined ? [] : [childKey(jurisdiction, unit, id)])),
  ];
}

const placeOf = ({ pk, sk }: Key): string => `${pk}|${sk}`;

/** The pointers that the next version adds, and those of the present version that no longer apply. */
export function movedPointers(
  present: SubjectRecord,
  next: SubjectRecord,
): { readonly made: Item[]; readonly gone: Key[] } {
  const before = new Set(pointerKeys(present).map(placeOf));
  const after = new Set(pointerKeys(next).map(placeOf));
  return {
    made: pointersTo(next).filter((key) => !before.has(placeOf(key))),
    gone: pointerKeys(present).filter((key) => !after.has(placeOf(key))),
  };
}
