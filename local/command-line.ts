import { existsSync, realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { ToldError } from './told-error.ts';

/** Where a tool writes, one line or more at once. */
export interface Terminal {
  readonly say: (text: string) => void;
  readonly complain: (text: string) => void;
}

/** What `npm run` starts. Returns the exit code. */
export type Tool = (words: readonly string[], terminal: Terminal) => Promise<number>;

interface Config<Flags> {
  args: string[];
  options: Flags;
  allowPositionals: boolean;
}

type Given<Flags extends ParseArgsOptionsConfig> = ReturnType<typeof parseArgs<Config<Flags>>>;

interface Description<Flags extends ParseArgsOptionsConfig> {
  /** The call, the flags and the exit codes, for `--help`. */
  readonly usage: string;
  readonly flags: Flags;
  /** Whether words without a flag are accepted, as file names. */
  readonly takesWords?: boolean;
  /** Returns the exit code. Throws ToldError when the person has to fix something. */
  readonly run: (given: Given<Flags>, terminal: Terminal) => Promise<number> | number;
}

/** A tool that answers `--help`. When a flag is wrong it does nothing, names the flag and returns 1. */
export function tool<const Flags extends ParseArgsOptionsConfig>(description: Description<Flags>): Tool {
  const { usage, flags, takesWords = false, run } = description;
  return async (words, terminal) => {
    if (asksForHelp(words)) {
      terminal.say(usage);
      return 0;
    }
    try {
      refuseUnknown(words, flags, takesWords);
      return await run(given(words, flags, takesWords), terminal);
    } catch (error) {
      if (!(error instanceof ToldError)) throw error;
      terminal.complain(error.message);
      return error.exitCode;
    }
  };
}

function asksForHelp(words: readonly string[]): boolean {
  const end = words.indexOf('--');
  return words.slice(0, end < 0 ? words.length : end).includes('--help');
}

function refuseUnknown(words: readonly string[], flags: ParseArgsOptionsConfig, takesWords: boolean): void {
  const args = [...words];
  const { tokens } = parseArgs({ args, options: flags, strict: false, allowPositionals: true, tokens: true });
  const known = [...Object.keys(flags).map((name) => `--${name}`), '--help'];
  const there = known.length === 1 ? 'there is --help' : `there are ${known.join(', ')}`;
  for (const token of tokens) {
    if (token.kind === 'option' && !Object.hasOwn(flags, token.name))
      throw new ToldError(`There is no ${token.rawName}; ${there}.`);
    if (token.kind === 'positional' && !takesWords)
      throw new ToldError(`"${token.value}" belongs to no flag; ${there}.`);
  }
}

function given<Flags extends ParseArgsOptionsConfig>(
  words: readonly string[],
  options: Flags,
  allowPositionals: boolean,
): Given<Flags> {
  try {
    return parseArgs<Config<Flags>>({ args: [...words], options, allowPositionals });
  } catch (error) {
    // A flag without its value, or with a value that it does not take: Node’s message names the flag.
    throw new ToldError(
      `${error instanceof Error ? error.message : String(error)}. --help shows how it is used.`,
    );
  }
}

export const terminal: Terminal = { say: console.log, complain: console.error };

/** Runs the tool if `url` (`import.meta.url`) is the file with which Node was started. */
export async function runAtTerminal(url: string, main: Tool): Promise<void> {
  if (isStarted(url)) process.exitCode = await main(process.argv.slice(2), terminal);
}

/** The same for a tool whose files contain names and addresses: only the user who runs it may read them. */
export async function runForOneUser(url: string, main: Tool): Promise<void> {
  if (isStarted(url)) process.umask(0o077);
  await runAtTerminal(url, main);
}

/** Node gives the file as it was written, `import.meta.url` where it really is. */
function isStarted(url: string): boolean {
  const [, started] = process.argv;
  return started !== undefined && existsSync(started) && realpathSync(started) === fileURLToPath(url);
}
