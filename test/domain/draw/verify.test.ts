import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { draw as schema } from '../../../shared/contract/draws.ts';
import { advisedThrowsFor, chanceOf, leastThrowsFor } from '../../../shared/domain/draws/beacon.ts';
import { continueDraw, orderOf, reveal, standing } from '../../../shared/domain/draws/draw.ts';
import { replacementHashOf } from '../../../shared/domain/draws/commitment.ts';
import { bytesOf } from '../../../shared/domain/draws/hash.ts';
import type { PublishedDraw } from '../../../shared/domain/draws/types.ts';
import { isPublished } from '../../../shared/domain/draws/published.ts';
import { checkDraw, verifyDraw } from '../../../shared/domain/draws/verify.ts';
import {
  abandoned,
  committed,
  dice,
  drand,
  drawn,
  local,
  rosterOf,
  rounds,
  SECRET,
  terms,
} from './sample.ts';

const throwsOfDice = '3 5 1, 6 2 4 4 1';
const samples: readonly (readonly [string, PublishedDraw])[] = [
  ['a commitment on a round of drand', committed(terms())],
  ['a draw by drand with replacements', drawn(terms({ size: 3, ratio: 0.25 }), undefined, 2)],
  ['a draw by drand without officers', drawn(terms({ officers: [] }))],
  ['a draw by dice', drawn(terms({ beacon: dice() }), throwsOfDice, 1)],
  ['a draw by a local secret', drawn(terms({ beacon: local }), SECRET)],
  ['a draw that was abandoned', abandoned(terms())],
  ['a draw by dice that was abandoned', abandoned(terms({ beacon: dice() }))],
];

/** What a stranger’s eye makes of a file: the strict schema first, then the computation. */
function holds(file: unknown, commitment?: string): boolean {
  const parsed = schema.safeParse(file);
  return parsed.success && verifyDraw(parsed.data, commitment).holds;
}

const object = z.record(z.string(), z.unknown());

type Path = readonly (string | number)[];

