import { advisedThrowsFor, leastThrowsFor, secretHashOf } from '../../../shared/domain/draws/beacon.ts';
import {
  abandonmentHashOf,
  commitmentOf,
  inOrder,
  rosterHashOf,
} from '../../../shared/domain/draws/commitment.ts';
import { publicAt, quicknet } from '../../../shared/domain/draws/drand.ts';
import { continueDraw, reveal } from '../../../shared/domain/draws/draw.ts';
import {
  ALGORITHM,
  type Beacon,
  type PublishedDraw,
  type Terms,
} from '../../../shared/domain/draws/types.ts';

/** Rounds of quicknet as the network published them. */
export const rounds = [
  {
    round: 123,
    signature:
      'b75c69d0b72a5d906e854e808ba7e2accb1542ac355ae486d591aa9d43765482e26cd02df835d3546d23c4b13e0dfc92',
    randomness: 'fb8f7bc29bf24db51871ec8c79f3a1e4bd0557bc0dfcee9ed1d924e69d1c60dc',
  },
  {
    round: 1000,
    signature:
      'b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39',
    randomness: 'fe290beca10872ef2fb164d2aa4442de4566183ec51c56ff3cd603d930e54fdd',
  },
  {
    round: 657_413,
    signature:
      'b713718a38ae728dfd477991af2822e08d2f305e47718cef9f7848ce4050e7be41076862b98fad56e91a6b85b89cd97b',
    randomness: 'fc1873a13f3545aeade8401532ef5519920652eee6b0d2b19ca12643b87b3587',
  },
] as const;
const [, , latest] = rounds;

export const rosterOf = (size: number) =>
  inOrder(Array.from({ length: size }, (_, index) => ({ subjectId: `unit-${index}`, name: `单位${index}` })));

export const drand = {
  kind: 'drand',
  chain: 'quicknet',
  chainHash: quicknet.chainHash,
  round: latest.round,
  publicAt: new Date(publicAt(latest.round)).toISOString(),
} as const satisfies Beacon;

export const officers = [
  { name: '王', certificate: 'A1', recuse: ['unit-3'] },
  { name: '李', certificate: 'A2', recuse: [] },
  { name: '赵', certificate: 'A3', recuse: ['unit-5', 'unit-7'] },
  { name: '钱', certificate: 'A4', unverified: true, recuse: [] },
];

export const terms = (more: Partial<Terms> = {}): Terms => ({
  id: 'draw',
  jurisdiction: 'hongjiang',
  ruleId: 'archives-security/daily-check',
  period: '2023-09',
  number: 1,
  algorithm: ALGORITHM,
  size: 4,
  roster: rosterOf(12),
  excluded: [{ subjectId: 'unit-x', name: '重点单位', reason: '重点监管对象' }],
  officers,
  beacon: drand,
  committedAt: '2023-09-14T10:00:00+08:00',
  committedBy: 'bureau-officer:officer',
  ...more,
});

export function committed(given: Terms): PublishedDraw {
  return {
    ...given,
    status: 'committed',
    version: 1,
    provable: given.beacon.kind !== 'local',
    rosterHash: rosterHashOf(given.roster),
    commitment: commitmentOf(given),
    replacements: [],
  };
}

export function drawn(given: Terms, value: string = latest.signature, replaced = 0): PublishedDraw {
  const revealed = reveal(given, value, '2023-09-16T09:00:00+08:00', 'bureau-officer:officer');
  if (!revealed.ok) throw new Error(revealed.why.code);
  let record = { ...committed(given), ...revealed.result, status: 'drawn' as const, version: 2 };
  for (let count = 0; count < replaced; count += 1) {
    const given = {
      out: record.drawn[count] ?? '',
      reason: '停业',
      at: '2023-09-18T09:00:00+08:00',
      by: 'bureau-leader:leader',
    };
    const next = continueDraw(record, given);
    if (!next) throw new Error('the roster is used up');
    record = { ...record, version: record.version + 1, replacements: [...record.replacements, next] };
  }
  return record;
}

/** By default it says truly whether the round was public by then. */
export function abandoned(given: Terms, afterBeacon = given.beacon.kind === 'drand'): PublishedDraw {
  const record = committed(given);
  const act = {
    reason: '名单有误',
    at: '2023-09-16T09:00:00+08:00',
    by: 'bureau-leader:leader',
    afterBeacon,
  };
  const hash = abandonmentHashOf(record.commitment, act);
  return { ...record, status: 'abandoned', version: 2, abandoned: { ...act, hash } };
}

export const dice = (size = 12) =>
  ({
    kind: 'dice',
    witnesses: ['孙某', '周某'],
    leastThrows: leastThrowsFor(size),
    advisedThrows: advisedThrowsFor(size),
  }) as const;
export const SECRET = 'a secret of the server';
export const local: Beacon = { kind: 'local', secretHash: secretHashOf(SECRET) };
