import { afterAll, beforeAll, describe } from 'vitest';
import { createStore, ensureTable } from '../../functions/adapters/dynamo.ts';
import { startDynalite, type DynamoEngine } from '../support/engines/dynamo-engine.ts';
import { javaVersion, startDynamoDbLocal } from '../support/engines/dynamodb-local.ts';
import { memoryStoreEngine } from '../support/engines/memory-engine.ts';
import { useEngine } from '../support/product/server.ts';
import { journeys } from './journeys.ts';

/** Amazon’s own where there is Java, which CI has; its table is each server’s own. */
const local = (await javaVersion()) !== undefined;
let engine: DynamoEngine | undefined;
let tables = 0;

beforeAll(async () => {
  engine = await (local ? startDynamoDbLocal() : startDynalite());
});
afterAll(() => engine?.close());

useEngine(async () => {
  if (!engine) throw new Error('the engine is not up yet: ask for it inside a test');
  tables += 1;
  const table = `journey-${tables}`;
  await ensureTable(engine.client, table);
  return { ...memoryStoreEngine(), store: createStore(engine.client, table) };
});

describe(`on ${local ? 'DynamoDB Local' : 'dynalite'}`, journeys);
