import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { describe, onTestFinished } from 'vitest';

const recipes = fileURLToPath(new URL('../../../deploy', import.meta.url));

/** Debian's web servers, and the recipe of the product for each. */
export const webServers = {
  nginx: { program: '/usr/sbin/nginx', recipe: 'nginx.conf', package: 'nginx-light' },
  caddy: { program: '/usr/bin/caddy', recipe: 'Caddyfile', package: 'caddy' },
} as const;

type Name = keyof typeof webServers;

/** A suite behind a web server. It is skipped with a message where there is none (`.ci/run` fails then). */
export function describeBehind(name: Name, suite: () => void): void {
  const { program, package: wanted } = webServers[name];
  if (existsSync(program)) describe(`behind ${name}`, suite);
  else describe.skip(`behind ${name} — SKIPPED: no ${program}; apt-get install ${wanted}`, suite);
}

/** A port that is free at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** A self-signed certificate for this machine, which this process trusts while the test runs. */
export function certificateForTest(): { readonly cert: string; readonly key: string } {
  const folder = mkdtempSync(join(tmpdir(), 'archive-duty-tls-'));
  const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
  const name = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'];
  execFileSync(
    'openssl',
    ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2']
      .concat(name)
      .concat(['-keyout', key, '-out', cert]),
    { stdio: 'ignore' },
  );
  const before = getCACertificates('default');
  setDefaultCACertificates([...before, readFileSync(cert, 'utf8')]);
  onTestFinished(() => {
    setDefaultCACertificates(before);
    rmSync(folder, { recursive: true, force: true });
  });
  return { cert, key };
}

/** The recipe as it stands, with the name, the certificate and the two ports of the test in their places. */
function filledRecipe(name: Name, places: Readonly<Record<string, string>>): string {
  let text = readFileSync(join(recipes, webServers[name].recipe), 'utf8');
  for (const [place, value] of Object.entries(places)) {
    if (!text.includes(place)) throw new Error(`the recipe for ${name} has no ${place}`);
    text = text.replaceAll(place, value);
  }
  return text;
}

interface Behind {
  /** Where the web server listens. */
  readonly port: number;
  /** The product. */
  readonly upstream: string;
  readonly tls: { readonly cert: string; readonly key: string };
}

/** Starts the web server with the recipe, until the end of the test. */
export async function startWebServer(name: Name, { port, upstream, tls }: Behind): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), `archive-duty-${name}-`));
  const common = {
    '127.0.0.1:3000': new URL(upstream).host,
    '/etc/ssl/duty.example.cn.pem': tls.cert,
    '/etc/ssl/duty.example.cn.key': tls.key,
  };
  const child = name === 'nginx' ? nginx(folder, common, port) : caddy(folder, common, port);
  let told = '';
  child.stderr.on('data', (chunk: Buffer) => (told += chunk.toString()));
  onTestFinished(async () => {
    if (child.exitCode === null) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
    rmSync(folder, { recursive: true, force: true });
  });
  while (!(await answers(port))) {
    if (child.exitCode !== null) throw new Error(`${name} ended: ${told}`);
    await pause(20);
  }
}

function nginx(folder: string, places: Readonly<Record<string, string>>, port: number) {
  const file = join(folder, 'nginx.conf');
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (kind) => `${kind}_temp_path ${folder}/${kind};`,
  );
  const recipe = filledRecipe('nginx', {
    ...places,
    'listen 443 ssl': `listen 127.0.0.1:${port} ssl`,
    'server_name duty.example.cn': 'server_name localhost',
  });
  writeFileSync(join(folder, 'recipe.conf'), recipe);
  // Started by root, its workers would be somebody who may not write into the folder.
  const user = process.getuid?.() === 0 ? 'user root; ' : '';
  writeFileSync(
    file,
    `${user}daemon off; pid ${folder}/pid; error_log stderr; events {}
http { access_log off; ${temporary.join(' ')} include ${folder}/recipe.conf; }\n`,
  );
  return spawn(webServers.nginx.program, ['-c', file, '-p', folder, '-e', 'stderr'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}

function caddy(folder: string, places: Readonly<Record<string, string>>, port: number) {
  const file = join(folder, 'Caddyfile');
  const recipe = filledRecipe('caddy', {
    ...places,
    'https://duty.example.cn:443': `https://localhost:${port}`,
  });
  // The test starts Caddy beside others: without its port for orders, and without the one for redirects.
  writeFileSync(file, `{\n\tadmin off\n\tauto_https disable_redirects\n}\n${recipe}`);
  return spawn(webServers.caddy.program, ['run', '--config', file, '--adapter', 'caddyfile'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
  });
}

async function answers(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  return new Promise((resolve) => {
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
