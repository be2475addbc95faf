import type { z } from 'zod';
import type { abandonmentBody, replacementBody, revealBody } from '../../contract/draws.ts';
import { fail, failOf, notFound, ok, problem, problemAt, type Outcome } from '../../outcome.ts';
import { actorOf, signature } from '../../domain/actor.ts';
import { abandonmentHashOf } from '../../domain/draws/commitment.ts';
import { publicAt } from '../../domain/draws/drand.ts';
import { continueDraw, reveal, standing } from '../../domain/draws/draw.ts';
import { formatInstant } from '../../domain/time/instant.ts';
import { drawRecord, type DrawRecord } from '../../records/draw.ts';
import { enterAgenda } from '../agenda.ts';
import { frozenOf } from './roster.ts';
import { actsOf, publishedReplacement, resultOf, statusOf, termsOf } from './view.ts';
import { drawLink, findDraw, linkedDraw, linkPointer } from './list.ts';
import { staleVersion, type Request } from '../request.ts';

/** The most that an inspection round can need. More would not fit into one item of the table. */
const MAX_REPLACEMENTS = 50;

interface Act {
  readonly change: Partial<DrawRecord>;
  readonly action: string;
  /** The facts of the act that go into the chain of decisions. */
  readonly facts: Readonly<Record<string, unknown>>;
}

/** Finds the draw, adds its pending links to the chain, checks the version, and stores the result of `decide`. */
async function act(
  request: Request,
  id: string,
  done: (record: DrawRecord) => string | undefined,
  decide: (record: DrawRecord) => Outcome<Act> | Promise<Outcome<Act>>,
): Promise<Outcome<DrawRecord>> {
  const { deps } = request;
  const found = await findDraw(request, id);
  if (!found) return notFound;
  // The commitment must be in the chain before any random value is looked at.
  const record = await linkedDraw(deps, found);
  const key = done(record);
  if (key !== undefined && key === request.repeatable) return ok(record);
  const stale = staleVersion(request, actsOf(record));
  if (stale) return fail(stale);
  const decided = await decide(record);
  if (!decided.ok) return decided;
  const now = deps.clock.now();
  const { change, action, facts } = decided.value;
  const links = [...record.links, drawLink(request, record, action, facts)];
  const next: DrawRecord = { ...record, ...change, links };
  await enterAgenda(deps.store, [linkPointer(record.jurisdiction, id, now)], now);
  const stored = await drawRecord.put(deps.store, next);
  return stored ? ok(await linkedDraw(deps, stored)) : problem('draw.changed');
}

const keyOf = ({ repeatable }: Request): { key?: string } =>
  repeatable === undefined ? {} : { key: repeatable };

/**
 * Draws with the value of the beacon. 409 when the draw was revealed already; 422 when the value does not come
 * from the source that was named.
 */
export async function revealDraw(
  request: Request,
  id: string,
  body: z.output<typeof revealBody>,
): Promise<Outcome<DrawRecord>> {
  return act(
    request,
    id,
    ({ result }) => result?.key,
    async (record) => {
      const status = statusOf(record);
      if (status !== 'committed') return problem('draw.used', { status });
      const value = valueOf(record, body);
      if (!value.ok) return value;
      const now = request.deps.clock.now();
      const by = actorOf(request.principal);
      const terms = termsOf(record, await frozenOf(request.deps.store, record));
      const revealed = reveal(terms, value.value, formatInstant(now), signature(by));
      if (!revealed.ok) return failOf([{ path: 'value', ...revealed.why }]);
      const { seed, drawn, resultHash } = revealed.result;
      const kept = { value: revealed.result.value, seed, drawn: [...drawn], at: now, by, hash: resultHash };
      return ok({
        change: { result: { ...kept, ...keyOf(request) } },
        action: 'draw-revealed',
        facts: { value: kept.value, seed, resultHash },
      });
    },
  );
}

function valueOf({ beacon, secret }: DrawRecord, { value }: z.output<typeof revealBody>): Outcome<string> {
  if (beacon.kind === 'local')
    return value === undefined && secret !== undefined ? ok(secret) : problemAt('value', 'draw.no-value');
  if (value === undefined)
    return beacon.kind === 'dice'
      ? problemAt('value', 'draw.throws-missing', { least: beacon.leastThrows })
      : problemAt('value', 'draw.signature-missing', { round: beacon.round, at: beacon.publicAt });
  // A number above 9 must not be read as two digits.
  return ok(typeof value === 'string' ? value : value.map((one) => (one > 9 ? '0' : String(one))).join(''));
}

/** Replaces a unit that cannot be checked by the next unit of the same order. The leader approves it. */
export async function replaceDrawn(
  request: Request,
  id: string,
  body: z.output<typeof replacementBody>,
): Promise<Outcome<DrawRecord>> {
  return act(
    request,
    id,
    ({ replacements }) =>
      replacements.find(({ key }) => key !== undefined && key === request.repeatable)?.key,
    async (record) => {
      const result = resultOf(record);
      if (!result) return problem('draw.not-drawn', { status: statusOf(record) });
      if (record.replacements.length >= MAX_REPLACEMENTS)
        return problem('draw.replaced-enough', { most: MAX_REPLACEMENTS });
      const now = request.deps.clock.now();
      const { roster } = await frozenOf(request.deps.store, record);
      const { officers } = record;
      const known = {
        ...result,
        officers,
        roster,
        replacements: record.replacements.map(publishedReplacement),
      };
      if (!standing(known).includes(body.subjectId)) return problemAt('subjectId', 'draw.not-to-be-checked');
      const by = actorOf(request.principal);
      const given = { out: body.subjectId, reason: body.reason, at: formatInstant(now), by: signature(by) };
      const next = continueDraw(known, given);
      if (!next) return problem('draw.used-up');
      const kept = {
        ...next,
        officers: next.officers.map((one) => ({ ...one })),
        at: now,
        by,
        ...keyOf(request),
      };
      return ok({
        change: { replacements: [...record.replacements, kept] },
        action: 'draw-replaced',
        facts: { out: next.out, in: next.in, reason: next.reason, hash: next.hash },
      });
    },
  );
}

/**
 * Abandons a draw that was not revealed. It stays listed, and says whether its random value could already be
 * known.
 */
export async function abandonDraw(
  request: Request,
  id: string,
  { reason }: z.output<typeof abandonmentBody>,
): Promise<Outcome<DrawRecord>> {
  return act(
    request,
    id,
    ({ abandoned }) => abandoned?.key,
    (record) => {
      const status = statusOf(record);
      if (status !== 'committed') return problem('draw.not-abandoned', { status });
      const now = request.deps.clock.now();
      const { beacon, commitment } = record;
      const afterBeacon = beacon.kind === 'drand' && now >= publicAt(beacon.round);
      const by = actorOf(request.principal);
      const given = { reason, at: formatInstant(now), by: signature(by), afterBeacon };
      const hash = abandonmentHashOf(commitment, given);
      return ok({
        change: { abandoned: { reason, afterBeacon, at: now, by, hash, ...keyOf(request) } },
        action: 'draw-abandoned',
        facts: { reason, afterBeacon, hash },
      });
    },
  );
}
