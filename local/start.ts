import { once } from 'node:events';
import { places } from '#places';
import type { Instant } from '../shared/domain/time/instant.ts';
import { NoRoom } from '../shared/store/no-room.ts';
import { hasAccounts } from './accounts/accounts.ts';
import { openFront, type Front } from './accounts/front.ts';
import { change } from './change.ts';
import type { LocalClock } from './clock.ts';
import { tool, type Tool } from './command-line.ts';
import { compose, type Product } from './compose.ts';
import type { Console } from './console.ts';
import { loadDemoOnce } from './demo/load.ts';
import { isPlaying } from './doors.ts';
import { createExclusive } from './exclusive.ts';
import { lockDirectory } from './lock.ts';
import { createMetrics } from './metrics.ts';
import { openOidc, type Verify } from './oidc.ts';
import { openDirectory, readTls, type Opened } from './open-directory.ts';
import { flags, optionsOf, usage, withValues, type Options } from './options.ts';
import { createLocalServer } from './server.ts';
import type { LocalRoutes } from './local-routes.ts';
import { tellDoubtful, tellHeld, tellSetUp, tellStart, tellStop, tellUnconnected } from './tell.ts';
import { StartError } from './start-error.ts';
import { stopOnSignal } from './stop.ts';
import { openTokens, type Tokens } from './tokens.ts';
import { trustsNobody } from './trust.ts';
import { versionHere } from './version.ts';

const version = versionHere();

/** With the machine’s clock: look every few seconds whether something is due. */
const TICK_MILLISECONDS = 10_000;

function startTicking(product: Product): NodeJS.Timeout {
  let busy = false;
  const look = (): void => {
    if (busy) return;
    busy = true;
    void lookForWork(product)
      .catch((error: unknown) => tickFailed(product, error))
      .finally(() => {
        busy = false;
      });
  };
  look();
  return setInterval(look, TICK_MILLISECONDS);
}

function tickFailed({ deps }: Product, error: unknown): void {
  deps.log('error', 'TICK_FAILED', 'Looking for what is due failed; it is tried again.', {
    error: String(error),
  });
}

/** Planning runs separately from changes; delivery and the daily mail run in parallel with them. */
async function lookForWork(product: Product): Promise<void> {
  await product.exclusive(() => product.planStart());
  await product.drive.settle();
  await product.drive.report();
}

function openProduct(
  options: Options,
  { engine, clock, mode, accounts }: Opened,
  origin: () => string,
): Promise<Product> {
  return compose({
    engine,
    ...(accounts === undefined ? {} : { accounts: accounts.port }),
    directory: options.data,
    clock,
    sending: options.sending,
    version,
    rates: options.rates,
    verbose: options.verbose,
    realWork: !clock.simulated && !isPlaying(mode),
    // At real work, others must be able to open what letters lead to; a trial is looked at on this machine.
    publicAddress: () => options.publicUrl ?? (isPlaying(mode) && origin() !== '' ? origin() : undefined),
  });
}

