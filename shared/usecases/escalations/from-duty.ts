import { SYSTEM } from '../../domain/actor.ts';
import { findingBehind } from '../../domain/checks/finding-of.ts';
import { sanctionOf, type Sanction } from '../../domain/escalations/ladder.ts';
import { isOut, isPending } from '../../domain/escalations/state.ts';
import { escalationStep } from '../../rules/schema.ts';
import type { EscalationRecord } from '../../records/escalation.ts';
import type { Deps } from '../deps.ts';
import { checksFrom, clearingAmong } from '../checks/clearing.ts';
import type { Duty } from '../notices/duty.ts';
import type { ObligationRecord } from '../../records/obligation.ts';
import { lapsedTogether } from './lapsed-together.ts';
import { draftEscalation, type DraftSeed } from './draft.ts';
import { draftedAs } from './fresh-text.ts';
import { todayOf } from '../request.ts';
import { escalationsOf } from './list.ts';
import { toldDate } from '../register/obligations-of.ts';

/** All that a draft is made from, for a duty that was missed. */
export type Missed = Pick<Duty, 'context' | 'rule' | 'obligation' | 'subject' | 'party' | 'bureau'> & {
  /** The other duties that the same draft is about. */
  readonly alongside?: readonly ObligationRecord[] | undefined;
};

/** The first step of a missed duty’s ladder, drafted when its lateness is told. */
export async function draftForDuty(deps: Deps, duty: Duty): Promise<void> {
  const sanction = sanctionFor(duty);
  if (!sanction || (await isFollowedUp(deps, duty, sanction))) return;
  const [obligation, ...alongside] = await lapsedTogether(deps, duty, sanction.step);
  if (!obligation) return;
  const missed = { ...duty, obligation, alongside };
  await draftEscalation(deps, duty.context, seedOf(missed, sanction, undefined, todayOf({ deps })));
}

function sanctionFor({ rule, step }: Duty): Sanction | undefined {
  const named = escalationStep.safeParse(step.key);
  return named.success ? sanctionOf(rule, named.data) : undefined;
}

/**
 * Whether a lapsed finding needs no draft: an officer has begun such a document on the same check, or a later check
 * found nothing at the subject. The duty stays open, and the bureau is told of it.
 */
async function isFollowedUp(
  deps: Deps,
  { rule, subject, obligation }: Duty,
  { step }: Sanction,
): Promise<boolean> {
  const { jurisdiction, id: subjectId } = subject;
  const inspectionId = findingBehind(rule, subject, obligation)?.inspectionId;
  if (inspectionId === undefined) return false;
  const all = await escalationsOf(deps, jurisdiction, subjectId);
  const isBegun = all.some(
    (one) =>
      one.step === step &&
      one.inspectionId === inspectionId &&
      one.obligationId === undefined &&
      (isPending(one.status) || isOut(one.status)),
  );
  if (isBegun) return true;
  const checks = await checksFrom(deps, jurisdiction, inspectionId);
  return clearingAmong(checks, { subjectId, inspectionId }) !== undefined;
}

/** The draft of a step against a missed duty; `order` is the one whose period passed without effect. */
export function seedOf(
  missed: Missed,
  sanction: Sanction,
  order: EscalationRecord | undefined,
  today: string,
): DraftSeed {
  const { obligation, alongside, subject, rule } = missed;
  return {
    subject,
    step: sanction.step,
    rule,
    approval: sanction.approval,
    obligation,
    alongside,
    inspectionId: order?.inspectionId ?? findingBehind(rule, subject, obligation)?.inspectionId,
    previousId: order?.id,
    meaning: [obligation.id, toldDate(obligation)],
    due: toldDate(obligation),
    ...draftedAs({ ...missed, step: sanction.step, order }, today),
    by: SYSTEM,
  };
}
