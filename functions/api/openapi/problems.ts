import { z } from 'zod';
import * as answers from '../../../shared/contract/answers.ts';
import type { ProblemKind } from '../../../shared/problems/sentence.ts';
import { isProblemCode, problems } from '../../../shared/problems/table.ts';
import { kinds } from '../problem.ts';
import { carrying } from './headers.ts';

interface Refusal {
  readonly kind: ProblemKind;
  /** The name of its response. Its schema is `<name>Problem`, its codes are `<name>Code`. */
  readonly name: string;
  readonly description: string;
}

const refusals: readonly Refusal[] = [
  {
    kind: 'malformed',
    name: 'Malformed',
    description: 'The request does not fit the schema, or has an unknown field or fact, or an impossible day',
  },
  { kind: 'unauthorized', name: 'Unauthorized', description: 'No valid token' },
  { kind: 'forbidden', name: 'Forbidden', description: 'Visible, but not for this role' },
  { kind: 'not-found', name: 'NotFound', description: 'Missing, or not visible to this token' },
  {
    kind: 'conflict',
    name: 'Conflict',
    description: 'A duplicate, a stale version, a step that the state does not allow',
  },
  { kind: 'too-large', name: 'TooLarge', description: 'The body is too large' },
  {
    kind: 'refused',
    name: 'Refused',
    description: 'Well-formed, but fields contradict each other or a rule forbids it',
  },
  {
    kind: 'too-many',
    name: 'TooMany',
    description:
      'A program asks too often; or, on AWS, more requests a second than the stage accepts (a plain message)',
  },
  { kind: 'internal', name: 'Fault', description: 'A fault of the server; nothing was partly done' },
  {
    kind: 'not-ready',
    name: 'NotReady',
    description:
      'On one machine: too much was sent at once, or the issuer of the tokens does not answer. On AWS: the table takes no more; send the same request again',
  },
  {
    kind: 'no-room',
    name: 'NoRoom',
    description:
      'On one machine: its disk is full and nothing was stored; send the request again when there is room',
  },
];

const codesOf = (kind: ProblemKind) =>
  Object.keys(problems)
    .filter(isProblemCode)
    .filter((code) => problems[code].kind === kind);

/** The codes of a kind, each with its sentence in both languages. `{name}` is a parameter. */
const codeSchema = (kind: ProblemKind) =>
  z.enum(codesOf(kind)).meta({
    'x-sentences': Object.fromEntries(
      codesOf(kind).map((code) => [code, { en: problems[code].en, zh: problems[code].zh }]),
    ),
  });

/** By status: every code, and the problem document that contains it. */
export const problemSchemas: Readonly<Record<string, z.ZodType>> = Object.fromEntries(
  refusals.flatMap(({ kind, name }): [string, z.ZodType][] => {
    const code = codeSchema(kind);
    const document = answers.problem.extend({ status: z.literal(kinds[kind].status), code });
    return [
      [`${name}Code`, code],
      [`${name}Problem`, document],
    ];
  }),
);

const described = Object.fromEntries(
  refusals.map(({ kind, name, description }) => [
    name,
    {
      description,
      ...carrying(
        'ContentLanguage',
        ...(kind === 'not-ready' || kind === 'too-many' ? (['RetryAfter'] as const) : []),
      ),
      content: {
        'application/problem+json': { schema: { $ref: `#/components/schemas/${name}Problem` } },
      },
    },
  ]),
);

/** Answered by the gateway before any function runs, so it may also be no problem document. */
const byGateway = { 'application/json': { schema: z.object({ message: z.string() }) } };

export const problemResponses = Object.fromEntries(
  Object.entries(described).map(([name, one]) => [
    name,
    name === 'TooMany' ? { ...one, content: { ...one.content, ...byGateway } } : one,
  ]),
);

const references = (wanted: readonly ProblemKind[]) =>
  Object.fromEntries(
    refusals
      .filter(({ kind }) => wanted.includes(kind))
      .map(({ kind, name }) => [kinds[kind].status, { $ref: `#/components/responses/${name}` }]),
  );

const always: readonly ProblemKind[] = [
  'malformed',
  'unauthorized',
  'forbidden',
  'not-found',
  'conflict',
  'too-large',
  'refused',
  'too-many',
  'internal',
  'not-ready',
];

/** Problems of routes that read. */
export const readProblems = references(always);

/** Problems of routes that store something. */
export const writeProblems = { ...readProblems, ...references(['no-room']) };

/** Problems of routes without a token. */
export const openProblems = references(['not-found', 'internal']);
