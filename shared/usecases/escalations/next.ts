import { SYSTEM } from '../../domain/actor.ts';
import { day } from '../../domain/time/day.ts';
import { dayOf, type Instant } from '../../domain/time/instant.ts';
import { afterPeriod, sanctionAfter } from '../../domain/escalations/ladder.ts';
import { isDeadline, type Rule } from '../../rules/rule.ts';
import type { EscalationRecord } from '../../records/escalation.ts';
import { enterAgenda } from '../agenda.ts';
import type { Deps } from '../deps.ts';
import { draftEscalation } from './draft.ts';
import { draftedAs } from './fresh-text.ts';
import { seedOf } from './from-duty.ts';
import { todayOf } from '../request.ts';
import { inside } from './letters.ts';
import type { Escalated } from './escalated.ts';
import { deskOf } from '../notices/bureau-people.ts';
import type { Letter } from '../notices/send.ts';

/**
 * Looks at what an order’s period has brought, once it has passed: nothing where the duty is met, the next step
 * of the ladder as a draft where it is not. Held while a report waits for the bureau’s answer; repeatable.
 */
export async function followUp(deps: Deps, found: Escalated): Promise<readonly Letter[]> {
  const { context, escalation, now } = found;
  if (escalation.status !== 'served' || escalation.complied) return [];
  const policy = { calendar: context.calendar, settings: context.settings };
  const until = escalation.rectifyUntil;
  if (until === undefined) return [];
  const due = afterPeriod(policy, day(until));
  if (due > now) return comeBack(deps, found, due);
  return found.obligation ? afterDuty(deps, found) : afterOrder(deps, found);
}

async function comeBack(deps: Deps, found: Escalated, at: Instant): Promise<readonly Letter[]> {
  await enterAgenda(deps.store, [{ ...found.pointer, at }], found.now);
  return [];
}

async function afterDuty(deps: Deps, found: Escalated): Promise<readonly Letter[]> {
  const { context, escalation, rule, duties, now } = found;
  const open = duties.filter(({ closed }) => !closed);
  const [obligation, ...alongside] = open;
  if (!obligation || !isDeadline(rule)) return [];
  const held = open.some(({ report, provisional }) => report?.state === 'pending' || provisional);
  if (held) return comeBack(deps, found, nextMorning(found));
  const moved = open.find(({ overdueFrom }) => now < overdueFrom);
  if (moved) return comeBack(deps, found, moved.overdueFrom);
  const next = sanctionAfter(rule, escalation.step);
  if (next)
    await draftEscalation(
      deps,
      context,
      seedOf({ ...found, rule, obligation, alongside }, next, escalation, todayOf({ deps })),
    );
  return [];
}

function nextMorning({ context, now }: Escalated): Instant {
  return afterPeriod({ calendar: context.calendar, settings: context.settings }, dayOf(now));
}

/** For an order that no missed deadline began: the officers are told, and what the list provides is drafted. */
async function afterOrder(deps: Deps, found: Escalated): Promise<readonly Letter[]> {
  const { context, escalation, rule, subject } = found;
  const next = followingStep(rule, escalation);
  if (next) {
    await draftEscalation(deps, context, {
      subject,
      step: next.step,
      rule,
      approval: next.approval ?? 'bureau-leader',
      inspectionId: escalation.inspectionId,
      previousId: escalation.id,
      meaning: [escalation.id],
      ...draftedAs(
        { ...found, step: next.step, obligation: undefined, order: escalation },
        todayOf({ deps }),
      ),
      by: SYSTEM,
    });
  }
  return inside(found, 'unrectified', deskOf({ ...found, office: escalation.office }));
}

function followingStep(rule: Rule, escalation: EscalationRecord) {
  const steps = rule.escalation?.steps ?? [];
  const index = steps.findIndex((step) => step.step === escalation.step);
  const next = index < 0 ? undefined : steps[index + 1];
  return next?.follows === 'unrectified' ? next : undefined;
}
