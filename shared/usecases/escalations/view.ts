import { signature } from '../../domain/actor.ts';
import { said } from '../../problems/say.ts';
import { day, formatDay } from '../../domain/time/day.ts';
import { isPending } from '../../domain/escalations/state.ts';
import { formatInstant } from '../../domain/time/instant.ts';
import { defenceEnd } from '../../domain/escalations/ladder.ts';
import { documentTitles } from '../../rules/catalogue.ts';
import type { EscalationRecord } from '../../records/escalation.ts';
import { lacking, lackingStill } from './lacking.ts';
import { partyFor } from './party.ts';
import { reachOf } from './recipients.ts';
import type { FoundEscalation } from './list.ts';
import { legalView } from './legal-word.ts';
import { openPlaces } from './open.ts';
import { isHearing } from './hearing.ts';
import { nextNumber } from './document-number.ts';
import { footingFor } from './grounds.ts';
import { todayOf, type Request } from '../request.ts';
import { citeOf, titleOf } from './title.ts';

/** An escalation as the API shows it; a unit sees what was issued to it, not how it came about. */
export async function escalationView(request: Request, found: FoundEscalation) {
  const { escalation, rule, subject } = found;
  const { context, principal, deps } = request;
  const party = await partyFor(deps, found);
  const { paper, grounds } = footingFor(request, found, party);
  const shared = {
    ...sharedView(request, { ...escalation, paper }, rule),
    subjectName: subject.name,
    party,
    paper,
    provisions: grounds.map((ground) => ({
      ...ground,
      from: ground.from ?? undefined,
    })),
  };
  if (principal.role === 'unit') return { ...shared, approval: { role: escalation.approval.role } };
  const lacks = await lacksOf(request, found);
  const policy = { calendar: context.calendar, settings: context.settings };
  const { proposedAt, at, ...approval } = escalation.approval;
  return {
    ...shared,
    draftedBy: signature(escalation.draftedBy),
    approval: {
      ...approval,
      ...(proposedAt === undefined ? {} : { proposedAt: formatInstant(proposedAt) }),
      ...(at === undefined ? {} : { at: formatInstant(at) }),
    },
    caseId: escalation.caseId,
    missing: lacks.map(({ path }) => path),
    lacks: said(lacks, request.language),
    refusal: escalation.refusal && {
      ...escalation.refusal,
      by: signature(escalation.refusal.by),
      at: formatInstant(escalation.refusal.at),
    },
    legalBasis: escalation.legalBasis,
    unsentNoticeReason: escalation.unsentNoticeReason,
    earlierOnPaper: escalation.earlierOnPaper,
    form: escalation.form,
    priorNotice: escalation.priorNotice,
    defenceUntil:
      escalation.priorNotice && formatDay(defenceEnd(policy, rule, day(escalation.priorNotice.servedOn))),
    statement: escalation.statement,
    hearing: isHearing(found, { paper }),
    legalReview: escalation.legalReview,
    legalWord: await legalView(request, found),
    circulation: escalation.circulation,
    officers: escalation.officers,
    evidence: escalation.evidence,
    discovery: escalation.discovery,
    investigation: escalation.investigation,
    transfer: escalation.transfer,
    supervision: escalation.supervision,
    interview: escalation.interview && {
      ...escalation.interview,
      at: formatInstant(escalation.interview.at),
    },
    ...(await beforeIssue(request, found)),
    // Before the issue, whom it would reach as things stand now.
    ...(isPending(escalation.status) ? await reachOf(request, found) : { recipients: escalation.recipients }),
    takenOnTheSpot: escalation.takenOnTheSpot && {
      ...escalation.takenOnTheSpot,
      at: formatInstant(escalation.takenOnTheSpot.at),
    },
    history: escalation.history.map((entry) => ({
      ...entry,
      at: formatInstant(entry.at),
      by: signature(entry.by),
    })),
  };
}

/** What the issue will ask for: the places that are open, the next number of the pattern. */
async function beforeIssue(request: Request, found: FoundEscalation) {
  const { escalation } = found;
  if (!isPending(escalation.status)) return {};
  const today = todayOf(request);
  const open = await openPlaces(request, found, today);
  return {
    openPlaces: said(open, request.language),
    nextNumber: await nextNumber(request, escalation, today),
  };
}

/** Whether the notice before it left is asked of the proposal alone. */
async function lacksOf(request: Request, found: FoundEscalation) {
  const { status } = found.escalation;
  if (status === 'draft') return lacking(request, found);
  return isPending(status) ? lackingStill(request, found) : [];
}

function sharedView({ context }: Request, escalation: EscalationRecord, rule: FoundEscalation['rule']) {
  const { issue, service, complied, withdrawal } = escalation;
  return {
    id: escalation.id,
    subjectId: escalation.subjectId,
    obligationId: escalation.obligationId,
    alongside: escalation.alongside,
    inspectionId: escalation.inspectionId,
    previousId: escalation.previousId,
    ruleId: escalation.ruleId,
    step: escalation.step,
    name: titleOf(context, { escalation, rule }),
    status: escalation.status,
    draftedAt: formatInstant(escalation.draftedAt),
    citation: {
      document: rule.document,
      section: citeOf({ escalation, rule }),
      title: documentTitles[rule.document],
    },
    text: escalation.text,
    rectifyBy: escalation.rectifyBy,
    rectifyUntil: escalation.rectifyUntil,
    missing: [],
    issue: issue && { number: issue.number, on: issue.on, at: formatInstant(issue.at) },
    service: service && {
      on: service.on,
      method: service.method,
      receivedBy: service.receivedBy,
      witnesses: service.witnesses,
      electronicConsent: service.electronicConsent,
      place: service.place,
      deliverers: service.deliverers,
      at: formatInstant(service.at),
    },
    complied: complied && { on: complied.on, note: complied.note, at: formatInstant(complied.at) },
    withdrawal: withdrawal && {
      reason: withdrawal.reason,
      text: withdrawal.text,
      at: formatInstant(withdrawal.at),
    },
    corrections: escalation.corrections.map(({ reason, text, at }) => ({
      reason,
      text,
      at: formatInstant(at),
    })),
    version: escalation.version,
  };
}
