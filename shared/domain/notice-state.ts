/**
 * The one table of a notice’s states. What arrives late never turns a state back: a receipt of delivery after
 * a bounce changes nothing. An event that is missing from a state’s row is refused there. A notice to an address
 * that bounced or complained before is suppressed in place of being sent.
 */
export const noticeTransitions = {
  // A receipt may be faster than our own record of the sending.
  queued: {
    accept: 'sent',
    retry: 'queued',
    fail: 'failed',
    withdraw: 'withdrawn',
    suppress: 'suppressed',
    deliver: 'delivered',
    bounce: 'bounced',
    complain: 'complained',
  },
  sent: { deliver: 'delivered', bounce: 'bounced', complain: 'complained' },
  delivered: { bounce: 'bounced', complain: 'complained' },
  bounced: { complain: 'complained', resend: 'queued' },
  complained: {},
  failed: { resend: 'queued' },
  suppressed: { resend: 'queued' },
  withdrawn: {},
} as const;

export type NoticeState = keyof typeof noticeTransitions;
export type NoticeEvent =
  'accept' | 'retry' | 'fail' | 'withdraw' | 'suppress' | 'deliver' | 'bounce' | 'complain' | 'resend';

/** Where the event leads, or undefined where the state does not allow it. */
export function noticeAfter(state: NoticeState, event: NoticeEvent): NoticeState | undefined {
  const row: Partial<Record<NoticeEvent, NoticeState>> = noticeTransitions[state];
  return row[event];
}
