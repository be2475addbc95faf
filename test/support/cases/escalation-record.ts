import { instant } from '../../../shared/domain/time/instant.ts';
import type { EscalationRecord } from '../../../shared/records/escalation.ts';

/** A record of an order as it is drafted by itself on 1 September 2026, with what a test changes in it. */
export const escalationOf = (change: Partial<EscalationRecord> = {}): EscalationRecord => ({
  version: 1,
  id: 'e',
  jurisdiction: 'hongjiang',
  subjectId: 's',
  step: 'order-to-rectify',
  status: 'draft',
  ruleId: 'key-project-archives/registration-after-start',
  office: 'archives',
  obligationId: 'o',
  draftedAt: instant('2026-09-01T12:00:00+08:00'),
  draftedBy: { role: 'system' },
  text: '正文',
  circulation: [],
  approval: { role: 'bureau-leader' },
  corrections: [],
  recipients: [],
  links: [],
  history: [],
  ...change,
});
