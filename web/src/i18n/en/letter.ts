import type { Words } from '../zh/zh.ts';

/** The page behind the link of a letter, for people without an account. */
export const letter: Words['letter'] = {
  lead: (bureau) => `A letter from ${bureau}`,
  subject: 'Concerns',
  dueOn: 'Due on',
  clause: 'Clause',
  gone: 'This link is not known, or no longer good',
  goneHint:
    'What it was about may have been done or changed. Check that the link is complete, or ask whoever wrote to you.',
  returned: 'The report was returned: complete it and report again',
  pending: 'The report is with the bureau, which checks it',
  extension: (until) => `You have asked for time until ${until}; the bureau will answer`,
  choose: 'What you can do',
  acts: {
    report: 'Report that it is done',
    extension: 'Ask for more time',
    contact: 'Correct the contact',
    acknowledge: 'Say that you have read it',
  },
  on: 'Done on',
  document: 'Document or its number',
  note: 'Note',
  until: 'More time until',
  reason: 'Reason',
  contactHint: 'The bureau checks the new contact first. Until then, notices still go to you.',
  acknowledgeHint: 'It only says that you have seen the letter; the duty stays open.',
  send: 'Send',
  receipt: 'Received. Receipt number',
  receiptHint: 'Keep the number: the bureau finds your answer by it.',
  valid: (day) => `The link is good until ${day}, or until the duty is done. Do not pass it on.`,
};
