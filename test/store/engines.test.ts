import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { memoryEngine, openEngine } from '../../local/sqlite/engine.ts';
import type { Table } from '../../shared/ports.ts';
import { startDynalite } from '../support/engines/dynamo-engine.ts';
import { javaVersion, startDynamoDbLocal } from '../support/engines/dynamodb-local.ts';
import { createMemoryStore } from '../support/engines/memory-store.ts';
import { contract } from './contract.ts';

interface Running {
  readonly store: Table;
  close(): Promise<void>;
}

/** Every engine that the product or its tests run on; the contract is held against each of them. */
const engines: Readonly<Record<string, () => Promise<Running>>> = {
  'the memory store': async () => ({ store: createMemoryStore(), close: async () => undefined }),
  SQLite: async () => onDisk(),
  'SQLite in memory': async () => memoryEngine(),
  dynalite: () => startDynalite(),
  'DynamoDB Local': () => {
    if (java === undefined)
      throw new Error('DynamoDB Local needs Java 11 or newer: it must not be missing in CI');
    return startDynamoDbLocal();
  },
};

function onDisk(): Running {
  const directory = mkdtempSync(join(tmpdir(), 'archive-duty-contract-'));
  const engine = openEngine(directory);
  return {
    store: engine.store,
    close: async () => {
      await engine.close();
      rmSync(directory, { recursive: true });
    },
  };
}

const java = await javaVersion();
const skipped = java === undefined && process.env['CI'] === undefined ? ['DynamoDB Local'] : [];
for (const name of skipped) {
  process.stderr.write(
    `SKIPPED: the store contract on ${name}, because this machine has no Java 11 or newer.\n`,
  );
}

/** Which sentences were held against which engine. */
const held = new Map<string, string[]>();

describe.each(Object.keys(engines))('%s', (name) => {
  describe.skipIf(skipped.includes(name))('keeps the contract of the store:', () => {
    let running: Running | undefined;

    beforeAll(async () => {
      running = await engines[name]?.();
    });
    afterAll(() => running?.close());

    test.each(contract)('$says', async ({ says, check }) => {
      if (!running) throw new Error(`${name} is not running`);
      const number = contract.findIndex((sentence) => sentence.says === says);
      await check(running.store, `CONTRACT#${number}`);
      held.set(name, [...(held.get(name) ?? []), says]);
    });
  });
});

describe('the contract', () => {
  test('says nothing twice', () => {
    expect(new Set(contract.map(({ says }) => says)).size).toBe(contract.length);
  });

  test('was held in full against every engine', () => {
    const all = ['the memory store', 'SQLite', 'SQLite in memory', 'dynalite', 'DynamoDB Local'];
    const required = all.filter((name) => !skipped.includes(name));
    const sentences = contract.map(({ says }) => says);
    expect(Object.fromEntries(held)).toEqual(Object.fromEntries(required.map((name) => [name, sentences])));
  });
});
