import { z } from 'zod';
import { toInstant } from '../domain/time/instant.ts';
import { subjectKind } from '../rules/schema.ts';
import { actorRecord, actorsAt } from './actor.ts';
import { listOf, subjectPartition } from './keys.ts';
import { contactRecord, factValue, findingRecord, pendingLink, stageRecord } from './records.ts';
import { nature, partyRecord } from './party.ts';
import { recordOf } from './record.ts';
import { stored } from './stored.ts';

/** Whom duties are about: facts, traits, people. Days are `YYYY-MM-DD`, instants milliseconds. */

const dayText = z.string();
const instantNumber = z.number().transform(toInstant);

const shape = stored({
  version: z.number(),
  id: z.string(),
  jurisdiction: z.string(),
  kind: subjectKind,
  name: z.string(),
  code: z.string().optional(),
  parentId: z.string().optional(),
  /** Of a unit. */
  nature: nature.optional(),
  /** Who answers for it; a paper is directed against the first. */
  parties: z.array(partyRecord).optional(),
  traits: z.array(z.string()),
  facts: z.record(z.string(), factValue),
  /** When each fact got its present value. */
  recorded: z.record(z.string(), instantNumber),
  contacts: z.array(contactRecord),
  /** Contacts that somebody gave by the link of a letter, until an officer decides; nothing is sent to them. */
  contactProposal: stored({
    contacts: z.array(contactRecord),
    /** The address of whoever gave them, whose place they take. */
    insteadOf: z.string(),
    at: instantNumber,
    by: actorRecord,
    receipt: z.string(),
  }).optional(),
  /** Whose work it is: the `sub` of somebody of the bureau. */
  handler: z.string().optional(),
  retiredOn: dayText.optional(),
  successorId: z.string().optional(),
  createdAt: instantNumber,
  stage: stageRecord.optional(),
  /** Decisions of a case or an acceptance that the chain does not hold yet. */
  links: z.array(pendingLink).optional(),
  /** What follows from the records of checks; the planning makes duties of it. */
  findings: z.array(findingRecord).optional(),
});

export type SubjectRecord = z.infer<typeof shape>;

/** Subjects, in the list by kind and code. */
export const subjectRecord = recordOf<{ jurisdiction: string; id: string }, SubjectRecord>({
  shape,
  key: ({ jurisdiction, id }) => ({ pk: subjectPartition(jurisdiction, id), sk: '0' }),
  list: ({ jurisdiction, kind, code, id }) => ({
    lp: listOf(jurisdiction, 'SUBJECT'),
    ls: `${kind}#${code ?? ''}#${id}`,
  }),
  steps: [actorsAt('stage.entries.by')],
});
