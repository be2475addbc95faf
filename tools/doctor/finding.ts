import { isAbsent } from '../aws/stage.ts';

/**
 * `missing`: somebody loses something now. `hint`: will be missing, or is worth a look. `unasked`: could not be
 * found out.
 */
export type Level = 'missing' | 'hint' | 'unasked';

export interface Finding {
  /** Stable, for scripts: `ses-sandbox`. */
  readonly id: string;
  readonly level: Level;
  readonly what: string;
  /** What a person loses because of it. */
  readonly loss: string;
  /** A command, or the place in the console. */
  readonly mend: string;
}

export const missing = (id: string, what: string, loss: string, mend: string): Finding => ({
  id,
  level: 'missing',
  what,
  loss,
  mend,
});

export const hint = (id: string, what: string, loss: string, mend: string): Finding => ({
  id,
  level: 'hint',
  what,
  loss,
  mend,
});

/** Returns undefined when the account does not have the thing; that is not an error. */
export async function ifThere<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
}
