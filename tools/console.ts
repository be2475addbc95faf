import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * `npm start`, `npm test` and `npm run deploy` run this first: it builds the console where it was never built, or
 * where its sources are others by now. A console that cannot be built is told and stops nothing: the API goes
 * without it.
 */

const root = fileURLToPath(new URL('..', import.meta.url));
const mark = join(root, 'web/dist/.vite/sources');

/** What the console is made from: its sources, the domain that it computes with and the versions of its libraries. */
function sources(): string {
  const files = ['web', 'shared/domain']
    .flatMap((place) => readdirSync(join(root, place), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.startsWith(join(root, 'web/dist')))
    .sort();
  const hash = createHash('sha256');
  for (const path of [...files, join(root, 'package-lock.json')])
    hash.update(path).update(readFileSync(path));
  return hash.digest('hex');
}

async function build(): Promise<void> {
  // Asked for by a test runner it would else become React’s build for development.
  process.env['NODE_ENV'] = 'production';
  const vite = await import('vite').catch(() => undefined);
  if (!vite) {
    throw new Error('its tools are not installed, `npm ci` installs them');
  }
  const present = sources();
  const begun = performance.now();
  await vite.build({ root: join(root, 'web'), logLevel: 'error' });
  writeFileSync(mark, present);
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  console.log(`The console was built in ${seconds} s.`);
}

if (!existsSync(mark) || readFileSync(mark, 'utf8') !== sources()) {
  await build().catch((error: unknown) => {
    console.error(
      `The console could not be built: ${error instanceof Error ? error.message : String(error)}`,
    );
    if (process.argv.includes('--must')) process.exitCode = 1;
  });
}
