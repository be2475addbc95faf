import { resolve } from 'node:path';
import { parseInstant, type Instant } from '../shared/domain/time/instant.ts';
import { StartError } from './start-error.ts';

export const usage = `npm start -- [--port 3000] [--data DIR] [--empty] [--now INSTANT]
  --port     where to listen on 127.0.0.1 (3000)
  --data     where the data lie (.data)
  --empty    without the demonstration data
  --now      simulate the clock from this instant, for instance 2026-03-02T08:00:00+08:00
  --host     listen to others too: needs --issuer, and there is no /local then
  --issuer   the OIDC issuer whose tokens are taken; needs --audience, and there is no /local then
  --audience what they must be meant for; the console signs in under this name
  --trust-proxy  a proxy on this machine brings others here: needs --issuer, and there is no /local then
  --verbose  log what is dropped and why
exits 0 when it is stopped, 1 where it cannot start`;

export interface Options {
  readonly port: number;
  readonly data: string;
  readonly empty: boolean;
  readonly now: Instant | undefined;
  readonly host: string;
  readonly issuer: string | undefined;
  readonly audience: string | undefined;
  readonly trustProxy: boolean;
  readonly verbose: boolean;
}

export const flags = {
  port: { type: 'string', default: '3000' },
  data: { type: 'string', default: '.data' },
  empty: { type: 'boolean', default: false },
  now: { type: 'string' },
  host: { type: 'string', default: '127.0.0.1' },
  issuer: { type: 'string' },
  audience: { type: 'string' },
  'trust-proxy': { type: 'boolean', default: false },
  verbose: { type: 'boolean', default: false },
} as const;

/** The flags as they were given. */
interface Given {
  readonly port: string;
  readonly data: string;
  readonly empty: boolean;
  readonly now?: string | undefined;
  readonly host: string;
  readonly issuer?: string | undefined;
  readonly audience?: string | undefined;
  readonly 'trust-proxy': boolean;
  readonly verbose: boolean;
}

/** Throws StartError when a value is wrong or requires another flag. */
export function optionsOf(given: Given): Options {
  const { host, issuer, audience, 'trust-proxy': trustProxy } = given;
  const port = Number(given.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new StartError(`--port ${given.port} is no port: a number from 0 to 65535.`);
  const now = given.now === undefined ? undefined : parseInstant(given.now);
  if (given.now !== undefined && now === undefined) {
    throw new StartError(
      `--now ${given.now} is no instant: write it with an offset, for instance 2026-03-02T08:00:00+08:00.`,
    );
  }
  if (!isLoopback(host) && issuer === undefined) {
    throw new StartError(
      `--host ${host} lets others reach this server: name the OIDC issuer of their tokens with --issuer.`,
    );
  }
  if (trustProxy && issuer === undefined) {
    throw new StartError(
      '--trust-proxy lets others reach this server: name the OIDC issuer of their tokens with --issuer.',
    );
  }
  if (issuer !== undefined && audience === undefined) {
    throw new StartError(
      '--issuer needs --audience: without it a token that was made for another program would be taken.',
    );
  }
  return {
    port,
    data: resolve(given.data),
    empty: given.empty,
    now,
    host,
    issuer,
    audience,
    trustProxy,
    verbose: given.verbose,
  };
}

export const isLoopback = (host: string): boolean =>
  host === '127.0.0.1' || host === 'localhost' || host === '::1';
