import { isUtf8 } from 'node:buffer';
import { failOf, fieldError, problemAt, type Failure, type FieldError } from '../../shared/outcome.ts';
import { most } from '../../shared/limits.ts';

/**
 * Names that every object inherits from its prototype, and `prototype`. None of our fields has such a name. In
 * a record of values by name they would be dropped silently (`__proto__`) or found although nothing was entered
 * (`toString`).
 */
export const inheritedNames: ReadonlySet<string> = new Set([
  ...Object.getOwnPropertyNames(Object.prototype),
  'prototype',
]);

/**
 * Reads a JSON text or its bytes. 400 when it is not JSON, is nested too deeply or has a name that no field may
 * have.
 */
export function jsonOf(sent: string | Uint8Array): { readonly value: unknown } | Failure {
  if (typeof sent !== 'string' && !isUtf8(sent)) return noJson();
  let value: unknown;
  try {
    value = JSON.parse(typeof sent === 'string' ? sent : Buffer.from(sent).toString('utf8'));
  } catch {
    return noJson();
  }
  const wrong = shapeError(value);
  return wrong ? partFailure('request.body', [wrong]) : { value };
}

const noJson = (): Failure => problemAt('', 'request.no-json').failure;

/** The failure for a part of a request, with the wrong fields. */
export const partFailure = (
  code: 'request.body' | 'request.query' | 'request.path',
  errors: readonly FieldError[],
): Failure => {
  const named = errors.map(({ path }) => path).filter((path) => path !== '');
  // The whole value is wrong, such as a list instead of an object: there is no field to name.
  if (named.length === 0) return failOf(errors).failure;
  return { code, params: { paths: named.slice(0, 5) }, errors };
};

type Holder = Readonly<Record<string, unknown>>;

/** A list counts too: its positions are names. */
const isHolder = (value: unknown): value is Holder => typeof value === 'object' && value !== null;

/**
 * Goes level by level instead of by recursion, because a text of a megabyte may be nested half a million deep.
 */
function shapeError(value: unknown): FieldError | undefined {
  let level: { readonly path: string; readonly value: Holder }[] = [];
  if (isHolder(value)) level.push({ path: '', value });
  for (let depth = 1; level.length > 0; depth += 1) {
    const next: typeof level = [];
    for (const { path, value: holder } of level) {
      for (const [name, inner] of Object.entries(holder)) {
        const at = path === '' ? name : `${path}.${name}`;
        if (inheritedNames.has(name)) return fieldError(at, 'field.unknown');
        if (isHolder(inner)) next.push({ path: at, value: inner });
      }
    }
    if (depth >= most('jsonLevels') && next.length > 0)
      return fieldError(next[0]?.path ?? '', 'request.nested', { levels: most('jsonLevels') });
    level = next;
  }
  return undefined;
}
