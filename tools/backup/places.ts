import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { z } from 'zod';
import { startEngine, TABLE } from '../../local/engine.ts';
import { lockDirectory } from '../../local/lock.ts';
import { cannotAsk, readStack, readStage, tableOf } from '../aws/stage.ts';
import { BackupError } from './archive.ts';

/** A table that is read or written by a tool; `close` gives it back. */
export interface Place {
  readonly client: DynamoDBClient;
  readonly table: string;
  /** local, or the stage. */
  readonly source: string;
  close(): Promise<void>;
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const clockFile = z.object({ now: z.string() });

/** The table in a data directory, for this process alone: a running product is refused. Throws StartError. */
export async function localPlace(directory: string, name = 'table'): Promise<Place> {
  const unlock = lockDirectory(directory);
  try {
    const engine = await startEngine(join(directory, name));
    return {
      client: engine.client,
      table: TABLE,
      source: 'local',
      close: async () => {
        await engine.close();
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}

/** The table of a stage, or another one of its region and account. */
export async function stagePlace(name: string, other: string | undefined): Promise<Place> {
  const stage = readStage(name);
  const { region } = stage;
  const read = async (): Promise<string | undefined> =>
    tableOf(await readStack(new CloudFormationClient({ region }), stage, 'state'));
  const table =
    other ??
    (await read().catch((error: unknown) => {
      throw cannotAsk(error, stage) ?? error;
    }));
  if (table === undefined)
    throw new BackupError(`stage ${name} has no table: npm run deploy -- --stage ${name}`);
  const client = new DynamoDBClient({ region });
  return { client, table, source: name, close: async () => client.destroy() };
}

/** The time that a simulated clock shows; undefined where the clock is the machine’s. */
export function simulatedClock(directory: string): string | undefined {
  const file = join(directory, 'clock.json');
  return existsSync(file) ? clockFile.parse(JSON.parse(readFileSync(file, 'utf8'))).now : undefined;
}

/** Puts a table that was written beside the present one into its place. The present one is kept under another name. */
export function putInPlace(directory: string, written: string, keepAs: string | undefined): void {
  const table = join(directory, 'table');
  if (existsSync(table)) {
    if (keepAs === undefined) rmSync(table, { recursive: true });
    else renameSync(table, join(directory, keepAs));
  }
  renameSync(join(directory, written), table);
}

export function versionOfCode(): { readonly version: string; readonly commit?: string } {
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
  try {
    const commit = execFileSync('git', ['rev-parse', 'HEAD'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return { version, commit: commit.toString().trim() };
  } catch {
    return { version };
  }
}
