import { resolve } from 'node:path';
import { parseInstant, type Instant } from '../shared/domain/time/instant.ts';
import { StartError } from './start-error.ts';

export const usage = `npm start -- [--port 3000] [--data DIR] [--empty] [--now INSTANT]
  --port     where to listen on 127.0.0.1 (3000)
  --data     where the data lie (.data)
  --empty    without the demonstration data
  --now      simulate the clock from this instant, for instance 2026-03-02T08:00:00+08:00
  --host     listen to others too: needs --public-url or --issuer, and there is no /local then
  --public-url  where others reach it, for instance https://duty.example.cn
  --tls-cert, --tls-key  PEM files: answer with TLS without a proxy
  --issuer   the OIDC issuer whose tokens are taken; needs --audience, and there is no /local then
  --audience what they must be meant for; the console signs in under this name
  --trust-proxy  a proxy on this machine brings others here: needs --public-url or --issuer, and there is no /local then
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
  /** The origin under which people reach it, where that is not the address on which it listens. */
  readonly publicUrl: string | undefined;
  readonly tls: { readonly cert: string; readonly key: string } | undefined;
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
  'public-url': { type: 'string' },
  'tls-cert': { type: 'string' },
  'tls-key': { type: 'string' },
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
  readonly 'public-url'?: string | undefined;
  readonly 'tls-cert'?: string | undefined;
  readonly 'tls-key'?: string | undefined;
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
  const publicUrl = publicUrlOf(given['public-url']);
  const elsewhere = !isLoopback(host) ? `--host ${host}` : trustProxy ? '--trust-proxy' : undefined;
  if (elsewhere !== undefined && issuer === undefined) {
    if (publicUrl === undefined)
      throw new StartError(
        `${elsewhere} lets others reach this server: name the address under which they do with --public-url, or the OIDC issuer of their tokens with --issuer.`,
      );
    if (now !== undefined)
      throw new StartError(
        `${elsewhere} is for real work with accounts, and --now simulates the clock: leave one of them out.`,
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
    publicUrl,
    tls: tlsOf(given['tls-cert'], given['tls-key']),
    verbose: given.verbose,
  };
}

export const isLoopback = (host: string): boolean =>
  host === '127.0.0.1' || host === 'localhost' || host === '::1';

function publicUrlOf(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const known = url !== undefined && (url.protocol === 'https:' || isLoopback(url.hostname));
  if (!known || url.pathname !== '/' || url.search !== '' || url.hash !== '' || url.username !== '')
    throw new StartError(
      `--public-url ${text} is no address for people: write https:// and a name, without a path, for instance https://duty.example.cn. Browsers sign nobody in without TLS.`,
    );
  return url.origin;
}

function tlsOf(cert: string | undefined, key: string | undefined): Options['tls'] {
  if (cert === undefined && key === undefined) return undefined;
  if (cert === undefined || key === undefined)
    throw new StartError('--tls-cert and --tls-key need each other: name the two PEM files.');
  return { cert, key };
}
