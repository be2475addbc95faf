import type { PublishedDraw } from './types.ts';

/** Returns the path at which a value does not have this shape; undefined when it does. */
type Shape = (value: unknown, path: string) => string | undefined;

const of =
  (holds: (value: unknown) => boolean): Shape =>
  (value, path) =>
    holds(value) ? undefined : path;

const text = of((value) => typeof value === 'string');
const number = of((value) => typeof value === 'number');
const truth = of((value) => typeof value === 'boolean');
const exactly = (...known: readonly string[]): Shape => of((value) => known.some((one) => one === value));

const list =
  (item: Shape): Shape =>
  (value, path) => {
    if (!Array.isArray(value)) return path;
    for (const [index, entry] of value.entries()) {
      const wrong = item(entry, `${path}.${index}`);
      if (wrong !== undefined) return wrong;
    }
    return undefined;
  };

/** Strict: an unknown field is an error too. */
const fields =
  (needed: Readonly<Record<string, Shape>>, optional: Readonly<Record<string, Shape>> = {}): Shape =>
  (value, path) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return path;
    const given = new Map<string, unknown>(Object.entries(value));
    const at = (name: string): string => (path === '' ? name : `${path}.${name}`);
    for (const name of Object.keys(needed)) if (!given.has(name)) return at(name);
    for (const [name, inner] of given) {
      const shape = Object.hasOwn(needed, name)
        ? needed[name]
        : Object.hasOwn(optional, name)
          ? optional[name]
          : undefined;
      const wrong = shape ? shape(inner, at(name)) : at(name);
      if (wrong !== undefined) return wrong;
    }
    return undefined;
  };

const beacons: Readonly<Record<string, Shape>> = {
  drand: fields({
    kind: text,
    chain: exactly('quicknet'),
    chainHash: text,
    round: number,
    publicAt: text,
  }),
  dice: fields({ kind: text, witnesses: list(text), leastThrows: number, advisedThrows: number }),
  local: fields({ kind: text, secretHash: text }),
};

const beacon: Shape = (value, path) => {
  const kind = typeof value === 'object' && value !== null && 'kind' in value ? value.kind : undefined;
  const shape = typeof kind === 'string' && Object.hasOwn(beacons, kind) ? beacons[kind] : undefined;
  return shape ? shape(value, path) : `${path}.kind`;
};

const badge = fields({ name: text, certificate: text });

const published = fields(
  {
    id: text,
    jurisdiction: text,
    ruleId: text,
    period: text,
    number,
    status: exactly('committed', 'drawn', 'abandoned'),
    version: number,
    provable: truth,
    algorithm: text,
    commitment: text,
    committedAt: text,
    committedBy: text,
    size: number,
    rosterHash: text,
    roster: list(fields({ subjectId: text, name: text })),
    excluded: list(fields({ subjectId: text, name: text, reason: text })),
    officers: list(fields({ name: text, certificate: text, recuse: list(text) }, { unverified: truth })),
    beacon,
    replacements: list(
      fields({ out: text, reason: text, in: text, officers: list(badge), at: text, by: text, hash: text }),
    ),
  },
  {
    ratio: number,
    value: text,
    seed: text,
    drawn: list(text),
    assigned: list(fields({ subjectId: text, officers: list(badge) })),
    revealedAt: text,
    revealedBy: text,
    resultHash: text,
    abandoned: fields({ reason: text, at: text, by: text, afterBeacon: truth, hash: text }),
  },
);

/**
 * Returns the path at which something differs from the contract; undefined for a valid published draw. It
 * checks the same as the contract’s schema, in a form that a browser can load without a library.
 */
export const misshapen = (value: unknown): string | undefined => published(value, '');

export const isPublished = (value: unknown): value is PublishedDraw => misshapen(value) === undefined;
