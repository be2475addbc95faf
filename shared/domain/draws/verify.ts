import { abandonmentHashOf, commitmentOf, inOrder, rosterHashOf } from './commitment.ts';
import { publicAt, quicknet } from './drand.ts';
import { continueDraw, reveal, standing } from './draw.ts';
import { canonical } from '../canonical.ts';
import { advisedThrowsFor, leastThrowsFor } from './beacon.ts';
import { PAIR, withoutPair } from './officers.ts';
import { ALGORITHM, type PublishedDraw, type Replacement, type Result } from './types.ts';

export type Verified =
  | { readonly holds: true; readonly notes: readonly string[] }
  | { readonly holds: false; readonly why: readonly string[] };

/** The checks, in this order. */
export const checkNames = [
  'method',
  'roster',
  'officers',
  'commitment',
  'published',
  'beacon',
  'record',
  'chance',
  'seed',
  'drawn',
  'assigned',
  'result',
  'replacements',
  'abandonment',
] as const;
export type CheckName = (typeof checkNames)[number];

export interface Check {
  readonly name: CheckName;
  /**
   * `absent`: the record has no such part. `open`: the check could not be made, because an earlier one fails or
   * something is not known.
   */
  readonly state: 'holds' | 'fails' | 'absent' | 'open';
  readonly why: readonly string[];
}

const same = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);

/**
 * Recomputes a published draw from the draw alone. `commitment` is the one that was published before the seed
 * existed, from another place: without it, a record that was invented as a whole cannot be told from a true
 * one.
 */
export function verifyDraw(draw: PublishedDraw, commitment?: string): Verified {
  const why = checkDraw(draw, commitment).flatMap((check) => check.why);
  if (why.length > 0) return { holds: false, why };
  return { holds: true, notes: notesOn(draw, commitment).map(({ text }) => text) };
}

/** The same, check by check. The draw holds when no check fails. */
export function checkDraw(draw: PublishedDraw, commitment?: string): readonly Check[] {
  const found = findings(draw, commitment);
  return checkNames.map((name) => {
    const why = found.get(name);
    if (why === undefined || why === 'absent') return { name, state: why ?? 'open', why: [] };
    return { name, state: why.length > 0 ? 'fails' : 'holds', why };
  });
}

/** Why each check fails; empty when it holds. A check without an entry could not be made. */
type Findings = Map<CheckName, readonly string[] | 'absent'>;

function findings(draw: PublishedDraw, commitment: string | undefined): Findings {
  if (draw.algorithm !== ALGORITHM)
    return new Map([['method', [`algorithm is ${draw.algorithm}; this verifier knows ${ALGORITHM}`]]]);
  const found: Findings = new Map([
    ['method', []],
    ['roster', rosterWrong(draw)],
    ['officers', draw.officers.length === 0 ? 'absent' : officersWrong(draw)],
    ['commitment', commitmentWrong(draw)],
    ['beacon', beaconWrong(draw)],
    ['record', recordWrong(draw)],
    ['abandonment', draw.abandoned ? abandonmentWrong(draw) : 'absent'],
  ]);
  if (commitment !== undefined) found.set('published', publishedWrong(draw, commitment));
  for (const [name, why] of resultFindings(draw, found)) found.set(name, why);
  return found;
}

function rosterWrong(draw: PublishedDraw): string[] {
  const { roster, excluded, size, ratio } = draw;
  const why: string[] = [];
  const all = [...roster, ...excluded].map(({ subjectId }) => subjectId);
  if (!same(roster, inOrder(roster))) why.push('the roster is not in the order of its ids');
  if (new Set(all).size < all.length) why.push('a unit stands twice on the roster and the exclusions');
  if (!Number.isInteger(size) || size < 1 || size > roster.length)
    why.push(`${size} cannot be drawn from a roster of ${roster.length}`);
  if (ratio !== undefined && Math.abs(size - ratio * roster.length) >= 1)
    why.push(`the size ${size} is not the share ${ratio} of ${roster.length}`);
  if (rosterHashOf(roster) !== draw.rosterHash) why.push('rosterHash is not the hash of the roster');
  return why;
}

