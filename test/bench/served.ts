import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** What `npm start` gives to Node before the product. */
export const LOADERS = ['--import', './local/runtime.mjs', '--import', 'tsx'];
const JURISDICTION = 'hongjiang';

export type Role = 'bureau-officer' | 'bureau-admin';

/** The product in a process of its own, reached as anybody reaches it. */
export interface Served {
  readonly url: string;
  /** Asks as a person of the bureau; the path below the jurisdiction. */
  ask(role: Role, method: string, path: string, body?: object | Uint8Array): Promise<Answer>;
  /** Moves the simulated clock and answers how many notices left. */
  moveTo(now: string): Promise<number>;
  /** The most memory that the process held so far, in MB; undefined where the system does not tell. */
  peakMegabytes(): number | undefined;
}

export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

const tokenAnswer = z.object({ token: z.string() });
const clockAnswer = z.object({ notices: z.number() });

/** Megabytes of a field of Linux’s account of the process. */
function megabytes(pid: number | undefined, field: 'VmHWM' | 'VmRSS'): number | undefined {
  try {
    const text = readFileSync(`/proc/${String(pid)}/status`, 'utf8');
    const [, kilobytes] = new RegExp(`${field}:\\s+(\\d+) kB`).exec(text) ?? [];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1000;
  } catch {
    return undefined;
  }
}

/** Starts the product on an empty directory with a simulated clock; ended and gone when `work` is done. */
export async function withServed<T>(
  options: { readonly now: string; readonly smtpUrl?: string },
  work: (served: Served) => Promise<T>,
): Promise<T> {
  const directory = mkdtempSync(join(tmpdir(), 'archive-duty-bench-'));
  const mail =
    options.smtpUrl === undefined ? {} : { SMTP_URL: options.smtpUrl, MAIL_FROM: 'duty@bureau.example.com' };
  const args = ['local/main.ts', '--port', '0', '--data', directory, '--empty', '--now', options.now];
  const child = spawn(process.execPath, [...LOADERS, ...args], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ...mail },
  });
  const kill = (): void => void child.kill('SIGKILL');
  process.once('exit', kill);
  const ended = once(child, 'exit');
  try {
    return await work(servedAt(await addressOf(child.stdout, ended), child.pid));
  } finally {
    process.off('exit', kill);
    kill();
    await ended;
    rmSync(directory, { recursive: true, force: true });
  }
}

/** The address that the product tells when it is up. */
async function addressOf(told: NodeJS.ReadableStream, ended: Promise<unknown>): Promise<string> {
  let text = '';
  const up = new Promise<string>((resolve) => {
    told.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const address = /API\s+(http:\/\/127\.0\.0\.1:\d+)/.exec(text)?.[1];
      if (address !== undefined) resolve(address);
    });
  });
  const failed = ended.then(() => Promise.reject(new Error(`the product did not start: ${text}`)));
  return Promise.race([up, failed]);
}

function servedAt(url: string, pid: number | undefined): Served {
  const tokens = new Map<Role, string>();
  const tokenOf = async (role: Role): Promise<string> => {
    const known = tokens.get(role);
    if (known !== undefined) return known;
    const { body } = await send(`${url}/local/token`, 'POST', {}, { role, jurisdiction: JURISDICTION });
    const { token } = tokenAnswer.parse(body);
    tokens.set(role, token);
    return token;
  };
  return {
    url,
    ask: async (role, method, path, body) => {
      const authorization = `Bearer ${await tokenOf(role)}`;
      return send(`${url}/v1/jurisdictions/${JURISDICTION}${path}`, method, { authorization }, body);
    },
    moveTo: async (now) => {
      const { body } = await send(`${url}/local/clock`, 'POST', {}, { now });
      return clockAnswer.parse(body).notices;
    },
    peakMegabytes: () => megabytes(pid, 'VmHWM'),
  };
}

/** Without the client’s own limit on how long an answer may take: slow ones are what is measured. */
async function send(
  url: string,
  method: string,
  headers: Readonly<Record<string, string>>,
  body?: object | Uint8Array,
): Promise<Answer> {
  const file = body instanceof Uint8Array;
  const type = file ? 'application/octet-stream' : 'application/json';
  const response = await fetch(url, {
    method,
    headers: { ...headers, ...(body === undefined ? {} : { 'content-type': type }) },
    ...(body === undefined ? {} : { body: file ? Buffer.from(body) : JSON.stringify(body) }),
  });
  const text = await response.text();
  const parsed: unknown = text === '' ? undefined : JSON.parse(text);
  return { status: response.status, body: parsed };
}
