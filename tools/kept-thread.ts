import { ThreadsPoolWorker, type PoolOptions, type PoolWorker, type WorkerRequest } from 'vitest/node';

/** After this many runs the thread is replaced, because each run leaves listeners behind. */
const runsPerThread = 60;

type Listener = (...args: unknown[]) => void;

/** The thread with everything that it has loaded; one for each process. */
let kept: { readonly thread: ThreadsPoolWorker; readonly runs: number } | undefined;

const endKept = async (): Promise<void> => {
  const ending = kept;
  kept = undefined;
  await ending?.thread.stop();
};

/** A pool worker that lends the shared thread to one run and leaves it loaded for the next. */
class KeptThread implements PoolWorker {
  readonly name = 'kept';
  readonly #options: PoolOptions;
  readonly #listeners: { readonly event: string; readonly listener: Listener }[] = [];
  #running = false;

  constructor(options: PoolOptions) {
    this.#options = options;
  }

  async start(): Promise<void> {
    if (kept !== undefined && kept.runs >= runsPerThread) await endKept();
    if (kept === undefined) {
      const thread = new ThreadsPoolWorker(this.#options);
      await thread.start();
      kept = { thread, runs: 0 };
      this.#options.project.vitest.onClose(endKept);
    }
    kept = { thread: kept.thread, runs: kept.runs + 1 };
    this.on('message', (message: unknown) => {
      if (isFinished(message)) this.#running = false;
    });
  }

  /** A thread that did not finish its work is ended. */
  async stop(): Promise<void> {
    for (const { event, listener } of this.#listeners) kept?.thread.off(event, listener);
    this.#listeners.length = 0;
    if (this.#running) await endKept();
  }

  on(event: string, listener: Listener): void {
    this.#listeners.push({ event, listener });
    kept?.thread.on(event, listener);
  }

  off(event: string, listener: Listener): void {
    kept?.thread.off(event, listener);
  }

  /** The message to stop is answered here: a thread that receives it stops listening. */
  send(message: WorkerRequest): void {
    if (message.type === 'stop') {
      setImmediate(() => this.#answer({ __vitest_worker_response__: true, type: 'stopped' }));
      return;
    }
    if (message.type === 'run') this.#running = true;
    kept?.thread.send(message);
  }

  deserialize(data: unknown): unknown {
    return data;
  }

  #answer(message: unknown): void {
    for (const { event, listener } of [...this.#listeners]) {
      if (event === 'message') listener(message);
    }
  }
}

const isFinished = (message: unknown): boolean =>
  typeof message === 'object' && message !== null && 'type' in message && message.type === 'testfileFinished';

/**
 * Stryker starts vitest's tests once for every mutant, and vitest starts a thread each time. Most of the time
 * goes into loading the same modules again: here one thread keeps them.
 */
export const keptThread = {
  name: 'kept',
  createPoolWorker: (options: PoolOptions): PoolWorker => new KeptThread(options),
};
