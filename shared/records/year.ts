import { z } from 'zod';
import { configKey } from './keys.ts';
import { recordAt } from './record.ts';
import { stored } from './stored.ts';

const dayText = z.string();

const shape = stored({
  version: z.number(),
  year: z.number(),
  holidays: z.array(dayText),
  workdays: z.array(dayText),
  source: z.string(),
});

export type YearRecord = z.infer<typeof shape>;

/** The arrangement of days off of a year, as a jurisdiction entered it. */
export const yearRecord = recordAt<{ jurisdiction: string; year: number }, YearRecord>({
  shape,
  key: ({ jurisdiction, year }) => configKey(jurisdiction, `YEAR#${year}`),
});
