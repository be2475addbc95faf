import { z } from 'zod';
import { configKey } from './keys.ts';
import { recordAt } from './record.ts';
import { stored } from './stored.ts';

const shape = stored({ version: z.number(), on: z.string() });

/** The day (`YYYY-MM-DD`) of a jurisdiction’s last daily mail. */
export const reportedRecord = recordAt<string, z.infer<typeof shape>>({
  shape,
  key: (jurisdiction) => configKey(jurisdiction, 'REPORTED'),
});
