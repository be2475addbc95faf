import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const root = fileURLToPath(new URL('..', import.meta.url));
const packageJson = z.object({ version: z.string() });

/** The commit that is deployed, for `/health` and the logs. Outside of a repository, the number of package.json. */
export function versionOf(): string {
  const { status, stdout } = spawnSync('git', ['describe', '--always', '--dirty', '--tags'], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status === 0) return stdout.trim();
  return packageJson.parse(JSON.parse(readFileSync(`${root}package.json`, 'utf8'))).version;
}
