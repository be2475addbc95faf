import { z } from 'zod';
import { subjectPartition } from './keys.ts';
import { noticeKind } from './notice.ts';
import { plainAt } from './record.ts';
import { stored } from './stored.ts';

const shape = stored({
  id: z.string(),
  kind: noticeKind,
  ruleId: z.string().optional(),
  escalationId: z.string().optional(),
  /** Whom the paper that it tells of is directed against. */
  against: z.string().optional(),
  subject: z.string(),
  /** ISO 8601. */
  at: z.string(),
});

export type LastNotice = z.infer<typeof shape>;

interface Place {
  readonly jurisdiction: string;
  readonly subjectId: string;
}

/** The last notice that left for a subject, beside it for the status look-up. */
export const lastNoticeRecord = plainAt<Place, LastNotice>({
  shape,
  key: ({ jurisdiction, subjectId }) => ({ pk: subjectPartition(jurisdiction, subjectId), sk: '1' }),
});
