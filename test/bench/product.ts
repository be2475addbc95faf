import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { staffRecord } from '../../shared/records/staff.ts';
import { openEngine, type Engine } from '../../local/sqlite/engine.ts';
import { closeFile, dataFile, openFile } from '../../local/sqlite/database.ts';
import { createSqliteStore } from '../../local/sqlite/store.ts';
import { createWriter } from '../../local/sqlite/writer.ts';
import { noAccounts, type Channels, type Clock, type Queue, type Store } from '../../shared/ports.ts';
import type { Instant } from '../../shared/domain/time/instant.ts';
import { regulated } from '../../shared/rules/catalogue.ts';
import { loadContext, type Context } from '../../shared/usecases/context.ts';
import type { Deps } from '../../shared/usecases/deps.ts';
import type { Request } from '../../shared/usecases/request.ts';

export interface HandClock extends Clock {
  set(now: Instant): void;
}

export function handClock(now: Instant): HandClock {
  let current = now;
  return {
    now: () => current,
    set: (next) => {
      current = next;
    },
  };
}

/** Takes every message at once and keeps none. */
const everyMail: Channels = {
  email: { send: async () => ({ kind: 'accepted', provider: 'none' }) },
  sms: { send: async () => ({ kind: 'accepted', provider: 'none' }) },
};

const noQueue: Queue = { send: async () => undefined };

/** The product’s dependencies on a store; what is not named does nothing. */
export function depsOn(
  store: Store,
  clock: Clock,
  parts: Partial<Pick<Deps, 'queue' | 'channels'>> = {},
): Deps {
  let fresh = 0;
  return {
    store,
    clock,
    queue: parts.queue ?? noQueue,
    channels: parts.channels ?? everyMail,
    accounts: noAccounts,
    lease: { owner: 'bench', isVoid: (claim, now) => claim.owner !== 'bench' || now >= claim.until },
    log: (level, code, sentence, fields) => {
      if (level === 'error')
        process.stderr.write(`${level} ${code} ${sentence} ${JSON.stringify(fields ?? {})}\n`);
    },
    ids: {
      fresh: () => {
        fresh += 1;
        return `fresh-${fresh}`;
      },
    },
  };
}

async function contextIn(store: Store, jurisdiction: string): Promise<Context> {
  const context = await loadContext(store, jurisdiction);
  if (!context) throw new Error(`${jurisdiction} was not set up`);
  return context;
}

export async function officerIn(deps: Deps, jurisdiction: string): Promise<Request> {
  const context = await contextIn(deps.store, jurisdiction);
  const principal = { sub: 'bench', role: 'bureau-officer', jurisdiction } as const;
  return { deps, context, principal, ifMatch: undefined, repeatable: undefined, language: 'zh' };
}

/** Who works at the bureau, and hears what nobody else is told. */
export const staff = [
  { sub: 'officer', name: '王科员', role: 'bureau-officer', email: 'officer@bureau.example.com' },
  { sub: 'leader', name: '李局长', role: 'bureau-leader', email: 'leader@bureau.example.com' },
];

/** The same at every bureau: each owes something itself. */
export async function employ({ store }: Deps): Promise<void> {
  await store.putMany(regulated.map(({ id }) => staffRecord.itemOf(id, { version: 0, members: [...staff] })));
}

async function inDirectory<T>(work: (directory: string) => Promise<T>): Promise<T> {
  const directory = mkdtempSync(join(tmpdir(), 'archive-duty-bench-'));
  try {
    return await work(directory);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/**
 * The embedded engine on disk, in a directory of its own that is gone afterwards. `prepare` may write the file before
 * the engine opens it.
 */
export function onDisk<T>(
  work: (engine: Engine, file: string) => Promise<T>,
  prepare: (file: string) => void = () => undefined,
): Promise<T> {
  return inDirectory(async (directory) => {
    const file = dataFile(directory);
    prepare(file);
    const engine = openEngine(directory);
    try {
      return await work(engine, file);
    } finally {
      await engine.close();
    }
  });
}

export interface CountedStore {
  readonly store: Store;
  /** Transactions that went to the disk so far. */
  commits(): number;
}

/** The same engine, counting its commits. */
export function onDiskCounted<T>(work: (counted: CountedStore) => Promise<T>): Promise<T> {
  return inDirectory(async (directory) => {
    const database = openFile(dataFile(directory));
    let commits = 0;
    const writer = createWriter(database, (error) => {
      if (error === undefined) commits += 1;
      return error;
    });
    const store = createSqliteStore(database, writer, (error) => error);
    try {
      return await work({ store, commits: () => commits });
    } finally {
      await writer.flushed();
      closeFile(database);
    }
  });
}
