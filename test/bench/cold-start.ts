import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { bundleFunctions, type Bundles, type Providers } from '../../infra/bundle.ts';
import { eachFunction } from '../../infra/each-function.ts';
import type { FunctionName } from '../../shared/functions.ts';
import { awsFake, type AwsFake } from '../support/aws/aws-fake.ts';
import { lambdaEnvironment } from './lambda.ts';
import { median } from './measure.ts';
import { startToHealth } from './npm-start.ts';
import type { Bench, Desk } from './report.ts';

const start = promisify(execFile);

const RUNS = 5;
const GOAL = 100;
const API_GOAL = 120;

const combinations: readonly (readonly [string, Providers])[] = [
  ['SES', { mail: 'ses', sms: 'aws', signIn: 'cognito' }],
  ['SMTP', { mail: 'smtp', sms: 'gateway', signIn: 'oidc' }],
];

/** Prints the milliseconds from before the import to after it; what the module awaits at its top is in them. */
const TIMER = `
const begin = process.hrtime.bigint();
await import(process.argv[1]);
process.stdout.write(String(Number(process.hrtime.bigint() - begin) / 1e6), () => process.exit(0));
`;

/** Milliseconds of one import in a fresh process of plain Node. */
async function importMs(file: string, environment: Readonly<Record<string, string>>): Promise<number> {
  const args = ['--no-warnings', '--input-type=module', '-e', TIMER, '--', pathToFileURL(file).href];
  const { stdout } = await start(process.execPath, args, { env: environment });
  return Number(stdout);
}

/** Every asset in turn, `RUNS` times over, after one round that does not count; medians by file. */
async function medians(
  files: readonly string[],
  environment: Record<string, string>,
): Promise<Map<string, number>> {
  const found = new Map<string, number[]>(files.map((file) => [file, []]));
  for (let round = 0; round <= RUNS; round += 1) {
    for (const [file, times] of found) {
      const took = await importMs(file, environment);
      if (round > 0) times.push(took);
    }
  }
  return new Map([...found].map(([file, times]) => [file, median(times)]));
}

function report(
  desk: Desk,
  label: string,
  bundles: Bundles,
  took: ReadonlyMap<string, number>,
  empty: number,
): void {
  eachFunction((name: FunctionName) => {
    const { folder, bytes } = bundles[name];
    const figure = (took.get(join(folder, 'index.mjs')) ?? Number.NaN) - empty;
    const goal = name === 'api' ? API_GOAL : GOAL;
    desk.add({
      goal: '7',
      what: `import of ${name}, ${label}, ${Math.round(bytes / 1024)} KiB`,
      figure,
      unit: 'ms',
      beside: { name: 'an empty module', figure: empty },
      ratio: figure / empty,
      wanted: `under ${goal} ms`,
      met: figure < goal,
    });
  });
}

async function measure(desk: Desk, directory: string, fake: AwsFake): Promise<void> {
  const nothing = join(directory, 'empty.mjs');
  writeFileSync(nothing, 'export {};\n');
  const made: [string, Bundles][] = [];
  for (const [label, providers] of combinations)
    made.push([label, await bundleFunctions(join(directory, label), providers)]);
  const files = made.flatMap(([, bundles]) =>
    Object.values(bundles).map(({ folder }) => join(folder, 'index.mjs')),
  );
  const took = await medians([nothing, ...files], lambdaEnvironment(fake, 'bench'));
  const empty = took.get(nothing) ?? Number.NaN;
  desk.say(`an empty module takes ${empty.toFixed(1)} ms, which is taken off every figure`);
  for (const [label, bundles] of made) report(desk, label, bundles, took, empty);
}

async function run(desk: Desk): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), 'archive-duty-imports-'));
  const fake = await awsFake();
  try {
    await measure(desk, directory, fake);
    await startToHealth(desk, join(directory, 'data'));
  } finally {
    await fake.close();
    rmSync(directory, { recursive: true, force: true });
  }
}

export const coldStart: Bench = {
  title: 'Cold start: every function’s bundle in a fresh process, and npm start',
  run,
};
