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

const same = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);

/**
 * Computes a published draw again from itself alone. `commitment` is the one that was published before the
 * seed existed, kept elsewhere: without it, a record that somebody made up as a whole cannot be told from a
 * true one.
 */
export function verifyDraw(draw: PublishedDraw, commitment?: string): Verified {
  if (draw.algorithm !== ALGORITHM)
    return { holds: false, why: [`algorithm is ${draw.algorithm}; this verifier knows ${ALGORITHM}`] };
  const why = [
    ...termsWrong(draw),
    ...beaconWrong(draw),
    ...(commitment !== undefined && commitment.trim().toLowerCase() !== draw.commitment
      ? [`the commitment is ${draw.commitment}, not ${commitment}, the one published beforehand`]
      : []),
    ...resultWrong(draw),
    ...abandonmentWrong(draw),
  ];
  return why.length > 0 ? { holds: false, why } : { holds: true, notes: notesOn(draw, commitment) };
}

function termsWrong(draw: PublishedDraw): string[] {
  const { roster, excluded, size, ratio, officers } = draw;
  const why: string[] = [];
  const ids = roster.map(({ subjectId }) => subjectId);
  const all = [...ids, ...excluded.map(({ subjectId }) => subjectId)];
  if (!same(roster, inOrder(roster))) why.push('the roster is not in the order of its ids');
  if (new Set(all).size < all.length) why.push('a unit stands twice on the roster and the exclusions');
  if (!Number.isInteger(size) || size < 1 || size > roster.length)
    why.push(`${size} cannot be drawn from a roster of ${roster.length}`);
  if (ratio !== undefined && Math.abs(size - ratio * roster.length) >= 1)
    why.push(`the size ${size} is not the share ${ratio} of ${roster.length}`);
  if (officers.length > 0 && officers.length < PAIR) why.push('one officer is no pair');
  if (new Set(officers.map(({ certificate }) => certificate)).size < officers.length)
    why.push('an officer stands twice in the list');
  const short = officers.length === 0 ? [] : withoutPair(officers, ids);
  if (short.length > 0) why.push(`too few officers without recusal for ${short.join(', ')}`);
  if (rosterHashOf(roster) !== draw.rosterHash) why.push('rosterHash is not the hash of the roster');
  if (commitmentOf(draw) !== draw.commitment)
    why.push('the commitment is not the hash of what is said to have been settled beforehand');
  return why;
}

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
  'value',
  'seed',
  'drawn',
  'assigned',
  'revealedAt',
  'revealedBy',
  'resultHash',
] as const;

function resultWrong(draw: PublishedDraw): string[] {
  const result = resultOf(draw);
  const acts = 1 + (result ? 1 : 0) + draw.replacements.length + (draw.abandoned ? 1 : 0);
  const why = draw.version === acts ? [] : [`version is ${draw.version}, the record holds ${acts} acts`];
  if (
    (draw.status === 'drawn') !== (result !== undefined) ||
    (draw.status === 'abandoned') !== !!draw.abandoned
  )
    return [...why, `the status ${draw.status} does not agree with what the record holds`];
  if (!result) {
    const stray = resultFields.filter((field) => draw[field] !== undefined);
    if (stray.length > 0 || draw.replacements.length > 0)
      why.push(`a draw that is ${draw.status} has no ${[...stray, 'replacements'].join(', ')}`);
    return why;
  }
  if (why.length > 0 || commitmentOf(draw) !== draw.commitment || draw.size > draw.roster.length) return why;
  if (withoutPairs(draw)) return why;
  const again = reveal(draw, result.value, result.revealedAt, result.revealedBy);
  if (!again.ok) return [...why, again.why];
  for (const field of resultFields)
    if (!same(result[field], again.result[field])) why.push(`${field} is not what the draw gives`);
  if (!(Date.parse(result.revealedAt) >= Date.parse(draw.committedAt)))
    why.push('revealedAt is before committedAt');
  return [...why, ...replacementsWrong(draw, result)];
}

const withoutPairs = ({ officers, roster }: PublishedDraw): boolean =>
  officers.length > 0 &&
  withoutPair(
    officers,
    roster.map(({ subjectId }) => subjectId),
  ).length > 0;

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

function notesOn(draw: PublishedDraw, commitment: string | undefined): string[] {
  const { beacon, status, revealedAt, value } = draw;
  const notes: string[] = [];
  if (commitment === undefined)
    notes.push('compare the commitment with the one that was published beforehand (--commitment HASH)');
  if (beacon.kind === 'local')
    notes.push(
      'not provable: the chance was made by the bureau’s own server, which could have tried several',
    );
  if (beacon.kind === 'dice')
    notes.push(`the throws rest on the witnesses’ word: ${beacon.witnesses.join(', ')}`);
  if (beacon.kind === 'dice' && value !== undefined && value.length < beacon.advisedThrows)
    notes.push(
      `${value.length} throws are few: whoever worded the terms could have tried wordings until a unit’s chance was some per cent off; ${beacon.advisedThrows} leave no room for that`,
    );
  if (beacon.kind === 'drand' && revealedAt && Date.parse(revealedAt) < publicAt(beacon.round))
    notes.push('the value was entered before the round was due by the server’s clock: that clock was slow');
  if (draw.number > 1)
    notes.push(`this is draw ${draw.number} of its rule and period: look at the earlier ones too`);
  if (draw.abandoned?.afterBeacon) notes.push('it was abandoned when its chance could be known already');
  if (status === 'committed') notes.push('nothing is drawn yet');
  return notes;
}
