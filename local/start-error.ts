/** A start that cannot be: told to the person at the terminal, without a stack. */
export class StartError extends Error {
  override name = 'StartError';
}

/** The data file is damaged. */
export class DamagedFile extends StartError {}
