import { ConfigError } from '../../infra/config.ts';
import { StartError } from '../../local/start-error.ts';
import { CannotAsk } from '../aws/stage.ts';
import { BackupError } from './archive.ts';

const told = [BackupError, StartError, ConfigError, CannotAsk];

/** Runs a tool: what a person did wrong is one line and exit code 1; a fault of ours is thrown with its stack. */
export async function command(run: () => Promise<void>): Promise<void> {
  // Whatever a tool makes holds names and addresses: it is for its own user alone.
  process.umask(0o077);
  try {
    await run();
  } catch (error) {
    const usage = error instanceof TypeError && 'code' in error;
    if (!usage && !told.some((kind) => error instanceof kind)) throw error;
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}

/** What `--url` says; a word without http:// is refused by name. */
export function address(text: string): string {
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text;
  throw new BackupError(
    `--url ${text} is no address: write it with http:// or https://, for instance http://127.0.0.1:3000.`,
  );
}
