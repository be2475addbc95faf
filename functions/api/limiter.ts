import type { Principal } from '../../shared/domain/principal.ts';

/** A program may ask this often at once, and goes on at this pace: 600 a minute. */
const BURST = 300;
const PER_SECOND = 10;
/** Buckets that are kept; a full one says nothing and is forgotten. */
const KEPT = 10_000;

/** What a program may still ask, as the headers say it. */
export interface Allowance {
  readonly allowed: boolean;
  readonly headers: Readonly<Record<string, string>>;
}

export type Limiter = (principal: Principal) => Allowance | undefined;

/**
 * A bucket for each program, in the memory of this process. `milliseconds` is a clock that only goes forward: a
 * simulated clock may stand still, and a program would wait for ever. People are not counted.
 */
export function createLimiter(milliseconds: () => number): Limiter {
  const buckets = new Map<string, { readonly tokens: number; readonly at: number }>();
  return ({ role, jurisdiction, clientId, sub }) => {
    if (role !== 'machine') return undefined;
    const key = clientId ?? `${jurisdiction} ${sub}`;
    const now = milliseconds();
    const before = buckets.get(key) ?? { tokens: BURST, at: now };
    const filled = Math.min(BURST, before.tokens + ((now - before.at) / 1000) * PER_SECOND);
    const allowed = filled >= 1;
    const tokens = allowed ? filled - 1 : filled;
    buckets.delete(key);
    if (buckets.size >= KEPT) forget(buckets, now);
    buckets.set(key, { tokens, at: now });
    return { allowed, headers: headersOf(tokens, allowed) };
  };
}

function forget(buckets: Map<string, { readonly at: number }>, now: number): void {
  for (const [key, { at }] of buckets) if (now - at > (BURST / PER_SECOND) * 1000) buckets.delete(key);
}

function headersOf(tokens: number, allowed: boolean): Record<string, string> {
  const seconds = (missing: number): string => String(Math.ceil(Math.max(0, missing) / PER_SECOND));
  return {
    'ratelimit-limit': String(BURST),
    'ratelimit-remaining': String(Math.floor(tokens)),
    'ratelimit-reset': seconds(BURST - tokens),
    ...(allowed ? {} : { 'retry-after': String(Math.max(1, Number(seconds(1 - tokens)))) }),
  };
}
