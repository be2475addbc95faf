import { plainText, textFlaw } from '../domain/text.ts';
import type { FieldError } from '../outcome.ts';
import { raise, type Raised } from '../problems/raise.ts';

export type Taken =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

/**
 * What a request brings, as it is used from here on: every text in it composed and without marks that nobody
 * sees. Or each field that holds what no file can carry, or whose name is not clean already. Whether a field may hold
 * line breaks is its schema’s matter; how deep a body nests was checked when it was parsed.
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

/** What would be another name once it is cleaned might be the name of a field beside it, or one that none may bear. */
const nameFlaw = (name: string): Raised | undefined =>
  textFlaw(name) ?? (plainText(name) === name ? undefined : raise('text.name'));

/** The name of a field as a path shows it: an answer repeats nothing that it refuses. */
const shown = (name: string): string => (nameFlaw(name) === undefined ? name : '?');
