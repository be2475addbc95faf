import fc from 'fast-check';
import { DateTime } from 'luxon';
import { expect, test } from 'vitest';
import { formatInstant, parseInstant, toInstant } from '../../shared/domain/time/instant.ts';

const two = (most: number) =>
  fc.integer({ min: 0, max: most }).map((value) => String(value).padStart(2, '0'));

/** Texts in the form of ISO 8601, with days and times that do not exist among them. */
const iso = fc
  .record({
    year: fc.integer({ min: 1900, max: 2100 }),
    month: two(13),
    day: two(32),
    hour: two(23),
    minute: two(60),
    second: fc.option(two(60), { nil: undefined }),
    fraction: fc.option(fc.integer({ min: 0, max: 999 }), { nil: undefined }),
    zone: fc.oneof(
      fc.constant('Z'),
      fc
        .tuple(fc.constantFrom('+', '-'), two(14), fc.constantFrom('', ':'), two(59))
        .map((parts) => parts.join('')),
    ),
  })
  .map(({ year, month, day, hour, minute, second, fraction, zone }) => {
    const seconds = second === undefined ? '' : `:${second}`;
    const rest =
      second === undefined || fraction === undefined ? '' : `.${String(fraction).padStart(3, '0')}`;
    return `${year}-${month}-${day}T${hour}:${minute}${seconds}${rest}${zone}`;
  });

test('every instant is read as luxon reads it, and what luxon refuses is refused', () => {
  fc.assert(
    fc.property(iso, (text) => {
      const known = DateTime.fromISO(text, { setZone: true });
      expect(parseInstant(text), text).toBe(known.isValid ? known.toMillis() : undefined);
    }),
    { numRuns: 2000 },
  );
});

test('an instant is what its text says', () => {
  fc.assert(
    fc.property(fc.integer({ min: -2_000_000_000_000, max: 4_000_000_000_000 }), (value) => {
      expect(parseInstant(formatInstant(toInstant(value)))).toBe(value);
    }),
  );
});

test.each([
  '',
  '2026-03-01',
  '2026-03-01T09:00',
  '2026-W09-1T09:00:00Z',
  '2026-03-01 09:00:00Z',
  '20260301T090000Z',
])('without a day, a time or an offset it is none: "%s"', (text) => {
  expect(parseInstant(text)).toBeUndefined();
});
