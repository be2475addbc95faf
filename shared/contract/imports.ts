import { z } from 'zod';
import { subjectKind, type Role } from '../rules/schema.ts';
import { isField, type Mapping } from '../rosters/columns.ts';
import { counts, rowChange, understoodColumn } from '../records/import.ts';
import { listOf, problemError } from './answers.ts';
import { issueOf } from '../problems/issues.ts';
import { listQuery } from './bodies.ts';
import { lineField } from '../fields.ts';
import { bureauReaders } from '../domain/principal.ts';

/** Imports: what a file of subjects leads to. They have a function of their own and are part of the same API. */

const importers: readonly Role[] = ['bureau-admin'];
const importReaders: readonly Role[] = bureauReaders;

const mapping = z.record(z.string().min(1).max(200), z.string().max(100));

function mappingOf(text: string, context: z.RefinementCtx): Mapping {
  const refuse = ({ error, params }: ReturnType<typeof issueOf>): never => {
    context.addIssue({ code: 'custom', message: error, params });
    return z.NEVER;
  };
  const read = mapping.safeParse(jsonOf(text));
  if (!read.success) return refuse(issueOf('import.mapping', { example: '{"股室":"facts.office"}' }));
  const wrong = Object.entries(read.data).find(([, field]) => field !== '' && !isField(field));
  if (!wrong) return read.data;
  const [heading, field] = wrong;
  return refuse(issueOf('import.mapping-field', { heading, field }));
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const importQuery = z.strictObject({
  dryRun: z
    .enum(['true', 'false', '1', '0', ''])
    .default('false')
    .transform((text) => text === 'true' || text === '1' || text === '')
    .describe('true: returns what would change and changes nothing'),
  columns: z
    .string()
    .max(8000)
    .transform(mappingOf)
    .optional()
    .describe(
      'A JSON object with the meaning of headings: a field (name, parentId, facts.volumes, contacts.1.telephone) or "" to leave the column out. It is stored for the next files of the jurisdiction after an import was made with it',
    ),
  file: lineField.max(200).optional().describe('The name of the file, for the list of imports'),
});

const importProgressQuery = z.strictObject({
  cursor: z.string().max(2000).optional(),
});

/** The kinds that a file can create. The bureau’s own subjects exist from the start. */
export const templateKinds = subjectKind.exclude(['bureau']).options;

const instantText = z.string().meta({ format: 'date-time', description: 'ISO 8601, +08:00' });

/** What is wrong with a row. */
const rejectedRow = z.object({
  row: z.number(),
  ...problemError.shape,
  column: z.string().optional().describe('The column as the spreadsheet shows it, with its heading'),
});

const outcome = {
  ...counts.omit({ rejected: true }).shape,
  dryRun: z.boolean(),
  columns: z.array(understoodColumn).describe('How the columns were read'),
  rejected: z.array(rejectedRow).describe('What is wrong with rows; the other rows are imported'),
  changes: z.array(rowChange).describe('What is created or changed, or would be'),
};

/** Up to 1,000 rows. */
export const importDone = z.object({
  id: z.string().describe('Its id in the list of imports'),
  ...outcome,
  rejectedRows: z.number(),
  omitted: z
    .object({ rejected: z.number(), changes: z.number() })
    .describe('Entries of both lists that were left out because the answer would be too long'),
});

/** More rows: the import goes on in the background. */
export const importAccepted = z.object({
  id: z.string(),
  status: z.enum(['running', 'done']),
  dryRun: z.boolean(),
  rows: z.number(),
  done: z.number().describe('Rows handled so far'),
});

const begun = {
  file: z.string().optional(),
  startedAt: instantText,
  startedBy: z.string(),
  finishedAt: instantText.nullable(),
};

/** An import as an entry of the list. */
export const importSummary = z.object({
  ...importAccepted.shape,
  ...counts.omit({ rejected: true }).shape,
  rejectedRows: z.number(),
  ...begun,
});

export const importsQuery = listQuery;

export const importProgress = z.object({
  ...importAccepted.shape,
  ...outcome,
  rejectedRows: z.number(),
  ...begun,
  nextCursor: z.string().nullable().describe('More entries of both lists, in portions of the file'),
});

const at = '/v1/jurisdictions/{j}/imports';

/** The routes, used by their function and by the description of the API. */
export const importOperations = {
  start: {
    operationId: 'startImport',
    method: 'POST',
    path: at,
    summary: 'Enters and changes subjects from a CSV text or an .xlsx workbook, which is sent as the body',
    roles: importers,
    query: importQuery,
    answer: z.union([importDone, importAccepted]),
  },
  list: {
    operationId: 'listImports',
    method: 'GET',
    path: at,
    summary: 'The imports of the last 30 days, newest first: who, when, which file, how many rows',
    roles: importReaders,
    query: importsQuery,
    answer: listOf(importSummary),
  },
  one: {
    operationId: 'getImport',
    method: 'GET',
    path: `${at}/{id}`,
    summary: 'The progress of an import, and the outcome of its rows',
    roles: importReaders,
    query: importProgressQuery,
    answer: importProgress,
  },
} as const;
