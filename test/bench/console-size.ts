import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { builtConsole } from '../support/product/first-view.ts';
import type { Bench, Desk } from './report.ts';
import { LOADERS, ROOT } from './served.ts';

const start = promisify(execFile);
const GOAL = 350;

async function run(desk: Desk): Promise<void> {
  await start(process.execPath, [...LOADERS, 'tools/console.ts', '--must'], { cwd: ROOT });
  const console = builtConsole(join(ROOT, 'web/dist'));
  const first = console.gzipped(console.firstView) / 1024;
  const all = console.gzipped(console.all) / 1024;
  desk.add({
    goal: '11',
    what: `script of the first view, gzip, ${console.firstView.length} files`,
    figure: first,
    unit: 'KB',
    beside: { name: `all ${console.all.length} scripts of the console`, figure: all },
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
