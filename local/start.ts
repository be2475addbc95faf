import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { formatInstant, type Instant } from '../shared/domain/time/instant.ts';
import { regulated } from '../shared/rules/catalogue.ts';
import { NoRoom } from '../shared/store/no-room.ts';
import { loadContext } from '../shared/usecases/context.ts';
import { openClock, type LocalClock } from './clock.ts';
import { tool } from './command-line.ts';
import { compose, type Product } from './compose.ts';
import type { Console } from './console.ts';
import { loadDemoOnce } from './demo/load.ts';
import { modeOf, type Mode } from './doors.ts';
import { createExclusive } from './exclusive.ts';
import { lockDirectory, type Lock } from './lock.ts';
import { createLog } from './log.ts';
import { openOidc, type Verify } from './oidc.ts';
import { flags, isLoopback, optionsOf, usage, type Options } from './options.ts';
import { createLocalServer } from './server.ts';
import type { LocalRoutes } from './local-routes.ts';
import { openEngine } from './sqlite/engine.ts';
import { tellDoubtful, tellUnconnected } from './tell.ts';
import { StartError } from './start-error.ts';
import { stopOnSignal } from './stop.ts';
import { openTokens, type Tokens } from './tokens.ts';

const here = dirname(fileURLToPath(import.meta.url));
const { version } = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(join(here, '../package.json'), 'utf8')));

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
  await product.report();
}

function openProduct(options: Options, lock: Lock, clock: LocalClock, mode: Mode): Promise<Product> {
  const end = (why: string): never => {
    process.stderr.write(`${why}\n`);
    process.exit(1);
  };
  const engine = openEngine(options.data, {
    log: createLog(options.verbose),
    // Later writes could not be trusted. The next start says what is wrong, and the remedy.
    damaged: ({ message }) =>
      end(
        `${options.data}: ${message}. The product ends. Restore a backup into another directory: npm run restore -- --data NEW --in FILE.`,
      ),
    // Two processes would send everything twice.
    mayWrite: () => {
      try {
        lock.check();
      } catch (error) {
        end(`${error instanceof Error ? error.message : 'unknown'} The product ends.`);
      }
    },
  });
  return compose({
    engine,
    directory: options.data,
    clock,
    sending: {
      smtpUrl: process.env['SMTP_URL'],
      mailFrom: process.env['MAIL_FROM'],
      smsGateway: process.env['SMS_GATEWAY'],
    },
    version,
    verbose: options.verbose,
    realWork: !clock.simulated && (mode === 'own' || mode === 'served'),
  });
}

async function start(options: Options): Promise<void> {
  const lock = lockDirectory(options.data);
  const clock = openClock(options.data, options.now);
  const mode = modeOf({
    empty: options.empty,
    simulated: clock.simulated,
    issuer: options.issuer !== undefined,
    trustProxy: options.trustProxy,
    loopback: isLoopback(options.host),
  });
  const product = await openProduct(options, lock, clock, mode);
  await loadDemoOnce(product.deps, !options.empty);
  await catchUp(product, clock, options.now);
  const tokens = openTokens(options.data);
  const verify: Verify =
    options.issuer === undefined ? tokens.verify : openOidc(options.issuer, options.audience ?? '');
  const server = createLocalServer({
    product,
    verify,
    pages: join(here, 'pages'),
    console: consoleOf(options, product),
    mode,
    local: localRoutes(product, clock, tokens),
  });
  await listen(server, options);
  const ticking = clock.simulated ? undefined : startTicking(product);
  stopOnSignal(async () => {
    clearInterval(ticking);
    server.closeAllConnections();
    server.close();
    const { doubtful } = await product.close();
    lock.release();
    if (doubtful > 0) tellDoubtful(doubtful);
  });
  tell(options, portOf(server, options.port), clock, mode);
  tellUnconnected(product);
  await tellHeld(product, options.data);
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
function consoleOf({ issuer, audience }: Options, { unconnected }: Product): Console | undefined {
  const built = join(here, '../web/dist');
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

function tell(options: Options, port: number, clock: LocalClock, mode: Mode): void {
  const local = mode !== 'served';
  const base = `http://${options.host}:${port}`;
  const lines = [
    `档案监管期限与通知平台 ${version}`,
    ...(local || options.audience !== undefined ? [`  控制台 Console   ${base}/`] : []),
    ...(local && mode !== 'own' ? [`  邮箱   Mailbox   ${base}/mailbox`] : []),
    `  接口   API       ${base}/v1/docs`,
    `  数据   Data      ${options.data}${options.empty ? '' : '（含演示数据 with demonstration data）'}`,
    `  时钟   Clock     ${formatInstant(clock.now())}${clock.simulated ? '（模拟 simulated: POST /local/clock）' : ''}`,
    ...(local
      ? [
          `  令牌   Token     curl -s ${base}/local/token -H 'content-type: application/json' -d '{"role":"bureau-officer","jurisdiction":"hongjiang"}'`,
        ]
      : [`  签发   Issuer    ${options.issuer ?? ''}`]),
    '  停止   Stop      Ctrl+C',
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** After a restore nothing is sent until a person allows it. Whoever starts the product is told so. */
async function tellHeld({ deps }: Product, directory: string): Promise<void> {
  const contexts = await Promise.all(regulated.map(({ id }) => loadContext(deps.store, id)));
  const held = contexts.flatMap((context) =>
    context?.held === undefined ? [] : [context.jurisdiction.name],
  );
  if (held.length > 0)
    process.stdout.write(
      `  暂停   Held      ${held.join('、')}：恢复数据后，通知暂不发出。停止本程序后解除 Stop, then: npm run restore -- --data ${directory} --release\n`,
    );
}

/** Returns when the product runs; a signal ends it later. */
export const main = tool({
  usage,
  flags,
  run: async ({ values }) => {
    try {
      await start(optionsOf(values));
      return 0;
    } catch (error) {
      throw error instanceof NoRoom ? new StartError(`${error.message}: make room and start again.`) : error;
    }
  },
});
