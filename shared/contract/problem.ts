import { z } from 'zod';

const problemValue = z.union([z.string(), z.number(), z.array(z.union([z.string(), z.number()])).readonly()]);
const problemParams = z.record(z.string(), problemValue).describe('The values in the sentence, by name');

/** What is wrong with one field. The sentence is in the language of the answer. */
export const problemError = z.object({
  path: z.string().describe('The field, with dots; empty for the whole body'),
  code: z.string().describe('<area>.<name>'),
  params: problemParams,
  message: z.string(),
});

/** A problem document, RFC 9457. */
export const problem = z.object({
  type: z.string().describe('/problems/<area>.<name>'),
  title: z.string(),
  status: z.number(),
  code: z.string().describe('<area>.<name>'),
  params: problemParams,
  detail: z.string().describe('The sentence in the language of Accept-Language: Chinese or English'),
  errors: z.array(problemError).optional(),
});
