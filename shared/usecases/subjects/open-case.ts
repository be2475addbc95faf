import type { z } from 'zod';
import type { decisionBody } from '../../contract/escalations.ts';
import { SYSTEM } from '../../domain/actor.ts';
import { formatDay } from '../../domain/time/day.ts';
import { dayOf } from '../../domain/time/instant.ts';
import type { Party } from '../../domain/register/party.ts';
import { ok, type Outcome } from '../../outcome.ts';
import { inspectionRecord } from '../../records/inspection.ts';
import type { Pointer } from '../../records/agenda.ts';
import { subjectRecord, type SubjectRecord } from '../../records/subject.ts';
import type { Deps } from '../deps.ts';
import { planAround } from '../duties/plan-around.ts';
import { decide } from '../escalations/approval.ts';
import { loadEscalated, type Escalated } from '../escalations/escalated.ts';
import { OPEN_CASE_STEP, pointerTo } from '../escalations/pointer.ts';
import type { FoundEscalation } from '../escalations/list.ts';
import { promisePlanning } from '../promise.ts';
import type { Request } from '../request.ts';
import { pointersTo } from './make.ts';

type PartyRecord = NonNullable<SubjectRecord['parties']>[number];

/** Decides, and opens at once the case that an approved filing proposal asks for. */
export async function decideAndOpen(
  request: Request,
  id: string,
  body: z.infer<typeof decisionBody>,
): Promise<Outcome<FoundEscalation>> {
  const decided = await decide(request, id, body);
  if (!decided.ok) return decided;
  const { escalation } = decided.value;
  if (escalation.caseId !== undefined)
    await openCase(request.deps, pointerTo(escalation, OPEN_CASE_STEP, request.deps.clock.now()));
  return ok(decided.value);
}

/** The case of an approved filing proposal, once: its id is that of the proposal. Repeatable. */
export async function openCase(deps: Deps, pointer: Pointer): Promise<void> {
  const found = await loadEscalated(deps, pointer);
  const id = found?.escalation.caseId;
  if (!found || id === undefined) return;
  const { context } = found;
  const jurisdiction = context.jurisdiction.id;
  const known = await subjectRecord.read(deps.store, { jurisdiction, id });
  if (known) return;
  const fresh = await caseOf(deps, found, id);
  await promisePlanning(deps, jurisdiction, id);
  await deps.store.putMany(pointersTo(fresh));
  const stored = await subjectRecord.put(deps.store, fresh);
  // Who was faster has opened the very same.
  if (stored) await planAround(deps, context, stored, SYSTEM);
}

async function caseOf(deps: Deps, found: Escalated, id: string): Promise<SubjectRecord> {
  const { escalation, party, subject, now } = found;
  const { jurisdiction, office } = escalation;
  const name = party?.name ?? subject.name;
  const facts = {
    office,
    discoveredOn: await discoveredOn(deps, found),
    ...(party?.nature === undefined ? {} : { party: party.nature === 'individual' ? 'individual' : 'unit' }),
  };
  return {
    version: 0,
    id,
    jurisdiction,
    kind: 'case',
    name: `${name}涉嫌违法案`,
    parties: [partyOf(party, name)],
    traits: [],
    facts,
    recorded: Object.fromEntries(Object.keys(facts).map((fact) => [fact, now])),
    contacts: [],
    createdAt: now,
  };
}

/** A unit of the register stands for the rest. */
function partyOf(party: Party | undefined, name: string): PartyRecord {
  return party?.subjectId === undefined
    ? { name, ...party, relation: 'party' }
    : { relation: 'party', subjectId: party.subjectId };
}

/** As it was entered; else the day of the check, or of the draft. */
async function discoveredOn(deps: Deps, { escalation }: Escalated): Promise<string> {
  const { discovery, inspectionId, jurisdiction, draftedAt } = escalation;
  if (discovery?.on !== undefined) return discovery.on;
  const check =
    inspectionId === undefined
      ? undefined
      : await inspectionRecord.read(deps.store, { jurisdiction, id: inspectionId });
  return formatDay(dayOf(check?.content.at ?? draftedAt));
}
