import type { Words } from '../zh/zh.ts';

export const firstSteps: Words['firstSteps'] = {
  title: 'First steps',
  lead: 'Reminders leave in time once these are done. You can come back at any time.',
  allDone: 'All of it is done.',
  done: 'Done',
  missing: 'Missing',
  letterTo: 'Address (yours if left empty)',
  sendLetter: 'Send a test letter',
  outcomes: {
    sent: (to) => `A test letter was sent to ${to}. Please look for it.`,
    captured: () =>
      'It did not leave: no mail server is connected. Stop the product, set SMTP_URL and MAIL_FROM, and start it again.',
    failed: (to) => `The test letter to ${to} did not leave. The mail server said:`,
  },
  steps: {
    people: {
      name: 'People',
      how: 'Enter your officers and your leader: at least one of each.',
      go: 'Enter people',
    },
    mail: { name: 'Mail', how: 'Send a test letter to see that the mail server is connected.', go: '' },
    roster: {
      name: 'Subjects',
      how: 'Import the roster of the units. Their deadlines follow.',
      go: 'Import a roster',
    },
    calendar: {
      name: 'Working days',
      how: 'Check the arrangement of this year; from December on enter that of the next.',
      go: 'See the calendar',
    },
  },
};
