import { z } from 'zod';
import { keysOf } from '../vocabulary/table.ts';
import { reportWords } from '../vocabulary/value-words.ts';
import { toInstant } from '../domain/time/instant.ts';
import { actorRecord, actorsAt } from './actor.ts';
import { historyEntry, pendingLink } from './records.ts';
import { listOf, partOf } from './keys.ts';
import { recordOf } from './record.ts';
import { stored } from './stored.ts';

/** What a subject owes by a day, with its steps. Days are `YYYY-MM-DD`, instants milliseconds. */

const dayText = z.string();
const instantNumber = z.number().transform(toInstant);

const stepRecord = stored({
  kind: z.enum([
    'reminder',
    'overdue',
    'alert-officers',
    'alert-leader',
    'alert-superior',
    'correction',
    'returned',
    /** Not a letter: the draft of what the duty’s ladder provides for, named by `key`. */
    'draft',
  ]),
  key: z.string(),
  at: instantNumber,
});

const closedHow = z.enum(['fulfilled', 'fulfilled-late', 'waived', 'superseded']);

const shape = stored({
  version: z.number(),
  id: z.string(),
  jurisdiction: z.string(),
  subjectId: z.string(),
  ruleId: z.string(),
  ruleVersion: z.string(),
  key: z.string(),
  period: z.string().optional(),
  title: z.string().optional(),
  arisesOn: dayText,
  dueOn: dayText,
  dueAt: instantNumber.optional(),
  actBy: dayText,
  /** The extension counted in. */
  overdueFrom: instantNumber,
  extendedTo: dayText.optional(),
  provisional: z.boolean(),
  /** active; untracked: due before trackFrom; unconfirmed: late when entered; none: the rule pursues nobody. */
  pursuit: z.enum(['active', 'untracked', 'unconfirmed', 'none']),
  closed: stored({ how: closedHow, on: dayText, at: instantNumber, by: actorRecord }).optional(),
  report: stored({
    state: z.enum(keysOf(reportWords)),
    on: dayText,
    document: z.string().optional(),
    note: z.string().optional(),
    reason: z.string().optional(),
    at: instantNumber,
    by: actorRecord,
    receipt: z.string().optional(),
  }).optional(),
  /** The later day that the unit asks for, until the leader decides or the duty ends. */
  extensionRequest: stored({
    until: dayText,
    reason: z.string(),
    at: instantNumber,
    by: actorRecord,
    receipt: z.string().optional(),
  }).optional(),
  /** What is still to be done or was done, by time. */
  steps: z.array(stepRecord),
  /** Whose work it is, where it is not the handler of the subject. */
  handler: z.string().optional(),
  enteredAt: instantNumber,
  /** Decisions about it that the chain does not hold yet. */
  links: z.array(pendingLink).optional(),
  /** When the duty got its present date. */
  datedAt: instantNumber,
  history: z.array(historyEntry),
});

export type StepRecord = z.infer<typeof stepRecord>;
export type ObligationRecord = z.infer<typeof shape>;

interface Place {
  readonly jurisdiction: string;
  readonly id: string;
}

/** Obligations, in the list by the due day in effect. */
export const obligationRecord = recordOf<Place, ObligationRecord>({
  shape,
  key: ({ jurisdiction, id }) => partOf(jurisdiction, id, '2'),
  list: ({ jurisdiction, id, dueOn, extendedTo }) => ({
    lp: listOf(jurisdiction, 'OBLIGATION'),
    ls: `${extendedTo ?? dueOn}#${id}`,
  }),
  steps: [actorsAt('closed.by', 'report.by', 'history.by')],
});
