import { instant } from '../../../shared/domain/time/instant.ts';
import { noAccounts, type Item, type Store } from '../../../shared/ports.ts';
import { importRecord, type ImportRecord, type PortionResult } from '../../../shared/records/import.ts';
import { loadContext } from '../../../shared/usecases/context.ts';
import type { Deps } from '../../../shared/usecases/deps.ts';
import { importMessage, runImport, type ImportMessage } from '../../../shared/usecases/rosters/run.ts';
import { plan } from '../../../shared/usecases/loop/replan.ts';
import { planMessage, promisePlanningOf } from '../../../shared/usecases/promise.ts';
import { startImport } from '../../../shared/usecases/rosters/start.ts';
import { setUp } from '../../../shared/usecases/settings/setup.ts';
import { Crash, crashingStore, createFuse, type CrashPoint } from '../simulation/crash.ts';
import { createMemoryStore, type MemoryStore } from '../engines/memory-store.ts';

const HERE = 'hongjiang';
const NOW = instant('2026-03-02T10:00:00+08:00');

/**
 * Imports on one table in memory. The queue keeps a message until its handler has succeeded, and delivers each
 * twice.
 */
export class ImportRuns {
  readonly store: MemoryStore = createMemoryStore();
  /** Subjects with a planning message. */
  readonly promised = new Set<string>();
  waits = 0;
  /** Processes that ended before their work was done. */
  crashes = 0;
  messages = 0;
  private readonly waiting: ImportMessage[] = [];
  private keys = 0;

  async setUp(): Promise<void> {
    await setUp(this.deps(this.store));
  }

  /** Imports a file to its end, in processes of which the first ends at `point`. */
  async import(file: string, point?: CrashPoint, dryRun = false): Promise<PortionResult | ImportRecord> {
    this.keys += 1;
    const repeatable = `key ${this.keys}`;
    let next: CrashPoint | undefined = point;
    const inProcess = async <T>(work: (deps: Deps) => Promise<T>): Promise<T> => {
      for (;;) {
        const fuse = createFuse(next, undefined);
        try {
          const result = await work(this.deps(crashingStore(this.store, fuse, undefined)));
          const waited = fuse.waits().length;
          this.waits += waited;
          if (next) next = { ...next, burnsAt: next.burnsAt - waited };
          return result;
        } catch (error) {
          if (!(error instanceof Crash)) throw error;
          this.crashes += 1;
          next = undefined;
        }
      }
    };
    const started = await inProcess((deps) => this.start(deps, file, repeatable, dryRun));
    if (started.kind === 'done') return started.result;
    for (let message = this.waiting[0]; message; message = this.waiting[0]) {
      const current = message;
      await inProcess((deps) => runImport(deps, current));
      await inProcess((deps) => runImport(deps, current));
      this.waiting.shift();
    }
    const head = await importRecord.read(this.store, started.head);
    if (!head) throw new Error('the import is gone');
    return head;
  }

  /**
   * Plans the subjects with a planning message, by the messages that a queue would deliver, on a watched store.
   */
  async plan(watched: (store: Store) => Store = (store) => store): Promise<void> {
    await promisePlanningOf(
      {
        ...this.deps(this.store),
        queue: {
          send: async (_queue, messages) => {
            for (const message of messages)
              await plan(this.deps(watched(this.store)), planMessage.parse(message));
          },
        },
      },
      HERE,
      [...this.promised],
    );
  }

  /** Every subject but the bureau’s own. */
  subjects(): Item[] {
    return this.store
      .dump()
      .filter(({ pk, sk, kind }) => pk.includes('#S#') && sk === '0' && kind !== 'bureau');
  }

  private async start(deps: Deps, file: string, repeatable: string, dryRun: boolean) {
    const context = await loadContext(deps.store, HERE);
    if (!context) throw new Error('not set up');
    const principal = { sub: 'a', role: 'bureau-admin', jurisdiction: HERE } as const;
    const request = { deps, context, principal, ifMatch: undefined, repeatable, language: 'zh' as const };
    const started = await startImport(request, Buffer.from(file), { dryRun });
    if (!started.ok) throw new Error(JSON.stringify(started.failure));
    return started.value;
  }

  private deps(store: Store): Deps {
    const silent = { send: async () => ({ kind: 'accepted', provider: 'test' }) as const };
    return {
      store,
      queue: {
        send: async (queue, messages) => {
          for (const message of messages) {
            if (queue === 'import') {
              this.messages += 1;
              this.waiting.push(importMessage.parse(message));
            }
            for (const id of 'subjectIds' in message && Array.isArray(message.subjectIds)
              ? message.subjectIds
              : [])
              this.promised.add(String(id));
          }
        },
      },
      clock: { now: () => NOW },
      channels: { email: silent, sms: silent },
      accounts: noAccounts,
      lease: { owner: 'test', isVoid: () => true },
      log: () => undefined,
      ids: { fresh: () => `fresh ${(this.keys += 1)}` },
    };
  }
}
