import { expect, test } from 'vitest';
import { currentPage, pageNames, storedPage } from '../../tools/docs.ts';

test.each(pageNames)('%s says what the code says (npm run docs writes it)', async (name) => {
  expect(storedPage(name)).toBe(await currentPage(name));
});
