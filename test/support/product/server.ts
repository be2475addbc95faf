import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import { openClock } from '../../../local/clock.ts';
import { compose, type Product, type Sending } from '../../../local/compose.ts';
import type { Console } from '../../../local/console.ts';
import { createExclusive } from '../../../local/exclusive.ts';
import { createLocalServer } from '../../../local/server.ts';
import { openEngine, type Engine } from '../../../local/sqlite/engine.ts';
import { openTokens } from '../../../local/tokens.ts';
import { instant } from '../../../shared/domain/time/instant.ts';
import { noAccounts, type Accounts, type Item } from '../../../shared/ports.ts';
import type { OfficeName, Role, Scope } from '../../../shared/rules/schema.ts';
import { createClient, type Client } from './client.ts';
import * as local from './local-answers.ts';
import { memoryStoreEngine } from '../engines/memory-engine.ts';

/** Where the token that a test asks for comes from. */
export interface Claims {
  readonly role: Role;
  readonly jurisdiction: string;
  /** Of a machine. */
  readonly scopes?: readonly Scope[];
  readonly unitId?: string;
  readonly sub?: string;
  readonly office?: OfficeName;
}

/** The whole product in this process, on a directory of its own, its clock simulated. */
export interface TestServer {
  readonly url: string;
  readonly product: Product;
  /** Without a token, or with one that the test made itself. */
  readonly with: (token: string | undefined) => Client;
  readonly as: (claims: Claims) => Promise<Client>;
  /** The token alone, for requests that are no JSON. */
  readonly token: (claims: Claims) => Promise<string>;
  /** Answers when all that goes on by itself has settled. */
  readonly settled: () => Promise<void>;
  /** All that is stored. */
  readonly items: () => Promise<readonly Item[]>;
  /** Moves the clock and answers what left meanwhile. */
  readonly advance: (now: string) => Promise<{ now: string; notices: number }>;
  readonly mailbox: (filter?: {
    readonly to?: string;
    readonly channel?: string;
  }) => Promise<local.Captured[]>;
  readonly close: () => Promise<void>;
}

export const VERSION = '0.0.0-test';
const pages = fileURLToPath(new URL('../../../local/pages', import.meta.url));

const captured: Sending = { smtpUrl: undefined, mailFrom: undefined, smsGateway: undefined };

type MakeEngine = (directory: string) => Promise<Engine>;
let makeEngine: MakeEngine = async () => memoryStoreEngine();

/** Where the tables of all further servers of this process lie; the memory store unless said. */
export function useEngine(make: MakeEngine): void {
  makeEngine = make;
}

/**
 * What `npm start -- --empty --now …` does, on a free port. The table lies in SQLite in `kept`, a directory that
 * stays; without one in the memory store, or where `useEngine` says.
 */
export async function startServer(
  now: string,
  sending: Sending = captured,
  kept?: string,
  console?: Console,
  realWork = false,
  accounts: Accounts = noAccounts,
  publicAddress?: string,
): Promise<TestServer> {
  const directory = kept ?? mkdtempSync(join(tmpdir(), 'archive-duty-'));
  const clock = openClock(directory, instant(now));
  const engine = kept === undefined ? await makeEngine(directory) : openEngine(directory);
  const product = await compose({
    engine,
    directory,
    clock,
    sending,
    version: VERSION,
    verbose: false,
    realWork,
    accounts,
    publicAddress: () => publicAddress,
  });
  await product.exclusive(() => product.planStart());
  await product.drive.settle();
  const tokens = openTokens(directory);
  const { counter } = product;
  const server = createLocalServer({
    product,
    verify: tokens.verify,
    pages,
    console,
    mode: 'simulated',
    local: { product, clock, tokens, counter, moving: createExclusive() },
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  return {
    ...reach(url),
    url,
    product,
    settled: () => product.drive.settle(),
    items: async () => {
      const items: Item[] = [];
      for await (const item of engine.store.scan()) items.push(item);
      return items;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await product.close();
      if (kept === undefined) rmSync(directory, { recursive: true, force: true });
    },
  };
}

export function reach(url: string): Pick<TestServer, 'with' | 'as' | 'token' | 'advance' | 'mailbox'> {
  const nobody = createClient(url, undefined);
  const known = new Map<string, Client>();
  const token: TestServer['token'] = async (claims) =>
    (await nobody.send(local.token, 'POST', '/local/token', claims)).token;
  return {
    token,
    with: (token) => createClient(url, token),
    as: async (claims) => {
      const key = JSON.stringify(claims);
      const before = known.get(key);
      if (before) return before;
      const client = createClient(url, await token(claims));
      known.set(key, client);
      return client;
    },
    advance: (now) => nobody.send(local.moved, 'POST', '/local/clock', { now }),
    mailbox: async (filter = {}) => {
      const query = new URLSearchParams({ ...filter }).toString();
      return (await nobody.get(local.mailbox, `/local/mailbox?${query}`)).items;
    },
  };
}

/** A server for one test, closed after it. */
export async function serverForTest(
  now: string,
  sending: Sending = captured,
  console?: Console,
  accounts?: Accounts,
  publicAddress?: string,
): Promise<TestServer> {
  const server = await startServer(now, sending, undefined, console, false, accounts, publicAddress);
  onTestFinished(() => server.close());
  return server;
}

/** One server for all tests of a file or a group; `prepare` fills it once. */
export function sharedServer<Scene>(
  now: string,
  prepare: (server: TestServer) => Promise<Scene>,
): () => { readonly server: TestServer; readonly scene: Scene } {
  let shared: { readonly server: TestServer; readonly scene: Scene } | undefined;
  beforeAll(async () => {
    const server = await startServer(now);
    shared = { server, scene: await prepare(server) };
  });
  afterAll(() => shared?.server.close());
  return () => {
    if (!shared) throw new Error('the server is not up yet: ask for it inside a test');
    return shared;
  };
}
