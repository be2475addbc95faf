import { z } from 'zod';
import { fieldError, type FieldError } from '../outcome.ts';
import { raise, type ParamsOf, type Raised } from './raise.ts';
import type { NamesOf, ProblemCode } from './table.ts';
import { isProblemCode } from './table.ts';

/** The argument of `.refine` that gives its refusal a code: `.refine(isDay, issueOf('field.day'))`. */
export const issueOf = <Code extends ProblemCode>(code: Code, ...params: ParamsOf<Code>) => ({
  error: code,
  params: { problem: raise(code, ...params) },
});

type Plain = { [Code in ProblemCode]: [NamesOf<Code>] extends [never] ? Code : never }[ProblemCode];

/** The message that gives one of zod’s own checks one of our codes: `.regex(shape, codeOf('field.email'))`. */
export const codeOf = (code: Plain): string => code;

const value = z.union([z.string(), z.number()]);
const carried = z.object({
  problem: z.object({
    code: z.string().refine(isProblemCode),
    params: z.record(z.string(), z.union([value, z.array(value)])),
  }),
});

/** The errors of a schema, field by field. An unknown field is itself named. */
export const issuesOf = (error: z.ZodError): FieldError[] => error.issues.flatMap(fieldErrors);

function fieldErrors(issue: z.core.$ZodIssue): FieldError[] {
  const path = issue.path.join('.');
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => fieldError(path === '' ? key : `${path}.${key}`, 'field.unknown'));
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const branches = issue.errors.map((branch) => branch.flatMap(fieldErrors));
    const nested = branches.sort((a, b) => depth(b) - depth(a) || b.length - a.length)[0] ?? [];
    return nested.map((entry) => ({
      ...entry,
      path: [path, entry.path].filter((part) => part !== '').join('.'),
    }));
  }
  return [{ path, ...raisedBy(issue) }];
}

/** How far the value agreed with a branch of a union. The branch that was meant agrees the furthest. */
const depth = (errors: readonly FieldError[]): number =>
  Math.max(0, ...errors.map(({ path }) => (path === '' ? 0 : path.split('.').length)));

function raisedBy(issue: z.core.$ZodIssue): Raised {
  if (isProblemCode(issue.message)) {
    const own = issue.code === 'custom' ? carried.safeParse(issue.params).data?.problem : undefined;
    return own ?? { code: issue.message, params: {} };
  }
  switch (issue.code) {
    case 'invalid_key':
    case 'invalid_element': {
      const [inner] = issue.issues;
      return inner ? raisedBy(inner) : raise('field.format', { format: 'key' });
    }
    case 'invalid_value':
      return issue.message.endsWith('received undefined')
        ? raise('field.missing')
        : raise('field.choice', { options: issue.values.map(String) });
    case 'invalid_type':
      return issue.message.endsWith('received undefined')
        ? raise('field.missing')
        : raise('field.type', { expected: issue.expected });
    case 'too_small':
      return tooSmall(issue);
    case 'too_big':
      return tooBig(issue);
    case 'not_multiple_of':
      return raise('field.multiple', { step: issue.divisor });
    case 'invalid_format':
      return raise('field.format', { format: issue.format });
    default:
      return raise('field.format', { format: issue.code });
  }
}

function tooSmall({ origin, minimum, inclusive }: z.core.$ZodIssueTooSmall): Raised {
  const least = Number(minimum);
  if (origin === 'string')
    return least <= 1 ? raise('field.empty') : raise('field.too-short', { minimum: least });
  if (isCounted(origin)) return raise('field.too-few', { minimum: least });
  return inclusive === false
    ? raise('field.not-above', { minimum: least })
    : raise('field.too-small', { minimum: least });
}

function tooBig({ origin, maximum, inclusive }: z.core.$ZodIssueTooBig): Raised {
  const most = Number(maximum);
  if (origin === 'string') return raise('field.too-long', { maximum: most });
  if (isCounted(origin)) return raise('field.too-many', { maximum: most });
  return inclusive === false
    ? raise('field.not-below', { maximum: most })
    : raise('field.too-big', { maximum: most });
}

const isCounted = (origin: string): boolean => ['array', 'set', 'map', 'object', 'record'].includes(origin);
