import { expect, test } from 'vitest';
import { actSites } from '../support/acts/sites.ts';
import { acts, withoutChange } from '../support/acts/table.ts';

test('every call of the console that writes is walked with a change made meanwhile, or is excepted with a reason', () => {
  const named = [...acts.map(({ site }) => site), ...Object.keys(withoutChange)];
  expect([...new Set(named)].sort()).toEqual([...actSites().keys()].sort());
});

test('no act is both walked and excepted, and none has the name of another', () => {
  expect(acts.filter(({ site }) => Object.hasOwn(withoutChange, site))).toEqual([]);
  const names = acts.map(({ name }) => name);
  expect(names).toEqual([...new Set(names)]);
});
