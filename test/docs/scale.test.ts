import { expect, test } from 'vitest';
import { currentScalePage, storedScalePage } from '../../tools/scale.ts';
import { morningOf } from '../../tools/scale/morning.ts';

test('docs/scale.md follows from the model and what was measured (npm run scale -- --write writes it)', async () => {
  expect(storedScalePage()).toBe(await currentScalePage());
});

test.each([
  [10_000, 14, 50_000],
  [30_000, 14, 50_000],
  [300_000, 200, 1_000_000],
  [3_000_000, 2_000, 10_000_000],
])(
  '%d letters at %d a second: the last leaves within a tenth of what the rate allows',
  (letters, perSecond, perDay) => {
    const environments = Math.max(5, perSecond / 40);
    const went = morningOf({ letters, limits: { perSecond, perDay }, environments, each: 40 });
    expect(went.sent).toBe(letters);
    expect(went.seconds).toBeLessThan((letters / perSecond) * 1.1);
    expect(went.seconds).toBeGreaterThan((letters / perSecond) * 0.99);
  },
);

test('300,000 letters at 50,000 a day: what has no room is left, with a tenth of the limit for what cannot wait', () => {
  const limits = { perSecond: 14, perDay: 50_000 };
  expect(morningOf({ letters: 300_000, limits, environments: 5, each: 40 }).sent).toBe(45_000);
});
