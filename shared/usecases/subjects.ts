import type { z } from 'zod';
import type { retireBody, subjectBody, subjectPatch, subjectsQuery } from '../contract/bodies.ts';
import { conflict, fail, notFound, ok, refused, type Outcome } from '../contract/outcome.ts';
import { seesSubject, signature } from '../contract/principal.ts';
import { formatDay, parseDay } from '../domain/day.ts';
import { dayOf, type Instant } from '../domain/instant.ts';
import { idOf, subjectIdOf } from '../domain/ids.ts';
import { isOpen } from '../domain/escalation-state.ts';
import type { SubjectKind } from '../rules/schema.ts';
import { childKey, listOf, subjectKey } from '../store/keys.ts';
import { subjectRecord, type FactValue, type SubjectRecord } from '../store/records.ts';
import { escalationsOf } from './escalations.ts';
import { filteredPage, type Listed } from './listing.ts';
import { planAround } from './plan-around.ts';
import { promisePlanning } from './replan.ts';

import { checkFacts, checkParent, checkTraits, ownOffice } from './subject-checks.ts';
import { staleVersion, type Request } from './request.ts';
import { heldByStage } from './stage-guards.ts';

type Body = z.infer<typeof subjectBody>;
type Patch = z.infer<typeof subjectPatch>;

export async function readSubject(request: Request, id: string): Promise<SubjectRecord | undefined> {
  const item = await request.deps.store.get(subjectKey(request.context.jurisdiction.id, id));
  const subject = item && subjectRecord.parse(item);
  return subject && seesSubject(request.principal, subject) ? subject : undefined;
}

/** Enters a subject and plans its duties. 409 where the code is taken. */
export async function createSubject(request: Request, body: Body): Promise<Outcome<SubjectRecord>> {
  const { deps, context, principal } = request;
  const jurisdiction = context.jurisdiction.id;
  if (body.kind === 'bureau')
    return refused('kind', 'the bureau subjects of a jurisdiction exist from the start');
  const facts = checkFacts(body.kind, body.facts);
  if (!facts.ok) return facts;
  const traits = checkTraits(body.kind, body.traits);
  if (traits) return fail(traits);
  if (!ownOffice(principal, body.kind, facts.value))
    return fail({ kind: 'forbidden', detail: `A ${body.kind} of that office is not yours to enter.` });
  const id =
    body.code === undefined
      ? idOf('subject', jurisdiction, body.kind, request.repeatable ?? deps.ids.fresh())
      : subjectIdOf(jurisdiction, body.kind, body.code);
  const parent = await checkParent(request, body.parentId, id);
  if (parent) return fail(parent);
  const now = deps.clock.now();
  const subject = fresh(jurisdiction, id, body, facts.value, now);
  await promisePlanning(deps, jurisdiction, id);
  if (body.parentId !== undefined) await deps.store.putMany([childItem(subject, body.parentId)]);
  if (!(await deps.store.put(subject, 'absent'))) return taken(request, body, id);
  await planAround(deps, context, subject, signature(principal));
  return ok(subject);
}

/** A second entry under the same id: the same request again, or a code that is taken. */
async function taken(request: Request, body: Body, id: string): Promise<Outcome<SubjectRecord>> {
  const known = await readSubject(request, id);
  if (known && body.code === undefined && request.repeatable !== undefined) return ok(known);
  return conflict(
    `the code ${body.code ?? ''} belongs to another ${body.kind} here; codes are unique and cannot change`,
    'code',
  );
}

const listSort = (kind: SubjectKind, code: string | undefined, id: string): string =>
  `${kind}#${code ?? ''}#${id}`;

function fresh(
  jurisdiction: string,
  id: string,
  body: Body,
  facts: Record<string, FactValue>,
  now: Instant,
): SubjectRecord {
  return {
    ...subjectKey(jurisdiction, id),
    v: 1,
    version: 1,
    lp: listOf(jurisdiction, 'SUBJECT'),
    ls: listSort(body.kind, body.code, id),
    id,
    jurisdiction,
    kind: body.kind,
    name: body.name,
    code: body.code,
    parentId: body.parentId,
    traits: [...new Set(body.traits)],
    facts,
    recorded: Object.fromEntries(Object.keys(facts).map((fact) => [fact, now])),
    contacts: body.contacts.map((contact) => ({ ...contact })),
    createdAt: now,
  };
}

const childItem = (subject: SubjectRecord, parentId: string) => ({
  ...childKey(subject.jurisdiction, parentId, subject.id),
  v: 1,
  id: subject.id,
});

