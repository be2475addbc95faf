import type { z } from 'zod';
import type { drafts, draftsQuery } from '../../contract/drafts.ts';
import { notFound, ok, type Outcome } from '../../outcome.ts';
import { said } from '../../problems/say.ts';
import { actorOf } from '../../domain/actor.ts';
import { effectiveDue } from '../../domain/duties/schedule.ts';
import { footingOf } from '../../domain/escalations/paper.ts';
import { concernOf, namedWith } from '../../domain/register/party.ts';
import { formatInstant } from '../../domain/time/instant.ts';
import { toFill } from '../../documents/escalations/phrases.ts';
import { documentTitles } from '../../rules/catalogue.ts';
import type { EscalationStep } from '../../rules/schema.ts';
import type { InspectionRecord } from '../../records/inspection.ts';
import type { SubjectRecord } from '../../records/subject.ts';
import { escalationSteps, mayBeTaken, periodOf } from '../../vocabulary/measures.ts';
import { listInspections } from '../checks/list.ts';
import { periodText } from '../notices/wording.ts';
import { readSubject } from '../register/find-subject.ts';
import { answerableFor } from '../register/party.ts';
import { toldDate } from '../register/obligations-of.ts';
import { todayOf, type Request } from '../request.ts';
import { bureauOf, dayAhead } from './create.ts';
import { freshEscalation } from './draft.ts';
import { freshText } from './fresh-text.ts';
import { lacking, recordedOrder } from './lacking.ts';
import { findingDay } from './officers.ts';
import { againstOf } from './party.ts';
import { groundsFor, knownOf, wentBefore, type Ground } from './provided.ts';
import { reportsOf } from './reports.ts';
import { citeOf, titleOf } from './title.ts';

type Answer = z.infer<typeof drafts>;
type Known = Awaited<ReturnType<typeof knownOf>> & { readonly checks: readonly InspectionRecord[] };

/** The last checks of a subject that a draft may follow from. */
const CHECKS = 20;

/**
 * What an officer may draft against a subject: the steps that the rules provide for, and for one of them every ground,
 * with the paper that it would become and what a proposal would lack. Stores nothing.
 */
export async function offersFor(
  request: Request,
  id: string,
  { step }: z.infer<typeof draftsQuery>,
): Promise<Outcome<Answer>> {
  const subject = await readSubject(request, id);
  if (!subject) return notFound;
  if (subject.retiredOn !== undefined) return ok({ steps: [], grounds: [] });
  const known = {
    ...(await knownOf(request, subject)),
    checks: (await listInspections(request, { subjectId: id, limit: CHECKS })).items,
  };
  const steps = escalationSteps.filter((one) => groundsFor(request, subject, one, known).length > 0);
  const grounds: Answer['grounds'] = [];
  if (step !== undefined)
    for (const ground of groundsFor(request, subject, step, known))
      grounds.push(await offerOf(request, { subject, step, ground, known }));
  return ok({ steps, grounds });
}

interface Offered {
  readonly subject: SubjectRecord;
  readonly step: EscalationStep;
  readonly ground: Ground;
  readonly known: Known;
}

async function offerOf(request: Request, offered: Offered): Promise<Answer['grounds'][number]> {
  const { subject, step, ground } = offered;
  const { rule, approval, obligation, check } = ground;
  const { party } = await answerableFor(request.deps, subject, againstOf(rule));
  const { escalation, lacks } = await draftedFor(request, offered, party);
  const { paper = 'order', text, rectifyBy } = escalation;
  return {
    ruleId: rule.ruleId,
    regimeTitle: rule.regimeTitle,
    title: rule.title,
    citation: {
      document: rule.document,
      section: citeOf({ escalation, rule }),
      title: documentTitles[rule.document],
    },
    ...(check === undefined ? {} : { check: checkView(check, subject.id) }),
    ...(obligation === undefined
      ? {}
      : {
          duty: {
            id: obligation.id,
            what: obligation.title ?? rule.deadline?.what ?? rule.title,
            period: periodText(obligation.period),
            dueOn: effectiveDue(obligation),
          },
        }),
    paper,
    name: titleOf(request.context, { escalation, rule }),
    party,
    role: approval,
    missing: lacks.map(({ path }) => path),
    lacks: said(lacks, request.language),
    text,
    rectifyBy,
    onTheSpot: mayBeTaken(step, paper),
    reports: reportsOf({ step }, rule).map((report) => report.step),
  };
}

/** The draft as it would be stored, and what its proposal would lack. */
async function draftedFor(
  request: Request,
  { subject, step, ground, known }: Offered,
  party: Awaited<ReturnType<typeof answerableFor>>['party'],
) {
  const { deps, context } = request;
  const { rule, approval, obligation, check } = ground;
  const { paper } = footingOf(rule, { step }, party?.nature, todayOf(request));
  const rectifyBy =
    periodOf(step, paper) === undefined
      ? undefined
      : dayAhead(findingDay(check, subject.id), todayOf(request));
  const bare = freshEscalation(deps, {
    subject,
    step,
    rule,
    approval,
    obligation,
    due: obligation && toldDate(obligation),
    inspectionId: check?.id,
    meaning: ['offered'],
    text: '',
    rectifyBy,
    paper,
    again: paper === 'reminder-letter' && wentBefore(known, step, obligation?.id),
    by: actorOf(request.principal),
  });
  // Used where no record shows what was found.
  const facts = `经查，${namedWith(concernOf(subject, party))}存在以下问题：${toFill('查明的事实')}。`;
  const words = {
    ...{ context, rule, step, subject, party, obligation, check, rectifyBy, facts },
    bureau: await bureauOf(request, rule),
    order: await recordedOrder(request, { escalation: bare, rule }),
  };
  const escalation = { ...bare, text: freshText(words, paper) };
  return { escalation, lacks: await lacking(request, { escalation, subject, rule }) };
}

const checkView = ({ id, content }: InspectionRecord, subjectId: string) => ({
  id,
  at: formatInstant(content.at),
  findings: content.findings
    .filter((one) => one.subjectId === subjectId)
    .map(({ text, rectifyBy }) => ({ text, ...(rectifyBy === undefined ? {} : { rectifyBy }) })),
});
