import { z } from 'zod';
import * as answers from '../../shared/contract/answers.ts';
import * as bodies from '../../shared/contract/bodies.ts';
import { fail, notFound, ok, type Failure, type Outcome } from '../../shared/contract/outcome.ts';
import { bureauReaders, everyone, officersUp, seesJurisdiction, seesOffice } from '../../shared/contract/principal.ts';
import { jurisdictions, jurisdictionOf } from '../../shared/rules/catalogue.ts';
import { choicesOf } from '../../shared/domain/schedule.ts';
import { patchSettings, putStaff, putYear, readYear } from '../../shared/usecases/configuration.ts';
import { loadContext } from '../../shared/usecases/context.ts';
import { explain } from '../../shared/usecases/explain.ts';
import { listNotices, noticesOfObligation, readNotice, resend } from '../../shared/usecases/notices.ts';
import * as duties from '../../shared/usecases/obligations.ts';
import { preview } from '../../shared/usecases/preview.ts';
import { jurisdictionStatus, subjectStatus } from '../../shared/usecases/status.ts';
import { createSubject, listSubjects, patchSubject, readSubject, retireSubject, type Request } from '../../shared/usecases/subjects.ts';
import * as views from '../../shared/usecases/views.ts';
import { noBody, route, type Input, type Reply, type Route } from './route.ts';
import { problemOf } from './problem.ts';

const J = '/v1/jurisdictions/{j}';

type Found<T> = Outcome<T>;

/** The jurisdiction’s context for a use case; a parent without a rulebook has none. */
async function within<T>(
  input: Input<unknown, unknown>,
  id: string,
  use: (request: Request) => Promise<Found<T>>,
): Promise<Found<T>> {
  const context = await loadContext(input.deps.store, id);
  if (!context) return notFound;
  const { deps, principal, ifMatch, repeatable } = input;
  return use({ deps, context, principal, ifMatch, repeatable });
}

const param = (input: Input<unknown, unknown>, name: string): string => input.params[name] ?? '';
const here = <T>(input: Input<unknown, unknown>, use: (request: Request) => Promise<Found<T>>): Promise<Found<T>> =>
  within(input, param(input, 'j'), use);

function map<T>(outcome: Found<T>, reply: (value: T) => Reply): Outcome<Reply> {
  return outcome.ok ? ok(reply(outcome.value)) : outcome;
}

const listed = <T>(page: { readonly items: readonly T[]; readonly nextCursor: string | null }, view: (item: T) => object): Reply => ({
  status: 200,
  body: { items: page.items.map(view), nextCursor: page.nextCursor },
});

const whole = (items: readonly object[], version?: number): Reply => ({
  status: 200,
  body: { items, nextCursor: null, ...(version === undefined ? {} : { version }) },
  ...(version === undefined ? {} : { version }),
});

const obligationReply = (input: Input<unknown, unknown>) => (found: duties.Found): Reply => ({
  status: 200,
  body: views.obligationView(found.obligation, input.deps.clock.now()),
  version: found.obligation.version,
});

const jurisdictionRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/v1/jurisdictions',
    summary: 'The jurisdictions that the token sees',
    roles: everyone,
    body: noBody,
    query: bodies.listQuery,
    answer: answers.listOf(answers.jurisdiction),
    run: async ({ principal }) =>
      ok(whole(jurisdictions.filter(({ id }) => seesJurisdiction(principal, id)).map(views.jurisdictionView))),
  }),
  route({
    method: 'GET',
    path: `${J}/rules`,
    summary: 'Every rule in force on a day, statutory figures apart from the bureau’s own',
    roles: everyone,
    body: noBody,
    query: bodies.rulesQuery,
    answer: answers.listOf(answers.rule),
    run: (input) =>
      here(input, async ({ context, principal }) => {
        const { on } = input.query;
        const inForce = context.rulebook.rules.filter(
          (rule) =>
            seesOffice(principal, rule.office) &&
            (on === undefined || ((rule.from === null || rule.from <= on) && (rule.to === undefined || on <= rule.to))),
        );
        return ok(whole(inForce.map((rule) => views.ruleView(rule, choicesOf(context.settings), on))));
      }),
  }),
  route({
    method: 'GET',
    path: `${J}/settings`,
    summary: 'The bureau’s discretionary figures, readings and ways of sending',
    roles: bureauReaders,
    body: noBody,
    query: bodies.noQuery,
    answer: answers.settings,
    run: (input) =>
      here(input, async ({ context: { settings } }) =>
        ok({ status: 200, body: views.settingsView(settings), version: settings.version }),
      ),
  }),
  route({
    method: 'PATCH',
    path: `${J}/settings`,
    summary: 'Changes settings; dependent dates and reminders are computed again',
    roles: ['bureau-admin'],
    body: bodies.settingsPatch,
    query: bodies.noQuery,
    answer: answers.settings,
    run: (input) =>
      here(input, async (request) =>
        map(await patchSettings(request, input.body), (settings) => ({
          status: 200,
          body: views.settingsView(settings),
          version: settings.version,
        })),
      ),
  }),
  route({
    method: 'GET',
    path: `${J}/staff`,
    summary: 'The bureau’s people',
    roles: bureauReaders,
    body: noBody,
    query: bodies.listQuery,
    answer: answers.staff,
    run: (input) => here(input, async ({ context }) => ok(whole(context.staff, context.staffVersion))),
  }),
  route({
    method: 'PUT',
    path: `${J}/staff`,
    summary: 'Replaces the list of the bureau’s people',
    roles: ['bureau-admin'],
    body: bodies.staffBody,
    query: bodies.noQuery,
    answer: answers.staff,
    run: (input) =>
      here(input, async (request) =>
        map(await putStaff(request, input.body), ({ members, version }) => whole(members, version)),
      ),
  }),
];

const yearOfPath = z.coerce.number().int().min(2000).max(2069);

function calendarYear(input: Input<unknown, unknown>): Outcome<number> {
  const year = yearOfPath.safeParse(param(input, 'year'));
  if (year.success) return ok(year.data);
  return fail({ kind: 'malformed', detail: 'The year is not as it must be.', errors: [{ path: 'year', message: 'a year from 2000 to 2069' }] });
}

const calendarRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/v1/work-calendar/{year}',
    summary: 'A year’s days off and worked weekends, for the token’s jurisdiction',
    roles: everyone,
    body: noBody,
    query: bodies.noQuery,
    answer: answers.workCalendar,
    run: async (input) => {
      const year = calendarYear(input);
      if (!year.ok) return year;
      return within(input, input.principal.jurisdiction, async ({ context }) => {
        const view = readYear(context, year.value);
        return ok({ status: 200, body: view, version: view.version });
      });
    },
  }),
  route({
    method: 'PUT',
    path: '/v1/work-calendar/{year}',
    summary: 'Enters the State Council’s arrangement of a year; dependent dates are computed again',
    roles: ['bureau-admin'],
    body: bodies.workCalendarBody,
    query: bodies.noQuery,
    answer: answers.workCalendar,
    run: async (input) => {
      const year = calendarYear(input);
      if (!year.ok) return year;
      return within(input, input.principal.jurisdiction, async (request) =>
        map(await putYear(request, year.value, input.body), (view) => ({ status: 200, body: view, version: view.version })),
      );
    },
  }),
];

const subjectReply = (status: 200 | 201) => (subject: Parameters<typeof views.subjectView>[0]): Reply => ({
  status,
  body: views.subjectView(subject),
  version: subject.version,
});

