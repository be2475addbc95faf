import { conflict, notFound } from './sentence.ts';

/** What can be wrong with a calendar feed. */
export const feedProblems = {
  'feed.enough': conflict(
    'you have {most} calendar feeds already: revoke one that you no longer use',
    '订阅链接已达{most}个，请先停用不再使用的链接',
  ),
  'feed.no-calendar': notFound(
    'There is no such calendar, or it was revoked.',
    '没有这个日历，或者已经停用。',
  ),
  'feed.again': conflict('try again', '没有建成，请重试'),
} as const;
