import { maskedFields } from '../shared/domain/masked.ts';
import type { Log } from '../shared/ports.ts';

/** One JSON line a message on standard error, without addresses and numbers; `info` only where asked for. */
export function createLog(verbose: boolean, write: (line: string) => void = toStandardError): Log {
  return (level, code, sentence, fields) => {
    if (level === 'info' && !verbose) return;
    const line = { at: new Date().toISOString(), level, code, sentence, ...maskedFields(fields) };
    write(`${JSON.stringify(line)}\n`);
  };
}

const toStandardError = (line: string): void => {
  process.stderr.write(line);
};
