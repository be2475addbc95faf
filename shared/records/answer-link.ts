import { z } from 'zod';
import { configKey } from './keys.ts';
import { plainAt, recordAt } from './record.ts';
import { stored } from './stored.ts';

const link = stored({
  /** The hash of the token. */
  id: z.string(),
  jurisdiction: z.string(),
  obligationId: z.string(),
  /** The subject whose contact got the letter, and that contact. */
  addresseeId: z.string(),
  to: z.string(),
  name: z.string(),
});

export type AnswerLinkRecord = z.infer<typeof link>;

/** The link of a letter, under the hash of its token: the token itself is only in the letter. */
export const answerLinkRecord = plainAt<{ jurisdiction: string; id: string }, AnswerLinkRecord>({
  shape: link,
  key: ({ jurisdiction, id }) => ({ pk: `${jurisdiction}#ANSWER`, sk: id }),
});

const key = stored({ version: z.number(), key: z.string() });

/** The secret from which a jurisdiction’s tokens are computed, so that a repeated letter has the same link. */
export const answerKeyRecord = recordAt<string, z.infer<typeof key>>({
  shape: key,
  key: (jurisdiction) => configKey(jurisdiction, 'ANSWER-KEY'),
});
