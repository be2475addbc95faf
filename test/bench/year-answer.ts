import { z } from 'zod';

/** What a simulation in a process of its own tells. */
export const year = z.object({
  /** Seconds. */
  taken: z.number(),
  notices: z.number(),
  /** Seconds of the same writes into the same kind of store, and nothing else. */
  bare: z.number().optional(),
  /** Of the whole process at the end of each year. */
  megabytes: z.array(z.number()),
});
export type Year = z.infer<typeof year>;
