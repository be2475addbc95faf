import type { Party } from '../../domain/register/party.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { subjectOfId } from '../../domain/ids.ts';
import { dutyIdsOf, escalationRecord, type EscalationRecord } from '../../records/escalation.ts';
import type { Pointer } from '../../records/agenda.ts';
import type { Rule } from '../../rules/rule.ts';
import { sendingContext, type Context } from '../context.ts';
import type { Deps } from '../deps.ts';
import { partyFor } from './party.ts';
import { documentRule } from '../register/rule-of.ts';
import { bureauSubjectId } from '../bureau-subject.ts';
import { type ObligationRecord, obligationRecord } from '../../records/obligation.ts';
import { type SubjectRecord, subjectRecord } from '../../records/subject.ts';

/** An escalation with all that its letters and its next step need. */
export interface Escalated {
  readonly now: Instant;
  readonly pointer: Pointer;
  readonly context: Context;
  readonly escalation: EscalationRecord;
  readonly rule: Rule;
  readonly subject: SubjectRecord;
  readonly parent: SubjectRecord | undefined;
  readonly party: Party | undefined;
  readonly bureau: SubjectRecord | undefined;
  readonly obligation: ObligationRecord | undefined;
  /** All that it is about, the first one included. */
  readonly duties: readonly ObligationRecord[];
}

export async function loadEscalated(deps: Deps, pointer: Pointer): Promise<Escalated | undefined> {
  const { jurisdiction, escalationId = '' } = pointer;
  const subjectId = subjectOfId(escalationId);
  const context = await sendingContext(deps, jurisdiction);
  const escalation = await escalationRecord.read(deps.store, { jurisdiction, id: escalationId });
  if (!context || !escalation || subjectId === undefined) return undefined;
  const rule = documentRule(context.rulebook, escalation);
  const holder = await deps.store.get(subjectRecord.key({ jurisdiction, id: subjectId }));
  if (!rule || !holder) return undefined;
  const subject = subjectRecord.of(holder);
  const duties = await dutiesAt(deps, escalation);
  return {
    now: deps.clock.now(),
    pointer,
    context,
    escalation,
    rule,
    subject,
    parent: await subjectAt(deps, jurisdiction, subject.parentId),
    party: await partyFor(deps, { escalation, subject, rule }),
    bureau: await subjectAt(deps, jurisdiction, bureauSubjectId(jurisdiction, rule.office)),
    obligation: duties.find(({ id }) => id === escalation.obligationId),
    duties,
  };
}

async function subjectAt(
  deps: Deps,
  jurisdiction: string,
  id: string | undefined,
): Promise<SubjectRecord | undefined> {
  const item = id === undefined ? undefined : await deps.store.get(subjectRecord.key({ jurisdiction, id }));
  return item && subjectRecord.of(item);
}

/** The duties that it is about, in their order. */
export async function dutiesAt(
  deps: Pick<Deps, 'store'>,
  escalation: EscalationRecord,
): Promise<readonly ObligationRecord[]> {
  const { jurisdiction } = escalation;
  const ids = dutyIdsOf(escalation);
  const read = await obligationRecord.readMany(
    deps.store,
    ids.map((id) => ({ jurisdiction, id })),
  );
  return ids.flatMap((id) => read.find((duty) => duty.id === id) ?? []);
}

/** The first of them. */
export async function obligationAt(
  deps: Pick<Deps, 'store'>,
  escalation: EscalationRecord,
): Promise<ObligationRecord | undefined> {
  return (await dutiesAt(deps, escalation)).find(({ id }) => id === escalation.obligationId);
}
