import type { z } from 'zod';
import { type drawBody, MAX_ROSTER } from '../../contract/draws.ts';
import { ok, problemAt, type Outcome } from '../../outcome.ts';
import { inOrder } from '../../domain/draws/commitment.ts';
import { hashOf } from '../../domain/draws/hash.ts';
import { mayInspect, PAIR } from '../../domain/draws/officers.ts';
import type { DrawOfficer, Entry, Exclusion } from '../../domain/draws/types.ts';
import type { QuotaRule } from '../../domain/quotas/figures.ts';
import type { QuotaSubject } from '../../domain/quotas/types.ts';
import { formatDay } from '../../domain/time/day.ts';
import { dayOf } from '../../domain/time/instant.ts';
import type { Item, Store } from '../../ports.ts';
import { rosterChunk, type DrawRecord, type ListedUnit } from '../../records/draw.ts';
import { readInOrder } from '../../store/read.ts';
import type { StaffMember } from '../../records/staff.ts';
import type { Request } from '../request.ts';

type Body = z.output<typeof drawBody>;

const KEY_MONITORED = 'key-monitored';
/** Why key-monitored units are left out of the draw: they are checked every time (双随机 rules). */
const KEY_REASON = '重点监管对象，实施重点检查，不纳入随机抽查';

export interface Frozen {
  readonly roster: readonly Entry[];
  readonly excluded: readonly Exclusion[];
}

/** Divides the population into units that may be drawn and units that may not, each with a reason. */
export function freeze(
  rule: QuotaRule,
  population: readonly QuotaSubject[],
  exclude: Body['exclude'],
): Outcome<Frozen> {
  const reasons = new Map<string, string>();
  if (!rule.quota.population.anyTrait?.includes(KEY_MONITORED))
    for (const { id, traits } of population) if (traits.includes(KEY_MONITORED)) reasons.set(id, KEY_REASON);
  const known = new Set(population.map(({ id }) => id));
  const said = new Set<string>();
  for (const [index, { subjectId, reason }] of exclude.entries()) {
    const path = `exclude.${index}.subjectId`;
    if (!known.has(subjectId))
      return problemAt(path, 'draw.not-on-roster', { subjectId, ruleId: rule.ruleId });
    if (said.has(subjectId)) return problemAt(path, 'draw.excluded-twice', { subjectId });
    said.add(subjectId);
    reasons.set(subjectId, reason);
  }
  const units = inOrder(population.map(({ id, name }) => ({ subjectId: id, name })));
  const roster = units.filter(({ subjectId }) => !reasons.has(subjectId));
  const excluded = units.flatMap((unit): Exclusion[] => {
    const reason = reasons.get(unit.subjectId);
    return reason === undefined ? [] : [{ ...unit, reason }];
  });
  if (roster.length === 0) return problemAt('ruleId', 'draw.nobody-left', { ruleId: rule.ruleId });
  if (roster.length > MAX_ROSTER)
    return problemAt('ruleId', 'draw.roster-too-long', { held: roster.length, most: MAX_ROSTER });
  return ok({ roster, excluded });
}

/** Keeps floating-point errors from changing the result when a share is not a whole number. */
const EPSILON = 1e-9;

export function sizeOf(rule: QuotaRule, body: Body, roster: number): Outcome<number> {
  const { size, ratio } = body;
  if (size !== undefined && ratio !== undefined) return problemAt('ratio', 'draw.size-and-ratio');
  if (size === undefined && ratio === undefined) return problemAt('size', 'draw.no-size');
  const share = (ratio ?? 0) * roster;
  const rounded = rule.quota.form === 'cap' ? Math.floor(share + EPSILON) : Math.ceil(share - EPSILON);
  const count = size ?? rounded;
  const path = size === undefined ? 'ratio' : 'size';
  if (count > roster) return problemAt(path, 'draw.too-many', { count, roster });
  if (count < 1) return problemAt(path, 'draw.too-few', { roster });
  return ok(count);
}

