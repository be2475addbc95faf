import { plainText, textFlaw } from '../domain/text.ts';
import type { FieldError } from '../outcome.ts';
import { raise, type Raised } from '../problems/raise.ts';

export type Taken =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

/**
 * Returns the request’s value in the form in which it is used from here on: every text composed and without
 * invisible marks. Or returns an error for each field with characters that no file can contain, or with a name
 * that is not clean already. Whether a field may have line breaks is decided by its schema; how deep a body
 * nests was checked when it was parsed.
 */
export function takenIn(value: unknown): Taken {
  const errors: FieldError[] = [];
  const text = (given: string, path: readonly string[]): string => {
    const flaw = textFlaw(given);
    if (flaw) errors.push({ path: path.join('.'), ...flaw });
    return plainText(given);
  };
  const take = (entry: unknown, path: readonly string[]): unknown => {
    if (typeof entry === 'string') return text(entry, path);
    if (typeof entry !== 'object' || entry === null || entry instanceof Uint8Array) return entry;
    if (Array.isArray(entry)) return entry.map((one, index) => take(one, [...path, String(index)]));
    return Object.fromEntries(
      Object.entries(entry).map(([name, one]) => {
        const at = [...path, shown(name)];
        const flaw = nameFlaw(name);
        if (flaw) errors.push({ path: at.join('.'), ...flaw });
        return [name, take(one, at)];
      }),
    );
  };
  const taken = take(value, []);
  return errors.length > 0 ? { ok: false, errors: errors.slice(0, MOST_SHOWN) } : { ok: true, value: taken };
}

const MOST_SHOWN = 50;

/**
 * A name that changes when it is cleaned might become the name of another field, or a name that is not allowed.
 */
const nameFlaw = (name: string): Raised | undefined =>
  textFlaw(name) ?? (plainText(name) === name ? undefined : raise('text.name'));

/** The name of a field as a path shows it. An answer repeats nothing that it refuses. */
const shown = (name: string): string => (nameFlaw(name) === undefined ? name : '?');
