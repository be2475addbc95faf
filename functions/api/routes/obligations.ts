import type { z } from 'zod';
import * as answers from '../../../shared/contract/answers.ts';
import * as bodies from '../../../shared/contract/bodies.ts';
import { notFound, ok, problemAt, type Failure } from '../../../shared/outcome.ts';
import type { Language } from '../../../shared/problems/say.ts';
import { everyone, officersUp, seesJurisdiction, type Principal } from '../../../shared/domain/principal.ts';
import { jurisdictionOf } from '../../../shared/rules/catalogue.ts';
import { explain } from '../../../shared/usecases/duties/explain.ts';
import { escalation } from '../../../shared/contract/escalations.ts';
import { escalationView } from '../../../shared/usecases/escalations/view.ts';
import { draftAssessmentCircular } from '../../../shared/usecases/forms/circular.ts';
import { dutyFormsView } from '../../../shared/usecases/forms/duty.ts';
import { majorCases } from '../../../shared/usecases/duties/nil-return.ts';
import { noticesOfObligation, showsNotice } from '../../../shared/usecases/notices/list.ts';
import * as acts from '../../../shared/usecases/duties/fulfilment.ts';
import { refuseExtension } from '../../../shared/usecases/duties/extension-request.ts';
import { confirmLate, extend, waive } from '../../../shared/usecases/duties/leniency.ts';
import * as duties from '../../../shared/usecases/duties/list.ts';
import {
  findObligation,
  type Found as FoundObligation,
} from '../../../shared/usecases/register/find-obligation.ts';
import { namesVisible } from '../../../shared/usecases/register/own-subjects.ts';
import { setHandler } from '../../../shared/usecases/duties/handler.ts';
import { handlerOfDuty } from '../../../shared/usecases/handlers.ts';
import { withNames } from '../../../shared/usecases/people.ts';
import type { ObligationRecord } from '../../../shared/records/obligation.ts';
import type { SubjectRecord } from '../../../shared/records/subject.ts';
import { preview } from '../../../shared/usecases/duties/preview.ts';
import type { Request } from '../../../shared/usecases/request.ts';
import * as views from '../../../shared/usecases/views.ts';
import { problemOf } from '../problem.ts';
import { noBody, route, type Reply, type Route } from '../route.ts';
import { here, J, listed, map, param, whole, within, type Found } from './within.ts';

/** A duty, and for those who may see names whose work it is: by the duty itself, or by its subject if it is read. */
const shown = (request: Request, obligation: ObligationRecord, subject?: SubjectRecord): object => {
  const view = views.obligationView(obligation, request.deps.clock.now());
  if (!namesVisible(request.principal)) return view;
  return withNames(request, { ...view, handler: handlerOfDuty(request.context, obligation, subject) });
};

const obligationReply =
  (request: Request) =>
  ({ obligation, subject }: FoundObligation): Reply => ({
    status: 200,
    body: shown(request, obligation, subject),
    version: obligation.version,
  });

/** An act on one obligation. Returns the obligation. */
function act<Body extends z.ZodType>(
  operationId: string,
  path: string,
  summary: string,
  roles: Route['roles'],
  body: Body,
  run: (request: Request, id: string, body: z.output<Body>) => Promise<Found<FoundObligation>>,
): Route {
  return route({
    operationId,
    method: 'POST',
    path: `${J}/obligations/{id}/${path}`,
    summary,
    roles,
    body,
    query: bodies.noQuery,
    answer: answers.obligation,
    run: (input) =>
      here(input, async (request) =>
        map(await run(request, param(input, 'id'), input.body), obligationReply(request)),
      ),
  });
}

/** Addresses are for a program that may read notices. */
const seesNotices = ({ role, scopes = [] }: Principal): boolean =>
  role !== 'machine' || scopes.includes('notices:read');

/** The cases that the half-yearly list of major penalty decisions contains so far. */
async function casesToList(
  { deps, context }: Request,
  { rule, obligation }: FoundObligation,
): Promise<object> {
  if (rule.deadline.due.type !== 'half-yearly') return {};
  const all = await majorCases(deps, context.jurisdiction.id);
  const own = all.filter(({ office, half }) => office === rule.office && half === obligation.period);
  return {
    cases: own.map(({ subjectId, name, decidedOn, number, fine }) => ({
      subjectId,
      name,
      decidedOn,
      number,
      fine,
    })),
  };
}

async function fulfilEach(
  request: Request,
  items: z.output<typeof bodies.fulfilmentsBody>,
): Promise<object[]> {
  const results: object[] = [];
  for (const { obligationId, ...body } of items) {
    const outcome = await acts.fulfil({ ...request, ifMatch: undefined }, obligationId, body);
    results.push(
      outcome.ok
        ? {
            obligationId,
            status: 200,
            obligation: views.obligationView(outcome.value.obligation, request.deps.clock.now()),
          }
        : failedItem(obligationId, outcome.failure, request.language),
    );
  }
  return results;
}

function failedItem(obligationId: string, failure: Failure, language: Language): object {
  const problem = problemOf(failure, language);
  return { obligationId, status: problem.status, problem };
}

