import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';

/** Imports the module as Lambda does, passes it the event from standard input, and prints its result. */
const RUNNER = `
const { text } = await import('node:stream/consumers');
const { handler } = await import(process.argv[1]);
const context = { awsRequestId: 'run-1', functionName: 'test', getRemainingTimeInMillis: () => 60000 };
const answer = await handler(JSON.parse(await text(process.stdin)), context);
process.stdout.write('\\nANSWER ' + JSON.stringify(answer ?? null) + '\\n', () => process.exit(0));
`;

export interface Ran {
  readonly answer: unknown;
  /** The function’s log: a JSON object on each line. */
  readonly log: readonly Record<string, unknown>[];
  readonly failure: string | undefined;
}

/** Node shows the source line that threw, which for a minified module is the whole module. */
const withoutSource = (errors: string): string =>
  errors
    .split('\n')
    .filter((line) => line.length < 1000)
    .join('\n');

const logLine = z.record(z.string(), z.unknown());

/** Runs a bundle in a separate Node process that can reach only the folder of its asset. */
export async function runBundle(
  folder: string,
  environment: Readonly<Record<string, string>>,
  event: unknown,
): Promise<Ran> {
  const args = ['--no-warnings', '--input-type=module', '-e', RUNNER, '--'];
  const child = spawn(process.execPath, [...args, pathToFileURL(`${folder}/index.mjs`).href], {
    cwd: folder,
    env: { NODE_OPTIONS: '', ...environment },
  });
  child.stdin.end(JSON.stringify(event));
  const [output, errors] = await Promise.all([text(child.stdout), text(child.stderr)]);
  const lines = output.split('\n').filter((line) => line !== '');
  const answer = lines.find((line) => line.startsWith('ANSWER '));
  const log = [...lines, ...errors.split('\n')].filter((line) => line.startsWith('{'));
  return {
    answer: answer === undefined ? undefined : JSON.parse(answer.slice('ANSWER '.length)),
    log: log.map((line) => logLine.parse(JSON.parse(line))),
    failure: answer === undefined ? withoutSource(errors) : undefined,
  };
}
