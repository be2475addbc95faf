import { z } from 'zod';

/** What ledger.json of a dossier holds: the whole chain, others’ decisions by their hashes alone. */
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
