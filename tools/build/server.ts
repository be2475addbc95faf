import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { places } from '#places';
import { build, type Metafile } from 'esbuild';
import { versionHere } from '../../local/version.ts';
import { ToldError } from '../../local/told-error.ts';
import { licencesOf } from './licences.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What can be started in the folder: `node NAME.mjs`. */
const programs = {
  main: 'local/main.ts',
  backup: 'tools/backup.ts',
  restore: 'tools/restore.ts',
  accounts: 'tools/accounts.ts',
  replay: 'tools/replay.ts',
  channel: 'tools/channel.ts',
  settings: 'tools/settings.ts',
  'ledger-verify': 'tools/ledger-verify.ts',
  'draw-verify': 'tools/draw-verify.ts',
} as const;

/** Libraries in CommonJS call `require`, which a module has not by itself. */
const REQUIRE =
  "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);";

export interface Built {
  readonly bytes: number;
  /** The size of each file or folder in it. */
  readonly parts: readonly (readonly [string, number])[];
}

/** Writes the product for one machine into a folder that needs Node.js alone. */
export async function buildServer(folder: string, commit: string | undefined): Promise<Built> {
  if (!existsSync(join(places.console, 'index.html')))
    throw new ToldError('The console is not built yet: npm run web:build, then again.');
  refuseForeign(folder);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: Object.entries(programs).map(([out, file]) => ({ out, in: file })),
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    chunkNames: 'code/[name]-[hash]',
    bundle: true,
    splitting: true,
    minify: true,
    sourcemap: 'linked',
    sourcesContent: false,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    charset: 'utf8',
    legalComments: 'none',
    metafile: true,
    conditions: ['built'],
    banner: { js: REQUIRE },
    logLevel: 'error',
  });
  for (const [from, to] of [
    [places.console, 'console'],
    [places.pages, 'pages'],
    [places.accountStyle, 'account.css'],
    [join(root, 'deploy'), '.'],
    [join(root, '.env.example'), '.env.example'],
  ] as const)
    cpSync(from, join(folder, to), { recursive: true });
  writeFileSync(join(folder, 'package.json'), manifest(commit));
  writeFileSync(join(folder, 'LICENCES.txt'), licencesOf(packagesIn(metafile), join(root, 'node_modules')));
  const parts = readdirSync(folder).map((name) => [name, sizeOf(join(folder, name))] as const);
  return { bytes: parts.reduce((sum, [, size]) => sum + size, 0), parts };
}

/** Another folder that happens to have this name is not deleted. */
function refuseForeign(folder: string): void {
  if (!existsSync(folder) || readdirSync(folder).length === 0) return;
  if (!existsSync(join(folder, 'main.mjs')))
    throw new ToldError(`${folder} holds other files: name another folder with --out. Nothing was changed.`);
}

/** With npm the tools have the names that the messages and the runbook use. */
const manifest = (commit: string | undefined): string =>
  `${JSON.stringify(
    {
      name: 'archive-duty',
      version: versionHere(),
      ...(commit === undefined ? {} : { commit }),
      private: true,
      type: 'module',
      engines: { node: '>=24' },
      scripts: Object.fromEntries(
        Object.keys(programs).map((name) => [
          name === 'main' ? 'start' : name.replace('-', ':'),
          `node ${name}.mjs`,
        ]),
      ),
    },
    undefined,
    2,
  )}\n`;

/** The folders of the packages whose code is in the bundle. */
function packagesIn({ inputs }: Metafile): string[] {
  const found = Object.keys(inputs).flatMap((path) => {
    const [, name] = /^(?:.*\/)?node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path) ?? [];
    return name === undefined
      ? []
      : [path.slice(0, path.lastIndexOf(`node_modules/${name}/`)) + `node_modules/${name}`];
  });
  return [...new Set(found)].sort();
}

function sizeOf(path: string): number {
  const found = statSync(path);
  if (!found.isDirectory()) return found.size;
  return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0);
}
