/** An error that the person at the terminal can fix. Its message is shown without a stack. */
export class ToldError extends Error {
  override name = 'ToldError';
  readonly exitCode: number;

  constructor(message: string, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}