/** Changes a subject and plans its duties again; `facts` are merged, null takes one away. */
export async function patchSubject(
  request: Request,
  id: string,
  patch: Patch,
): Promise<Outcome<SubjectRecord>> {
  const { deps, context, principal } = request;
  const subject = await readSubject(request, id);
  if (!subject) return notFound;
  const stale = staleVersion(request, subject.version);
  if (stale) return fail(stale);
  if (subject.retiredOn !== undefined)
    return conflict(`${subject.name} was retired on ${subject.retiredOn}; its record stays as it is`);
  const next = await patched(request, subject, patch);
  if (!next.ok) return next;
  await promisePlanning(deps, subject.jurisdiction, id);
  if (next.value.parentId !== undefined && next.value.parentId !== subject.parentId) {
    await deps.store.putMany([childItem(next.value, next.value.parentId)]);
  }
  if (!(await deps.store.put(next.value, { version: subject.version })))
    return conflict('the subject was changed meanwhile; read it again');
  if (subject.parentId !== undefined && next.value.parentId !== subject.parentId) {
    await deps.store.deleteMany([childKey(subject.jurisdiction, subject.parentId, id)]);
  }
  await planAround(deps, context, next.value, signature(principal));
  return ok(next.value);
}

async function patched(
  request: Request,
  subject: SubjectRecord,
  patch: Patch,
): Promise<Outcome<SubjectRecord>> {
  if (patch.code !== undefined && patch.code !== subject.code) {
    return refused('code', 'a code cannot change; retire the subject and enter its successor');
  }
  const merged = mergeFacts(subject.facts, patch.facts ?? {});
  const facts = checkFacts(subject.kind, merged);
  if (!facts.ok) return facts;
  if (subject.kind === 'bureau' && facts.value['office'] !== subject.facts['office']) {
    return refused('facts.office', 'the office of a bureau subject is fixed');
  }
  if (!ownOffice(request.principal, subject.kind, facts.value))
    return fail({ kind: 'forbidden', detail: 'That office is not yours.' });
  const held = heldByStage(subject, facts.value);
  if (held) return fail(held);
  const traits = patch.traits && checkTraits(subject.kind, patch.traits);
  if (traits) return fail(traits);
  const parentId = patch.parentId === undefined ? subject.parentId : (patch.parentId ?? undefined);
  const parent = patch.parentId === undefined ? undefined : await checkParent(request, parentId, subject.id);
  if (parent) return fail(parent);
  return ok({
    ...subject,
    version: subject.version + 1,
    name: patch.name ?? subject.name,
    parentId,
    traits: patch.traits ? [...new Set(patch.traits)] : subject.traits,
    facts: facts.value,
    recorded: recordedAt(subject, facts.value, request.deps.clock.now()),
    contacts: patch.contacts ? patch.contacts.map((contact) => ({ ...contact })) : subject.contacts,
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

/** Retires a subject: its open duties end without a notice, its record stays. */
export async function retireSubject(
  request: Request,
  id: string,
  body: z.infer<typeof retireBody>,
): Promise<Outcome<SubjectRecord>> {
  const { deps, context, principal } = request;
  const subject = await readSubject(request, id);
  if (!subject) return notFound;
  const stale = staleVersion(request, subject.version);
  if (stale) return fail(stale);
  if (subject.kind === 'bureau') return refused('id', 'a bureau subject cannot be retired');
  if (subject.retiredOn !== undefined) return conflict(`already retired on ${subject.retiredOn}`);
  const today = dayOf(deps.clock.now());
  const on = body.on === undefined ? today : (parseDay(body.on) ?? today);
  if (on > today) return refused('on', 'a day in the future: retire the subject on the day itself');
  if (
    body.successorId !== undefined &&
    (body.successorId === id || !(await readSubject(request, body.successorId)))
  ) {
    return refused('successorId', 'no other subject of that id in this jurisdiction');
  }
  const open = (await escalationsOf(deps, subject.jurisdiction, id)).filter((escalation) =>
    isOpen(escalation, dayOf(deps.clock.now())),
  ).length;
  if (open > 0)
    return conflict(`${open} of its escalations are still open: withdraw them, or carry them to their end`);
  const retired: SubjectRecord = {
    ...subject,
    version: subject.version + 1,
    retiredOn: formatDay(on),
    successorId: body.successorId,
  };
  await promisePlanning(deps, subject.jurisdiction, id);
  if (!(await deps.store.put(retired, { version: subject.version })))
    return conflict('the subject was changed meanwhile; read it again');
  await planAround(deps, context, retired, signature(principal));
  return ok(retired);
}

export async function listSubjects(
  request: Request,
  query: z.infer<typeof subjectsQuery>,
): Promise<Listed<SubjectRecord>> {
  const { kind } = query;
  const needle = query.q?.trim().toLowerCase();
  return filteredPage(request.deps.store, {
    query: {
      pk: listOf(request.context.jurisdiction.id, 'SUBJECT'),
      ...(kind === undefined ? {} : { from: `${kind}#`, to: `${kind}#~` }),
    },
    limit: query.limit,
    cursor: query.cursor,
    parse: (item) => subjectRecord.parse(item),
    keep: (subject) =>
      seesSubject(request.principal, subject) &&
      (query.trait === undefined || subject.traits.includes(query.trait)) &&
      (needle === undefined || needle === '' || matches(subject, needle)),
  });
}

const matches = (subject: SubjectRecord, needle: string): boolean =>
  subject.name.toLowerCase().includes(needle) ||
  (subject.code ?? '').toLowerCase().includes(needle) ||
  subject.id === needle;
