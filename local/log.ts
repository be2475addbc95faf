import { maskedFields } from '../shared/domain/masked.ts';
import type { Log } from '../shared/ports.ts';

/**
 * Writes one JSON line for each message to standard error, without addresses and numbers; `info` only with
 * `verbose`.
 */
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
