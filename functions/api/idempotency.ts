import type { Principal } from '../../shared/domain/principal.ts';
import { contentHash, idOf } from '../../shared/domain/ids.ts';
import { hours, minutes, plus } from '../../shared/domain/time/instant.ts';
import { repetitionRecord, type RepetitionRecord } from '../../shared/records/repetition.ts';
import type { Deps } from '../../shared/usecases/deps.ts';
import { problemAt } from '../../shared/outcome.ts';
import type { Language } from '../../shared/problems/say.ts';
import { refusalOf, type Answer } from './answer.ts';

/** An answer is stored this long for repeated requests, and a request may run this long. */
const KEPT = hours(24);
const RUNNING = minutes(1);

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
  const place = { jurisdiction, hash: repeatable };
  const request = contentHash(JSON.stringify([repetition.route, repetition.query, repetition.body]));
  const now = deps.clock.now();
  const own = { owner: deps.lease.owner, until: plus(now, RUNNING) };
  const fresh = { version: 0, request, claim: own, ttl: Math.floor(plus(now, KEPT) / 1000) };
  let claimed = await repetitionRecord.put(deps.store, place, fresh);
  if (!claimed) {
    const known = await repetitionRecord.read(deps.store, place);
    const early = known && known.ttl * 1000 > now ? repeated(deps, known, request) : undefined;
    if (early) return typeof early === 'string' ? refuse(early) : early;
    claimed = await repetitionRecord.put(deps.store, place, { ...fresh, version: known?.version ?? 0 });
    if (!claimed) return refuse('request.key-running');
  }
  const answer = await run(repeatable);
  if (answer.status >= 400 && answer.status < 500) {
    // A refusal stores nothing, so the corrected request can be sent with the same key.
    await deps.store.deleteMany([repetitionRecord.key(place)]);
    return answer;
  }
  const done = { ...claimed, claim: undefined };
  const kept = fits(answer) ? { ...done, answer: { ...answer, body: { ...answer.body } } } : done;
  await repetitionRecord.put(deps.store, place, kept);
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

function repeated(deps: Deps, known: RepetitionRecord, request: string): Answer | KeyProblem | undefined {
  if (known.request !== request) return 'request.key-used';
  if (known.answer) return { ...known.answer, replayed: true };
  if (known.claim && !deps.lease.isVoid(known.claim, deps.clock.now())) return 'request.key-running';
  return undefined;
}
