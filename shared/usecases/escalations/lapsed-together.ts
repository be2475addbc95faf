import { SYSTEM } from '../../domain/actor.ts';
import { findingBehind } from '../../domain/checks/finding-of.ts';
import { isEntered } from '../../domain/escalations/paper.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { EscalationStep } from '../../rules/schema.ts';
import { dutyIdsOf, type EscalationRecord } from '../../records/escalation.ts';
import type { ObligationRecord } from '../../records/obligation.ts';
import { paperIn } from '../../vocabulary/measures.ts';
import type { Deps } from '../deps.ts';
import type { Duty } from '../notices/duty.ts';
import { obligationsOf, toldDate } from '../register/obligations-of.ts';
import { alongsideOf } from './draft.ts';
import { loadEscalated } from './escalated.ts';
import { freshText, type Drafted } from './fresh-text.ts';
import { escalationsOf } from './list.ts';
import { pointerTo } from './pointer.ts';

/**
 * The duties that one draft is about, this one among them: the problems of one check, with one day, that nothing was
 * drafted for yet, in the order of the record. Empty where this one has its draft; itself alone for any other duty.
 */
export async function lapsedTogether(
  deps: Deps,
  { rule, subject, obligation }: Pick<Duty, 'rule' | 'subject' | 'obligation'>,
  step: EscalationStep,
): Promise<readonly ObligationRecord[]> {
  const found = findingBehind(rule, subject, obligation);
  if (!found) return [obligation];
  const due = toldDate(obligation);
  const all = await escalationsOf(deps, subject.jurisdiction, subject.id);
  const drafted = all.filter(
    (one) => one.step === step && one.due === due && one.draftedBy.role === SYSTEM.role,
  );
  const has = new Set(drafted.flatMap(dutyIdsOf));
  if (has.has(obligation.id)) return [];
  const now = deps.clock.now();
  const known = [...(await obligationsOf(deps, subject)).values()];
  const others = known.filter(
    (one) => one.ruleId === rule.ruleId && !has.has(one.id) && toldDate(one) === due && hasLapsed(one, now),
  );
  // In the order of the record; this one is among them, however the register was read.
  return (subject.findings ?? [])
    .filter(({ inspectionId }) => inspectionId === found.inspectionId)
    .flatMap(({ id }) =>
      id === obligation.key ? [obligation] : others.filter(({ key }) => key === id).slice(0, 1),
    );
}

const hasLapsed = (
  { closed, pursuit, report, provisional, overdueFrom }: ObligationRecord,
  now: Instant,
): boolean =>
  !closed && pursuit === 'active' && report?.state !== 'pending' && !provisional && now >= overdueFrom;

/**
 * What a document that has not left becomes when some of its duties are met and others not: about those that are left,
 * and a draft again. Words that nobody has touched follow; others are for their writer to go over.
 */
export async function narrowed(
  deps: Deps,
  known: EscalationRecord,
  standing: readonly ObligationRecord[],
  reason: string,
): Promise<EscalationRecord | undefined> {
  const [obligation, ...alongside] = standing;
  const found = await loadEscalated(deps, pointerTo(known, 'next', deps.clock.now()));
  if (!found || !obligation) return undefined;
  const { context, rule, subject, party, bureau, duties } = found;
  const { step, rectifyBy } = known;
  const drafted = { context, rule, step, subject, party, bureau, rectifyBy };
  const [first, ...others] = duties;
  const paper = paperIn(known);
  const words = (about: Pick<Drafted, 'obligation' | 'alongside'>): string =>
    freshText({ ...drafted, ...about }, paper, isEntered(known));
  const isUntouched = known.text === words({ obligation: first, alongside: others });
  const at = deps.clock.now();
  const text = `${reason}，不再列入${isUntouched ? '，正文已重新起草' : '，请核对正文'}；须重新提请审批`;
  return {
    ...known,
    obligationId: obligation.id,
    alongside: alongsideOf(alongside).alongside,
    status: known.status === 'rejected' ? 'rejected' : 'draft',
    text: isUntouched ? words({ obligation, alongside }) : known.text,
    party: undefined,
    approval: { role: known.approval.role },
    history: [...known.history, { at, by: SYSTEM, what: 'edited', text }],
  };
}
