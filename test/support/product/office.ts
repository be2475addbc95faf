import { execFileSync, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { portOf } from '../../adapters/http-fake.ts';
import { smtpBox, type SmtpBox } from '../servers/smtp-box.ts';
import { startSending, type RealProcess } from './real-process.ts';

/** Real work for an office: TLS, other people’s machines, a mail server, a directory that outlives the process. */
export interface Office {
  readonly url: string;
  /** The file of its certificate, which no authority has signed. */
  readonly cert: string;
  /** What opens the page of the set-up. */
  readonly code: string;
  readonly mail: SmtpBox;
  /** Ends the process and starts it again on the same data. */
  readonly restart: () => Promise<void>;
}

/** Whether a program is missing that makes the certificate, or that README’s lines call. */
export const lacksTools = ['openssl', 'curl', 'jq'].some(
  (name) => spawnSync(name, ['--version'], { stdio: 'ignore' }).error !== undefined,
);

/** Where other machines reach this one. */
const ownAddress = (): string =>
  Object.values(networkInterfaces())
    .flatMap((all) => all ?? [])
    .find(({ internal, family }) => !internal && family === 'IPv4')?.address ??
  // A machine without a network, as some that run tests are.
  '127.0.0.2';

function makeCertificate(host: string, { cert, key }: Readonly<Record<'cert' | 'key', string>>): void {
  const kind = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'];
  const name = ['-subj', `/CN=${host}`, '-addext', `subjectAltName=IP:${host}`];
  execFileSync('openssl', ['req', ...kind, ...name, '-keyout', key, '-out', cert], { stdio: 'ignore' });
}

async function freePort(host: string): Promise<number> {
  const server = createServer().listen(0, host);
  await once(server, 'listening');
  const port = portOf(server.address());
  await new Promise((resolve) => server.close(resolve));
  return port;
}

export async function officeForTest(): Promise<Office> {
  const directory = mkdtempSync(join(tmpdir(), 'archive-duty-office-'));
  const host = ownAddress();
  const port = await freePort(host);
  const mail = await smtpBox();
  const environment = { SMTP_URL: mail.sending.smtpUrl ?? '', MAIL_FROM: mail.sending.mailFrom ?? '' };
  const url = `https://${host}:${port}`;
  const served = ['--host', host, '--port', String(port), '--public-url', url];
  const tls = { cert: join(directory, 'cert.pem'), key: join(directory, 'key.pem') };
  makeCertificate(host, tls);
  const args = [...served, '--tls-cert', tls.cert, '--tls-key', tls.key];
  const start = (): Promise<RealProcess> => startSending(join(directory, 'data'), environment, ...args);
  let running = await start();
  onTestFinished(async () => {
    await running.stop('SIGKILL');
    rmSync(directory, { recursive: true, force: true });
  });
  return {
    url,
    cert: tls.cert,
    mail,
    code: /设置码 Code\s+([^（\s]+)/.exec(running.told)?.[1] ?? '',
    restart: async () => {
      await running.stop('SIGTERM');
      running = await start();
    },
  };
}