const subjectRoutes: Route[] = [
  route({
    method: 'POST',
    path: `${J}/subjects`,
    summary: 'Enters what is regulated; its duties are planned at once',
    roles: officersUp,
    body: bodies.subjectBody,
    query: bodies.noQuery,
    answer: answers.subject,
    status: 201,
    run: (input) => here(input, async (request) => map(await createSubject(request, input.body), subjectReply(201))),
  }),
  route({
    method: 'GET',
    path: `${J}/subjects`,
    summary: 'Subjects by kind, trait or words of their name or code',
    roles: everyone,
    body: noBody,
    query: bodies.subjectsQuery,
    answer: answers.listOf(answers.subject),
    run: (input) => here(input, async (request) => ok(listed(await listSubjects(request, input.query), views.subjectView))),
  }),
  route({
    method: 'GET',
    path: `${J}/subjects/{id}`,
    summary: 'One subject',
    roles: everyone,
    body: noBody,
    query: bodies.noQuery,
    answer: answers.subject,
    run: (input) =>
      here(input, async (request) => {
        const subject = await readSubject(request, param(input, 'id'));
        return subject ? ok(subjectReply(200)(subject)) : notFound;
      }),
  }),
  route({
    method: 'PATCH',
    path: `${J}/subjects/{id}`,
    summary: 'Changes a subject; facts are merged, null takes one away; its duties are planned again',
    roles: officersUp,
    body: bodies.subjectPatch,
    query: bodies.noQuery,
    answer: answers.subject,
    run: (input) =>
      here(input, async (request) => map(await patchSubject(request, param(input, 'id'), input.body), subjectReply(200))),
  }),
  route({
    method: 'DELETE',
    path: `${J}/subjects/{id}`,
    summary: 'Retires a subject: its open duties end, its record stays',
    roles: officersUp,
    body: bodies.retireBody,
    query: bodies.noQuery,
    answer: answers.subject,
    run: (input) =>
      here(input, async (request) => map(await retireSubject(request, param(input, 'id'), input.body), subjectReply(200))),
  }),
];

/** An act on one obligation that answers the obligation. */
function act<Body extends z.ZodType>(
  path: string,
  summary: string,
  roles: Route['roles'],
  body: Body,
  run: (request: Request, id: string, body: z.output<Body>) => Promise<Found<duties.Found>>,
): Route {
  return route({
    method: 'POST',
    path: `${J}/obligations/{id}/${path}`,
    summary,
    roles,
    body,
    query: bodies.noQuery,
    answer: answers.obligation,
    run: (input) =>
      here(input, async (request) => map(await run(request, param(input, 'id'), input.body), obligationReply(input))),
  });
}

async function fulfilEach(request: Request, items: z.output<typeof bodies.fulfilmentsBody>): Promise<object[]> {
  const results: object[] = [];
  for (const { obligationId, ...body } of items) {
    const outcome = await duties.fulfil({ ...request, ifMatch: undefined }, obligationId, body);
    results.push(
      outcome.ok
        ? { obligationId, status: 200, obligation: views.obligationView(outcome.value.obligation, request.deps.clock.now()) }
        : failedItem(obligationId, outcome.failure),
    );
  }
  return results;
}

function failedItem(obligationId: string, failure: Failure): object {
  const problem = problemOf(failure);
  return { obligationId, status: problem.status, problem };
}

