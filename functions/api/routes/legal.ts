import { listOf } from '../../../shared/contract/answers.ts';
import { noQuery } from '../../../shared/contract/bodies.ts';
import { escalation } from '../../../shared/contract/escalations.ts';
import * as contract from '../../../shared/contract/legal.ts';
import { ok } from '../../../shared/outcome.ts';
import { bureauReaders, officersUp } from '../../../shared/domain/principal.ts';
import { giveWord } from '../../../shared/usecases/escalations/legal-word.ts';
import { escalationView } from '../../../shared/usecases/escalations/view.ts';
import { legalPaper, legalPapers, legalPapersOfSubject } from '../../../shared/usecases/legal/list.ts';
import { withNames } from '../../../shared/usecases/people.ts';
import { noBody, route, type Route } from '../route.ts';
import { here, J, map, param, whole } from './within.ts';

/** The legal officer’s view of the papers, and the word that a paper under open provisions waits for. */
export const legalRoutes: Route[] = [
  route({
    operationId: 'listLegalPapers',
    method: 'GET',
    path: `${J}/legal-papers`,
    summary: 'Documents with their provisions and what was checked, newest first',
    roles: bureauReaders,
    body: noBody,
    query: contract.legalPapersQuery,
    answer: listOf(contract.legalPaper),
    run: (input) =>
      here(input, async (request) =>
        map(await legalPapers(request, input.query), (page) => ({ status: 200, body: page })),
      ),
  }),
  route({
    operationId: 'getLegalPaper',
    method: 'GET',
    path: `${J}/escalations/{id}/legal`,
    summary: 'One document with its provisions and what was checked',
    roles: bureauReaders,
    body: noBody,
    query: noQuery,
    answer: contract.legalPaper,
    run: (input) =>
      here(input, async (request) =>
        map(await legalPaper(request, param(input, 'id')), (paper) => ({ status: 200, body: paper })),
      ),
  }),
  route({
    operationId: 'listLegalPapersOfSubject',
    method: 'GET',
    path: `${J}/subjects/{id}/legal-papers`,
    summary: 'The documents of a subject with their provisions and what was checked; of a case also its own',
    roles: bureauReaders,
    body: noBody,
    query: noQuery,
    answer: listOf(contract.legalPaper),
    run: (input) =>
      here(input, async (request) =>
        map(await legalPapersOfSubject(request, param(input, 'id')), (papers) => whole(papers)),
      ),
  }),
  route({
    operationId: 'giveLegalWord',
    method: 'POST',
    path: `${J}/escalations/{id}/legal-word`,
    summary: 'The word of the legal officer on a document whose provisions are unverified or not in force',
    roles: officersUp,
    body: contract.legalWordBody,
    query: noQuery,
    answer: escalation,
    run: (input) =>
      here(input, async (request) => {
        const given = await giveWord(request, param(input, 'id'), input.body);
        if (!given.ok) return given;
        const body = withNames(request, await escalationView(request, given.value));
        return ok({ status: 200, body, version: given.value.escalation.version });
      }),
  }),
];