/** Every place of a value, leaves and branches. */
function places(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const below = Object.entries(value).flatMap(([key, entry]) =>
    places(entry, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return path.length === 0 ? below : [path, ...below];
}

function changedAt(value: unknown, path: Path, change: (old: unknown) => unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return change(value);
  if (Array.isArray(value))
    return value
      .map((entry: unknown, index) => (index === key ? changedAt(entry, rest, change) : entry))
      .filter((entry) => entry !== undefined);
  const entries = Object.entries(object.parse(value)).map(([name, entry]) => [
    name,
    name === key ? changedAt(entry, rest, change) : entry,
  ]);
  return Object.fromEntries(entries.filter(([, entry]) => entry !== undefined));
}

/** Other values of the same kind, so that not the schema alone refuses them. */
function others(old: unknown): unknown[] {
  if (typeof old === 'string') {
    const digit = old.endsWith('0') ? '1' : '0';
    const nextDay = Date.parse(old) > 0 ? [new Date(Date.parse(old) + 86_400_000).toISOString()] : [];
    const listed = ['committed', 'drawn', 'abandoned', 'drand', 'dice', 'local'];
    return [`${old.slice(0, -1)}${digit}`, ...nextDay, ...(listed.includes(old) ? listed : [])].filter(
      (one) => one !== old,
    );
  }
  if (typeof old === 'number') return [old + 1, old - 1, old * 2 + 1, old + 0.01];
  if (typeof old === 'boolean') return [!old];
  if (Array.isArray(old)) {
    const entries: unknown[] = old;
    return [
      ...(entries.length > 0 ? [[...entries, entries[0]], entries.slice(1), entries.slice(0, -1)] : []),
      ...(entries.length > 1 ? [[...entries].reverse()] : []),
      ...(entries.length === 0 ? [['x'], [{ name: 'x', certificate: 'y', recuse: [] }]] : []),
    ];
  }
  return [{ ...Object(old), extra: 'x' }];
}

describe.each(samples)('%s', (_, sample) => {
  test('holds, and against the commitment that was published', () => {
    expect(schema.parse(sample)).toEqual(JSON.parse(JSON.stringify(sample)));
    expect(verifyDraw(sample)).toMatchObject({ holds: true });
    expect(holds(sample, sample.commitment)).toBe(true);
    expect(holds(sample, sample.commitment.toUpperCase())).toBe(true);
    expect(holds(sample, '0'.repeat(64))).toBe(false);
  });

  test('no longer holds with any field changed, taken out, or another put in', () => {
    const plain: unknown = JSON.parse(JSON.stringify(sample));
    const passed: string[] = [];
    let tried = 0;
    for (const path of places(plain)) {
      for (const other of [undefined, ...others(valueAt(plain, path))]) {
        const tampered = changedAt(plain, path, () => other);
        if (JSON.stringify(tampered) === JSON.stringify(plain)) continue;
        tried += 1;
        if (holds(tampered)) passed.push(`${path.join('.')} = ${JSON.stringify(other)}`);
      }
    }
    expect(passed).toEqual([]);
    expect(tried).toBeGreaterThan(150);
    expect(holds({ ...Object(plain), extra: 1 })).toBe(false);
  });
});

describe.each(samples)('%s, as a browser reads it', (_, sample) => {
  test('has the shape that the contract says, and no other is taken', () => {
    const plain: unknown = JSON.parse(JSON.stringify(sample));
    expect(isPublished(plain)).toBe(true);
    const differing: string[] = [];
    for (const path of [[], ...places(plain)]) {
      const old = valueAt(plain, path);
      for (const other of [undefined, null, 'x', 7, true, [], {}, [{}], [7], ...others(old)]) {
        const tampered: unknown = JSON.parse(JSON.stringify(changedAt(plain, path, () => other) ?? null));
        if (schema.safeParse(tampered).success !== isPublished(tampered))
          differing.push(`${path.join('.')} = ${JSON.stringify(other)}`);
      }
    }
    expect(differing).toEqual([]);
  });

  test('fails in the check that its field belongs to', () => {
    const failing = (given: PublishedDraw, commitment?: string): string[] =>
      checkDraw(given, commitment).flatMap(({ name, state }) => (state === 'fails' ? [name] : []));
    expect(failing(sample)).toEqual([]);
    expect(failing(sample, '0'.repeat(64))).toEqual(['published']);
    expect(failing({ ...sample, provable: !sample.provable })).toEqual(['beacon']);
    expect(failing({ ...sample, committedBy: 'x' })).toContain('commitment');
    expect(failing({ ...sample, version: 9 })).toEqual(['record']);
    if (sample.status !== 'drawn') return;
    expect(failing({ ...sample, seed: '0'.repeat(64) })).toContain('seed');
    expect(failing({ ...sample, drawn: [...(sample.drawn ?? [])].reverse() })).toContain('drawn');
    expect(failing({ ...sample, revealedBy: 'x' })).toEqual(['result']);
  });
});

function valueAt(value: unknown, path: Path): unknown {
  let at = value;
  for (const key of path)
    at = Array.isArray(at) ? at.find((_, index) => index === key) : object.parse(at)[key];
  return at;
}

describe('a record that was made up as a whole', () => {
  test('agrees with itself, but not with the commitment that was published before the round', () => {
    const true_ = drawn(terms());
    const forged = drawn(terms({ roster: rosterOf(11) }));
    expect(holds(forged)).toBe(true);
    expect(verifyDraw(forged, true_.commitment)).toMatchObject({
      holds: false,
      why: [expect.stringContaining('the one published beforehand')],
    });
  });

  test('does not hold where the round was public when it was named', () => {
    const late = drawn(terms({ committedAt: '2023-09-15T20:00:00+08:00' }));
    expect(verifyDraw(late)).toMatchObject({
      holds: false,
      why: [expect.stringContaining('not named in advance')],
    });
    expect(holds(drawn(terms({ committedAt: 'soon' })))).toBe(false);
  });

  test.each([
    ['too many drawn from too few', committed(terms({ size: 13 })), 'cannot be drawn'],
    ['nobody drawn', committed(terms({ size: 0 })), 'cannot be drawn'],
    [
      'one officer',
      committed(terms({ officers: [{ name: '王', certificate: 'A1', recuse: [] }] })),
      'no pair',
    ],
    [
      'the same officer twice',
      committed(terms({ officers: Array(2).fill({ name: '王', certificate: 'A1', recuse: [] }) })),
      'stands twice',
    ],
    [
      'nobody free to go',
      committed(
        terms({
          officers: ['A1', 'A2'].map((certificate) => ({ name: '王', certificate, recuse: ['unit-3'] })),
        }),
      ),
      'unit-3',
    ],
    ['another order', committed(terms({ roster: [...rosterOf(12)].reverse() })), 'order'],
    [
      'a unit twice',
      committed(terms({ excluded: [{ ...rosterOf(1)[0], reason: 'x' }].flatMap(unit) })),
      'twice',
    ],
    ['another share', committed(terms({ ratio: 0.9 })), 'share'],
    ['another method', committed(terms({ algorithm: 'my-draw/1' })), 'this verifier knows'],
    ['fewer throws', committed(terms({ beacon: { ...dice(), leastThrows: 1 } })), 'leastThrows'],
    ['other advice', committed(terms({ beacon: { ...dice(), advisedThrows: 1 } })), 'advisedThrows'],
    [
      'one witness',
      committed(terms({ beacon: { ...dice(), witnesses: ['孙某', '孙某'] } })),
      'two witnesses',
    ],
    ['an abandonment that hides that the round was public', abandoned(terms(), false), 'afterBeacon'],
    ['another network', committed(terms({ beacon: { ...drand, chainHash: '00' } })), 'quicknet'],
  ])('does not hold with %s, though all hashes agree', (_, record, why) => {
    expect(verifyDraw(record)).toMatchObject({ holds: false });
    expect(JSON.stringify(verifyDraw(record))).toContain(why);
  });
});

const unit = ({
  subjectId = '',
  name = '',
  reason,
}: {
  subjectId?: string;
  name?: string;
  reason: string;
}) => [{ subjectId, name, reason }];

describe('a replacement that was made up', () => {
  const record = drawn(terms(), undefined, 1);
  const { seed = '', drawn: first = [], resultHash = '' } = record;

  test('for a unit that was not to be checked does not hold', () => {
    const outsider = record.roster.find(({ subjectId }) => !first.includes(subjectId))?.subjectId ?? '';
    const given = { out: outsider, reason: 'x', at: '2023-09-18T09:00:00+08:00', by: 'x' };
    const known = { ...record, seed, drawn: first, resultHash, replacements: [] };
    const made = continueDraw(known, given);
    const replacements = made ? [made] : [];
    expect(verifyDraw({ ...record, replacements })).toMatchObject({
      holds: false,
      why: [expect.stringContaining('was not among those to be checked')],
    });
  });

  test('has a hash that hangs on all that came before it', () => {
    const [one] = record.replacements;
    if (!one) throw new Error('one was replaced');
    expect(replacementHashOf(resultHash, one)).toBe(one.hash);
    expect(replacementHashOf(record.commitment, one)).not.toBe(one.hash);
  });
});

describe('replacements', () => {
  test('are the next in the same order; nothing is drawn anew', () => {
    const whole = terms({ size: 2 });
    const record = drawn(whole, undefined, 2);
    const order = orderOf(bytesOf(record.seed ?? '') ?? new Uint8Array(), whole.roster, 4);
    expect(record.drawn).toEqual(order.slice(0, 2));
    expect(record.replacements.map((one) => one.in)).toEqual(order.slice(2));
    const { drawn: first = [], replacements } = record;
    expect(standing({ drawn: first, replacements })).toEqual(order.slice(2));
  });

  test('end with the roster', () => {
    const record = drawn(terms({ size: 12, officers: [] }));
    const { seed = '', drawn: all = [], resultHash = '' } = record;
    const given = { out: all[0] ?? '', reason: 'x', at: '2023-09-18', by: 'x' };
    expect(continueDraw({ ...record, seed, drawn: all, resultHash }, given)).toBeUndefined();
  });
});

describe('what is entered', () => {
  test('dice: digits in their order, however they are written; enough of them for the roster', () => {
    expect(chanceOf(dice(), throwsOfDice)).toMatchObject({ ok: true, value: '35162441' });
    expect(chanceOf(dice(), '351，624、41')).toMatchObject({ ok: true, value: '35162441' });
    for (const text of ['', '7777777', '0123456', 'abc', '3.5.1.6.2'])
      expect(chanceOf(dice(), text)).toMatchObject({ ok: false, why: { code: 'draw.no-throws' } });
    expect(chanceOf(dice(), '3516')).toMatchObject({
      ok: false,
      why: { code: 'draw.few-throws', params: { throws: 4, least: 6 } },
    });
    expect([1, 7, 8, 300, 3000].map(leastThrowsFor)).toEqual([5, 5, 6, 8, 9]);
    expect([1, 7, 8, 300, 3000].map(advisedThrowsFor)).toEqual([8, 9, 9, 11, 12]);
  });

  test('drand: the signature of the round, not its randomness, not another’s', () => {
    expect(chanceOf(drand, ` ${rounds[2].signature.toUpperCase()}\n`)).toMatchObject({
      ok: true,
      value: rounds[2].signature,
    });
    expect(chanceOf(drand, rounds[2].randomness)).toMatchObject({
      ok: false,
      why: { code: 'draw.no-signature' },
    });
    expect(chanceOf(drand, rounds[1].signature)).toMatchObject({
      ok: false,
      why: { code: 'draw.other-signature', params: { round: 657_413 } },
    });
  });

  test('local: the secret that was committed to', () => {
    expect(chanceOf(local, SECRET)).toMatchObject({ ok: true });
    expect(reveal(terms({ beacon: local }), 'another', 'x', 'y')).toMatchObject({ ok: false });
  });
});
