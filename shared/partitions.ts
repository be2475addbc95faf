/**
 * Partitions of the table, as patterns of their keys in `shared/records/keys.ts`; `*` is a jurisdiction, day or
 * hash.
 */
export const partitions = {
  subject: '*#S#*',
  config: '*#CONFIG',
  daily: '*#DAILY',
  agenda: 'AGENDA#*',
  /** What the delivery queue holds, until it was worked on. */
  handed: 'HANDED#*',
  ledger: '*#LEDGER',
  /** Numbers of documents. Only one document has each. */
  number: '*#NUMBER',
  draw: '*#DRAW',
  inspection: '*#INSPECTION',
  /** Checks that are still to be made. */
  visit: '*#VISIT',
  /** Populations that were counted, and decisions between readings. */
  quota: '*#QUOTA',
  /** Calendar feeds, by the hash of their tokens. */
  feed: '*#FEED',
  /** Links of letters, by the hash of their tokens. */
  answer: '*#ANSWER',
  /** From the `sub` of a token and from an e-mail address to a person, by their hashes. */
  person: 'PERSON#*',
  /** Programs that were let in. */
  client: '*#CLIENT',
  text: 'TEXT#*',
  /** Addresses to which nothing is sent any more. */
  suppressed: '*#SUPPRESSED',
  repetition: '*#IDEMPOTENCY#*',
  /** From names to subjects. */
  named: '*#NAMED#*',
  import: '*#IMPORT#*',
  /** What programs and bureaus may still ask. */
  rate: 'RATE#*',
  system: 'SYSTEM',
} as const;
export type Partition = keyof typeof partitions;

/** Partitions of the list index. */
export const lists = {
  subjects: '*#SUBJECT',
  obligations: '*#OBLIGATION',
  notices: '*#NOTICE',
  escalations: '*#ESCALATION',
  draws: '*#DRAW',
  imports: '*#IMPORT',
} as const;
export type List = keyof typeof lists;
