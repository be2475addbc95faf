import { readFileSync } from 'node:fs';
import { hasAccounts, openAccounts, type AccountsHere } from './accounts/accounts.ts';
import { openClock, type LocalClock } from './clock.ts';
import { isOwnAccounts, modeOf, type Mode } from './doors.ts';
import type { Lock } from './lock.ts';
import { createLog } from './log.ts';
import { isLoopback, type Options } from './options.ts';
import { openEngine, type Engine } from './sqlite/engine.ts';
import { countingSignIns, type SignIns } from './sign-in-counts.ts';
import { StartError } from './start-error.ts';

/** The data of a directory, for this process alone. */
function openData(options: Options, lock: Lock): Engine {
  const end = (why: string): never => {
    process.stderr.write(`${why}\n`);
    process.exit(1);
  };
  return openEngine(options.data, {
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
}

export interface Opened {
  readonly engine: Engine;
  readonly clock: LocalClock;
  readonly mode: Mode;
  readonly accounts: AccountsHere | undefined;
  readonly signIns: SignIns;
}

/** Opens a directory. One in which people have accounts never becomes a simulation. */
export async function openDirectory(options: Options, lock: Lock, origin: () => string): Promise<Opened> {
  const engine = openData(options, lock);
  const inUse = await hasAccounts(engine.store);
  const asked = { accounts: inUse, issuer: options.issuer !== undefined };
  if (inUse && options.now !== undefined) {
    await engine.close();
    throw new StartError(
      `${options.data} is real work with accounts, and --now simulates the clock: leave --now out, or name another --data.`,
    );
  }
  const clock = openClock(options.data, options.now);
  const { empty } = options;
  const trustProxy = options.trustProxy !== undefined;
  const loopback = isLoopback(options.host);
  const mode = modeOf({ ...asked, empty, simulated: clock.simulated, trustProxy, loopback });
  if (clock.simulated && isOwnAccounts(mode)) {
    await engine.close();
    throw new StartError(
      `${options.data} has a simulated clock, and accounts are for real work: name another --data.`,
    );
  }
  const signIns: SignIns = { accepted: 0, refused: 0 };
  const log = countingSignIns(createLog(options.verbose), signIns);
  const accounts = isOwnAccounts(mode)
    ? openAccounts({ store: engine.store, clock, log, origin })
    : undefined;
  return { engine, clock, mode, accounts, signIns };
}

/** The files of `--tls-cert` and `--tls-key`. Throws StartError. */
export function readTls({ cert, key }: NonNullable<Options['tls']>) {
  const read = (name: string, file: string): Buffer => {
    try {
      return readFileSync(file);
    } catch (error) {
      throw new StartError(
        `${name} ${file} cannot be read: ${error instanceof Error ? error.message : 'unknown'}`,
      );
    }
  };
  return { cert: read('--tls-cert', cert), key: read('--tls-key', key) };
}
