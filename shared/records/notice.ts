import { z } from 'zod';
import { noticeStates } from '../domain/notices/state.ts';
import { sortableInstant, toInstant } from '../domain/time/instant.ts';
import type { Query } from '../ports.ts';
import { escalationStep } from '../rules/schema.ts';
import { channelName } from './channel.ts';
import { listOf, partOf, subjectPartition } from './keys.ts';
import { recordOf } from './record.ts';
import { stored } from './stored.ts';

/** A letter to one address, with all tries. Instants are milliseconds. */

const instantNumber = z.number().transform(toInstant);
const noticeStatus = z.enum(noticeStates);

export const noticeKind = z.enum([
  'reminder',
  'overdue',
  'bureau-alert',
  'daily',
  'correction',
  'report-returned',
  'withdrawal',
  'quota-alert',
  // A document that was issued bears the name of its step.
  ...escalationStep.options,
]);

const shape = stored({
  version: z.number(),
  id: z.string(),
  jurisdiction: z.string(),
  subjectId: z.string(),
  kind: noticeKind,
  obligationId: z.string().optional(),
  /** The rule of the duty: its office is whose notice it is. */
  ruleId: z.string().optional(),
  escalationId: z.string().optional(),
  step: z.string(),
  to: z.string(),
  toName: z.string(),
  /** Others are told about the subject: the subject does not read it. Always said of a document; absent in older records. */
  others: z.boolean().optional(),
  /** The unit that the document is directed against, where that is not the subject: of all units it alone reads it. */
  against: z.string().optional(),
  channel: channelName,
  subject: z.string(),
  textHash: z.string(),
  /** The item that holds the text; absent where it lies under its own hash. */
  textIn: z.string().optional(),
  /** The due day that the notice told, for corrections. */
  toldDue: z.string().optional(),
  late: z.boolean(),
  status: noticeStatus,
  attempts: z.array(stored({ at: instantNumber, provider: z.string(), outcome: z.string() })),
  claim: stored({ owner: z.string(), until: instantNumber }).optional(),
  /** When a provider could not take it: not before then again. */
  notBefore: instantNumber.optional(),
  /** Attempts before the last resend: what became of them no longer counts. */
  before: z.number().optional(),
  /** Tries that the list of attempts leaves out: of many it keeps the first and the last. */
  left: z.number().optional(),
  /** Tries since the last resend of which it is not known what became of them. */
  doubts: z.number().optional(),
  /** The bureau was told that it has waited long. */
  told: z.boolean().optional(),
  createdAt: instantNumber,
});

export type NoticeRecord = z.infer<typeof shape>;
export type NoticeKind = z.infer<typeof noticeKind>;

/** Notices, in the list by the moment at which they were made. */
export const noticeRecord = recordOf<{ jurisdiction: string; id: string }, NoticeRecord>({
  shape,
  key: ({ jurisdiction, id }) => partOf(jurisdiction, id, 'N'),
  list: ({ jurisdiction, id, createdAt }) => ({
    lp: listOf(jurisdiction, 'NOTICE'),
    ls: `${sortableInstant(createdAt)}#${id}`,
  }),
});

/** All notices about a subject. */
export const noticesAbout = (jurisdiction: string, subjectId: string): Query => ({
  pk: subjectPartition(jurisdiction, subjectId),
  from: 'N#',
  to: 'N#~',
});

/** Oldest first. */
export const byMaking = (a: NoticeRecord, b: NoticeRecord): number =>
  noticeRecord.listSort(a) < noticeRecord.listSort(b) ? -1 : 1;
