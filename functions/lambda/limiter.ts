import type { z } from 'zod';
import type { Deps } from '../../shared/usecases/deps.ts';
import { countedTogether, createLimiter, type Limiter } from '../api/limiter.ts';
import type { limitsRequests } from './environment.ts';

/** The limits of the stage, counted for all environments together. */
export const limiterOf = (
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  { CLIENT_PER_SECOND: client, BUREAU_PER_SECOND: bureau }: z.output<typeof limitsRequests>,
): Limiter => createLimiter({ client, bureau }, countedTogether(store, clock));
