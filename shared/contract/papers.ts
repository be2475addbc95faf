import { z } from 'zod';
import { isPattern } from '../domain/papers/numbering.ts';
import { lineField } from '../fields.ts';
import { issueOf } from '../problems/issues.ts';
import { officeName } from '../rules/schema.ts';
import { numberedPapers } from '../vocabulary/numbered-papers.ts';

/** What a bureau enters once for its documents. Null removes a field. */

const line = lineField.min(1).max(300);
const pattern = issueOf('settings.pattern', {
  year: '{year}',
  n: '{n}',
  example: '某档责改〔{year}〕{n}号',
});
const entered = line.nullable().optional();

const bodyName = lineField.min(2).max(60);
const MAX_BODIES = 50;

const officePapers = {
  actingOrgan: z
    .strictObject({
      name: entered,
      qualification: entered.describe('The provision that empowers it to act'),
      delegation: entered.describe('The written delegation under which it acts'),
    })
    .nullable()
    .optional()
    .describe('In whose name orders, notices and decisions are issued; the bureau’s when empty'),
  address: entered,
  telephone: entered,
  contact: entered.describe('The person who answers questions about a document'),
  reconsiderationBody: entered.describe('The people’s government of the same level when empty'),
  court: entered,
  bank: entered.describe('The bank that collects fines'),
  bankAccount: entered.describe('The account into which fines are paid'),
  numbering: z
    .partialRecord(z.enum(numberedPapers), line.refine(isPattern, pattern).nullable())
    .optional()
    .describe('By step, a pattern with {year} and {n}: 涉档责改〔{year}〕{n}号'),
};

export const papersPatch = z.strictObject({
  ...officePapers,
  offices: z
    .partialRecord(officeName, z.strictObject(officePapers))
    .optional()
    .describe('For offices that act in their own name beside the bureau'),
  bodies: z
    .record(bodyName, bodyName.nullable())
    .refine((names) => Object.keys(names).length <= MAX_BODIES)
    .optional()
    .describe('Bodies of the sources by their name there, with the name that they have today'),
});

const text = z.string().optional();

const officeAnswer = {
  actingOrgan: z.object({ name: z.string(), qualification: text, delegation: text }),
  address: text,
  telephone: text,
  contact: text,
  reconsiderationBody: z.string(),
  court: text,
  bank: text,
  bankAccount: text,
  numbering: z.record(z.string(), z.string()),
};

export const papers = z.object({
  ...officeAnswer,
  offices: z.partialRecord(officeName, z.object(officeAnswer)).optional(),
  bodies: z.record(z.string(), z.string()).optional(),
});
