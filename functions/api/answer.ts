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
      'cache-control': 'no-store',
      ...(answer.language === undefined ? {} : { 'content-language': answer.language }),
      ...(answer.version === undefined ? {} : { etag: `"${answer.version}"` }),
      ...(answer.replayed === true ? { 'idempotent-replayed': 'true' } : {}),
    },
    body: JSON.stringify(answer.body),
  };
}
