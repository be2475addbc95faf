import type { z } from 'zod';
import type { drawBody, drawsQuery } from '../../contract/draws.ts';
import { failOf, ok, problem, problemAt, type Outcome } from '../../outcome.ts';
import { actorOf, signature } from '../../domain/actor.ts';
import { seesOffice } from '../../domain/principal.ts';
import { advisedThrowsFor, leastThrowsFor, roundRefused, secretHashOf } from '../../domain/draws/beacon.ts';
import { commitmentOf, rosterHashOf } from '../../domain/draws/commitment.ts';
import { publicAt, quicknet } from '../../domain/draws/drand.ts';
import { fairShares, type Share } from '../../domain/draws/fair-share.ts';
import { ALGORITHM, type Beacon, type Terms } from '../../domain/draws/types.ts';
import { inForce, isQuota, type QuotaRule } from '../../domain/quotas/figures.ts';
import { spanOf } from '../../domain/quotas/period.ts';
import { idOf } from '../../domain/ids.ts';
import { dayOf, formatInstant, toInstant, type Instant } from '../../domain/time/instant.ts';
import { drawRecord, type DrawRecord } from '../../records/draw.ts';
import { listOf } from '../../records/keys.ts';
import type { PendingLink } from '../../records/records.ts';
import type { Pointer } from '../../records/agenda.ts';
import { enterAgenda } from '../agenda.ts';
import type { Deps } from '../deps.ts';
import { drawPopulation } from './population.ts';
import { freeze, frozenOf, listItems, officersOf, sizeOf } from './roster.ts';
import { statusOf } from './view.ts';
import { checkAt, LINK_STEP, pendingOf, settleLinks } from '../ledger/append.ts';
import { filteredPage, type Listed } from '../listing.ts';
import { todayOf, type Request } from '../request.ts';
import { bureauSubjectId } from '../bureau-subject.ts';

type Body = z.output<typeof drawBody>;

/** Returns the draw if the caller may see it, otherwise undefined (404). */
export async function findDraw(request: Request, id: string): Promise<DrawRecord | undefined> {
  const record = await drawRecord.read(request.deps.store, {
    jurisdiction: request.context.jurisdiction.id,
    id,
  });
  return record && seesOffice(request.principal, record.office) ? record : undefined;
}

/** Newest first. */
export async function listDraws(
  request: Request,
  query: z.infer<typeof drawsQuery>,
): Promise<Listed<DrawRecord>> {
  return filteredPage(request.deps.store, {
    query: { pk: listOf(request.context.jurisdiction.id, 'DRAW'), descending: true },
    limit: query.limit,
    cursor: query.cursor,
    parse: drawRecord.of,
    keep: (record) =>
      seesOffice(request.principal, record.office) &&
      (query.ruleId === undefined || record.ruleId === query.ruleId) &&
      (query.status === undefined || statusOf(record) === query.status),
  });
}

