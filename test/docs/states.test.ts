import { expect, test } from 'vitest';
import { statesPage, storedStatesPage } from '../../tools/states.ts';

test('docs/states.md says what the tables in the domain say (npm run docs:states writes it)', async () => {
  expect(storedStatesPage()).toBe(await statesPage());
});
