/**
 * Values that nobody has measured yet, each with a sentence for the page. Change them here, then run `npm run
 * cost -- --write`.
 */
export const assumptions = {
  subjectsABureau: { value: 190, says: 'subjects of a bureau: the middle of 80 to 300' },
  changesASubject: { value: 2, says: 'changes of a subject a year, each costing as much as entering it' },
  planningsAYear: {
    value: 3,
    says: 'complete plannings a year: a new year, the entered calendar, a new rulebook',
  },
  lookUpsADay: { value: 40, says: 'status look-ups of a bureau on a working day' },
  listPagesADay: { value: 30, says: 'pages of lists that its staff open on a working day' },
  workingDays: { value: 250, says: 'working days a year' },
  staff: { value: 6, says: 'people of a bureau who sign in during a month' },
  unitUsersShare: { value: 0.2, says: 'share of the subjects of which somebody signs in during a month' },
  smsShare: {
    value: 0.2,
    says: 'parts of SMS for every mail; a text of more than 70 characters counts twice',
  },
  networkMs: {
    value: 4,
    says: 'milliseconds that a request to the table takes longer than to an engine on the same machine',
  },
  providerMs: {
    value: 150,
    says: 'milliseconds that the provider takes for a batch’s mails, which go at once',
  },
  coldShare: {
    value: 0.05,
    says: 'share of the API’s requests that meet a cold start; its import is billed with them',
  },
  logBytes: { value: 1200, says: 'bytes of log an invocation' },
  pollsAMinute: { value: 15, says: 'requests a minute with which Lambda polls an empty queue' },
  keyRequestsShare: {
    value: 0.2,
    says: 'requests to KMS for every invocation: services keep a data key for five minutes',
  },
  eventsAMail: { value: 2, says: 'events of SES for a mail: sent, delivered' },
  sessionMegabytes: { value: 0.3, says: 'megabytes that a session of the console loads' },
} as const;

export const MOST = 3000;
export const BUREAUS = [1, 100, MOST] as const;
