import type { Answer, Body } from '../../api/contract.ts';

export type Answerable = Answer<'GET /v1/answers/{token}'>;

/** What each form needs: the letter, and how an answer is sent. */
export interface Answering {
  readonly letter: Answerable;
  readonly send: (body: Body<'POST /v1/answers/{token}'>) => void;
  readonly busy: boolean;
}
