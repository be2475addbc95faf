import { noQuery } from '../../../shared/contract/bodies.ts';
import { answerable, letterAnswerBody, letterAnswered } from '../../../shared/contract/letter-answers.ts';
import { ok, problem } from '../../../shared/outcome.ts';
import { answerLetter } from '../../../shared/usecases/answers/answer.ts';
import { openLink } from '../../../shared/usecases/answers/opened.ts';
import { answerableView } from '../../../shared/usecases/answers/show.ts';
import { noBody, route, type Input, type Route } from '../route.ts';
import { map } from './within.ts';

/** The address in the link of a letter; the token in it is all that is asked for. */
const ANSWER_PATH = '/v1/answers/{token}';

const opened = ({ deps, repeatable, language, ...input }: Input<unknown, unknown>) =>
  openLink(deps, { token: input.params['token'] ?? '', repeatable, language });

/** Routes without sign-in. A token that opens nothing gets one and the same 404. */
export const answerRoutes: readonly Route[] = [
  route({
    operationId: 'getAnswerable',
    method: 'GET',
    path: ANSWER_PATH,
    summary: 'What the link of a letter is about, and what can be answered; changes nothing',
    roles: [],
    body: noBody,
    query: noQuery,
    answer: answerable,
    run: async (input) => {
      const found = await opened(input);
      return found ? ok({ status: 200, body: answerableView(found) }) : problem('answer.no-link');
    },
  }),
  route({
    operationId: 'answerLetter',
    method: 'POST',
    path: ANSWER_PATH,
    summary: 'Answers a letter: a report, a request for a later day, other contacts, or that it was read',
    roles: [],
    body: letterAnswerBody,
    query: noQuery,
    answer: letterAnswered,
    status: 201,
    run: async (input) => {
      const found = await opened(input);
      if (!found) return problem('answer.no-link');
      return map(await answerLetter(found, input.body), (receipt) => ({ status: 201, body: { receipt } }));
    },
  }),
];
