import { z } from 'zod';
import { configKey } from './keys.ts';
import { recordAt } from './record.ts';
import { stored } from './stored.ts';

const shape = stored({ version: z.number(), basis: z.string() });

/** What the last complete planning of a jurisdiction was made from. */
export const plannedRecord = recordAt<string, z.infer<typeof shape>>({
  shape,
  key: (jurisdiction) => configKey(jurisdiction, 'PLANNED'),
});
