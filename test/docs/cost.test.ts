import { expect, test } from 'vitest';
import { currentCostPage, storedCostPage } from '../../tools/cost.ts';

test('docs/cost.md follows from the prices, the assumptions and what was measured (npm run cost -- --write writes it)', async () => {
  expect(storedCostPage()).toBe(await currentCostPage());
});