async function start(options: Options): Promise<void> {
  const lock = lockDirectory(options.data);
  const tls = options.tls && readTls(options.tls);
  const place = { origin: originOf(options, options.port) };
  const opened = await openDirectory(options, lock, () => place.origin);
  const { clock, mode, accounts } = opened;
  const product = await openProduct(options, opened, () => place.origin);
  const { empty } = options;
  await loadDemoOnce(product.deps, !empty && !(await hasAccounts(product.deps.store)));
  await catchUp(product, clock, options.now);
  const tokens = openTokens(options.data);
  const front =
    accounts &&
    (await openFront({
      here: accounts,
      deps: product.deps,
      changing: (work) => change(product, work, false),
      trusts: options.trustProxy ?? trustsNobody,
    }));
  const verify: Verify =
    options.issuer === undefined
      ? (front?.verify ?? tokens.verify)
      : openOidc(options.issuer, options.audience ?? '');
  const server = createLocalServer({
    product,
    verify,
    pages: places.pages,
    console: consoleOf(options, product, front && (() => place.origin)),
    mode,
    local: localRoutes(product, clock, tokens),
    accounts: front,
    metrics: createMetrics({ product, signIns: opened.signIns, directory: options.data, version }),
    metricsToken: options.metricsToken,
    tls,
  });
  await listen(server, options);
  const port = portOf(server, options.port);
  place.origin = originOf(options, port);
  const ticking = clock.simulated ? undefined : startTicking(product);
  const tending = front && startTending(product, front);
  stopOnSignal(async () => {
    clearInterval(ticking);
    clearInterval(tending);
    server.closeAllConnections();
    server.close();
    const { doubtful } = await product.close();
    lock.release();
    if (doubtful > 0) tellDoubtful(doubtful);
  });
  tellStart({ options, version, origin: place.origin, clock, mode });
  if (accounts) await tellSetUp(accounts);
  tellUnconnected(product);
  await tellHeld(product, options.data);
  tellStop();
}

/** Empty while the system has not chosen the port yet. */
const originOf = ({ publicUrl, tls, host }: Options, port: number): string =>
  publicUrl ?? (port === 0 ? '' : `${tls === undefined ? 'http' : 'https'}://${host}:${port}`);

const TEND_MILLISECONDS = 60 * 60 * 1000;

function startTending({ deps, exclusive }: Product, front: Front): NodeJS.Timeout {
  return setInterval(() => {
    void exclusive(() => front.tend()).catch((error: unknown) => {
      deps.log('error', 'ACCOUNTS_NOT_TENDED', 'Expired sign-ins were not removed; it is tried again.', {
        error: String(error),
      });
    });
  }, TEND_MILLISECONDS);
}

/**
 * Plans, moves a simulated clock to the requested time, and delivers. The API waits for a delivery that stays
 * on this machine, and never for a provider.
 */
async function catchUp(product: Product, clock: LocalClock, asked: Instant | undefined): Promise<void> {
  const { drive } = product;
  await product.exclusive(() => product.planStart());
  await drive.work();
  const delivered = asked !== undefined && asked > clock.now() ? drive.advance(asked) : drive.deliver();
  if (product.ownMailbox) return delivered;
  delivered.catch((error: unknown) => tickFailed(product, error));
}

function localRoutes(product: Product, clock: LocalClock, tokens: Tokens): LocalRoutes {
  return { product, clock, tokens, counter: product.counter, moving: createExclusive() };
}

/** With `--issuer` the console signs in there. Its name there is the audience. */
function consoleOf(
  { issuer, audience }: Options,
  { unconnected }: Product,
  origin: (() => string) | undefined,
): Console | undefined {
  const built = places.console;
  if (origin !== undefined) return { built, unconnected, signIn: { kind: 'own', origin } };
  if (issuer === undefined) return { built, unconnected, signIn: { kind: 'local' } };
  return audience === undefined
    ? undefined
    : { built, unconnected, signIn: { kind: 'oidc', issuer, clientId: audience } };
}

async function listen(server: ReturnType<typeof createLocalServer>, options: Options): Promise<void> {
  server.listen(options.port, options.host);
  try {
    await once(server, 'listening');
  } catch (error) {
    throw new StartError(
      `Port ${options.port} on ${options.host} cannot be used (${error instanceof Error ? error.message : 'unknown'}): name another with --port.`,
    );
  }
}

function portOf(server: ReturnType<typeof createLocalServer>, asked: number): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : asked;
}

const begin = tool({
  usage,
  flags,
  run: async ({ values }) => {
    try {
      await start(optionsOf(values, process.env));
      return 0;
    } catch (error) {
      throw error instanceof NoRoom ? new StartError(`${error.message}: make room and start again.`) : error;
    }
  },
});

/** Returns when the product runs; a signal ends it later. */
export const main: Tool = (words, terminal) => begin(withValues(words), terminal);
