import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const child = fileURLToPath(new URL('child.ts', import.meta.url));
const clock = new URL('child-clock.ts', import.meta.url).href;

const said = z.object({
  ready: z.boolean().optional(),
  id: z.string().optional(),
  answer: z.unknown().optional(),
  failure: z.string().optional(),
});

export type Outcome =
  | { readonly kind: 'answered'; readonly answer: unknown }
  | { readonly kind: 'failed'; readonly failure: string }
  /** The process is gone: killed, or it never began. */
  | { readonly kind: 'ended'; readonly says: string };

export interface Invocation {
  readonly id: string;
  readonly event: unknown;
  readonly now: number;
}

/** A process that holds one function, as Lambda starts it. It takes one event at a time. */
export interface Environment {
  readonly id: string;
  readonly invoke: (invocation: Invocation) => Promise<Outcome>;
  readonly kill: () => void;
  readonly close: () => Promise<void>;
  readonly isBusy: () => boolean;
  readonly isGone: () => boolean;
  /** Resolves when the process is gone. */
  readonly ended: Promise<void>;
}

export interface Started {
  readonly id: string;
  readonly folder: string;
  readonly handler: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly memoryMegabytes: number;
  readonly timeoutSeconds: number;
  readonly now: number;
  /** A line of its log. */
  readonly log: (line: string) => void;
}

/** Node shows the line that threw, which for a minified module is the whole module. */
const SHORT = 1_000;

export function startEnvironment(options: Started): Environment {
  const { id, folder, variables, memoryMegabytes, timeoutSeconds } = options;
  const [module = '', exported = ''] = options.handler.split('.');
  const process_ = fork(child, [`${folder}/${module}.mjs`, exported], {
    cwd: folder,
    execArgv: ['--no-warnings', `--max-old-space-size=${memoryMegabytes}`, '--import', clock],
    env: { ...variables, SIMULATED_NOW: String(options.now) },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const lines: string[] = [];
  for (const stream of [process_.stdout, process_.stderr])
    if (stream)
      createInterface({ input: stream }).on('line', (line) => {
        if (line.length < SHORT) lines.push(line);
        options.log(line);
      });
  const waiting = new Map<string, (outcome: Outcome) => void>();
  let begin: () => void = () => undefined;
  const ready = new Promise<void>((resolve) => (begin = resolve));
  process_.on('message', (message) => {
    const { ready: isReady, id: of = '', answer, failure } = said.parse(message);
    if (isReady === true) begin();
    const settle = waiting.get(of);
    waiting.delete(of);
    settle?.(failure === undefined ? { kind: 'answered', answer } : { kind: 'failed', failure });
  });
  const gone = once(process_, 'close').then(() => {
    begin();
    for (const settle of waiting.values()) settle({ kind: 'ended', says: lines.slice(-12).join('\n') });
    waiting.clear();
  });
  const tell = (message: object): void => {
    if (process_.connected) process_.send(message, () => undefined);
  };
  return {
    id,
    isBusy: () => waiting.size > 0,
    isGone: () => hasEnded(process_),
    ended: gone,
    kill: () => void process_.kill('SIGKILL'),
    close: async () => {
      process_.kill('SIGKILL');
      await gone;
    },
    invoke: async ({ id: request, event, now }) => {
      const settled = new Promise<Outcome>((resolve) => waiting.set(request, resolve));
      await ready;
      if (hasEnded(process_)) {
        await gone;
        return settled;
      }
      tell({ now });
      tell({ invocation: { id: request, event, milliseconds: timeoutSeconds * 1000 } });
      return settled;
    },
  };
}

const hasEnded = (process_: ChildProcess): boolean =>
  process_.exitCode !== null || process_.signalCode !== null;
