import { z } from 'zod';

/** The contents of ledger.json in a dossier: the whole chain, with others’ decisions as hashes only. */
export const ledger = z.object({
  items: z.array(
    z.object({
      number: z.number(),
      previous: z.string(),
      contentHash: z.string(),
      hash: z.string(),
      content: z.record(z.string(), z.unknown()).optional(),
    }),
  ),
});

/** A file of a dossier that is JSON. */
export const json = (bytes: Uint8Array | undefined): unknown => JSON.parse(new TextDecoder().decode(bytes));
