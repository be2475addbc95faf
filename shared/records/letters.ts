import { z } from 'zod';
import { plainAt } from './record.ts';
import { stored } from './stored.ts';

/** The texts of letters that were stored together, by the name of their item. */
export const lettersRecord = plainAt<string, { readonly packed: string }>({
  shape: stored({ packed: z.string() }),
  key: (name) => ({ pk: `TEXT#${name}`, sk: '1' }),
});

/** The text of one notice by its hash, as they were stored before the letters of a batch were stored together. */
export const textRecord = plainAt<string, { readonly text: string; readonly html?: string | undefined }>({
  shape: stored({ text: z.string(), html: z.string().optional() }),
  key: (hash) => ({ pk: `TEXT#${hash}`, sk: '0' }),
});
