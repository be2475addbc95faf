import { z } from 'zod';
import { toInstant } from '../domain/time/instant.ts';
import { configKey } from './keys.ts';
import { recordAt } from './record.ts';
import { stored } from './stored.ts';

const shape = stored({
  version: z.number(),
  since: z.number().transform(toInstant),
  reason: z.string(),
});

/** Nothing of the jurisdiction leaves until a person lifts it: after a restore, what was sent since is not known. */
export const holdRecord = recordAt<string, z.infer<typeof shape>>({
  shape,
  key: (jurisdiction) => configKey(jurisdiction, 'HOLD'),
});
