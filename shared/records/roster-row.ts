import { z } from 'zod';
import { raise } from '../problems/raise.ts';
import { isProblemCode } from '../problems/table.ts';
import { subjectKind } from '../rules/schema.ts';
import { nature, partyRecord } from './party.ts';
import { factValue } from './records.ts';

const value = z.union([z.string(), z.number()]);
const place = {
  row: z.number(),
  /** The field as the API names it: `facts.startedOn`. */
  path: z.string(),
  /** The column as the spreadsheet shows it: `E 开工日期`. */
  column: z.string().optional(),
};

/** Before problems had codes, the English sentence was stored. */
const earlier = z
  .object({ ...place, message: z.string() })
  .transform(({ message, ...where }) => ({ ...where, ...raise('import.earlier', { message }) }));

/** What is wrong with a row, and where. */
export const rowError = z.union([
  z.object({
    ...place,
    code: z.string().refine(isProblemCode),
    params: z.record(z.string(), z.union([value, z.array(value).readonly()])),
  }),
  earlier,
]);
export type RowError = z.infer<typeof rowError>;

/** A row as it was read: only cells that hold something; an empty cell changes nothing. */
export const draft = z.object({
  row: z.number(),
  kind: subjectKind,
  name: z.string().optional(),
  code: z.string().optional(),
  /** An id, a code or an exact name. */
  parent: z.string().optional(),
  nature: nature.optional(),
  traits: z.array(z.string()).optional(),
  /** The day on which it was retired, as exports say it: such a row only compares. */
  retiredOn: z.string().optional(),
  facts: z.record(z.string(), factValue),
  /** Of each relation what the row says. */
  parties: z.array(partyRecord).optional(),
  /** By their places in the list of contacts. */
  contacts: z.array(
    z.object({
      index: z.number(),
      name: z.string().optional(),
      email: z.string().optional(),
      mobile: z.string().optional(),
      telephone: z.string().optional(),
      role: z.string().optional(),
    }),
  ),
  errors: z.array(rowError),
});
export type Draft = z.infer<typeof draft>;
