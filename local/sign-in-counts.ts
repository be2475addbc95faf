import type { Log } from '../shared/ports.ts';

/** Since the start of the process. */
export interface SignIns {
  accepted: number;
  refused: number;
}

/** The log, which also counts who came in and who was refused. */
export function countingSignIns(log: Log, counts: SignIns): Log {
  return (level, code, sentence, fields) => {
    if (code === 'SIGN_IN' && fields?.['event'] === 'refused') counts.refused += 1;
    if (code === 'SIGN_IN' && fields?.['event'] === 'signed-in') counts.accepted += 1;
    log(level, code, sentence, fields);
  };
}
