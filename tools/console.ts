import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runAtTerminal, tool } from '../local/command-line.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const mark = join(root, 'web/dist/.vite/sources');

/** The inputs of the console: its sources, the domain code that it uses and the versions of its libraries. */
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

/** Returns how long it took. Throws when the console cannot be built. */
async function build(): Promise<string> {
  // When a test runner starts the build, it would otherwise be React’s development build.
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
  return `The console was built in ${seconds} s.`;
}

const isBuilt = (): boolean => existsSync(mark) && readFileSync(mark, 'utf8') === sources();

export const main = tool({
  usage: `tsx tools/console.ts [--must]
builds the console where it was never built, or where its sources are others by now; npm start, npm test,
npm run screenshots and npm run deploy run it first
  --must   exits 1 where it cannot be built; else that is told and stops nothing: the API goes without it
exits 0 otherwise`,
  flags: { must: { type: 'boolean', default: false } },
  run: async ({ values: { must } }, { say, complain }) => {
    if (isBuilt()) return 0;
    try {
      say(await build());
      return 0;
    } catch (error) {
      complain(`The console could not be built: ${error instanceof Error ? error.message : String(error)}`);
      return must ? 1 : 0;
    }
  },
});

await runAtTerminal(import.meta.url, main);
