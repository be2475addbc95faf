import { z } from 'zod';
import { systemKey } from './keys.ts';
import { recordAt } from './record.ts';
import { stored } from './stored.ts';

const shape = stored({ version: z.number(), day: z.string() });

export type WatermarkRecord = z.infer<typeof shape>;

/** The day before which every step of the agenda was handed over. */
export const watermarkRecord = recordAt<'agenda', WatermarkRecord>({
  shape,
  key: () => systemKey('WATERMARK'),
});
