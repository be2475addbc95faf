import * as answers from '../../../shared/contract/answers.ts';
import * as bodies from '../../../shared/contract/bodies.ts';
import { contactDecisionBody } from '../../../shared/contract/letter-answers.ts';
import { notFound, ok } from '../../../shared/outcome.ts';
import { everyone, officersUp } from '../../../shared/domain/principal.ts';
import {
  createSubject,
  listSubjects,
  patchSubject,
  retireSubject,
} from '../../../shared/usecases/subjects/subjects.ts';
import { decideContacts } from '../../../shared/usecases/subjects/contact-proposal.ts';
import { readStaged } from '../../../shared/usecases/cases/enter-event.ts';
import { formsView } from '../../../shared/usecases/forms/project.ts';
import { subjectDetail } from '../../../shared/usecases/cases/view.ts';
import { handlerOf } from '../../../shared/usecases/handlers.ts';
import { withNames } from '../../../shared/usecases/people.ts';
import { namesVisible } from '../../../shared/usecases/register/own-subjects.ts';
import * as views from '../../../shared/usecases/views.ts';
import type { Request } from '../../../shared/usecases/request.ts';
import type { SubjectRecord } from '../../../shared/records/subject.ts';
import { noBody, route, type Reply, type Route } from '../route.ts';
import { here, J, listed, map, param } from './within.ts';

/** Who handles it is for those who may see names. */
const handlerView = ({ context, principal }: Request, subject: SubjectRecord) =>
  namesVisible(principal) ? { handler: handlerOf(context, subject) } : {};

const shown = (request: Request, subject: SubjectRecord): object =>
  withNames(request, {
    ...views.subjectView(subject, request.principal),
    ...handlerView(request, subject),
  });

const subjectReply =
  (request: Request, status: 200 | 201) =>
  (subject: SubjectRecord): Reply => ({
    status,
    body: shown(request, subject),
    version: subject.version,
  });

export const subjectRoutes: Route[] = [
  route({
    operationId: 'createSubject',
    method: 'POST',
    path: `${J}/subjects`,
    summary: 'Enters a subject; its duties are planned at once',
    roles: officersUp,
    scope: 'subjects:write',
    body: bodies.subjectBody,
    query: bodies.noQuery,
    answer: answers.subject,
    status: 201,
    run: (input) =>
      here(input, async (request) =>
        map(await createSubject(request, input.body), subjectReply(request, 201)),
      ),
  }),
  route({
    operationId: 'listSubjects',
    method: 'GET',
    path: `${J}/subjects`,
    summary: 'Subjects by kind, trait, or part of their name or code',
    roles: everyone,
    scope: 'subjects:read',
    body: noBody,
    query: bodies.subjectsQuery,
    answer: answers.listOf(answers.subject),
    run: (input) =>
      here(input, async (request) =>
        ok(listed(await listSubjects(request, input.query), (subject) => shown(request, subject))),
      ),
  }),
  route({
    operationId: 'getSubject',
    method: 'GET',
    path: `${J}/subjects/{id}`,
    summary:
      'One subject; for a case or a project also its stage, the next events and what is missing for each',
    roles: everyone,
    scope: 'subjects:read',
    body: noBody,
    query: bodies.noQuery,
    answer: answers.subjectDetail,
    run: (input) =>
      here(input, async (request) => {
        const subject = await readStaged(request, param(input, 'id'));
        if (!subject) return notFound;
        const detail = { ...(await subjectDetail(request, subject)), ...(await formsView(request, subject)) };
        const body = withNames(request, {
          ...detail,
          ...handlerView(request, subject),
          ...(namesVisible(request.principal) ? { contactProposal: views.contactProposalView(subject) } : {}),
        });
        return ok({ status: 200, body, version: subject.version });
      }),
  }),
  route({
    operationId: 'changeSubject',
    method: 'PATCH',
    path: `${J}/subjects/{id}`,
    summary: 'Changes a subject; facts are merged, null removes one; its duties are planned again',
    roles: officersUp,
    scope: 'subjects:write',
    body: bodies.subjectPatch,
    query: bodies.noQuery,
    answer: answers.subject,
    run: (input) =>
      here(input, async (request) =>
        map(await patchSubject(request, param(input, 'id'), input.body), subjectReply(request, 200)),
      ),
  }),
  route({
    operationId: 'decideContacts',
    method: 'POST',
    path: `${J}/subjects/{id}/contact-decision`,
    summary: 'Confirms or refuses the contacts that a unit gave by the link of a letter',
    roles: officersUp,
    body: contactDecisionBody,
    query: bodies.noQuery,
    answer: answers.subject,
    run: (input) =>
      here(input, async (request) =>
        map(await decideContacts(request, param(input, 'id'), input.body), subjectReply(request, 200)),
      ),
  }),
  route({
    operationId: 'retireSubject',
    method: 'DELETE',
    path: `${J}/subjects/{id}`,
    summary: 'Retires a subject: its open duties end, its record stays',
    roles: officersUp,
    body: bodies.retireBody,
    query: bodies.noQuery,
    answer: answers.subject,
    run: (input) =>
      here(input, async (request) =>
        map(await retireSubject(request, param(input, 'id'), input.body), subjectReply(request, 200)),
      ),
  }),
];