export const obligationRoutes: Route[] = [
  route({
    operationId: 'listObligations',
    method: 'GET',
    path: `${J}/obligations`,
    summary: 'Obligations by subject, rule, status or due day, earliest first',
    roles: everyone,
    scope: 'obligations:read',
    body: noBody,
    query: bodies.obligationsQuery,
    answer: answers.listOf(answers.obligation),
    run: (input) =>
      here(input, async (request) => {
        const { dueFrom, dueTo } = input.query;
        if (dueFrom !== undefined && dueTo !== undefined && dueFrom > dueTo)
          return problemAt('dueTo', 'field.span', { from: dueFrom, to: dueTo });
        return ok(listed(await duties.listObligations(request, input.query), (item) => shown(request, item)));
      }),
  }),
  route({
    operationId: 'getObligation',
    method: 'GET',
    path: `${J}/obligations/{id}`,
    summary: 'One obligation with the explanation of its dates, its history and its notices',
    roles: everyone,
    scope: 'obligations:read',
    body: noBody,
    query: bodies.noQuery,
    answer: answers.obligationDetail,
    run: (input) =>
      here(input, async (request) => {
        const found = await findObligation(request, param(input, 'id'));
        if (!found) return notFound;
        const now = input.deps.clock.now();
        const notices = await noticesOfObligation(request, found.subject.id, found.obligation.id);
        const isNamed = namesVisible(input.principal);
        const body = {
          ...shown(request, found.obligation, found.subject),
          report: views.reportView(found.obligation, isNamed),
          extensionRequest: views.extensionRequestView(found.obligation, isNamed),
          explanation: explain(request.context, found.subject, found.obligation, found.rule, now),
          history: views.historyView(found.obligation, isNamed),
          notices: notices
            .filter((notice) => seesNotices(input.principal) && showsNotice(request, notice))
            .map(views.noticeView),
          ...(await casesToList(request, found)),
          ...dutyFormsView(request, found),
        };
        return ok({ status: 200, body: withNames(request, body), version: found.obligation.version });
      }),
  }),
  act(
    'fulfilObligation',
    'fulfilment',
    'Records a fulfilment: the bureau’s closes the obligation, a unit’s is a report',
    ['bureau-officer', 'bureau-leader', 'unit'],
    bodies.fulfilmentBody,
    acts.fulfil,
  ),
  act(
    'decideReport',
    'report-decision',
    'Confirms or returns a unit’s report',
    officersUp,
    bodies.reportDecisionBody,
    acts.decideReport,
  ),
  act('waiveObligation', 'waiver', 'Waives the obligation', ['bureau-leader'], bodies.waiverBody, waive),
  act(
    'extendObligation',
    'extension',
    'Sets a later day for reminders and lateness',
    ['bureau-leader'],
    bodies.extensionBody,
    extend,
  ),
  act(
    'refuseExtension',
    'extension-refusal',
    'Refuses the extension that a unit asked for; the dates stay',
    ['bureau-leader'],
    bodies.waiverBody,
    refuseExtension,
  ),
  act(
    'confirmObligation',
    'confirmation',
    'Confirms an obligation that was late when it was entered',
    officersUp,
    bodies.emptyBody,
    (request, id) => confirmLate(request, id),
  ),
  act(
    'setHandler',
    'handler',
    'Says whose work it is; null gives it back to the handler of the subject',
    officersUp,
    bodies.handlerBody,
    setHandler,
  ),
  route({
    operationId: 'draftAssessmentCircular',
    method: 'POST',
    path: `${J}/obligations/{id}/circular`,
    summary:
      'Drafts the circular of a yearly assessment from the records of the year; a draft that there is already is answered',
    roles: officersUp,
    body: bodies.emptyBody,
    query: bodies.noQuery,
    answer: escalation,
    status: 201,
    run: (input) =>
      here(input, async (request) => {
        const drafted = await draftAssessmentCircular(request, param(input, 'id'));
        if (!drafted.ok) return drafted;
        const body = await escalationView(request, drafted.value);
        return ok({ status: 201, body, version: drafted.value.escalation.version });
      }),
  }),
  route({
    operationId: 'fulfilObligations',
    method: 'POST',
    path: `${J}/fulfilments`,
    summary: 'Several fulfilments, with a result for each',
    roles: ['bureau-officer', 'bureau-leader', 'unit'],
    body: bodies.fulfilmentsBody,
    query: bodies.noQuery,
    answer: answers.fulfilments,
    run: (input) => here(input, async (request) => ok(whole(await fulfilEach(request, input.body)))),
  }),
  route({
    operationId: 'previewObligations',
    method: 'POST',
    path: '/v1/preview',
    summary: 'What would fall due for such a subject; stores nothing',
    roles: everyone,
    body: bodies.previewBody,
    query: bodies.noQuery,
    answer: answers.previewAnswer,
    run: async (input) => {
      const id = input.body.jurisdiction;
      if (!seesJurisdiction(input.principal, id) || !jurisdictionOf(id)) return notFound;
      return within(input, id, async ({ context }) =>
        map(preview(context, input.body), (obligations) => ({ status: 200, body: { obligations } })),
      );
    },
  }),
];
