import { kindOf, type Failure, type FieldError } from '../../shared/outcome.ts';
import type { ProblemKind, ProblemParams } from '../../shared/problems/sentence.ts';
import { said, say, type Language } from '../../shared/problems/say.ts';

/** What is wrong with one field, in the language of the answer. */
export interface SaidError extends FieldError {
  readonly message: string;
}

/** A problem document, RFC 9457. */
export interface Problem {
  /** `/problems/<area>.<name>` */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  /** `<area>.<name>` */
  readonly code: string;
  readonly params: ProblemParams;
  readonly detail: string;
  readonly errors?: readonly SaidError[];
}

/** The HTTP status and the title of each kind of refusal. */
export const kinds: Readonly<
  Record<ProblemKind, { readonly status: number } & Readonly<Record<Language, string>>>
> = {
  malformed: { status: 400, en: 'Malformed request', zh: '请求不符合要求' },
  unauthorized: { status: 401, en: 'No valid token', zh: '没有有效的登录' },
  forbidden: { status: 403, en: 'Not for this role', zh: '您的身份不能办理' },
  'not-found': { status: 404, en: 'Not found', zh: '没有找到' },
  conflict: { status: 409, en: 'Conflict', zh: '与现有的内容冲突' },
  'too-large': { status: 413, en: 'Body too large', zh: '内容太大' },
  refused: { status: 422, en: 'Refused by a rule', zh: '按规定不能这样办理' },
  'too-many': { status: 429, en: 'Too many requests', zh: '查询过于频繁' },
  internal: { status: 500, en: 'Internal error', zh: '服务器出错' },
  'not-ready': { status: 503, en: 'Not ready', zh: '服务器暂时不能处理' },
  'no-room': { status: 507, en: 'Insufficient storage', zh: '服务器磁盘已满' },
};

/** A refusal as its problem document. */
export function problemOf(failure: Failure, language: Language): Problem {
  const { code, params, errors } = failure;
  const kind = kinds[kindOf(failure)];
  return {
    type: `/problems/${code}`,
    title: kind[language],
    status: kind.status,
    code,
    params,
    detail: say(failure, language),
    ...(errors.length > 0 ? { errors: said(errors, language) } : {}),
  };
}
