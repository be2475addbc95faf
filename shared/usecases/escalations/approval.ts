import { nameOf } from '../people.ts';
import type { z } from 'zod';
import type { decisionBody } from '../../contract/escalations.ts';
import { fail, ok, problem, problemAt, type Outcome } from '../../outcome.ts';
import { raise } from '../../problems/raise.ts';
import { canonical } from '../../domain/canonical.ts';
import { caseOrganOf, mayPunish } from '../../domain/cases/standing.ts';
import { contentHash, idOf } from '../../domain/ids.ts';
import type { EscalationRecord } from '../../records/escalation.ts';
import { paperIn } from '../../vocabulary/measures.ts';
import { dailyItem } from '../notices/daily-line.ts';
import { actOn, type Act } from './act.ts';
import { heldBack, lacking, lackingStill } from './lacking.ts';
import type { FoundEscalation } from './list.ts';
import { partyFor } from './party.ts';
import { OPEN_CASE_STEP, pointerTo } from './pointer.ts';
import type { Request } from '../request.ts';

/** An officer asks for approval; refused with everything that is missing. */
export async function propose(request: Request, id: string): Promise<Outcome<FoundEscalation>> {
  return actOn(request, id, 'propose', async (found) => {
    const { escalation } = found;
    const held = await heldBack(request, escalation);
    if (held) return held;
    const missing = await lacking(request, found);
    if (missing.length > 0) {
      const fields = missing.map(({ path }) => path);
      return fail({ ...raise('escalation.lacks', { fields }), errors: missing });
    }
    const now = request.deps.clock.now();
    const party = await partyFor(request.deps, found);
    const proposed: Act = {
      change: {
        party,
        approval: {
          role: escalation.approval.role,
          proposedBy: request.principal.sub,
          proposedAt: now,
        },
      },
      what: 'proposed',
      text: '提请审批',
      facts: { textHash: textHashOf({ ...escalation, party }) },
      pointers: [pointerTo(escalation, `proposed:${now}`, now)],
    };
    return ok(proposed);
  });
}

/** The very words and circumstances that are approved. */
export function textHashOf(escalation: EscalationRecord): string {
  const { text, rectifyBy, refusal, legalBasis, form, priorNotice, statement, legalReview } = escalation;
  const { circulation, unsentNoticeReason, party, paper, officers, evidence, discovery, interview } =
    escalation;
  const { earlierOnPaper, investigation, transfer, supervision } = escalation;
  const choices = { earlierOnPaper, investigation, transfer, supervision };
  const more = { officers, evidence, discovery, interview, ...choices };
  return contentHash(
    JSON.stringify([
      text,
      rectifyBy,
      refusal?.text,
      legalBasis,
      form,
      priorNotice,
      statement,
      legalReview,
      circulation,
      ...(unsentNoticeReason === undefined ? [] : [unsentNoticeReason]),
      ...(party === undefined ? [] : [canonical({ ...party })]),
      ...(paper === undefined ? [] : [paper]),
      ...(Object.values(more).some((value) => value !== undefined) ? [canonical(more)] : []),
    ]),
  );
}

/** The decision of the role that the step names, by another person than the proposer. */
export async function decide(
  request: Request,
  id: string,
  body: z.infer<typeof decisionBody>,
): Promise<Outcome<FoundEscalation>> {
  const event = body.decision === 'approve' ? 'approve' : 'reject';
  return actOn(request, id, event, async (found) => {
    const { escalation } = found;
    const { principal, deps } = request;
    if (principal.role !== escalation.approval.role)
      return problem('escalation.other-role', { role: escalation.approval.role });
    const { proposedBy } = escalation.approval;
    // Whoever acts for the leader acts as the leader.
    if (proposedBy === principal.sub || (proposedBy !== undefined && proposedBy === principal.deputyFor))
      return problemAt('decision', 'escalation.own-proposal');
    if (event === 'approve') {
      const held = await heldBack(request, escalation);
      if (held) return held;
      const missing = await lackingStill(request, found);
      if (missing.length > 0) return fail({ ...raise('escalation.lacks-now'), errors: missing });
    }
    // What an older table holds as proposed bears no party yet.
    const party = await partyFor(deps, found);
    const textHash = textHashOf({ ...escalation, party });
    const opens = event === 'approve' && isFilingProposal(escalation);
    const organ = caseOrganOf(request.context, escalation.office);
    if (opens && !mayPunish(organ)) return problemAt('decision', 'case.no-standing', { organ });
    const caseId = opens ? idOf('subject', escalation.jurisdiction, 'case', escalation.id) : undefined;
    // The line first: it is shown only where the document was refused.
    if (event === 'reject')
      await deps.store.putMany([
        dailyItem(escalation.jurisdiction, 'decided', escalation.id, deps.clock.now()),
      ]);
    return ok({
      change: {
        party,
        ...(caseId === undefined ? {} : { caseId }),
        approval: {
          ...escalation.approval,
          decidedBy: principal.sub,
          decidedFor: principal.deputyFor,
          at: deps.clock.now(),
          reason: body.reason,
          textHash,
        },
      },
      what: event === 'approve' ? 'approved' : 'rejected',
      text: `${event === 'approve' ? '批准' : '不予批准'}${deputyText(request)}：${body.reason}`,
      facts: { reason: body.reason, textHash, proposedBy: escalation.approval.proposedBy },
      pointers: caseId === undefined ? [] : [pointerTo(escalation, OPEN_CASE_STEP, deps.clock.now())],
    });
  });
}

/** What is approved here is that a case be made of it; the penalty comes out of the case. */
const isFilingProposal = (escalation: EscalationRecord): boolean => paperIn(escalation) === 'filing-proposal';

/** （代李局长） */
function deputyText({ principal, context }: Request): string {
  const { deputyFor } = principal;
  if (deputyFor === undefined) return '';
  return `（代${nameOf(context.staff, deputyFor)}）`;
}
