import { ToldError } from './told-error.ts';

/** A start that is not possible. */
export class StartError extends ToldError {
  override name = 'StartError';
}

/** The data file is damaged. */
export class DamagedFile extends StartError {}
