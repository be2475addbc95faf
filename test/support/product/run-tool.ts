import type { Tool } from '../../../local/command-line.ts';

export interface Ran {
  readonly code: number;
  readonly output: string;
  readonly errors: string;
}

/** A tool with these words, in this process. */
export async function runTool(main: Tool, words: readonly string[]): Promise<Ran> {
  const said = { output: '', errors: '' };
  const code = await main(words, {
    say: (text) => {
      said.output += `${text}\n`;
    },
    complain: (text) => {
      said.errors += `${text}\n`;
    },
  });
  return { code, ...said };
}

/**
 * The same with AWS at `url`; without one nobody is signed in. AWS’s own library reads the environment, so the
 * environment is replaced meanwhile: one tool after the other.
 */
export async function runToolOnAws(
  main: Tool,
  words: readonly string[],
  url?: string,
  more: Readonly<Record<string, string>> = {},
): Promise<Ran> {
  const before = process.env;
  const own = Object.entries(before).filter(([name]) => !name.startsWith('AWS_'));
  const account = { AWS_ENDPOINT_URL: url, AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' };
  process.env = {
    ...Object.fromEntries(own),
    AWS_EC2_METADATA_DISABLED: 'true',
    ...(url === undefined ? {} : account),
    ...more,
  };
  try {
    return await runTool(main, words);
  } finally {
    process.env = before;
  }
}
