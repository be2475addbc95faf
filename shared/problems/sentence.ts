/** The kind of a refusal. Each kind is one HTTP status (`functions/api/problem.ts`). */
export type ProblemKind =
  /** 400: does not fit the schema, an unknown field or fact, an impossible day. */
  | 'malformed'
  /** 401: no valid token. */
  | 'unauthorized'
  /** 403: visible, but not for this role. */
  | 'forbidden'
  /** 404: missing, or not visible to this token. The two cannot be told apart. */
  | 'not-found'
  /** 409: a duplicate, a stale version, a step that the state does not allow. */
  | 'conflict'
  /** 413: larger than allowed, packed or unpacked. */
  | 'too-large'
  /** 422: well-formed, but fields contradict each other or a rule forbids it. */
  | 'refused'
  /** 429: a program asks too often. */
  | 'too-many'
  /** 500: a fault of ours. */
  | 'internal'
  /** 503: not ready. */
  | 'not-ready'
  /** 507: the disk is full. */
  | 'no-room';

/** The values that may replace a name in a sentence. A list is joined with the language's own mark. */
export type ProblemValue = string | number | readonly (string | number)[];
export type ProblemParams = Readonly<Record<string, ProblemValue>>;

/** The names of the parameters of a sentence. */
export type Names<Sentence extends string> = Sentence extends `${string}{${infer Name}}${infer Rest}`
  ? (Name extends `${infer Plain}:${string}` ? Plain : Name) | Names<Rest>
  : never;

/** The Chinese sentence. It does not compile if it uses a parameter that the English sentence does not name. */
type SameNames<En extends string, Zh extends string> = Names<Zh> extends Names<En> ? Zh : never;

/**
 * One problem: its kind and its sentence in both languages. `{name}` is replaced by the parameter of that name;
 * `{name:vocabulary}` by its word from that vocabulary (`say.ts`). The English sentence determines the
 * parameters.
 */
const of =
  <const Kind extends ProblemKind>(kind: Kind) =>
  <const En extends string, const Zh extends string>(en: En, zh: Zh & SameNames<En, Zh>) => ({
    kind,
    en,
    zh,
  });

export const malformed = of('malformed');
export const unauthorized = of('unauthorized');
export const forbidden = of('forbidden');
export const notFound = of('not-found');
export const conflict = of('conflict');
export const tooLarge = of('too-large');
export const refused = of('refused');
export const tooMany = of('too-many');
export const internal = of('internal');
export const notReady = of('not-ready');
export const noRoom = of('no-room');
