const text = (description: string, example: string) => ({
  description,
  schema: { type: 'string' as const },
  example,
});

/** Headers of answers, by their component’s name. */
export const headers = {
  ETag: text('The version of the answered resource, for If-Match', '"3"'),
  IdempotentReplayed: text(
    'true when this is the stored first answer: the same Idempotency-Key was sent before',
    'true',
  ),
  ContentLanguage: text('The language of the sentences, chosen by Accept-Language', 'zh'),
  RetryAfter: text('Seconds to wait before sending the request again', '5'),
  Tag: text('For If-None-Match: the same as long as nothing has changed', 'W/"5f3a…"'),
  RateLimitLimit: text('For programs: how often they may ask at once', '300'),
  RateLimitRemaining: text('For programs: how often still', '299'),
  RateLimitReset: text('For programs: seconds until it is the limit again', '1'),
  NextCursor: text('When a list is longer than one file: the cursor of the next part', 'eyJscyI6I…'),
  ContentDisposition: text(
    'The name of the file; filename* has its Chinese name',
    'attachment; filename="document.docx"',
  ),
};

type HeaderName = keyof typeof headers;

const names: Readonly<Record<HeaderName, string>> = {
  ETag: 'ETag',
  IdempotentReplayed: 'Idempotent-Replayed',
  ContentLanguage: 'Content-Language',
  RetryAfter: 'Retry-After',
  Tag: 'ETag',
  RateLimitLimit: 'RateLimit-Limit',
  RateLimitRemaining: 'RateLimit-Remaining',
  RateLimitReset: 'RateLimit-Reset',
  NextCursor: 'Next-Cursor',
  ContentDisposition: 'Content-Disposition',
};

/** References to headers, for an answer that has them. */
export const carrying = (...wanted: readonly HeaderName[]) =>
  wanted.length === 0
    ? {}
    : {
        headers: Object.fromEntries(
          wanted.map((name) => [names[name], { $ref: `#/components/headers/${name}` }]),
        ),
      };

const inHeader = (name: string, description: string, example: string) => ({
  in: 'header' as const,
  name,
  description,
  schema: { type: 'string' as const },
  example,
});

/** Parameters that many operations take, by their component’s name. */
export const parameters = {
  j: {
    in: 'path' as const,
    name: 'j',
    required: true,
    description: 'The jurisdiction’s id; 404 when the token may not see it',
    schema: { type: 'string' as const },
    example: 'hongjiang',
  },
  IdempotencyKey: inHeader(
    'Idempotency-Key',
    '1 to 200 visible ASCII characters. When it is sent again within 24 hours, the act is done only once and the first answer is returned',
    '7d0c9a5e-enter-unit',
  ),
  IfMatch: inHeader(
    'If-Match',
    'The version that was read, as in the ETag; 409 when the version has changed since',
    '"3"',
  ),
  IfNoneMatch: inHeader(
    'If-None-Match',
    'The ETag of what the program already has; 304 where it still holds',
    '"5f3a…"',
  ),
};

export type ParameterName = keyof typeof parameters;

export const parameter = (name: ParameterName) => ({ $ref: `#/components/parameters/${name}` });
