import { caseOrganOf, mayPunish } from '../../domain/cases/standing.ts';
import { idOf } from '../../domain/ids.ts';
import type { z } from 'zod';
import type { decisionBody, escalationPatch } from '../../contract/escalations.ts';
import {
  fail,
  failOf,
  fieldError,
  ok,
  problem,
  problemAt,
  type FieldError,
  type Outcome,
} from '../../outcome.ts';
import { raise } from '../../problems/raise.ts';
import { measures, paperIn } from '../../vocabulary/measures.ts';
import { actorOf } from '../../domain/actor.ts';
import { day } from '../../domain/time/day.ts';
import { failedOrder, missingOf } from '../../domain/escalations/missing.ts';
import { basisFlaw } from '../../domain/escalations/legal-basis.ts';
import { listTitles } from '../../rules/catalogue.ts';
import { canonical } from '../../domain/canonical.ts';
import { contentHash } from '../../domain/ids.ts';
import { dayOf, instant } from '../../domain/time/instant.ts';
import { escalationRecord, type EscalationRecord } from '../../records/escalation.ts';
import { dailyItem } from '../notices/daily-line.ts';
import { actOn, type Act } from './act.ts';
import { OPEN_CASE_STEP, pointerTo } from './pointer.ts';
import { obligationAt } from './escalated.ts';
import { groundAfter } from './settle.ts';
import { checkBehind, findingDay } from './officers.ts';
import { againstOf, formFlaws, partyFor, partyMissing } from './party.ts';
import { answerableFor } from '../register/party.ts';
import { escalationsOf, type FoundEscalation } from './list.ts';
import type { Request } from '../request.ts';
import { footingFor } from './grounds.ts';
import { wordsAfter } from './words.ts';
import { callsForReports } from './reports.ts';
import { unsentNotice, unsentNoticeMissing } from './unsent-notice.ts';

type Patch = z.infer<typeof escalationPatch>;

/** Changes a draft; what was proposed or approved is a draft again, and its approval is gone. */
export async function editEscalation(
  request: Request,
  id: string,
  patch: Patch,
): Promise<Outcome<FoundEscalation>> {
  return actOn(request, id, 'edit', async (found) => {
    const { escalation } = found;
    const wrong = await wrongIn(request, found, patch);
    if (wrong) return wrong;
    const now = request.deps.clock.now();
    const by = actorOf(request.principal);
    const { refusal, interview, ...rest } = patch;
    const fields = Object.fromEntries(
      Object.entries(rest).flatMap(([name, value]) =>
        name === 'redraft' ? [] : [[name, value === null ? undefined : value]],
      ),
    );
    const reopened = escalation.status !== 'draft';
    const { paper, text } = await wordsAfter(request, found, patch, fields);
    return ok({
      change: {
        ...fields,
        paper,
        text,
        party: undefined,
        ...(interview === undefined ? {} : { interview: interviewOf(interview) }),
        ...(refusal === undefined
          ? {}
          : { refusal: refusal === null ? undefined : { ...refusal, by, at: now } }),
        approval: { role: escalation.approval.role },
      },
      what: 'edited',
      text: `修改：${Object.keys(patch).map(fieldName).join('、')}${reopened ? '，须重新提请审批' : ''}`,
    });
  });
}

const interviewOf = (interview: NonNullable<Patch['interview']> | null): EscalationRecord['interview'] =>
  interview === null ? undefined : { ...interview, at: instant(interview.at) };

const fieldNames: Readonly<Record<string, string>> = {
  text: '正文',
  rectifyBy: '改正期限',
  refusal: '拒不整改的认定',
  legalBasis: '法律依据',
  form: '性质',
  legalReview: '法制审核',
  circulation: '通报范围',
  redraft: '重新起草正文',
  officers: '执法人员',
  evidence: '证据',
  discovery: '案件来源和发现时间',
  interview: '约谈安排',
  unsentNoticeReason: '通知未送出而继续办理的理由',
};
const fieldName = (name: string): string => fieldNames[name] ?? name;

