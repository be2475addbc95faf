import { isUtf8 } from 'node:buffer';
import { failOf, fieldError, problemAt, type Failure, type FieldError } from '../../shared/outcome.ts';
import { most } from '../../shared/limits.ts';

/**
 * Names that every object has from its prototype, and `prototype`. No field of ours bears one. In a record of values
 * by name they would be dropped without a word (`__proto__`) or found where nothing was entered (`toString`).
 */
export const inheritedNames: ReadonlySet<string> = new Set([
  ...Object.getOwnPropertyNames(Object.prototype),
  'prototype',
]);

/** A JSON text or its bytes as a value; 400 where it is none, nests too deep or names what no field is called. */
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

/** Which part of a request is not as it must be, and in which fields. */
export const partFailure = (
  code: 'request.body' | 'request.query' | 'request.path',
  errors: readonly FieldError[],
): Failure => {
  const named = errors.map(({ path }) => path).filter((path) => path !== '');
  // Wrong as a whole, a list in place of an object: there is no field to name.
  if (named.length === 0) return failOf(errors).failure;
  return { code, params: { paths: named.slice(0, 5) }, errors };
};

type Holder = Readonly<Record<string, unknown>>;

/** A list is one too: its places are names. */
const isHolder = (value: unknown): value is Holder => typeof value === 'object' && value !== null;

/** Walks level by level, not by recursion: a text of a megabyte may nest half a million times. */
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
