import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** The product as `npm start` runs it: a separate process, which a test may kill. */
export interface RealProcess {
  readonly url: string;
  readonly child: ChildProcess;
  /** What the terminal shows. */
  readonly told: string;
  /** Sends the signal and resolves with the exit code; null when the signal ended the process. */
  readonly stop: (signal: 'SIGTERM' | 'SIGKILL') => Promise<number | null>;
}

type Environment = Readonly<Record<string, string>>;

function run(args: readonly string[], environment: Environment = {}): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', 'local/main.ts', ...args], {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Starts on a free port and waits for the last of the start-up lines. */
export function startProcess(directory: string, ...args: readonly string[]): Promise<RealProcess> {
  return upFrom(run(['--port', '0', '--data', directory, '--empty', ...args]));
}

/** The same with a mail server or a gateway, which the environment names. */
export function startSending(
  directory: string,
  environment: Environment,
  ...args: readonly string[]
): Promise<RealProcess> {
  return upFrom(run(['--port', '0', '--data', directory, '--empty', ...args], environment));
}

/** The same with the demonstration data, as the README’s first command starts it. */
export function startDemo(directory: string, ...args: readonly string[]): Promise<RealProcess> {
  return upFrom(run(['--data', directory, ...args]));
}

async function upFrom(child: ChildProcess): Promise<RealProcess> {
  let text = '';
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const address = /API\s+(https?:\/\/[^\s/]+)/.exec(text)?.[1];
      if (address !== undefined && text.includes('Stop')) resolve(address);
    });
    child.once('exit', (code) =>
      reject(new Error(`the process ended with ${String(code)} before it was up`)),
    );
  });
  return {
    url,
    child,
    told: text,
    stop: async (signal) => {
      child.kill(signal);
      const ended: unknown[] = await once(child, 'exit');
      return typeof ended[0] === 'number' ? ended[0] : null;
    },
  };
}

/** As a person starts it: npm, its shell, and the product in that. */
export async function startByNpm(directory: string): Promise<ChildProcess> {
  const args = ['start', '--', '--port', '0', '--data', directory, '--empty'];
  const child = spawn('npm', args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  await upFrom(child);
  return child;
}

/** A start that must fail: its exit code and its messages. */
export async function refusedStart(
  directory: string,
  ...args: readonly string[]
): Promise<{ code: unknown; told: string }> {
  const child = run(['--port', '0', '--data', directory, '--empty', ...args]);
  let told = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    told += chunk.toString();
  });
  const ended: unknown[] = await once(child, 'close');
  return { code: ended[0], told };
}
