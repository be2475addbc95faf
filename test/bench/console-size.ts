import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { z } from 'zod';
import type { Bench, Desk } from './report.ts';
import { LOADERS, ROOT } from './served.ts';

const start = promisify(execFile);
const built = join(ROOT, 'web/dist');
const GOAL = 350;

const chunk = z.object({
  file: z.string(),
  imports: z.array(z.string()).optional(),
});
const manifest = z.record(z.string(), chunk);

const kilobytes = (files: readonly string[]): number =>
  files.reduce((sum, file) => sum + gzipSync(readFileSync(join(built, file))).length, 0) / 1024;

async function run(desk: Desk): Promise<void> {
  await start(process.execPath, [...LOADERS, 'tools/console.ts', '--must'], { cwd: ROOT });
  const chunks = manifest.parse(JSON.parse(readFileSync(join(built, '.vite/manifest.json'), 'utf8')));
  // The page of the API's description is an entry of its own: nobody who opens the console loads it.
  const wanted = new Set(['index.html']);
  for (const name of wanted) for (const part of chunks[name]?.imports ?? []) wanted.add(part);
  const scripts = (names: Iterable<string>): string[] => [
    ...new Set([...names].flatMap((name) => chunks[name]?.file ?? []).filter((file) => file.endsWith('.js'))),
  ];
  const first = kilobytes(scripts(wanted));
  const all = kilobytes(scripts(Object.keys(chunks)));
  desk.add({
    goal: '11',
    what: `script of the first view, gzip, ${scripts(wanted).length} files`,
    figure: first,
    unit: 'KB',
    beside: { name: `all ${scripts(Object.keys(chunks)).length} scripts of the console`, figure: all },
    ratio: first / all,
    wanted: `under ${GOAL} KB`,
    met: first < GOAL,
  });
  desk.skip(
    'goal 11, interactive on a slow connection and lists of 300 units',
    'they need a browser; this benchmark counts bytes alone',
  );
}

export const consoleSize: Bench = { title: 'Script of the console', run };
