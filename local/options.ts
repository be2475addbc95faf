import { resolve } from 'node:path';
import { parseInstant, type Instant } from '../shared/domain/time/instant.ts';
import type { Rates } from '../functions/api/limiter.ts';
import type { Sending } from './compose.ts';
import { optionList, variableOf } from './option-table.ts';
import { valuesOf, type Environment, type Flags, type Values } from './option-values.ts';
import { StartError } from './start-error.ts';
import { trustsOf, type Trusts } from './trust.ts';

/** The lines of `--help`, from the table of options. */
const helpLines = optionList.map(([name, { secret, type, value, or, en }]) => {
  const call = secret === true ? variableOf(name) : `--${name}${type === 'boolean' ? '' : ` ${value ?? ''}`}`;
  return `  ${call}\n      ${en.replaceAll('`', '')}${or === undefined ? '' : ` (${or})`}`;
});

export const usage = `npm start -- [--port 3000] [--data DIR] [--empty] [--now INSTANT]
${helpLines.join('\n')}
  Each flag is a variable too: --public-url is ${variableOf('public-url')}. A flag wins over its variable.
exits 0 when it is stopped, 1 where it cannot start`;

export interface Options {
  readonly port: number;
  readonly data: string;
  readonly empty: boolean;
  readonly now: Instant | undefined;
  readonly host: string;
  readonly issuer: string | undefined;
  readonly audience: string | undefined;
  /** Undefined where no proxy is trusted. */
  readonly trustProxy: Trusts | undefined;
  /** The origin under which people reach it, where that is not the address on which it listens. */
  readonly publicUrl: string | undefined;
  readonly tls: { readonly cert: string; readonly key: string } | undefined;
  readonly verbose: boolean;
  /** Opens `/metrics` to other machines. */
  readonly metricsToken: string | undefined;
  readonly sending: Sending;
  /** Requests a second of a program and of a bureau. */
  readonly rates: Rates;
}

export const flags = Object.fromEntries(
  optionList.filter(([, { secret }]) => secret !== true).map(([name, { type }]) => [name, { type }]),
);

/** `--trust-proxy` without a value means this machine. */
export const withValues = (words: readonly string[]): string[] =>
  words.map((word, at) =>
    word === '--trust-proxy' && (words[at + 1] ?? '--').startsWith('--') ? `${word}=loopback` : word,
  );

/** Throws StartError when a value is wrong or requires another one. */
export function optionsOf(given: Flags, environment: Environment): Options {
  const values = valuesOf(given, environment);
  const { text, isSet, said } = values;
  const host = text('host') ?? '';
  const issuer = text('issuer');
  const audience = text('audience');
  const now = nowOf(values);
  const trusted = text('trust-proxy');
  const publicUrl = publicUrlOf(text('public-url'), said('public-url'));
  const elsewhere = !isLoopback(host)
    ? said('host')
    : trusted === undefined
      ? undefined
      : said('trust-proxy');
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
    port: portOf(values),
    data: resolve(text('data') ?? ''),
    empty: isSet('empty'),
    now,
    host,
    issuer,
    audience,
    trustProxy: trusted === undefined ? undefined : trustsOf(trusted, said('trust-proxy')),
    publicUrl,
    tls: tlsOf(text('tls-cert'), text('tls-key')),
    verbose: isSet('verbose'),
    metricsToken: metricsTokenOf(text('metrics-token')),
    sending: { smtpUrl: text('smtp-url'), mailFrom: text('mail-from'), smsGateway: text('sms-gateway') },
    rates: ratesOf(values),
  };
}

function portOf({ text, said }: Values): number {
  const given = text('port') ?? '';
  const port = Number(given);
  if (given.trim() === '' || !Number.isInteger(port) || port < 0 || port > 65535)
    throw new StartError(`${said('port')} is no port: a number from 0 to 65535.`);
  return port;
}

function nowOf({ text, said }: Values): Instant | undefined {
  const given = text('now');
  const now = given === undefined ? undefined : parseInstant(given);
  if (given !== undefined && now === undefined)
    throw new StartError(
      `${said('now')} is no instant: write it with an offset, for instance 2026-03-02T08:00:00+08:00.`,
    );
  return now;
}

function ratesOf({ text, said }: Values): Rates {
  const rate = (name: 'client-per-second' | 'bureau-per-second'): number | undefined => {
    const given = text(name);
    if (given === undefined || Number(given) > 0) return given === undefined ? undefined : Number(given);
    throw new StartError(
      `${said(name)} is no number above 0: write how many requests a second are answered.`,
    );
  };
  return { client: rate('client-per-second'), bureau: rate('bureau-per-second') };
}

/** As long as a random one: others may try. */
const TOKEN_SIGNS = 16;

function metricsTokenOf(token: string | undefined): string | undefined {
  if (token !== undefined && token.length < TOKEN_SIGNS)
    throw new StartError(
      `${variableOf('metrics-token')} is too short: at least ${TOKEN_SIGNS} characters, for instance from: openssl rand -hex 16`,
    );
  return token;
}

export const isLoopback = (host: string): boolean =>
  host === '127.0.0.1' || host === 'localhost' || host === '::1';

function publicUrlOf(text: string | undefined, said: string): string | undefined {
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const known = url !== undefined && (url.protocol === 'https:' || isLoopback(url.hostname));
  if (!known || url.pathname !== '/' || url.search !== '' || url.hash !== '' || url.username !== '')
    throw new StartError(
      `${said} is no address for people: write https:// and a name, without a path, for instance https://duty.example.cn. Browsers sign nobody in without TLS.`,
    );
  return url.origin;
}

function tlsOf(cert: string | undefined, key: string | undefined): Options['tls'] {
  if (cert === undefined && key === undefined) return undefined;
  if (cert === undefined || key === undefined)
    throw new StartError('--tls-cert and --tls-key need each other: name the two PEM files.');
  return { cert, key };
}
