import { z } from 'zod';
import { principalShape } from '../domain/principal.ts';
import { sortableInstant, toInstant } from '../domain/time/instant.ts';
import { draft, rowError } from './roster-row.ts';
import { subjectKind } from '../rules/schema.ts';
import type { Key, Query } from '../ports.ts';
import { actorsAt } from './actor.ts';
import { listOf } from './keys.ts';
import { recordAt, recordOf } from './record.ts';
import { stored } from './stored.ts';
import { subjectRecord } from './subject.ts';

const instantNumber = z.number().transform(toInstant);
const kept = { version: z.number(), ttl: z.number() };

export const counts = z.object({
  created: z.number(),
  updated: z.number(),
  unchanged: z.number(),
  rejected: z.number(),
  /** What the subjects made and changed owe in the coming year, and how many of them owe nothing at all. */
  duties: z.number().default(0),
  withoutDuties: z.number().default(0),
});
export type Counts = z.infer<typeof counts>;

/** What a subject owes, and where it owes nothing, what would change that. */
export const outlook = z.object({
  duties: z.number().describe('Days due within a year from the import'),
  past: z.number().describe('Days that were due before it, since trackFrom'),
  traits: z
    .array(z.object({ trait: z.string(), duties: z.number() }))
    .describe('Without any duty: the traits that would make some, each with how many in the year'),
  facts: z.array(z.string()).describe('Without any duty: the days that rules for it count from'),
});
export type Outlook = z.infer<typeof outlook>;

/** A column of the file, the heading by which a mapping names it, and the field that it was read as. */
export const understoodColumn = z.object({
  column: z.string(),
  heading: z.string(),
  field: z.string().nullable().describe('null: left out'),
  said: z.literal(true).optional().describe('By the mapping of this import or of an earlier one'),
});

/** What an import does to one subject, or would do: the row, and for a change each field before and after. */
export const rowChange = z.object({
  row: z.number(),
  act: z.enum(['create', 'update']),
  subjectId: z.string(),
  kind: subjectKind,
  name: z.string(),
  fields: z.array(
    z.object({
      path: z.string(),
      before: z.string().describe('Entries of a list are separated by 、; a parent is told by its name'),
      after: z.string(),
    }),
  ),
  outlook: outlook.optional(),
});
export type RowChange = z.infer<typeof rowChange>;

/** What is to be done about a row: judged first, stored, then done. */
export const verdict = z.discriminatedUnion('act', [
  z.object({ act: z.literal('create'), row: z.number(), after: subjectRecord.shape }),
  z.object({
    act: z.literal('update'),
    row: z.number(),
    before: subjectRecord.shape,
    after: subjectRecord.shape,
  }),
  z.object({ act: z.literal('unchanged'), row: z.number() }),
  z.object({ act: z.literal('reject'), row: z.number(), errors: z.array(rowError) }),
]);
export type Verdict = z.infer<typeof verdict>;

const importShape = stored({
  ...kept,
  id: z.string(),
  jurisdiction: z.string(),
  dryRun: z.boolean(),
  /** What the sender called the file. */
  file: z.string().optional(),
  /** Few rows: the answer waited for them, and a repetition gets it again. */
  atOnce: z.literal(true).optional(),
  principal: principalShape,
  labels: z.record(z.string(), z.string()),
  columns: z.array(understoodColumn).optional(),
  rows: z.number(),
  /** Rows dealt with. */
  done: z.number(),
  counts,
  /** The last portion that is in the counts. */
  at: z.string().optional(),
  /** The last portion whose follower was handed to the queue. */
  passedOn: z.string().optional(),
  startedAt: instantNumber,
  finishedAt: instantNumber.optional(),
});
export type ImportRecord = z.infer<typeof importShape>;

interface ImportPlace {
  readonly jurisdiction: string;
  readonly id: string;
}

/** Its head (`0`), its rows in portions (`C#`), the marks of its rows (`K#`). */
const partition = ({ jurisdiction, id }: ImportPlace): string => `${jurisdiction}#IMPORT#${id}`;

/** An import: what was asked for, by whom, and how far it is. In the list by the moment of its beginning. */
export const importRecord = recordOf<ImportPlace, ImportRecord>({
  shape: importShape,
  key: (place) => ({ pk: partition(place), sk: '0' }),
  list: ({ jurisdiction, id, startedAt }) => ({
    lp: listOf(jurisdiction, 'IMPORT'),
    ls: `${sortableInstant(startedAt)}#${id}`,
  }),
});

export const portionResult = z.object({
  counts,
  rejected: z.array(rowError),
  changes: z.array(rowChange),
});
export type PortionResult = z.infer<typeof portionResult>;

const portionShape = stored({
  ...kept,
  drafts: z.array(draft).optional(),
  verdicts: z.array(verdict).optional(),
  result: portionResult.optional(),
});
export type PortionRecord = z.infer<typeof portionShape>;

export interface PartPlace extends ImportPlace {
  /** Its place among the parts, as `C#1#000000`. */
  readonly part: string;
}

const partKey = (place: PartPlace): Key => ({ pk: partition(place), sk: place.part });

/** The portions of an import in their order. */
export const portionsOf = (place: ImportPlace): Query => ({ pk: partition(place), from: 'C#', to: 'C#~' });

/** Rows of an import: waiting, judged, or done with. */
export const portionRecord = recordAt<PartPlace, PortionRecord>({
  shape: portionShape,
  key: partKey,
  steps: [actorsAt('verdicts.before.stage.entries.by', 'verdicts.after.stage.entries.by')],
});

const marksShape = stored({ ...kept, marks: z.array(z.string()) });

export const marksOf = (place: ImportPlace): Query => ({ pk: partition(place), from: 'K#', to: 'K#~' });

/** Codes and names that stand in the file: a dry run of many rows finds parents by them that no store holds yet. */
export const marksRecord = recordAt<PartPlace, z.infer<typeof marksShape>>({
  shape: marksShape,
  key: partKey,
});

/** What a jurisdiction’s people said that headings mean, for the next file. */
const headingsShape = stored({ version: z.number(), headings: z.record(z.string(), z.string()) });

/**
 * By jurisdiction. Beside the imports, whose function may write nothing of the bureau’s settings; no import has
 * this id.
 */
export const headingsRecord = recordAt<string, z.infer<typeof headingsShape>>({
  shape: headingsShape,
  key: (jurisdiction) => ({ pk: partition({ jurisdiction, id: 'headings' }), sk: 'HEADINGS' }),
});
