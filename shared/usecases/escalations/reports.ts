import { SYSTEM } from '../../domain/actor.ts';
import type { Party } from '../../domain/register/party.ts';
import { isOut, isPending } from '../../domain/escalations/state.ts';
import { dayOf } from '../../domain/time/instant.ts';
import type { Rule } from '../../rules/rule.ts';
import { measures } from '../../vocabulary/measures.ts';
import type { EscalationRecord } from '../../records/escalation.ts';
import type { Context } from '../context.ts';
import type { Deps } from '../deps.ts';
import { draftEscalation } from './draft.ts';
import { draftedAs } from './fresh-text.ts';
import { todayOf } from '../request.ts';
import { escalationsOf } from './list.ts';
import type { SubjectRecord } from '../../records/subject.ts';

/** The step of a pointer that looks whether the reports of a stop were drafted. */
export const REPORTS_STEP = 'reports';

/** What is reported at the same moment as a stop (与责令停止同时报告), by rules that provide for both. */
export const reportsOf = ({ step: stop }: Pick<EscalationRecord, 'step'>, { escalation }: Rule) =>
  (escalation?.steps ?? []).filter(({ step }) => measures[stop].atOnce?.includes(step));

export const callsForReports = (stop: Pick<EscalationRecord, 'step'>, rule: Rule): boolean =>
  reportsOf(stop, rule).length > 0;

/** A report that follows from the stop, or that somebody drafted on the same day without naming any. */
const isAbout = (report: EscalationRecord, stop: EscalationRecord): boolean =>
  report.previousId === undefined
    ? dayOf(report.draftedAt) === dayOf(stop.draftedAt) && report.draftedAt >= stop.draftedAt
    : report.previousId === stop.id;

/** Drafts them for the leader’s approval, but for those that somebody has drafted already; repeatable. */
export async function draftReports(
  deps: Deps,
  about: {
    readonly context: Context;
    readonly escalation: EscalationRecord;
    readonly rule: Rule;
    readonly subject: SubjectRecord;
    readonly party: Party | undefined;
    readonly bureau: SubjectRecord | undefined;
  },
): Promise<void> {
  const { context, escalation: stop, rule, subject, party, bureau } = about;
  if (!callsForReports(stop, rule) || !(isPending(stop.status) || isOut(stop.status))) return;
  const known = await escalationsOf(deps, stop.jurisdiction, subject.id);
  for (const { step, approval } of reportsOf(stop, rule)) {
    const there = known.some(
      (other) =>
        other.step === step &&
        other.ruleId === rule.ruleId &&
        (isPending(other.status) || isOut(other.status)) &&
        isAbout(other, stop),
    );
    if (there) continue;
    await draftEscalation(deps, context, {
      subject,
      step,
      rule,
      approval: approval ?? 'bureau-leader',
      inspectionId: stop.inspectionId,
      previousId: stop.id,
      meaning: [stop.id],
      ...draftedAs({ context, rule, step, subject, party, bureau, reported: stop }, todayOf({ deps })),
      by: SYSTEM,
    });
  }
}
