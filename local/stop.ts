/** Read at the very start, so that a shell that has ended by the next look is noticed too. */
const startedBy = process.ppid;

/** The shell in which npm runs a script ends at SIGTERM without telling its child. */
function endWithParent(end: () => void): void {
  setInterval(() => {
    if (process.ppid !== startedBy) end();
  }, 500).unref();
}

/**
 * Longer than the product takes to end its current work. After this time it ends as by a kill, which loses
 * nothing.
 */
const STOP_MILLISECONDS = 8_000;

/** Ends the process at SIGINT, SIGTERM, or when the shell of `npm start` ends, after `stop` has finished. */
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
