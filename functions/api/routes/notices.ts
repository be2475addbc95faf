import * as answers from '../../../shared/contract/answers.ts';
import * as bodies from '../../../shared/contract/bodies.ts';
import { canonical } from '../../../shared/domain/canonical.ts';
import { contentHash } from '../../../shared/domain/ids.ts';
import { ok } from '../../../shared/outcome.ts';
import type { Language } from '../../../shared/problems/say.ts';
import { bureauReaders, everyone, officersUp } from '../../../shared/domain/principal.ts';
import { listNotices, readNotice } from '../../../shared/usecases/notices/list.ts';
import { resend, resendMany, type Resent } from '../../../shared/usecases/loop/resend.ts';
import { jurisdictionStatus, subjectStatus } from '../../../shared/usecases/duties/status.ts';
import * as views from '../../../shared/usecases/views.ts';
import { problemOf } from '../problem.ts';
import { noBody, route, type Reply, type Route } from '../route.ts';
import { here, hereByRules, J, listed, map, param, whole } from './within.ts';

const noticeReply = (notice: Parameters<typeof views.noticeView>[0]): Reply => ({
  status: 200,
  body: views.noticeView(notice),
  version: notice.version,
});

export const noticeRoutes: Route[] = [
  route({
    operationId: 'listNotices',
    method: 'GET',
    path: `${J}/notices`,
    summary: 'Notices, newest first',
    roles: everyone,
    scope: 'notices:read',
    body: noBody,
    query: bodies.noticesQuery,
    answer: answers.listOf(answers.notice),
    run: (input) =>
      here(input, async (request) => ok(listed(await listNotices(request, input.query), views.noticeView))),
  }),
  route({
    operationId: 'getNotice',
    method: 'GET',
    path: `${J}/notices/{id}`,
    summary: 'One notice with the text that its recipient reads',
    roles: everyone,
    scope: 'notices:read',
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
    operationId: 'resendNotice',
    method: 'POST',
    path: `${J}/notices/{id}/resend`,
    summary: 'Sends a notice again that could not be delivered',
    roles: officersUp,
    body: bodies.emptyBody,
    query: bodies.noQuery,
    answer: answers.notice,
    run: (input) =>
      here(input, async (request) => map(await resend(request, param(input, 'id')), noticeReply)),
  }),
  route({
    operationId: 'resendNotices',
    method: 'POST',
    path: `${J}/notices/resend`,
    summary: 'Sends up to 500 notices again, with a result for each',
    roles: officersUp,
    body: bodies.resendBody,
    query: bodies.noQuery,
    answer: answers.resent,
    run: (input) =>
      here(input, async (request) => {
        const resent = await resendMany(request, input.body);
        return ok(whole(resent.map((one) => resentView(one, input.language))));
      }),
  }),
];

function resentView({ id, outcome }: Resent, language: Language): object {
  if (outcome.ok) return { id, status: 200, notice: views.noticeView(outcome.value) };
  const problem = problemOf(outcome.failure, language);
  return { id, status: problem.status, problem };
}

/** A status with a tag of all that it says but the moment of asking. */
const tagged = (body: object): Reply => {
  const said = canonical({ ...body, asOf: undefined });
  return { status: 200, body, tag: contentHash(said).slice(0, 32) };
};

export const statusRoutes: Route[] = [
  route({
    operationId: 'getSubjectStatus',
    method: 'GET',
    path: `${J}/status/{id}`,
    summary: 'The status of one subject',
    roles: everyone,
    scope: 'status:read',
    tagged: true,
    body: noBody,
    query: bodies.noQuery,
    answer: answers.subjectStatus,
    run: (input) =>
      hereByRules(input, async (request) => map(await subjectStatus(request, param(input, 'id')), tagged)),
  }),
  route({
    operationId: 'getStatus',
    method: 'GET',
    path: `${J}/status`,
    summary: 'The status of the whole jurisdiction, by regime',
    roles: bureauReaders,
    scope: 'status:read',
    tagged: true,
    body: noBody,
    query: bodies.noQuery,
    answer: answers.jurisdictionStatus,
    run: (input) => here(input, async (request) => map(await jurisdictionStatus(request), tagged)),
  }),
];
