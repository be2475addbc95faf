import type { z } from 'zod';
import type { abandonmentBody, replacementBody, revealBody } from '../../contract/draws.ts';
import { fail, failOf, notFound, ok, problem, problemAt, type Outcome } from '../../outcome.ts';
import { signature } from '../../domain/principal.ts';
import { abandonmentHashOf } from '../../domain/draws/commitment.ts';
import { publicAt } from '../../domain/draws/drand.ts';
import { continueDraw, reveal, standing } from '../../domain/draws/draw.ts';
import { formatInstant } from '../../domain/time/instant.ts';
import { drawRecord, type DrawRecord } from '../../records/draw.ts';
import { enterAgenda } from '../agenda.ts';
import { frozenOf } from './roster.ts';
import { actsOf, resultOf, statusOf, termsOf } from './view.ts';
import { drawLink, findDraw, linkedDraw, linkPointer } from './list.ts';
import { staleVersion, type Request } from '../request.ts';

/** As many as an inspection round can need; the record stays one item of the table. */
const MAX_REPLACEMENTS = 50;

interface Act {
  readonly change: Partial<DrawRecord>;
  readonly action: string;
  /** What of it goes into the chain of decisions. */
  readonly facts: Readonly<Record<string, unknown>>;
}

/** Finds, links what is still open, checks the version, and stores what `decide` makes of it. */
async function act(
  request: Request,
  id: string,
  done: (record: DrawRecord) => string | undefined,
  decide: (record: DrawRecord) => Outcome<Act> | Promise<Outcome<Act>>,
): Promise<Outcome<DrawRecord>> {
  const { deps } = request;
  const found = await findDraw(request, id);
  if (!found) return notFound;
  // The commitment stands in the chain before any chance is looked at.
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

/** Draws with what the beacon gave. 409 where that was done; 422 where the value is not what was named. */
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
      const by = signature(request.principal);
      const terms = termsOf(record, await frozenOf(request.deps.store, record));
      const revealed = reveal(terms, value.value, formatInstant(now), by);
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
  // Throws above 9 must not fall apart into two digits.
  return ok(typeof value === 'string' ? value : value.map((one) => (one > 9 ? '0' : String(one))).join(''));
}

/** Puts the next unit of the same order in the place of one that cannot be checked; the leader approves. */
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
        replacements: record.replacements.map((one) => ({ ...one, at: formatInstant(one.at) })),
      };
      if (!standing(known).includes(body.subjectId)) return problemAt('subjectId', 'draw.not-to-be-checked');
      const by = signature(request.principal);
      const given = { out: body.subjectId, reason: body.reason, at: formatInstant(now), by };
      const next = continueDraw(known, given);
      if (!next) return problem('draw.used-up');
      const kept = {
        ...next,
        officers: next.officers.map((one) => ({ ...one })),
        at: now,
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

/** Gives up a draw that was not revealed. It stays listed, and says whether its chance could be known by then. */
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
      const given = { reason, at: formatInstant(now), by: signature(request.principal), afterBeacon };
      const hash = abandonmentHashOf(commitment, given);
      return ok({
        change: { abandoned: { ...given, at: now, hash, ...keyOf(request) } },
        action: 'draw-abandoned',
        facts: { reason, afterBeacon, hash },
      });
    },
  );
}
