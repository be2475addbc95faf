import { actorOf, SYSTEM, type Person } from '../../domain/actor.ts';
import { formatDay } from '../../domain/time/day.ts';
import { dayOf, instant } from '../../domain/time/instant.ts';
import { isPending } from '../../domain/escalations/state.ts';
import type { Context } from '../context.ts';
import type { Deps } from '../deps.ts';
import { draftEscalation } from '../escalations/draft.ts';
import { draftedAs } from '../escalations/fresh-text.ts';
import { withdrawPending } from '../escalations/settle.ts';
import { escalationsOf } from '../escalations/list.ts';
import { fulfil } from '../duties/fulfilment.ts';
import { settleLinks } from '../ledger/append.ts';
import { obligationsOf } from '../register/obligations-of.ts';
import { todayOf } from '../request.ts';
import { stageOf, type AcceptanceAt, type CaseAt, type StageAt } from './file.ts';
import { bureauSubjectId } from '../bureau-subject.ts';
import { obligationRecord } from '../../records/obligation.ts';
import { type SubjectRecord, subjectRecord } from '../../records/subject.ts';

/**
 * What follows from the events of a case or an acceptance: duties that they fulfil, the recommendation that a
 * failed acceptance calls for, the links of what was decided. Repeatable. Answers the subject as it is then.
 */
export async function settleStage(
  deps: Deps,
  context: Context,
  subject: SubjectRecord,
): Promise<SubjectRecord> {
  if (!subject.stage) return subject;
  const at = stageOf(context, subject, todayOf({ deps }));
  if (at) await fulfilDuties(deps, context, subject, at);
  if (at?.kind === 'acceptance' && at.file.stage === 'failed') await recommend(deps, context, subject, at);
  if (at?.kind === 'acceptance' && at.file.stage === 'accepted') await dropRecommendations(deps, subject, at);
  if ((subject.links ?? []).length === 0) return subject;
  const item = await settleLinks(deps, subject.jurisdiction, subjectRecord.key(subject));
  return item ? subjectRecord.of(item) : subject;
}

interface Done {
  readonly ruleId: string;
  readonly on: string;
  readonly document: string;
  readonly by: Person;
}

function doneInCase({ rules, entries }: CaseAt): Done[] {
  return entries.flatMap(({ body, by }): Done[] => {
    if (body.event === 'filing-proposal')
      return [{ ruleId: rules.deadline.ruleId, on: body.on, document: '《立案审批表》', by }];
    if (body.event === 'spot-decision') {
      const on = formatDay(dayOf(instant(body.at)));
      return [{ ruleId: rules.deadline.ruleId, on, document: '《当场行政处罚决定书》', by }];
    }
    if (body.event === 'evidence-formalities')
      return [{ ruleId: rules.evidence.ruleId, on: body.at, document: body.document, by }];
    return [];
  });
}

function doneInAcceptance({ rules, entries }: AcceptanceAt): Done[] {
  return entries.flatMap(({ body, by }): Done[] =>
    body.event === 'application'
      ? [{ ruleId: rules.application.ruleId, on: body.on, document: '竣工档案专项验收申请报告', by }]
      : [],
  );
}

const CONFLICTS = 5;

async function fulfilDuties(
  deps: Deps,
  context: Context,
  subject: SubjectRecord,
  at: StageAt,
): Promise<void> {
  const done = at.kind === 'case' ? doneInCase(at) : doneInAcceptance(at);
  if (done.length === 0) return;
  const duties = [...(await obligationsOf(deps, subject)).values()];
  for (const act of done) {
    const duty = duties.find(({ ruleId, closed }) => ruleId === act.ruleId && !closed);
    if (duty) await fulfilOne(deps, context, duty.id, act);
  }
}

/** As whoever entered the event would; where somebody was faster, once more: the whole act, not one record’s change. */
async function fulfilOne(deps: Deps, context: Context, id: string, act: Done): Promise<void> {
  const principal = { ...actorOf(act.by), jurisdiction: context.jurisdiction.id };
  const request = {
    deps,
    context,
    principal,
    ifMatch: undefined,
    repeatable: undefined,
    language: 'zh' as const,
  };
  for (let attempt = 0; attempt < CONFLICTS; attempt += 1) {
    const outcome = await fulfil(request, id, { on: act.on, document: act.document });
    if (outcome.ok) return;
    const known = await obligationRecord.read(deps.store, { jurisdiction: context.jurisdiction.id, id });
    if (!known || known.closed) return;
  }
  throw new Error(`obligation ${id} could not be fulfilled by its event`);
}

/** Accepted after all: a recommendation that has not left is withdrawn; what was issued stays. */
async function dropRecommendations(
  deps: Deps,
  { jurisdiction, id }: SubjectRecord,
  { rules, file }: AcceptanceAt,
): Promise<void> {
  const own = (await escalationsOf(deps, jurisdiction, id)).filter(
    ({ ruleId, status }) => ruleId === rules.failed.ruleId && isPending(status),
  );
  for (const escalation of own)
    await withdrawPending(deps, escalation, `档案已于${file.opinionOn ?? ''}验收合格`);
}

/** A draft for each application that failed: nothing but a recommendation, and it waits for approval. */
async function recommend(
  deps: Deps,
  context: Context,
  subject: SubjectRecord,
  { rules, file }: AcceptanceAt,
): Promise<void> {
  const rule = rules.failed;
  const [step] = rule.escalation?.steps ?? [];
  if (!step) return;
  const bureau = await subjectRecord.read(deps.store, {
    jurisdiction: subject.jurisdiction,
    id: bureauSubjectId(subject.jurisdiction, rule.office),
  });
  await draftEscalation(deps, context, {
    subject,
    step: step.step,
    rule,
    approval: step.approval ?? 'bureau-leader',
    meaning: ['acceptance', String(file.attempt)],
    ...draftedAs({ context, rule, step: step.step, subject, party: undefined, bureau }, todayOf({ deps })),
    by: SYSTEM,
  });
}
