import { notFound } from './sentence.ts';

/** What can be wrong with the link of a letter. */
export const answerProblems = {
  'answer.no-link': notFound(
    'This link is not known, or no longer good: what it was about has ended, or a newer letter has another one.',
    '链接无效或者已经失效：事项可能已经办结或者变更。请核对链接是否完整，或者与发信单位联系。',
  ),
} as const;
