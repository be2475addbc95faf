import { expect, test } from 'vitest';
import { chosen, names, usage } from './arguments.ts';

test('without a name every goal is measured, and what writes into docs is not', () => {
  expect(chosen([])).toEqual(names.filter((name) => name !== 'cost'));
});

test('a name runs that one alone', () => {
  expect(chosen(['cost'])).toEqual(['cost']);
  expect(chosen(['path', 'planning'])).toEqual(['planning', 'path']);
});

test('an unknown name is refused, with those that there are', () => {
  expect(() => chosen(['path', 'swep'])).toThrow(`No benchmark swep; there are: ${names.join(', ')}.`);
});

test('the help names every benchmark', () => {
  for (const name of names) expect(usage).toContain(`\n  ${name} `);
});
