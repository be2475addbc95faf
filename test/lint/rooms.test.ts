import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { brokenRooms } from '../../tools/rooms.ts';

/** `npm run rooms` holds the product to this; here is what it finds in a small tree that breaks one rule each. */
let tree: string;

beforeEach(() => {
  tree = mkdtempSync(join(tmpdir(), 'archive-duty-rooms-'));
  writeFileSync(join(tree, 'tsconfig.json'), '{}');
});
afterEach(() => rmSync(tree, { recursive: true }));

const imports = (file: string, ...names: readonly string[]): void => {
  mkdirSync(dirname(join(tree, file)), { recursive: true });
  writeFileSync(
    join(tree, file),
    `${names.map((name) => `import type { A } from '${name}';\n`).join('')}export type A = string;\n`,
  );
};

const broken = (): Promise<string[]> => brokenRooms(['shared', 'functions'], tree);

describe('the rooms', () => {
  beforeEach(() => {
    imports('shared/domain/time/day.ts');
    imports('shared/usecases/duties/plan.ts', '../../domain/time/day.ts');
    imports('functions/plan.ts', '../shared/usecases/duties/plan.ts');
  });

  test('that import one way are whole', async () => {
    expect(await broken()).toEqual([]);
  });

  test('may not import in a circle, types included', async () => {
    imports('shared/domain/time/day.ts', './instant.ts');
    imports('shared/domain/time/instant.ts', './day.ts');
    expect(await broken()).toEqual([expect.stringMatching(/^no-circle: /)]);
  });

  test('may not import against the layers', async () => {
    imports('shared/domain/time/day.ts', '../../usecases/duties/list.ts');
    imports('shared/usecases/duties/list.ts');
    expect(await broken()).toContainEqual(
      'the domain decides by itself: shared/domain/time/day.ts → shared/usecases/duties/list.ts',
    );
  });

  test('may not be imported from the loop’s callers', async () => {
    imports('shared/usecases/loop/sweep.ts');
    imports('shared/usecases/duties/plan.ts', '../loop/sweep.ts');
    expect(await broken()).toEqual([
      'the loop is called, by no use case: shared/usecases/duties/plan.ts → shared/usecases/loop/sweep.ts',
    ]);
  });

  test('may not import each other, file by other file either', async () => {
    imports('shared/domain/duties/met.ts', '../time/day.ts');
    imports('shared/domain/time/calendar.ts', '../duties/duty.ts');
    imports('shared/domain/duties/duty.ts');
    expect(await broken()).toEqual([
      'folders import each other: shared/domain/duties/met.ts → shared/domain/time/day.ts, shared/domain/time/calendar.ts → shared/domain/duties/duty.ts',
    ]);
  });
});
