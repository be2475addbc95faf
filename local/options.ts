import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { parseInstant, type Instant } from '../shared/domain/time/instant.ts';
import { StartError } from './start-error.ts';

const USAGE = `npm start -- [--port 3000] [--data DIR] [--empty] [--now INSTANT]
  --port     where to listen on 127.0.0.1 (3000)
  --data     where the data lie (.data)
  --empty    without the demonstration data
  --now      simulate the clock from this instant, for instance 2026-03-02T08:00:00+08:00
  --host     listen to others too: needs --issuer, and there is no /local then
  --issuer   the OIDC issuer whose tokens are taken; needs --audience, and there is no /local then
  --audience what they must be meant for; the console signs in under this name
  --trust-proxy  a proxy on this machine brings others here: needs --issuer, and there is no /local then
  --verbose  log what is dropped and why`;

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

/** The command line. Throws StartError where an option is wrong or lacks another; ends the process after `--help`. */
export function readOptions(): Options {
  const { values } = readArgs();
  if (values.help === true) {
    process.stdout.write(`${USAGE}\n`);
    process.exit(0);
  }
  const port = Number(values.port ?? '3000');
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new StartError(`--port ${values.port ?? ''} is no port: a number from 0 to 65535.`);
  const now = values.now === undefined ? undefined : parseInstant(values.now);
  if (values.now !== undefined && now === undefined) {
    throw new StartError(
      `--now ${values.now} is no instant: write it with an offset, for instance 2026-03-02T08:00:00+08:00.`,
    );
  }
  const host = values.host ?? '127.0.0.1';
  if (!isLoopback(host) && values.issuer === undefined) {
    throw new StartError(
      `--host ${host} lets others reach this server: name the OIDC issuer of their tokens with --issuer.`,
    );
  }
  if (values['trust-proxy'] === true && values.issuer === undefined) {
    throw new StartError(
      '--trust-proxy lets others reach this server: name the OIDC issuer of their tokens with --issuer.',
    );
  }
  if (values.issuer !== undefined && values.audience === undefined) {
    throw new StartError(
      '--issuer needs --audience: without it a token that was made for another program would be taken.',
    );
  }
  return {
    port,
    data: resolve(values.data ?? '.data'),
    empty: values.empty ?? false,
    now,
    host,
    issuer: values.issuer,
    audience: values.audience,
    trustProxy: values['trust-proxy'] ?? false,
    verbose: values.verbose ?? false,
  };
}

function readArgs() {
  try {
    return parseArgs({
      options: {
        port: { type: 'string' },
        data: { type: 'string' },
        empty: { type: 'boolean' },
        now: { type: 'string' },
        host: { type: 'string' },
        issuer: { type: 'string' },
        audience: { type: 'string' },
        'trust-proxy': { type: 'boolean' },
        verbose: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new StartError(`${error instanceof Error ? error.message : 'unknown option'}\n${USAGE}`);
  }
}

export const isLoopback = (host: string): boolean =>
  host === '127.0.0.1' || host === 'localhost' || host === '::1';