/** The officers as the commitment lists them, each checked against the staff list. */
export function officersOf(
  { context, deps }: Request,
  body: Body,
  { roster, excluded }: Frozen,
): Outcome<readonly DrawOfficer[]> {
  const { officers } = body;
  if (officers === undefined) return ok([]);
  if (officers.length < PAIR)
    return problemAt('officers', 'draw.one-officer', { count: officers.length, least: PAIR });
  const today = formatDay(dayOf(deps.clock.now()));
  const units = new Set([...roster, ...excluded].map(({ subjectId }) => subjectId));
  const checked: DrawOfficer[] = [];
  for (const [index, { name, certificate, recuse }] of officers.entries()) {
    const path = `officers.${index}`;
    const certified = certificateOf(context.staff, today, path, name, certificate);
    if (!certified.ok) return certified;
    if (checked.some((other) => other.certificate === certificate))
      return problemAt(`${path}.certificate`, 'draw.certificate-twice', { certificate });
    if (checked.some((other) => other.name === name))
      return problemAt(`${path}.name`, 'draw.officer-twice', { name });
    const stray = recuse.findIndex((id) => !units.has(id));
    if (stray >= 0)
      return problemAt(`${path}.recuse.${stray}`, 'draw.recusal-astray', { subjectId: recuse[stray] ?? '' });
    const listed = certified.value ? {} : { unverified: true };
    checked.push({ name, certificate, ...listed, recuse: [...new Set(recuse)].sort() });
  }
  for (const { subjectId, name } of roster) {
    const free = checked.filter((officer) => mayInspect(officer, subjectId)).length;
    if (free < PAIR) return problemAt('officers', 'draw.few-officers', { name, subjectId, free });
  }
  return ok(checked);
}

/** Whether the officer is on the staff list with this certificate, and the certificate is valid today. */
function certificateOf(
  staff: readonly StaffMember[],
  today: string,
  path: string,
  name: string,
  certificate: string,
): Outcome<boolean> {
  const holder = staff.find((member) => member.certificate?.number === certificate);
  const namesake = staff.find((member) => member.name === name);
  if (holder && holder.name !== name)
    return problemAt(`${path}.name`, 'draw.others-certificate', { certificate, holder: holder.name });
  if (!holder && namesake) {
    const own = namesake.certificate?.number;
    return own === undefined
      ? problemAt(`${path}.certificate`, 'draw.no-certificate', { name })
      : problemAt(`${path}.certificate`, 'draw.other-certificate', { name, certificate: own });
  }
  const until = holder?.certificate?.validUntil;
  if (until !== undefined && until < today)
    return problemAt(`${path}.certificate`, 'draw.certificate-expired', { name, on: until });
  return ok(holder !== undefined);
}

/** Characters of JSON in one chunk: in UTF-8 well below the 400 KB limit of an item. */
const CHUNK = 100_000;

/** The list of units as separate items. Each is named by its content, so writing it twice does no harm. */
export function listItems(
  jurisdiction: string,
  { roster, excluded }: Frozen,
): { readonly list: DrawRecord['list']; readonly items: readonly Item[] } {
  const entries: ListedUnit[] = inOrder([...roster, ...excluded]);
  const hash = hashOf(entries);
  const chunks: ListedUnit[][] = [];
  let room = 0;
  for (const entry of entries) {
    const length = JSON.stringify(entry).length;
    if (length > room) {
      chunks.push([]);
      room = CHUNK;
    }
    chunks.at(-1)?.push(entry);
    room -= length;
  }
  const items = chunks.map((entries, chunk) =>
    rosterChunk.itemOf({ jurisdiction, hash, chunk }, { entries }),
  );
  return { list: { hash, chunks: chunks.length }, items };
}

/** The list of units with which a draw was frozen. */
export async function frozenOf(store: Store, { jurisdiction, list }: DrawRecord): Promise<Frozen> {
  const keys = Array.from({ length: list.chunks }, (_, chunk) =>
    rosterChunk.key({ jurisdiction, hash: list.hash, chunk }),
  );
  const items = await readInOrder(store, keys);
  if (items.length < keys.length) throw new Error(`the list ${list.hash} of a draw is not complete`);
  const entries = items.flatMap((item) => rosterChunk.of(item).entries);
  return {
    roster: entries.flatMap(({ subjectId, name, reason }) =>
      reason === undefined ? [{ subjectId, name }] : [],
    ),
    excluded: entries.flatMap(({ subjectId, name, reason }) =>
      reason === undefined ? [] : [{ subjectId, name, reason }],
    ),
  };
}
