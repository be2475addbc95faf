import { conflict } from './sentence.ts';

/** What can be wrong with the number of a document. */
export const documentProblems = {
  'document.number-taken': conflict(
    'the number {number} is borne by another document already',
    '文号{number}已用于其他文书，请另编文号',
  ),
} as const;
