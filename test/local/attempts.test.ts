import { expect, test } from 'vitest';
import { createAttempts, ofAccount, ofAddress } from '../../local/accounts/attempts.ts';
import { toInstant } from '../../shared/domain/time/instant.ts';

function clockAt(start: number) {
  let now = start;
  return { now: () => toInstant(now), pass: (seconds: number) => (now += seconds * 1000) };
}

test('after four free tries each failure doubles the wait, up to a quarter of an hour, and never more', () => {
  const clock = clockAt(1_000_000);
  const attempts = createAttempts(clock);
  const waits: number[] = [];
  for (let tries = 0; tries < 20; tries += 1) {
    expect(attempts.begin('account a', ofAccount)).toBe(0);
    const wait = attempts.begin('account a', ofAccount);
    if (wait === 0) continue;
    waits.push(wait);
    clock.pass(wait);
  }
  expect(waits.slice(0, 4)).toEqual([5, 10, 20, 40]);
  expect(Math.max(...waits)).toBe(900);
});

test('a right password forgets the failures of an account, and an hour without one too', () => {
  const clock = clockAt(1_000_000);
  const attempts = createAttempts(clock);
  const fail = (times: number) =>
    Array.from({ length: times }, () => attempts.begin('account a', ofAccount)).at(-1);
  expect(fail(6)).toBe(5);
  attempts.succeeded('account a');
  expect(fail(5)).toBe(0);
  clock.pass(3601);
  expect(fail(5)).toBe(0);
  expect(attempts.begin('account b', ofAccount)).toBe(0);
});

test('an own account does not reset what its holder guesses of others from the same address', () => {
  const clock = clockAt(1_000_000);
  const attempts = createAttempts(clock);
  let [guesses, waited] = [0, 0];
  for (; guesses < 100 && waited === 0; guesses += 1) {
    if (attempts.begin('caller x', ofAddress) === 0) attempts.uncounted('caller x');
    waited = attempts.begin('caller x', ofAddress);
  }
  expect([guesses, waited]).toEqual([32, 30]);
});
