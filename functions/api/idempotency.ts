import { z } from 'zod';
import type { Principal } from '../../shared/domain/principal.ts';
import { contentHash, idOf } from '../../shared/domain/ids.ts';
import { hours, minutes, plus, toInstant } from '../../shared/domain/time/instant.ts';
import { idempotencyKey } from '../../shared/records/keys.ts';
import type { Deps } from '../../shared/usecases/deps.ts';
import { problemAt } from '../../shared/outcome.ts';
import type { Language } from '../../shared/problems/say.ts';
import { refusalOf, type Answer } from './answer.ts';

/** An answer is stored this long for repeated requests, and a request may run this long. */
const KEPT = hours(24);
const RUNNING = minutes(1);

const kept = z.object({
  request: z.string(),
  version: z.number(),
  /**
   * Seconds since 1970. An engine that does not delete expired items keeps the entry, but the entry no longer
   * counts.
   */
  ttl: z.number(),
  claim: z.object({ owner: z.string(), until: z.number().transform(toInstant) }).optional(),
  answer: z
    .object({ status: z.number(), body: z.record(z.string(), z.unknown()), version: z.number().optional() })
    .optional(),
});

type KeyProblem = 'request.key' | 'request.key-used' | 'request.key-running';

export interface Repetition {
  readonly principal: Principal;
  readonly key: string;
  readonly route: string;
  readonly query: unknown;
  readonly body: unknown;
  readonly language: Language;
}

/**
 * Runs a request once for its Idempotency-Key. A repetition gets the first answer; the same key with another
 * query or body is a conflict. Refusals and our own failures are not stored, so that the request can be tried
 * again.
 */
export async function once(
  deps: Deps,
  repetition: Repetition,
  run: (repeatable: string) => Promise<Answer>,
): Promise<Answer> {
  const { principal, key, language } = repetition;
  const refuse = (code: KeyProblem): Answer =>
    refusalOf(problemAt('Idempotency-Key', code).failure, language);
  const { jurisdiction, role, sub, unitId = '', office = '' } = principal;
  if (!/^[\x21-\x7e]{1,200}$/.test(key)) {
    return refuse('request.key');
  }
  const repeatable = idOf('idempotency', jurisdiction, role, sub, unitId, office, key);
  const item = idempotencyKey(jurisdiction, repeatable);
  const request = contentHash(JSON.stringify([repetition.route, repetition.query, repetition.body]));
  const now = deps.clock.now();
  const own = { owner: deps.lease.owner, until: plus(now, RUNNING) };
  const fresh = { ...item, v: 1, version: 1, request, claim: own, ttl: Math.floor(plus(now, KEPT) / 1000) };
  let version = 1;
  if (!(await deps.store.put(fresh, 'absent'))) {
    const known = kept.parse(await deps.store.get(item));
    const expired = known.ttl * 1000 <= now;
    const early = expired ? undefined : repeated(deps, known, request);
    if (early) return typeof early === 'string' ? refuse(early) : early;
    version = known.version + 1;
    if (!(await deps.store.put({ ...fresh, version }, { version: known.version })))
      return refuse('request.key-running');
  }
  const answer = await run(repeatable);
  if (answer.status >= 400 && answer.status < 500) {
    // A refusal stores nothing, so the corrected request can be sent with the same key.
    await deps.store.deleteMany([item]);
    return answer;
  }
  const done = { ...fresh, version: version + 1, claim: undefined };
  await deps.store.put(fits(answer) ? { ...done, answer } : done, { version });
  return answer;
}

/** The most bytes of an answer that fit into an item of the table beside the rest. */
const KEPT_BYTES = 350_000;

/**
 * A larger or secret answer is not stored: a repetition runs again, and finds that the act was done under the
 * same key.
 */
const fits = (answer: Answer): boolean =>
  answer.secret !== true && Buffer.byteLength(JSON.stringify(answer.body)) <= KEPT_BYTES;

function repeated(deps: Deps, known: z.infer<typeof kept>, request: string): Answer | KeyProblem | undefined {
  if (known.request !== request) return 'request.key-used';
  if (known.answer) return { ...known.answer, replayed: true };
  if (known.claim && !deps.lease.isVoid(known.claim, deps.clock.now())) return 'request.key-running';
  return undefined;
}
