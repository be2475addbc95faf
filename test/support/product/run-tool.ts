import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));

export interface Ran {
  readonly code: unknown;
  readonly output: string;
  readonly errors: string;
}

/** A tool of `tools/` in a process of its own, as `npm run` starts it; AWS is at `aws`, where one is named. */
export async function runTool(
  name: string,
  args: readonly string[],
  aws?: string,
  more: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  const credentials = { AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' };
  const child = spawn(process.execPath, ['--no-warnings', '--import', 'tsx', `tools/${name}.ts`, ...args], {
    cwd: root,
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: process.env['HOME'] ?? '',
      AWS_EC2_METADATA_DISABLED: 'true',
      ...(aws === undefined ? {} : { AWS_ENDPOINT_URL: aws, ...credentials }),
      ...more,
    },
  });
  child.stdin.end();
  const [output, errors, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, 'close'),
  ]);
  return { code, output, errors };
}