const obligationRoutes: Route[] = [
  route({
    method: 'GET',
    path: `${J}/obligations`,
    summary: 'Obligations by subject, rule, status or due day, earliest first',
    roles: everyone,
    body: noBody,
    query: bodies.obligationsQuery,
    answer: answers.listOf(answers.obligation),
    run: (input) =>
      here(input, async (request) => {
        const now = input.deps.clock.now();
        return ok(listed(await duties.listObligations(request, input.query), (item) => views.obligationView(item, now)));
      }),
  }),
  route({
    method: 'GET',
    path: `${J}/obligations/{id}`,
    summary: 'One obligation with the explanation of its dates, its history and its notices',
    roles: everyone,
    body: noBody,
    query: bodies.noQuery,
    answer: answers.obligationDetail,
    run: (input) =>
      here(input, async (request) => {
        const found = await duties.findObligation(request, param(input, 'id'));
        if (!found) return notFound;
        const now = input.deps.clock.now();
        const notices = await noticesOfObligation(request, found.subject.id, found.obligation.id);
        const body = {
          ...views.obligationView(found.obligation, now),
          explanation: explain(request.context, found.subject, found.obligation, found.rule, now),
          history: views.historyView(found.obligation, duties.namesVisible(input.principal)),
          notices: notices.map(views.noticeView),
        };
        return ok({ status: 200, body, version: found.obligation.version });
      }),
  }),
  act(
    'fulfilment',
    'Done: from the bureau it closes the obligation, from a unit it is a report',
    ['bureau-officer', 'bureau-leader', 'unit'],
    bodies.fulfilmentBody,
    duties.fulfil,
  ),
  act('report-decision', 'Confirms or returns a unit’s report', officersUp, bodies.reportDecisionBody, duties.decideReport),
  act('waiver', 'Waives the obligation', ['bureau-leader'], bodies.waiverBody, duties.waive),
  act('extension', 'A later day for reminders and lateness', ['bureau-leader'], bodies.extensionBody, duties.extend),
  act('confirmation', 'Confirms what was late when it was entered', officersUp, bodies.emptyBody, (request, id) =>
    duties.confirmLate(request, id),
  ),
  route({
    method: 'POST',
    path: `${J}/fulfilments`,
    summary: 'Several fulfilments, each answered for itself',
    roles: ['bureau-officer', 'bureau-leader', 'unit'],
    body: bodies.fulfilmentsBody,
    query: bodies.noQuery,
    answer: answers.fulfilments,
    run: (input) => here(input, async (request) => ok(whole(await fulfilEach(request, input.body)))),
  }),
  route({
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

const noticeReply = (notice: Parameters<typeof views.noticeView>[0]): Reply => ({
  status: 200,
  body: views.noticeView(notice),
  version: notice.version,
});

const noticeRoutes: Route[] = [
  route({
    method: 'GET',
    path: `${J}/notices`,
    summary: 'Notices, newest first',
    roles: everyone,
    body: noBody,
    query: bodies.noticesQuery,
    answer: answers.listOf(answers.notice),
    run: (input) => here(input, async (request) => ok(listed(await listNotices(request, input.query), views.noticeView))),
  }),
  route({
    method: 'GET',
    path: `${J}/notices/{id}`,
    summary: 'One notice with the text that its recipient reads',
    roles: everyone,
    body: noBody,
    query: bodies.noQuery,
    answer: answers.noticeDetail,
    run: (input) =>
      here(input, async (request) =>
        map(await readNotice(request, param(input, 'id')), ({ notice, text, html }) => ({
          status: 200,
          body: { ...views.noticeView(notice), text, html },
          version: notice.version,
        })),
      ),
  }),
  route({
    method: 'POST',
    path: `${J}/notices/{id}/resend`,
    summary: 'Sends again what could not be delivered',
    roles: officersUp,
    body: bodies.emptyBody,
    query: bodies.noQuery,
    answer: answers.notice,
    run: (input) => here(input, async (request) => map(await resend(request, param(input, 'id')), noticeReply)),
  }),
];

const statusRoutes: Route[] = [
  route({
    method: 'GET',
    path: `${J}/status/{id}`,
    summary: 'The status look-up of one subject',
    roles: everyone,
    body: noBody,
    query: bodies.noQuery,
    answer: answers.subjectStatus,
    run: (input) =>
      here(input, async (request) =>
        map(await subjectStatus(request, param(input, 'id')), (body) => ({ status: 200, body })),
      ),
  }),
  route({
    method: 'GET',
    path: `${J}/status`,
    summary: 'The same for the whole jurisdiction, by regime',
    roles: bureauReaders,
    body: noBody,
    query: bodies.noQuery,
    answer: answers.jurisdictionStatus,
    run: (input) =>
      here(input, async (request) => map(await jurisdictionStatus(request), (body) => ({ status: 200, body }))),
  }),
];

/** Every route of the API that asks for a token. */
export const routes: readonly Route[] = [
  ...jurisdictionRoutes,
  ...calendarRoutes,
  ...subjectRoutes,
  ...obligationRoutes,
  ...noticeRoutes,
  ...statusRoutes,
];
