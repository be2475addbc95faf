import { z } from 'zod';
import { officeName } from '../rules/schema.ts';
import { stored } from './stored.ts';

/** What is entered once for the papers of an office; all of it may be missing. */
const officePapers = {
  actingOrgan: stored({
    name: z.string().optional(),
    qualification: z.string().optional(),
    delegation: z.string().optional(),
  }).optional(),
  address: z.string().optional(),
  telephone: z.string().optional(),
  contact: z.string().optional(),
  reconsiderationBody: z.string().optional(),
  court: z.string().optional(),
  bank: z.string().optional(),
  bankAccount: z.string().optional(),
  /** By step: `涉档责改〔{year}〕{n}号`. */
  numbering: z.record(z.string(), z.string()).optional(),
};

/** The bureau’s own, and beside them those of its other offices. */
export const paperSettings = stored({
  ...officePapers,
  offices: z.partialRecord(officeName, stored(officePapers)).optional(),
  /** Bodies of the sources that have another name today: 人防办: 国防动员办公室. */
  bodies: z.record(z.string(), z.string()).optional(),
});

export type OfficePapers = z.infer<ReturnType<typeof stored<typeof officePapers>>>;
export type PaperSettings = z.infer<typeof paperSettings>;
