import {
  conflict,
  forbidden,
  internal,
  malformed,
  method,
  noRoom,
  notFound,
  notReady,
  tooLarge,
  tooMany,
  unauthorized,
} from './sentence.ts';

/** What can be wrong with a request before anybody asks what it is about. */
export const requestProblems = {
  'request.not-found': notFound(
    'Nothing of that name is visible to this token.',
    '没有找到，或者您的身份看不到它。',
  ),
  'request.fault': internal(
    'This is our fault, not yours. Try again; nothing was half done.',
    '服务器出错，内容没有保存，请稍后重试。',
  ),
} as const;
