import { expect, test } from 'vitest';
import { runbookWithLimits, storedRunbook } from '../../tools/limits.ts';

test('the runbook has the limits of shared/limits.ts (npm run docs:limits writes them)', async () => {
  expect(storedRunbook()).toBe(await runbookWithLimits());
});
