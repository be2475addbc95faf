import type { Actor } from '../../domain/actor.ts';
import { idOf } from '../../domain/ids.ts';
import type { PaperName } from '../../vocabulary/papers.ts';
import type { Rule } from '../../rules/rule.ts';
import type { EscalationStep, Role } from '../../rules/schema.ts';
import { escalationRecord, type EscalationRecord } from '../../records/escalation.ts';
import type { Context } from '../context.ts';
import type { Deps } from '../deps.ts';
import type { ObligationRecord } from '../../records/obligation.ts';
import type { SubjectRecord } from '../../records/subject.ts';

export interface DraftSeed {
  readonly subject: SubjectRecord;
  readonly step: EscalationStep;
  readonly rule: Rule;
  readonly approval: Role;
  readonly obligation?: ObligationRecord | undefined;
  /** The other duties that it is about. */
  readonly alongside?: readonly ObligationRecord[] | undefined;
  readonly inspectionId?: string | undefined;
  readonly previousId?: string | undefined;
  /** What makes it the same draft when asked again. */
  readonly meaning: readonly string[];
  /** The due day that was missed. */
  readonly due?: string | undefined;
  readonly text: string;
  /** The paper that the text is written for. */
  readonly paper: PaperName;
  /** Whether a reminder letter went before it. */
  readonly again?: boolean;
  /** The day that a check has set for the same problem. */
  readonly rectifyBy?: string | undefined;
  readonly by: Actor;
}

/** `<subject>.<hash>`, so that an id alone finds the item. */
function escalationIdOf(seed: Pick<DraftSeed, 'subject' | 'step' | 'meaning'>): string {
  const { subject, step, meaning } = seed;
  return `${subject.id}.${idOf('escalation', subject.jurisdiction, subject.id, step, ...meaning)}`;
}

export function freshEscalation(deps: Deps, seed: DraftSeed): EscalationRecord {
  const now = deps.clock.now();
  const { subject, rule } = seed;
  const id = escalationIdOf(seed);
  return {
    version: 0,
    id,
    jurisdiction: subject.jurisdiction,
    subjectId: subject.id,
    step: seed.step,
    status: 'draft',
    ruleId: rule.ruleId,
    ruleOn: seed.obligation?.arisesOn,
    office: rule.office,
    obligationId: seed.obligation?.id,
    ...alongsideOf(seed.alongside),
    inspectionId: seed.inspectionId,
    previousId: seed.previousId,
    due: seed.due,
    draftedAt: now,
    draftedBy: seed.by,
    paper: seed.paper,
    ...(seed.again ? { again: true } : {}),
    text: seed.text,
    rectifyBy: seed.rectifyBy,
    circulation: [],
    approval: { role: seed.approval },
    corrections: [],
    recipients: [],
    links: [],
    history: [{ at: now, by: seed.by, what: 'drafted', text: '起草' }],
  };
}

/** Absent where it is about one duty alone. */
export const alongsideOf = (duties: readonly ObligationRecord[] = []): Pick<EscalationRecord, 'alongside'> =>
  duties.length === 0 ? {} : { alongside: duties.map(({ id }) => id) };

/**
 * Puts a draft where none of its meaning is yet; repeatable. A draft binds nobody: it waits for a proposal, and that
 * for an approval, and the daily mail tells of it until then.
 */
export async function draftEscalation(
  deps: Deps,
  _context: Context,
  seed: DraftSeed,
): Promise<EscalationRecord> {
  const fresh = freshEscalation(deps, seed);
  const stored = await escalationRecord.put(deps.store, fresh);
  if (stored) {
    deps.log('info', 'DRAFTED', 'A document was drafted and waits for an officer.', {
      escalation: fresh.id,
      step: fresh.step,
    });
    return stored;
  }
  const known = (await escalationRecord.read(deps.store, fresh)) ?? fresh;
  return endedWithItsOrder(known, seed)
    ? draftEscalation(deps, _context, { ...seed, meaning: [...seed.meaning, seed.previousId ?? ''] })
    : known;
}

/** It was withdrawn with an earlier order; a new order about the same duty has a next step of its own. */
const endedWithItsOrder = (
  { status, previousId }: EscalationRecord,
  { previousId: order, meaning }: DraftSeed,
) => status === 'withdrawn' && order !== undefined && previousId !== order && !meaning.includes(order);
