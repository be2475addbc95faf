import type { Log } from '../shared/ports.ts';

/** One JSON line a message on standard error; `info` only where asked for. */
export function createLog(verbose: boolean): Log {
  return (level, code, sentence, fields) => {
    if (level === 'info' && !verbose) return;
    process.stderr.write(
      `${JSON.stringify({ at: new Date().toISOString(), level, code, sentence, ...fields })}\n`,
    );
  };
}
