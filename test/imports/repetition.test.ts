import { beforeAll, describe, expect, test } from 'vitest';
import type { ImportRecord, PortionResult } from '../../shared/records/import.ts';
import { ImportRuns } from '../support/files/import-runs.ts';

const head = '类别,名称,代码,上级单位,开工日期,档案数量,联系人,邮箱';
const unit = (index: number, volumes: number): string =>
  `单位,单位${index},U-${index},,,${volumes},员${index},u${index}@unit.example.com`;
const project = (index: number, parent: string): string => `建设项目,项目${index},,${parent},2026-03-01,,,`;
const many = (count: number, line: (index: number) => string): string[] =>
  Array.from({ length: count }, (_, index) => line(index));

/** Children stand before their parents, some rows are wrong, one is there twice. */
const before = [head, ...many(300, (index) => unit(index, 1))].join('\n');
const file = [
  head,
  ...many(400, (index) => project(index, `U-${index + 300}`)),
  ...many(700, (index) => unit(index, index < 100 ? 2 : 1)),
  unit(5, 9),
  '单位,坏,X,,,很多,,',
].join('\n');
const wanted = { created: 800, updated: 100, unchanged: 200, rejected: 2 };

interface Outcome {
  readonly head: PortionResult | ImportRecord;
  readonly runs: ImportRuns;
}

async function outcome(
  ...crash: Parameters<ImportRuns['import']> extends [string, ...infer Rest] ? Rest : never
): Promise<Outcome> {
  const runs = new ImportRuns();
  await runs.setUp();
  await runs.import(before);
  runs.promised.clear();
  runs.waits = 0;
  return { head: await runs.import(file, ...crash), runs };
}

describe('an import of many rows, each message twice', () => {
  let smooth: Outcome;
  beforeAll(async () => {
    smooth = await outcome();
  });

  test('does what it says and counts each row once', () => {
    expect(smooth.head).toMatchObject({
      counts: wanted,
      rows: 1102,
      done: 1102,
      finishedAt: expect.any(Number),
    });
    expect(smooth.runs.subjects()).toHaveLength(1100);
    expect(smooth.runs.promised.size).toBe(900);
    // 4 portions of projects, 8 of units: one message each, and the one that started it.
    expect(smooth.runs.messages).toBeLessThanOrEqual(13);
  });

  test.each(Array.from({ length: 24 }, (_, index) => index))(
    'whose process ends anywhere (%i of 24) leads to the same, with the same counts',
    async (index) => {
      const burnsAt = 1 + Math.floor((index / 24) * smooth.runs.waits);
      const broken = await outcome({ burnsAt, moment: index % 2 === 0 ? 'before' : 'after' });
      expect(broken.runs.crashes).toBe(1);
      expect(broken.head).toMatchObject({ counts: wanted, done: 1102 });
      expect(broken.runs.subjects()).toEqual(smooth.runs.subjects());
      expect(broken.runs.promised).toEqual(smooth.runs.promised);
    },
  );

  test('a second time changes nothing', async () => {
    const { runs } = smooth;
    const subjects = runs.subjects();
    expect(await runs.import(file)).toMatchObject({
      counts: { created: 0, updated: 0, unchanged: 1100, rejected: 2 },
    });
    expect(runs.subjects()).toEqual(subjects);
  });

  test('as a dry run says the same and changes nothing', async () => {
    const runs = new ImportRuns();
    await runs.setUp();
    await runs.import(before);
    const subjects = runs.subjects();
    runs.promised.clear();
    expect(await runs.import(file, undefined, true)).toMatchObject({ counts: wanted, done: 1102 });
    expect(runs.subjects()).toEqual(subjects);
    expect(runs.promised.size).toBe(0);
  });
});
