/** Taken at the very start: a shell that has ended by the time that it is looked at is noticed too. */
const startedBy = process.ppid;

/** The shell in which npm runs a script ends at SIGTERM without a word to what it runs. */
function endWithParent(end: () => void): void {
  setInterval(() => {
    if (process.ppid !== startedBy) end();
  }, 500).unref();
}

/** Longer than the product takes to end what is under way; then it ends as a kill would, which loses nothing. */
const STOP_MILLISECONDS = 8_000;

/** Ends the process at SIGINT, SIGTERM, or with the shell of `npm start`, once `stop` is through. */
export function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false;
  const end = (): void => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(0), STOP_MILLISECONDS).unref();
    void stop().finally(() => process.exit(0));
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
  if (process.env['npm_lifecycle_event'] === 'start') endWithParent(end);
}
