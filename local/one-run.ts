/**
 * Runs `work` once at a time. Who asks while a run is under way gets the next one, which begins after it and is
 * shared by all who asked meanwhile: each answer comes after a run that began after the question.
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
    // A run that is asked for begins as soon as the present one has ended: no other one in between.
    if (next !== undefined) return next;
    if (running === undefined) return begin();
    next = after(running);
    return next;
  };
}
