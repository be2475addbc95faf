import { expect, test } from 'vitest';
import { oneRun } from '../../local/one-run.ts';

test.each([0, 1, 2, 3, 4, 5, 6])(
  'whoever asks %i turns after a run has ended begins no second one beside the next',
  async (turns) => {
    const ends: (() => void)[] = [];
    let [running, most, begun] = [0, 0, 0];
    const ask = oneRun(async () => {
      running += 1;
      begun += 1;
      most = Math.max(most, running);
      await new Promise<void>((resolve) => ends.push(resolve));
      running -= 1;
    });
    const asked = [ask(), ask()];
    ends.shift()?.();
    for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
    asked.push(ask());
    for (let left = 20; left > 0; left -= 1) {
      await new Promise(setImmediate);
      ends.shift()?.();
    }
    await Promise.all(asked);
    expect(most).toBe(1);
    expect(begun).toBeGreaterThan(1);
  },
);
