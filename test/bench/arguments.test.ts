import { expect, test } from 'vitest';
import { names, readArguments, USAGE } from './arguments.ts';

test('without a name every goal is measured, and what writes into docs is not', () => {
  const asked = readArguments([]);
  expect(asked).toEqual({ kind: 'run', names: names.filter((name) => name !== 'cost'), quick: false });
});

test('a name runs that one alone', () => {
  expect(readArguments(['cost'])).toEqual({ kind: 'run', names: ['cost'], quick: false });
  expect(readArguments(['--quick', 'path'])).toEqual({ kind: 'run', names: ['path'], quick: true });
});

test('an unknown name or flag is refused, with those that there are', () => {
  expect(readArguments(['path', 'swep'])).toEqual({
    kind: 'refused',
    sentence: `No benchmark swep; there are: ${names.join(', ')}.`,
  });
  expect(readArguments(['--fast'])).toEqual({
    kind: 'refused',
    sentence: 'There is no --fast; there are --quick and --help.',
  });
});

test('the help names every benchmark', () => {
  expect(readArguments(['path', '--help'])).toEqual({ kind: 'help' });
  for (const name of names) expect(USAGE).toContain(`\n  ${name} `);
});
