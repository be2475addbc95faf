import type { z } from 'zod';
import type { escalationsQuery } from '../../contract/escalations.ts';
import { seesOffice, seesSubject, standsBelow, unitsOf, type Principal } from '../../domain/principal.ts';
import { isOut } from '../../domain/escalations/state.ts';
import { subjectOfId } from '../../domain/ids.ts';
import type { Rule } from '../../rules/rule.ts';
import { dutyIdsOf, escalationRecord, type EscalationRecord } from '../../records/escalation.ts';
import { listOf, subjectPartition } from '../../records/keys.ts';
import { readAll } from '../../store/read.ts';
import type { Deps } from '../deps.ts';
import { filteredPage, type Listed } from '../listing.ts';
import { ownSubjects } from '../register/own-subjects.ts';
import type { Request } from '../request.ts';
import { documentRule } from '../register/rule-of.ts';
import { type SubjectRecord, subjectRecord } from '../../records/subject.ts';

export interface FoundEscalation {
  readonly escalation: EscalationRecord;
  readonly subject: SubjectRecord;
  readonly rule: Rule;
}

/** An escalation that shows itself to the token: to a unit only what has been issued against it. */
export async function findEscalation(request: Request, id: string): Promise<FoundEscalation | undefined> {
  const jurisdiction = request.context.jurisdiction.id;
  const subjectId = subjectOfId(id);
  if (subjectId === undefined) return undefined;
  const items = await request.deps.store.getMany([
    escalationRecord.key({ jurisdiction, id }),
    subjectRecord.key({ jurisdiction, id: subjectId }),
  ]);
  const own = items.find((item) => item.sk !== '0');
  const holder = items.find((item) => item.sk === '0');
  if (!own || !holder) return undefined;
  const escalation = escalationRecord.of(own);
  const subject = subjectRecord.of(holder);
  const rule = documentRule(request.context.rulebook, escalation);
  const { principal } = request;
  if (!rule || !visible(principal, escalation, subject)) return undefined;
  return principal.role === 'unit' || seesSubject(principal, subject)
    ? { escalation, subject, rule }
    : undefined;
}

function visible(
  principal: Principal,
  escalation: EscalationRecord,
  subject: SubjectRecord | undefined,
): boolean {
  if (!seesOffice(principal, escalation.office)) return false;
  return principal.role !== 'unit' || (reachedParty(escalation) && isAgainst(principal, escalation, subject));
}

/**
 * Whether a paper is the unit’s to read: it is its party, whoever answers for the subject by now and whatever shows
 * itself of its case; or the subject stands below it, and the party is no other unit of the register, or was written
 * to by its address.
 */
function isAgainst(
  principal: Principal,
  { party, recipients }: EscalationRecord,
  subject: SubjectRecord | undefined,
): boolean {
  const units = unitsOf(principal);
  if (party?.subjectId !== undefined && units.includes(party.subjectId)) return true;
  if (!subject || !standsBelow(principal, subject)) return false;
  const isOwn =
    party?.subjectId === undefined || party.subjectId === subject.id || units.includes(subject.id);
  return isOwn || recipients.some(({ why }) => why === 'parent');
}

/** What a unit may see: what was issued, withdrawn afterwards or not. */
function reachedParty(escalation: EscalationRecord): boolean {
  if (escalation.takenOnTheSpot) return true;
  const out =
    isOut(escalation.status) || (escalation.status === 'withdrawn' && escalation.issue !== undefined);
  return out && escalation.recipients.some((to) => to.why === 'unit' || to.why === 'parent');
}

/** Newest first. */
export async function listEscalations(
  request: Request,
  query: z.infer<typeof escalationsQuery>,
): Promise<Listed<EscalationRecord>> {
  const own = await ownSubjects(request);
  return filteredPage(request.deps.store, {
    query: { pk: listOf(request.context.jurisdiction.id, 'ESCALATION'), descending: true },
    limit: query.limit,
    cursor: query.cursor,
    parse: escalationRecord.of,
    keep: (escalation) =>
      visible(request.principal, escalation, own?.get(escalation.subjectId)) &&
      (query.status === undefined || escalation.status === query.status) &&
      (query.step === undefined || escalation.step === query.step) &&
      (query.subjectId === undefined || escalation.subjectId === query.subjectId) &&
      (query.obligationId === undefined || dutyIdsOf(escalation).includes(query.obligationId)),
  });
}

/** All of a subject, oldest first; read consistently. */
export async function escalationsOf(
  deps: Deps,
  jurisdiction: string,
  subjectId: string,
): Promise<EscalationRecord[]> {
  const pk = subjectPartition(jurisdiction, subjectId);
  const items = await readAll(deps.store, { pk, from: 'E#', to: 'E#~', consistent: true });
  return items
    .map(escalationRecord.of)
    .sort((a, b) => (escalationRecord.listSort(a) < escalationRecord.listSort(b) ? -1 : 1));
}
