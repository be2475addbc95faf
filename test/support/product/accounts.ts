import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openAccounts, type AccountsHere } from '../../../local/accounts/accounts.ts';
import { openFront } from '../../../local/accounts/front.ts';
import { change } from '../../../local/change.ts';
import type { LocalClock } from '../../../local/clock.ts';
import { compose, type Product } from '../../../local/compose.ts';
import { createExclusive } from '../../../local/exclusive.ts';
import { createMetrics } from '../../../local/metrics.ts';
import { createLocalServer } from '../../../local/server.ts';
import { memoryEngine, type Engine } from '../../../local/sqlite/engine.ts';
import { openTokens } from '../../../local/tokens.ts';
import { trustsNobody, trustsOf } from '../../../local/trust.ts';
import { toInstant } from '../../../shared/domain/time/instant.ts';
import type { SignInPerson } from '../../../shared/ports.ts';
import { addressIndex, personIndex } from '../../../shared/records/person-index.ts';
import { staffRecord, unitPeopleRecord, type PeopleRecord } from '../../../shared/records/staff.ts';
import { createVisitor, type Visitor } from './visitor.ts';

/** Real work on one machine, with accounts, in this process. */
export interface AccountsServer {
  readonly url: string;
  readonly product: Product;
  readonly here: AccountsHere;
  readonly engine: Engine;
  /** What the terminal showed at the start. */
  readonly code: string;
  /** A browser without a past. */
  readonly visitor: () => Visitor;
  /** Lets time pass for links, sessions and tries. The tokens of oidc-provider follow the machine’s clock. */
  readonly pass: (minutes: number) => void;
  /** The last message to an address. */
  readonly lastTo: (to: string) => Promise<string>;
}

const pages = fileURLToPath(new URL('../../../local/pages', import.meta.url));

interface Settings {
  /** The built console; without it only the API and the pages of the accounts are served. */
  readonly built?: string;
  /** Where people reach it by a proxy on this machine; without it nobody else does. */
  readonly publicUrl?: string;
  /** With metrics, which this token opens. */
  readonly metricsToken?: string;
}

export async function accountsForTest({
  built,
  publicUrl,
  metricsToken,
}: Settings = {}): Promise<AccountsServer> {
  const directory = mkdtempSync(join(tmpdir(), 'archive-duty-accounts-'));
  const engine = memoryEngine();
  let passed = 0;
  const place = { origin: '' };
  const clock: LocalClock = {
    simulated: false,
    now: () => toInstant(Date.now() + passed),
    set: () => undefined,
  };
  const origin = (): string => place.origin;
  const here = openAccounts({ store: engine.store, clock, log: () => undefined, origin });
  const sending = { smtpUrl: undefined, mailFrom: undefined, smsGateway: undefined };
  const parts = { engine, directory, clock, sending, version: '0.0.0-test', verbose: false };
  const product = await compose({ ...parts, accounts: here.port });
  await product.exclusive(() => product.planStart());
  const front = await openFront({
    here,
    deps: product.deps,
    changing: (work) => change(product, work, false),
    trusts: publicUrl === undefined ? trustsNobody : trustsOf('loopback', ''),
  });
  const tokens = openTokens(directory);
  const server = createLocalServer({
    product,
    verify: front.verify,
    pages,
    console: { built: built ?? join(directory, 'none'), signIn: { kind: 'own', origin } },
    mode: publicUrl === undefined ? 'own' : 'hosted',
    local: { product, clock, tokens, counter: product.counter, moving: createExclusive() },
    accounts: front,
    ...(metricsToken === undefined
      ? {}
      : {
          metricsToken,
          metrics: createMetrics({
            product,
            directory,
            version: parts.version,
            signIns: { accepted: 0, refused: 0 },
          }),
        }),
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  place.origin = publicUrl ?? url;
  onTestFinished(async () => {
    server.closeAllConnections();
    server.close();
    await product.close();
    rmSync(directory, { recursive: true, force: true });
  });
  return {
    url,
    product,
    here,
    engine,
    code: (await here.setUp.begin()) ?? '',
    visitor: () => createVisitor(url),
    pass: (minutes) => {
      passed += minutes * 60_000;
    },
    lastTo: async (to) => (await product.mailbox.read({ to, channel: undefined })).at(-1)?.text ?? '',
  };
}

export const PASSWORD = '三更灯火五更鸡 1861';

/** Enters a person and answers the path of the invitation. */
export async function invite(server: AccountsServer, person: SignInPerson): Promise<string> {
  const { store } = server.product.deps;
  const { jurisdiction, unitId, sub, email } = person;
  const place = { version: 0, jurisdiction, unitId, sub };
  await personIndex.change(store, sub, (known) => ({ ...place, version: known?.version ?? 0 }));
  if (email !== undefined)
    await addressIndex.change(store, email, (known) => ({
      ...place,
      version: known?.version ?? 0,
      at: server.here.clock.now(),
    }));
  const add = (list: PeopleRecord | undefined): PeopleRecord => ({
    ...(list ?? { version: 0 }),
    members: [...(list?.members ?? []).filter((one) => one.sub !== sub), person],
  });
  if (unitId === undefined) await staffRecord.change(store, jurisdiction, add);
  else await unitPeopleRecord.change(store, { jurisdiction, unitId }, add);
  const { link } = await server.here.port.invite(person);
  return new URL(link).pathname;
}

/** Opens an invitation, chooses a password, and signs in by it. */
export async function acceptInvitation(server: AccountsServer, path: string): Promise<Visitor> {
  const visitor = server.visitor();
  const answer = await visitor.post(path, { password: PASSWORD, again: PASSWORD, act: 'accept' });
  if (answer.status !== 303) throw new Error(`the invitation was refused: ${answer.text}`);
  return visitor;
}

/** The first page of the installation, filled in. Returns the visitor, who is let in by it. */
export async function setUp(server: AccountsServer, jurisdiction = 'hongjiang'): Promise<Visitor> {
  const visitor = server.visitor();
  const page = await visitor.post('/account/setup', {
    code: server.code,
    bureau: jurisdiction,
    name: '钱管理',
    email: 'admin@danganju.example.cn',
    password: PASSWORD,
    again: PASSWORD,
    trackFrom: '2026-11-01',
    act: 'set-up',
  });
  if (page.status !== 303) throw new Error(`the set-up was refused: ${page.text}`);
  return visitor;
}