function officersWrong({ officers, roster }: PublishedDraw): string[] {
  const why: string[] = [];
  if (officers.length < PAIR) why.push('one officer is no pair');
  if (new Set(officers.map(({ certificate }) => certificate)).size < officers.length)
    why.push('an officer stands twice in the list');
  const short = withoutPair(officers, idsOf(roster));
  if (short.length > 0) why.push(`too few officers without recusal for ${short.join(', ')}`);
  return why;
}

const commitmentWrong = (draw: PublishedDraw): string[] =>
  commitmentOf(draw) === draw.commitment
    ? []
    : ['the commitment is not the hash of what is said to have been settled beforehand'];

const publishedWrong = (draw: PublishedDraw, commitment: string): string[] =>
  commitment.trim().toLowerCase() === draw.commitment
    ? []
    : [`the commitment is ${draw.commitment}, not ${commitment}, the one published beforehand`];

const idsOf = (roster: PublishedDraw['roster']): string[] => roster.map(({ subjectId }) => subjectId);

function beaconWrong(draw: PublishedDraw): string[] {
  const { beacon, roster, committedAt } = draw;
  const why: string[] = [];
  if (draw.provable !== (beacon.kind !== 'local'))
    why.push('provable is wrong: a draw is, unless its chance was made locally');
  if (beacon.kind === 'dice') {
    if (new Set(beacon.witnesses).size < 2) why.push('dice need two witnesses');
    if (beacon.leastThrows !== leastThrowsFor(roster.length))
      why.push(`leastThrows is not ${leastThrowsFor(roster.length)}, as the roster asks for`);
    if (beacon.advisedThrows !== advisedThrowsFor(roster.length))
      why.push(`advisedThrows is not ${advisedThrowsFor(roster.length)}, as the roster asks for`);
  }
  if (beacon.kind !== 'drand') return why;
  if (beacon.chainHash !== quicknet.chainHash) why.push('chainHash is not that of quicknet');
  if (Date.parse(beacon.publicAt) !== publicAt(beacon.round))
    why.push(`publicAt is not when round ${beacon.round} becomes public`);
  if (!(Date.parse(committedAt) < publicAt(beacon.round)))
    why.push(`round ${beacon.round} was public at the time of the commitment: it was not named in advance`);
  return why;
}

function resultOf(draw: PublishedDraw): Result | undefined {
  const { value, seed, drawn, assigned, revealedAt, revealedBy, resultHash } = draw;
  const [a, b, c, d, e, f, g] = [value, seed, drawn, assigned, revealedAt, revealedBy, resultHash];
  if (!a || !b || !c || !d || !e || !f || !g) return undefined;
  return { value: a, seed: b, drawn: c, assigned: d, revealedAt: e, revealedBy: f, resultHash: g };
}

const resultFields = [
  ['value', 'chance'],
  ['seed', 'seed'],
  ['drawn', 'drawn'],
  ['assigned', 'assigned'],
  ['revealedAt', 'result'],
  ['revealedBy', 'result'],
  ['resultHash', 'result'],
] as const;

/** What contradicts itself in the record of the acts. */
function recordWrong(draw: PublishedDraw): string[] {
  const result = resultOf(draw);
  const { status, version, replacements, abandoned } = draw;
  const acts = 1 + (result ? 1 : 0) + replacements.length + (abandoned ? 1 : 0);
  const why = version === acts ? [] : [`version is ${version}, the record holds ${acts} acts`];
  if ((status === 'drawn') !== (result !== undefined) || (status === 'abandoned') !== !!abandoned)
    return [...why, `the status ${status} does not agree with what the record holds`];
  if (result) return why;
  const stray = resultFields.flatMap(([field]) => (draw[field] === undefined ? [] : [field]));
  if (stray.length > 0 || replacements.length > 0)
    why.push(`a draw that is ${status} has no ${[...stray, 'replacements'].join(', ')}`);
  return why;
}

