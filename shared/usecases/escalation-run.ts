import type { Instant } from '../domain/instant.ts';
import { subjectOfId } from '../domain/ids.ts';
import type { Key } from '../ports.ts';
import { drawKey, escalationKey, obligationKey, quotaKey, subjectKey } from '../store/keys.ts';
import { escalationRecord, type EscalationRecord } from '../store/escalation-record.ts';
import {
  obligationRecord,
  subjectRecord,
  type ObligationRecord,
  type Pointer,
  type SubjectRecord,
} from '../store/records.ts';
import type { Rule } from '../rules/rule.ts';
import { enterAgenda } from './agenda.ts';
import { loadContext, type Context } from './context.ts';
import type { Deps } from './deps.ts';
import { lettersOf } from './escalation-letters.ts';
import { followUp } from './escalation-next.ts';
import { REPORTS_STEP, draftReports } from './escalation-reports.ts';
import { heldUntil, openTime } from './judge.ts';
import { withdrawFollowing } from './escalation-settle.ts';
import { LINK_STEP, settleLinks } from './ledger.ts';
import { documentRule } from './rule-of.ts';
import type { Letter, Sent } from './send.ts';
import { sendLetters } from './send-letters.ts';
import { bureauSubjectId } from './setup.ts';

/** An escalation with all that its letters and its next step need. */
export interface Escalated {
  readonly now: Instant;
  readonly pointer: Pointer;
  readonly context: Context;
  readonly escalation: EscalationRecord;
  readonly rule: Rule;
  readonly subject: SubjectRecord;
  readonly parent: SubjectRecord | undefined;
  readonly bureau: SubjectRecord | undefined;
  readonly obligation: ObligationRecord | undefined;
}

export interface Run {
  readonly left: number;
  readonly results: readonly PromiseSettledResult<unknown>[];
}

/**
 * Does what escalations call for at an instant: letters about what was issued, a period that has passed, a
 * decision that is still to be linked. The record is the truth, a pointer only a hint; repeatable.
 */
export async function deliverEscalations(deps: Deps, pointers: readonly Pointer[]): Promise<Run> {
  const own = pointers.filter((pointer) => pointer.escalationId !== undefined || pointer.step === LINK_STEP);
  const letters: Letter[] = [];
  const worked = await Promise.allSettled(
    own.map(async (pointer) => {
      letters.push(...(await workOff(deps, pointer)));
    }),
  );
  const { left, results } = letters.length === 0 ? none : await sendLetters(deps, letters);
  return { left, results: [...worked, ...results] };
}

const none: { readonly left: number; readonly results: readonly PromiseSettledResult<Sent>[] } = {
  left: 0,
  results: [],
};

async function workOff(deps: Deps, pointer: Pointer): Promise<readonly Letter[]> {
  const { jurisdiction } = pointer;
  if (pointer.step === LINK_STEP) {
    const item = await settleLinks(deps, jurisdiction, holderKey(pointer));
    // Once more: a process may have ended between a withdrawal and what it entails.
    if (item && pointer.escalationId !== undefined)
      await withdrawFollowing(deps, escalationRecord.parse(item));
    return [];
  }
  const found = await loadEscalated(deps, pointer);
  if (!found) return [];
  if (pointer.step === REPORTS_STEP) {
    await draftReports(deps, found);
    return [];
  }
  const now = deps.clock.now();
  const open = heldUntil(found.context, now) ?? openTime(found.context, now);
  if (open > now) {
    await enterAgenda(deps.store, [{ ...pointer, at: open }], now);
    return [];
  }
  if (pointer.step === 'next') return followUp(deps, found);
  return lettersOf(deps, found);
}

/** What holds the decision that is still to be linked. */
function holderKey({ jurisdiction, escalationId, drawId, quota, obligationId }: Pointer): Key {
  if (escalationId !== undefined) return escalationKey(jurisdiction, escalationId);
  if (quota !== undefined) return quotaKey(jurisdiction, 'DECISION', quota.ruleId, quota.period);
  return drawId === undefined ? obligationKey(jurisdiction, obligationId) : drawKey(jurisdiction, drawId);
}

export async function loadEscalated(deps: Deps, pointer: Pointer): Promise<Escalated | undefined> {
  const { jurisdiction, escalationId = '' } = pointer;
  const subjectId = subjectOfId(escalationId);
  const context = await loadContext(deps.store, jurisdiction);
  const item = await deps.store.get(escalationKey(jurisdiction, escalationId));
  if (!context || !item || subjectId === undefined) return undefined;
  const escalation = escalationRecord.parse(item);
  const rule = documentRule(context.rulebook, escalation);
  const holder = await deps.store.get(subjectKey(jurisdiction, subjectId));
  if (!rule || !holder) return undefined;
  const subject = subjectRecord.parse(holder);
  return {
    now: deps.clock.now(),
    pointer,
    context,
    escalation,
    rule,
    subject,
    parent: await subjectAt(deps, jurisdiction, subject.parentId),
    bureau: await subjectAt(deps, jurisdiction, bureauSubjectId(jurisdiction, rule.office)),
    obligation: await obligationAt(deps, escalation),
  };
}

async function subjectAt(
  deps: Deps,
  jurisdiction: string,
  id: string | undefined,
): Promise<SubjectRecord | undefined> {
  const item = id === undefined ? undefined : await deps.store.get(subjectKey(jurisdiction, id));
  return item && subjectRecord.parse(item);
}

export async function obligationAt(
  deps: Deps,
  escalation: EscalationRecord,
): Promise<ObligationRecord | undefined> {
  if (escalation.obligationId === undefined) return undefined;
  const item = await deps.store.get(obligationKey(escalation.jurisdiction, escalation.obligationId));
  return item && obligationRecord.parse(item);
}
