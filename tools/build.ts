import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runAtTerminal, tool } from '../local/command-line.ts';
import { buildServer } from './build/server.ts';

const out = fileURLToPath(new URL('../dist/server', import.meta.url));

const usage = `npm run build -- [--out dist/server]
makes a folder with the product for one machine and its tools, which needs Node.js 24 and nothing else:
  node main.mjs --empty --data DIR
An older folder of that name is replaced. The console is built first where its sources changed.
exits 0 where the folder is there`;

const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(1);

/** Of the commit; undefined outside of a repository. */
function commitHere(): string | undefined {
  try {
    return execFileSync('git', ['rev-parse', 'HEAD'], { stdio: ['ignore', 'pipe', 'ignore'] })
      .toString()
      .trim();
  } catch {
    return undefined;
  }
}

export const main = tool({
  usage,
  flags: { out: { type: 'string', default: out } },
  run: async ({ values }, { say }) => {
    const folder = resolve(values.out);
    const { bytes, parts } = await buildServer(folder, commitHere());
    for (const [name, size] of parts) say(`  ${megabytes(size).padStart(5)} MB  ${name}`);
    say(`${folder}: ${megabytes(bytes)} MB. Start it with: node main.mjs`);
    return 0;
  },
});

await runAtTerminal(import.meta.url, main);
