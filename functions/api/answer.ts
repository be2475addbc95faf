import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { fitText } from '../../shared/domain/text.ts';
import type { Failure } from '../../shared/outcome.ts';
import type { Language } from '../../shared/problems/say.ts';
import { problemOf } from './problem.ts';
import { type ReplyFile } from './route.ts';

export interface Answer {
  readonly status: number;
  readonly body: object;
  readonly version?: number | undefined;
  readonly replayed?: boolean;
  readonly file?: ReplyFile | undefined;
  /** The language of a refusal. */
  readonly language?: Language;
  /** True if the answer must not be stored for a repeated request. */
  readonly secret?: boolean;
  readonly tag?: string | undefined;
  /** Further headers: what a program may still ask. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
}

export type Result = APIGatewayProxyStructuredResultV2;

/** A refusal as an answer, in the language of its request. */
export function refusalOf(failure: Failure, language: Language): Answer {
  const body = problemOf(failure, language);
  return { status: body.status, body, language };
}

export function toResult(answer: Answer): Result {
  return answer.file ? fileResult(answer.file) : jsonResult(answer);
}

/** Bytes are sent as base64; a name with any characters by RFC 5987, with a plain one beside it. */
function fileResult({ bytes, type, name, nextCursor }: ReplyFile): Result {
  const plain = `document${/\.[a-z]+$/.exec(name)?.[0] ?? ''}`;
  const encoded = encodeURIComponent(fitText(name))
    .replaceAll("'", '%27')
    .replaceAll('(', '%28')
    .replaceAll(')', '%29');
  return {
    statusCode: 200,
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`,
      'cache-control': 'no-store',
      ...(nextCursor === undefined ? {} : { 'next-cursor': nextCursor }),
    },
    body: Buffer.from(bytes).toString('base64'),
    isBase64Encoded: true,
  };
}

function jsonResult(answer: Answer): Result {
  return {
    statusCode: answer.status,
    headers: {
      'content-type':
        answer.status >= 400 ? 'application/problem+json; charset=utf-8' : 'application/json; charset=utf-8',
      ...cachingOf(answer),
      ...(answer.language === undefined ? {} : { 'content-language': answer.language }),
      ...(answer.version === undefined ? {} : { etag: `"${answer.version}"` }),
      ...(answer.replayed === true ? { 'idempotent-replayed': 'true' } : {}),
      ...answer.headers,
    },
    body: JSON.stringify(answer.body),
  };
}

/** Kept by nobody; an answer with a tag by whoever asked, who asks each time whether it still holds. */
const cachingOf = ({ tag }: Answer): Record<string, string> =>
  tag === undefined
    ? { 'cache-control': 'no-store' }
    : { 'cache-control': 'private, no-cache', etag: `W/"${tag}"`, vary: 'Authorization' };

/** The answer to whoever has it already. */
export function unchanged(answer: Answer): Result {
  return { statusCode: 304, headers: { ...cachingOf(answer), ...answer.headers } };
}

/** Whether a header If-None-Match names a tag, RFC 9110 13.1.2. */
export const matches = (header: string | undefined, tag: string): boolean =>
  (header ?? '').split(',').some((one) => {
    const named = one.trim().replace(/^W\//, '');
    return named === '*' || named === `"${tag}"`;
  });
