import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const readme = readFileSync(fileURLToPath(new URL('../../../README.md', import.meta.url)), 'utf8');

const blockWith = (language: string, words: string): string => {
  const blocks = readme.matchAll(new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``, 'g'));
  const found = [...blocks].map(([, block = '']) => block).find((block) => block.includes(words));
  if (found === undefined) throw new Error(`README.md has no block of ${language} with ${words}`);
  return found;
};

/** What README asks whoever looks a status up to know. */
interface LookUp {
  readonly url: string;
  /** The file of the certificate that the server shows. */
  readonly cert: string;
  readonly client: { readonly id: string; readonly secret: string };
  readonly unit: string;
  readonly tag?: string;
}

/** README’s lines for the shell, as they stand there; answers what the second of them printed, and the token. */
export async function lookUpByCurl({ url, cert, client, unit, tag = '' }: LookUp) {
  const lines = `${blockWith('sh', 'client_credentials')}echo; echo "token $TOKEN"`;
  const { stdout } = await run('bash', ['-euo', 'pipefail', '-c', lines], {
    env: {
      PATH: process.env['PATH'],
      CURL_CA_BUNDLE: cert,
      DUTY: url,
      CLIENT_ID: client.id,
      CLIENT_SECRET: client.secret,
      UNIT: unit,
      ETAG: tag,
    },
  });
  const [head = '', body = ''] = stdout.split('\r\n\r\n');
  return {
    status: Number(/^HTTP\/\S+ (\d+)/.exec(head)?.[1]),
    tag: /^etag: (.+?)\r?$/im.exec(head)?.[1] ?? '',
    body,
    token: /^token (\S+)$/m.exec(stdout)?.[1] ?? '',
  };
}

/** README’s function for TypeScript, run by Node.js as it stands there. */
export async function lookUpByTypes({ url, cert, unit }: LookUp, token: string): Promise<unknown> {
  const directory = mkdtempSync(join(tmpdir(), 'archive-duty-readme-'));
  try {
    const call = `console.log(JSON.stringify(await statusOf(...process.argv.slice(2))))`;
    const file = join(directory, 'look-up.mts');
    writeFileSync(file, `${blockWith('ts', 'statusOf')}\n${call}\n`);
    const { stdout } = await run(process.execPath, [file, url, unit, token], {
      env: { ...process.env, NODE_EXTRA_CA_CERTS: cert },
    });
    return JSON.parse(stdout);
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}
