import { refused } from './sentence.ts';

/** What can be wrong with a problem that a check found. */
export const findingProblems = {
  'finding.before-check': refused('this is before the check of {on}', '早于检查日期{on}'),
  'finding.twice': refused(
    'this is the same text as in findings.{first}: enter each problem once, or say how they differ',
    '与前面的问题重复，请只填写一次，或者写明区别',
  ),
} as const;