/** How often each unit was drawn and its fair share, over all draws of a rule or of the bureau. */
export async function drawHistory(request: Request, ruleId: string | undefined): Promise<Share[]> {
  const past = [];
  let cursor: string | undefined;
  do {
    const page = await listDraws(request, { limit: 200, cursor, ruleId, status: 'drawn' });
    for (const record of page.items) {
      const { roster } = await frozenOf(request.deps.store, record);
      const drawn = [...(record.result?.drawn ?? []), ...record.replacements.map((one) => one.in)];
      past.push({ roster, drawn });
    }
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return fairShares(past.reverse());
}

function ruleFor({ context, principal, deps }: Request, ruleId: string): Outcome<QuotaRule> {
  const rule = context.rulebook.ruleOf(ruleId, todayOf({ deps }));
  if (!rule || !seesOffice(principal, rule.office)) return problemAt('ruleId', 'draw.no-rule', { ruleId });
  if (!isQuota(rule) || rule.quota.form === 'range') return problemAt('ruleId', 'draw.no-quota', { ruleId });
  if (!inForce(rule, dayOf(deps.clock.now()))) return problemAt('ruleId', 'draw.not-in-force', { ruleId });
  return ok(rule);
}

/** The beacon as it goes into the commitment, with the secret when the bureau’s server makes the random value. */
function beaconOf(
  { deps }: Request,
  beacon: Body['beacon'],
  rosterSize: number,
): Outcome<{ readonly beacon: Beacon; readonly secret?: string }> {
  if (beacon.kind === 'local') {
    const secret = [deps.ids.fresh(), deps.ids.fresh(), deps.ids.fresh()].join('.');
    return ok({ beacon: { kind: 'local', secretHash: secretHashOf(secret) }, secret });
  }
  if (beacon.kind === 'dice') {
    const { witnesses } = beacon;
    if (new Set(witnesses).size < witnesses.length)
      return problemAt('beacon.witnesses.1', 'draw.same-witness');
    const leastThrows = leastThrowsFor(rosterSize);
    const advisedThrows = advisedThrowsFor(rosterSize);
    return ok({ beacon: { kind: 'dice', witnesses, leastThrows, advisedThrows } });
  }
  const { round } = beacon;
  const why = roundRefused(round, deps.clock.now());
  if (why) return failOf([{ path: 'beacon.round', ...why }]);
  const { chain, chainHash } = quicknet;
  const due = formatInstant(toInstant(publicAt(round)));
  return ok({ beacon: { kind: 'drand', chain, chainHash, round, publicAt: due } });
}

const idOfDraw = (jurisdiction: string, ruleId: string, period: string, number: number): string =>
  idOf('draw', jurisdiction, ruleId, period, String(number));

/** The draws of a rule and period, ordered by number. */
async function earlierDraws(
  deps: Deps,
  jurisdiction: string,
  ruleId: string,
  period: string,
): Promise<DrawRecord[]> {
  const found: DrawRecord[] = [];
  for (;;) {
    const id = idOfDraw(jurisdiction, ruleId, period, found.length + 1);
    const known = await drawRecord.read(deps.store, { jurisdiction, id });
    if (!known) return found;
    found.push(known);
  }
}

/** The pointer that makes the loop link a draw’s act if the process stops. */
export const linkPointer = (jurisdiction: string, drawId: string, now: Instant): Pointer => ({
  jurisdiction,
  obligationId: '',
  drawId,
  step: LINK_STEP,
  at: checkAt(now),
  attempt: 0,
});

/** The content of an act’s link in the jurisdiction’s chain. */
export function drawLink(
  { principal, deps }: Request,
  record: DrawRecord,
  action: string,
  facts: Readonly<Record<string, unknown>>,
): PendingLink {
  const { id, jurisdiction, office, version, ruleId, period, number, commitment } = record;
  const subjectId = bureauSubjectId(jurisdiction, office);
  const target = { kind: 'draw', id, subjectId, version };
  const common = { office, ruleId, period, number, commitment };
  return pendingOf(principal, deps.clock.now(), target, action, { ...common, ...facts });
}

/** Links all pending acts of the draw, and returns the record as it is afterwards. */
export async function linkedDraw(deps: Deps, record: DrawRecord): Promise<DrawRecord> {
  const item = await settleLinks(deps, record.jurisdiction, drawRecord.key(record));
  return item ? drawRecord.of(item) : record;
}

/**
 * Freezes roster, exclusions, officers and the random source, and publishes their hash. There is one open draw
 * for each rule and period: 409 while another waits for its reveal.
 */
export async function commitDraw(request: Request, body: Body): Promise<Outcome<DrawRecord>> {
  const { deps, context } = request;
  const jurisdiction = context.jurisdiction.id;
  const rule = ruleFor(request, body.ruleId);
  if (!rule.ok) return rule;
  const now = deps.clock.now();
  const span = spanOf(rule.value.quota.per, dayOf(now));
  const earlier = await earlierDraws(deps, jurisdiction, body.ruleId, span.key);
  const again = earlier.find(({ key }) => key !== undefined && key === request.repeatable);
  if (again) return ok(await linkedDraw(deps, again));
  const open = earlier.find((record) => statusOf(record) === 'committed');
  if (open) return problemAt('ruleId', 'draw.open', { id: open.id, ruleId: body.ruleId, period: span.key });
  const terms = await termsFor(request, rule.value, body);
  if (!terms.ok) return terms;
  const number = earlier.length + 1;
  const id = idOfDraw(jurisdiction, body.ruleId, span.key, number);
  return store(request, rule.value, { ...terms.value, id, period: span.key, number });
}

type Prepared = Omit<Terms, 'id' | 'period' | 'number'> & { readonly secret?: string };

async function termsFor(request: Request, rule: QuotaRule, body: Body): Promise<Outcome<Prepared>> {
  const { deps, context, principal } = request;
  const now = deps.clock.now();
  const population = await drawPopulation(deps, context, rule, spanOf(rule.quota.per, dayOf(now)));
  const frozen = freeze(rule, population, body.exclude);
  if (!frozen.ok) return frozen;
  const { roster } = frozen.value;
  const size = sizeOf(rule, body, roster.length);
  if (!size.ok) return size;
  const officers = officersOf(request, body, frozen.value);
  if (!officers.ok) return officers;
  const beacon = beaconOf(request, body.beacon, roster.length);
  if (!beacon.ok) return beacon;
  return ok({
    jurisdiction: context.jurisdiction.id,
    ruleId: rule.ruleId,
    algorithm: ALGORITHM,
    size: size.value,
    ...(body.ratio === undefined ? {} : { ratio: body.ratio }),
    ...frozen.value,
    officers: officers.value,
    ...beacon.value,
    committedAt: formatInstant(now),
    committedBy: signature(principal),
  });
}

/** Order: the list of units, then the pointer that links the commitment after a stop, then the draw itself. */
async function store(
  request: Request,
  rule: QuotaRule,
  prepared: Prepared & Pick<Terms, 'id' | 'period' | 'number'>,
): Promise<Outcome<DrawRecord>> {
  const { deps } = request;
  const { roster, excluded, secret, ...terms } = prepared;
  const { id, jurisdiction } = terms;
  const now = deps.clock.now();
  const { list, items } = listItems(jurisdiction, { roster, excluded });
  const unlinked: DrawRecord = {
    version: 0,
    ...terms,
    office: rule.office,
    officers: terms.officers.map((officer) => ({ ...officer, recuse: [...officer.recuse] })),
    beacon:
      terms.beacon.kind === 'dice'
        ? { ...terms.beacon, witnesses: [...terms.beacon.witnesses] }
        : terms.beacon,
    rosterSize: roster.length,
    rosterHash: rosterHashOf(roster),
    commitment: commitmentOf(prepared),
    list,
    ...(secret === undefined ? {} : { secret }),
    committedAt: now,
    committedBy: actorOf(request.principal),
    ...(request.repeatable === undefined ? {} : { key: request.repeatable }),
    replacements: [],
    links: [],
  };
  const { size, rosterHash, rosterSize, beacon } = unlinked;
  const link = drawLink(request, unlinked, 'draw-committed', { size, rosterHash, rosterSize, beacon });
  const record = { ...unlinked, links: [link] };
  await deps.store.putMany(items);
  await enterAgenda(deps.store, [linkPointer(jurisdiction, id, now)], now);
  const stored = await drawRecord.put(deps.store, record);
  return stored ? ok(await linkedDraw(deps, stored)) : problem('draw.same-moment');
}
