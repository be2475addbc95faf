import { z } from 'zod';

const units = z.object({ requests: z.number(), reads: z.number(), writes: z.number() });
export type Units = z.infer<typeof units>;

const fixtures = z.object({
  stage: z.string(),
  region: z.string(),
  alarms: z.number(),
  dashboards: z.number(),
  metrics: z.number(),
  keys: z.number(),
  secrets: z.number(),
  /** Queues that Lambda polls. */
  polledQueues: z.number(),
  scheduledRunsADay: z.number(),
});

/** The output of `npm run bench -- cost` in docs/cost-measured.json. */
export const measuredCost = z.object({
  at: z.string(),
  commit: z.string(),
  /** Whether the working tree differed from the commit. */
  changed: z.boolean(),
  machine: z.object({ cores: z.number(), cpu: z.string(), node: z.string() }),
  /** Read and write units of the table with its index, and requests. */
  units: z.object({
    enterSubject: units,
    /** A subject for which planning has nothing to change. */
    planAgain: units,
    /** From the sweep to the recorded outcome. */
    notice: units,
    statusLookUp: units,
    list: units,
    dailyMail: units,
    idleSweep: units,
    /** For one bureau. */
    idleReport: units,
    idlePlan: units,
    obligationsASubject: z.number(),
    noticesASubject: z.number(),
    dailyMailsAYear: z.number(),
    messagesANotice: z.number(),
    bytesEntered: z.number(),
    /** After a year. */
    bytesASubject: z.number(),
  }),
  /** Of the deployed bundles, on one core of this machine, with the table’s engine beside it. */
  milliseconds: z.object({
    enterSubject: z.number(),
    statusLookUp: z.number(),
    list: z.number(),
    planMessage: z.number(),
    idlePlan: z.number(),
    idleSweep: z.number(),
    idleReport: z.number(),
    notice: z.number(),
    coldApi: z.number(),
  }),
  /** Counted in the synthesised templates. */
  fixtures: z.object({ aws: fixtures, cn: fixtures }),
});
export type MeasuredCost = z.infer<typeof measuredCost>;