async function wrongIn(request: Request, { escalation, subject, rule }: FoundEscalation, patch: Patch) {
  const today = dayOf(request.deps.clock.now());
  if (Object.keys(patch).length === 0) return problemAt('', 'escalation.nothing-to-change');
  if (typeof patch.rectifyBy === 'string' && day(patch.rectifyBy) <= today)
    return problemAt('rectifyBy', 'escalation.period-passed');
  const set = patch.rectifyBy === undefined ? undefined : await dayOfFinding(request, escalation);
  if (set !== undefined && patch.rectifyBy !== set)
    return problemAt('rectifyBy', 'escalation.other-day-than-finding', { on: set });
  const ofCase = (['priorNotice', 'statement'] as const).filter((name) => patch[name] !== undefined);
  if (ofCase.length > 0) return failOf(ofCase.map((path) => fieldError(path, 'escalation.belongs-to-case')));
  const basis = wrongBasis(patch);
  if (basis) return basis;
  const order = await orderBehind(request, escalation);
  if (patch.refusal && !order) return problemAt('refusal', 'escalation.no-refusal-yet');
  const form = formFlaws(
    { form: patch.form ?? undefined },
    await answerableFor(request.deps, subject, againstOf(rule)),
    subject,
  );
  return form.length > 0 ? failOf(form) : undefined;
}

async function dayOfFinding(request: Request, escalation: EscalationRecord): Promise<string | undefined> {
  return findingDay(await checkBehind(request, escalation), escalation.subjectId);
}

function wrongBasis({ legalBasis }: Patch) {
  if (typeof legalBasis !== 'string' || legalBasis === '') return undefined;
  const flaw = basisFlaw(legalBasis, listTitles);
  if (flaw === undefined) return undefined;
  return problemAt(
    'legalBasis',
    flaw === 'county-list' ? 'escalation.basis-is-a-list' : 'escalation.basis-without-article',
  );
}

/** What a proposal still lacks, with what to do about each. */
export async function lacking(request: Request, found: FoundEscalation): Promise<FieldError[]> {
  const { escalation } = found;
  const unsent = await unsentNotice(request.deps, escalation, await obligationAt(request.deps, escalation));
  return [...(await lackingStill(request, found)), ...unsentNoticeMissing(unsent, escalation)];
}

/** What an approval and an issue ask for once more. Whether the notice before it left was answered by the proposal. */
export async function lackingStill(request: Request, found: FoundEscalation): Promise<FieldError[]> {
  const { escalation, rule } = found;
  const order = await orderBehind(request, escalation);
  const footing = footingFor(request, found, await partyFor(request.deps, found));
  const reportsAtOnce = callsForReports(escalation, rule);
  return [
    ...(await partyMissing(request.deps, found)),
    ...missingOf(escalation, { ...footing, order, reportsAtOnce }),
  ];
}

async function orderBehind({ deps }: Request, escalation: EscalationRecord) {
  if (measures[escalation.step].afterFailed === undefined) return undefined;
  const all = await escalationsOf(deps, escalation.jurisdiction, escalation.subjectId);
  return failedOrder(escalation, all, deps.clock.now());
}

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

/** A duty that is met, or whose report waits for an answer, is not proceeded against; nor on an order that has ended. */
export async function heldBack(request: Request, escalation: EscalationRecord) {
  const { jurisdiction, previousId } = escalation;
  const previous =
    previousId === undefined
      ? undefined
      : await escalationRecord.read(request.deps.store, { jurisdiction, id: previousId });
  const ended = previous && groundAfter(previous);
  if (ended !== undefined) return problem('escalation.ground-gone', { how: ended.how });
  const obligation = await obligationAt(request.deps, escalation);
  if (!obligation) return undefined;
  const { closed } = obligation;
  if (closed) return problem('escalation.duty-closed', { how: closed.how, on: closed.on });
  if (obligation.report?.state === 'pending') return problem('escalation.duty-reported');
  if (obligation.provisional) return problem('escalation.duty-provisional');
  if (request.deps.clock.now() < obligation.overdueFrom) return problem('escalation.duty-moved');
  return undefined;
}

/** The very words and circumstances that are approved. */
export function textHashOf(escalation: EscalationRecord): string {
  const { text, rectifyBy, refusal, legalBasis, form, priorNotice, statement, legalReview } = escalation;
  const { circulation, unsentNoticeReason, party, paper, officers, evidence, discovery, interview } =
    escalation;
  const more = { officers, evidence, discovery, interview };
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
  return `（代${context.staff.find(({ sub }) => sub === deputyFor)?.name ?? deputyFor}）`;
}