/** Recomputes the draw from the value of the beacon. */
function resultFindings(draw: PublishedDraw, found: Findings): Findings {
  const names = ['chance', 'seed', 'drawn', 'assigned', 'result', 'replacements'] as const;
  const result = resultOf(draw);
  if (!result) return new Map(names.map((name) => [name, 'absent']));
  const settled = (['commitment', 'record'] as const).every((name) => found.get(name)?.length === 0);
  if (!settled || draw.size > draw.roster.length || withoutPairs(draw)) return new Map();
  const again = reveal(draw, result.value, result.revealedAt, result.revealedBy);
  if (!again.ok)
    return new Map([['chance', ['value is not what the source named beforehand can have given']]]);
  const why = new Map(names.map((name): [CheckName, string[]] => [name, []]));
  for (const [field, name] of resultFields)
    if (!same(result[field], again.result[field])) why.get(name)?.push(`${field} is not what the draw gives`);
  if (!(Date.parse(result.revealedAt) >= Date.parse(draw.committedAt)))
    why.get('result')?.push('revealedAt is before committedAt');
  const replaced = replacementsWrong(draw, result);
  return new Map<CheckName, readonly string[] | 'absent'>([
    ...why,
    [
      'assigned',
      draw.officers.length === 0 && why.get('assigned')?.length === 0
        ? 'absent'
        : (why.get('assigned') ?? []),
    ],
    ['replacements', draw.replacements.length === 0 ? 'absent' : replaced],
  ]);
}

const withoutPairs = ({ officers, roster }: PublishedDraw): boolean =>
  officers.length > 0 && withoutPair(officers, idsOf(roster)).length > 0;

function replacementsWrong(draw: PublishedDraw, result: Result): string[] {
  const why: string[] = [];
  const before: Replacement[] = [];
  for (const [index, given] of draw.replacements.entries()) {
    const known = { ...draw, ...result, replacements: [...before] };
    if (!standing(known).includes(given.out))
      why.push(`replacements.${index}: ${given.out} was not among those to be checked`);
    if (!same(continueDraw(known, given), given))
      why.push(`replacements.${index}: the next in the order is another, or its hash does not hold`);
    before.push(given);
  }
  return why;
}

function abandonmentWrong(draw: PublishedDraw): string[] {
  const { abandoned, beacon, commitment } = draw;
  if (!abandoned) return [];
  const why: string[] = [];
  if (abandonmentHashOf(commitment, abandoned) !== abandoned.hash)
    why.push('abandoned.hash is not the hash of what it holds');
  const known = beacon.kind === 'drand' && Date.parse(abandoned.at) >= publicAt(beacon.round);
  if (abandoned.afterBeacon !== known)
    why.push('abandoned.afterBeacon is wrong: compare its instant with the round’s');
  return why;
}

export const noteNames = [
  'unpublished',
  'local',
  'witnesses',
  'few-throws',
  'slow-clock',
  'earlier',
  'foreseen',
  'undrawn',
] as const;

/** Something that a verified draw relies on and that cannot be computed. */
export interface Note {
  readonly name: (typeof noteNames)[number];
  readonly text: string;
}

export function notesOn(draw: PublishedDraw, commitment: string | undefined): Note[] {
  const { beacon, status, revealedAt, value } = draw;
  const notes: Note[] = [];
  const note = (name: Note['name'], text: string): number => notes.push({ name, text });
  if (commitment === undefined)
    note(
      'unpublished',
      'compare the commitment with the one that was published beforehand (--commitment HASH)',
    );
  if (beacon.kind === 'local')
    note(
      'local',
      'not provable: the chance was made by the bureau’s own server, which could have tried several',
    );
  if (beacon.kind === 'dice') {
    note('witnesses', `the throws rest on the witnesses’ word: ${beacon.witnesses.join(', ')}`);
    if (value !== undefined && value.length < beacon.advisedThrows)
      note(
        'few-throws',
        `${value.length} throws are few: whoever worded the terms could have tried wordings until a unit’s chance was some per cent off; ${beacon.advisedThrows} leave no room for that`,
      );
  }
  if (beacon.kind === 'drand' && revealedAt && Date.parse(revealedAt) < publicAt(beacon.round))
    note(
      'slow-clock',
      'the value was entered before the round was due by the server’s clock: that clock was slow',
    );
  if (draw.number > 1)
    note('earlier', `this is draw ${draw.number} of its rule and period: look at the earlier ones too`);
  if (draw.abandoned?.afterBeacon)
    note('foreseen', 'it was abandoned when its chance could be known already');
  if (status === 'committed') note('undrawn', 'nothing is drawn yet');
  return notes;
}
