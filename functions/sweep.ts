import middy from '@middy/core';
import type { Deps } from '../shared/usecases/deps.ts';
import { sweep } from '../shared/usecases/loop/sweep.ts';

/** The scheduled run that sends what is due to the delivery queue. */
export function createSweep(deps: Deps) {
  return middy().handler(async () => {
    const swept = await sweep(deps);
    if (swept.watermarkAgeSeconds === undefined)
      deps.log('info', 'SWEEP_BUSY', 'Another run sweeps; this one has nothing to do.');
    else deps.log('info', 'SWEPT', 'What was due was sent to the delivery queue.', { ...swept });
    return swept;
  });
}
