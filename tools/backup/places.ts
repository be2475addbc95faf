import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { places } from '#places';
import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { createStore } from '../../functions/adapters/dynamo.ts';
import { lockDirectory } from '../../local/lock.ts';
import { dataFile, refuseFirstRelease } from '../../local/sqlite/database.ts';
import { openEngineFile, openTableOf, silent } from '../../local/sqlite/engine.ts';
import { versionHere } from '../../local/version.ts';
import type { Table } from '../../shared/ports.ts';
import { cannotAsk, readStack, readStage, tableOf } from '../aws/stage.ts';
import { ToldError } from '../../local/told-error.ts';

/** A table that a tool reads. `close` releases it. */
export interface ReadPlace {
  readonly store: Pick<Table, 'scan'>;
  /** local, or the stage. */
  readonly source: string;
  close(): Promise<void>;
}

/** A table that a tool reads and writes. */
export interface Place extends ReadPlace {
  readonly store: Table;
  /** Its name for people. */
  readonly name: string;
}

/**
 * Throws ToldError when the directory does not exist: a misspelt one must not be created, and backed up empty.
 */
export function existing(directory: string): string {
  if (existsSync(dataFile(directory))) return directory;
  refuseFirstRelease(dataFile(directory));
  throw new ToldError(`${directory} holds no data of the product: name the --data that it runs with.`);
}

/** The contents of a data directory at this moment. A product may be running on it. Throws StartError. */
export function localTable(directory: string): ReadPlace {
  const opened = openTableOf(directory);
  return {
    store: opened.table,
    source: 'local',
    close: async () => {
      opened.close();
    },
  };
}

/**
 * The table in a data directory, for this process only: refused while a product runs on it. Throws StartError.
 */
export async function localPlace(directory: string, file = dataFile(directory)): Promise<Place> {
  const lock = lockDirectory(directory);
  try {
    const engine = openEngineFile(file, { ...silent, mayWrite: () => lock.check() });
    return {
      store: engine.store,
      name: file,
      source: 'local',
      close: async () => {
        await engine.close();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/** The table of a stage, or another one of its region and account. */
export async function stagePlace(name: string, other: string | undefined): Promise<Place> {
  const stage = readStage(name);
  const { region } = stage;
  const read = async (): Promise<string | undefined> =>
    tableOf(stage, await readStack(new CloudFormationClient({ region }), stage, 'state'));
  const table =
    other ??
    (await read().catch((error: unknown) => {
      throw cannotAsk(error, stage) ?? error;
    }));
  if (table === undefined)
    throw new ToldError(`stage ${name} has no table: npm run deploy -- --stage ${name}`);
  const client = new DynamoDBClient({ region });
  return {
    store: createStore(client, table),
    name: table,
    source: name,
    close: async () => client.destroy(),
  };
}

export function versionOfCode(): { readonly version: string; readonly commit?: string } {
  const version = versionHere();
  try {
    const commit = execFileSync('git', ['rev-parse', 'HEAD'], {
      cwd: dirname(places.manifest),
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return { version, commit: commit.toString().trim() };
  } catch {
    return { version };
  }
}
