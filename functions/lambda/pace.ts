import { setTimeout as pause } from 'node:timers/promises';
import type { z } from 'zod';
import type { Pace } from '../../shared/usecases/deps.ts';
import type { mailLimits } from './environment.ts';

/** The limits that the stage names for its mail provider. */
export function paceFor(env: z.infer<typeof mailLimits>): { readonly pace?: Pace } {
  const { MAIL_PER_SECOND: perSecond, MAIL_PER_DAY: perDay } = env;
  if (perSecond === undefined) return {};
  return {
    pace: { limits: { email: { perSecond, perDay } }, until: (at) => pause(Math.max(0, at - Date.now())) },
  };
}
