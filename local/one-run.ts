/**
 * Runs `work` once at a time. A call during a run gets the next run, which begins after it and is shared by all
 * calls made meanwhile. So each call resolves after a run that began after it.
 */
export function oneRun(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  const begin = (): Promise<void> => {
    running = work().finally(() => {
      running = undefined;
    });
    return running;
  };
  const after = async (run: Promise<void>): Promise<void> => {
    await run.catch(() => undefined);
    next = undefined;
    await begin();
  };
  return () => {
    // The next run begins as soon as the present one has ended, with no other in between.
    if (next !== undefined) return next;
    if (running === undefined) return begin();
    next = after(running);
    return next;
  };
}
