import type { z } from 'zod';
import type { retireBody, subjectsQuery } from '../../contract/bodies.ts';
import { fail, failOf, notFound, ok, problem, problemAt, type Outcome } from '../../outcome.ts';
import { actorOf } from '../../domain/actor.ts';
import { seesSubject } from '../../domain/principal.ts';
import { plainCode } from '../../domain/code.ts';
import { formatDay, parseDay } from '../../domain/time/day.ts';
import { dayOf } from '../../domain/time/instant.ts';
import { idOf, subjectIdOf } from '../../domain/ids.ts';
import { isOpen } from '../../domain/escalations/state.ts';
import { listOf } from '../../records/keys.ts';
import { escalationsOf } from '../escalations/list.ts';
import { awaitsLegalReview } from '../cases/world.ts';
import { filteredPage, type Listed } from '../listing.ts';
import { handlerOf, worksHere } from '../handlers.ts';
import { planAround } from '../duties/plan-around.ts';
import { promisePlanning } from '../promise.ts';
import { checkParent, checkPartyUnits } from '../register/subject-checks.ts';
import {
  changedSubject,
  movedPointers,
  newSubject,
  pointersTo,
  type SubjectBody,
  type SubjectPatch,
} from './make.ts';
import { staleVersion, type Request } from '../request.ts';
import { namesVisible } from '../register/own-subjects.ts';
import { readSubject } from '../register/find-subject.ts';
import { checkSuccessor, nameSuccessor, predecessorPointer } from './successor.ts';
import { type SubjectRecord, subjectRecord } from '../../records/subject.ts';

/** Enters a subject and plans its duties. 409 when the code is taken. */
export async function createSubject(request: Request, body: SubjectBody): Promise<Outcome<SubjectRecord>> {
  const { deps, context, principal } = request;
  const jurisdiction = context.jurisdiction.id;
  const id =
    body.code === undefined
      ? idOf('subject', jurisdiction, body.kind, request.repeatable ?? deps.ids.fresh())
      : subjectIdOf(jurisdiction, body.kind, body.code);
  const made = newSubject({ principal, jurisdiction, now: deps.clock.now() }, id, body);
  if (!made.ok) return made;
  const fresh = made.value;
  const wrong =
    (await checkParent(request, body.parentId, id)) ?? (await checkPartyUnits(request, fresh.parties ?? []));
  if (wrong) return fail(wrong);
  await promisePlanning(deps, jurisdiction, id);
  await deps.store.putMany(pointersTo(fresh));
  const subject = await subjectRecord.put(deps.store, fresh);
  if (!subject) return taken(request, body, id);
  await planAround(deps, context, subject, actorOf(principal));
  return ok(subject);
}

/** A second entry with the same id: the same request again, or a code that is taken. */
async function taken(request: Request, body: SubjectBody, id: string): Promise<Outcome<SubjectRecord>> {
  const known = await readSubject(request, id);
  if (known && body.code === undefined && request.repeatable !== undefined) return ok(known);
  return problemAt('code', 'subject.code-taken', { code: body.code ?? '', kind: body.kind });
}

/** Changes a subject and plans its duties again. `facts` are merged; null removes a fact. */
export async function patchSubject(
  request: Request,
  id: string,
  patch: SubjectPatch,
  also: Partial<Pick<SubjectRecord, 'contactProposal'>> = {},
): Promise<Outcome<SubjectRecord>> {
  const { deps, context, principal } = request;
  const subject = await readSubject(request, id);
  if (!subject) return notFound;
  const stale = staleVersion(request, subject.version);
  if (stale) return fail(stale);
  const { successorId, ...other } = patch;
  if (subject.retiredOn !== undefined)
    return successorId !== undefined && Object.keys(other).length === 0
      ? nameSuccessor(request, subject, successorId)
      : problem('subject.retired', { name: subject.name, on: subject.retiredOn });
  if (successorId !== undefined) return problemAt('successorId', 'subject.successor-of-retired');
  const next = changedSubject({ principal, now: deps.clock.now() }, subject, patch);
  if (!next.ok) return next;
  const parent = patch.parentId == null ? undefined : await checkParent(request, patch.parentId, id);
  if (parent) return fail(parent);
  const parties = await checkPartyUnits(request, patch.parties ?? []);
  if (parties) return fail(parties);
  if (patch.handler != null && !worksHere(context, patch.handler))
    return problemAt('handler', 'person.no-handler');
  const { made, gone } = movedPointers(subject, next.value);
  await promisePlanning(deps, subject.jurisdiction, id);
  await deps.store.putMany(made);
  const stored = await subjectRecord.put(deps.store, { ...next.value, ...also });
  if (!stored) return problem('subject.changed');
  await deps.store.deleteMany(gone);
  await planAround(deps, context, stored, actorOf(principal));
  return ok(stored);
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
  if (subject.kind === 'bureau') return problemAt('id', 'subject.bureau-stays');
  if (subject.retiredOn !== undefined) return problem('subject.retired-already', { on: subject.retiredOn });
  const today = dayOf(deps.clock.now());
  const on = body.on === undefined ? today : (parseDay(body.on) ?? today);
  if (on > today) return problemAt('on', 'subject.retired-ahead');
  const wrong =
    body.successorId === undefined ? undefined : await checkSuccessor(request, id, body.successorId);
  if (wrong) return failOf([wrong]);
  const open = (await escalationsOf(deps, subject.jurisdiction, id)).filter((escalation) =>
    isOpen(escalation, dayOf(deps.clock.now())),
  ).length;
  if (open > 0) return problem('subject.escalations-open', { count: open });
  const retired: SubjectRecord = {
    ...subject,
    retiredOn: formatDay(on),
    successorId: body.successorId,
  };
  await promisePlanning(deps, subject.jurisdiction, id);
  if (body.successorId !== undefined)
    await deps.store.putMany([predecessorPointer(subject, body.successorId)]);
  const stored = await subjectRecord.put(deps.store, retired);
  if (!stored) return problem('subject.changed');
  await planAround(deps, context, stored, actorOf(principal));
  return ok(stored);
}

export async function listSubjects(
  request: Request,
  query: z.infer<typeof subjectsQuery>,
): Promise<Listed<SubjectRecord>> {
  const { kind } = query;
  const needle = plainCode(query.q ?? '').toLowerCase();
  return filteredPage(request.deps.store, {
    query: {
      pk: listOf(request.context.jurisdiction.id, 'SUBJECT'),
      ...(kind === undefined ? {} : { from: `${kind}#`, to: `${kind}#~` }),
    },
    limit: query.limit,
    cursor: query.cursor,
    parse: subjectRecord.of,
    keep: (subject) =>
      (seesSubject(request.principal, subject) || isForLegalReview(request, subject)) &&
      (query.handler === undefined ||
        (namesVisible(request.principal) && handlerOf(request.context, subject) === query.handler)) &&
      (query.trait === undefined || subject.traits.includes(query.trait)) &&
      (needle === '' || matches(subject, needle)),
  });
}

/** The legal office sees the cases of other offices while they wait for its review. */
const isForLegalReview = (request: Request, subject: SubjectRecord): boolean =>
  subject.kind === 'case' &&
  request.principal.office === 'legal-affairs' &&
  request.principal.role !== 'unit' &&
  awaitsLegalReview(request, subject);

/** The search ignores full and half width and upper and lower case. */
const matches = (subject: SubjectRecord, needle: string): boolean =>
  [subject.name, subject.code ?? ''].some((text) => plainCode(text).toLowerCase().includes(needle)) ||
  subject.id === needle;
