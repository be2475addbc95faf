import { mailFor } from '#mail';
import type { Context } from 'aws-lambda';
import { causedBy } from '../cause.ts';
import { isBatch, type QueueOrSchedule } from '../records.ts';
import { createReport, createReportStart } from '../report.ts';
import { common, readEnvironment, sendsMail, sendsToReport } from './environment.ts';
import { paceFor } from './pace.ts';
import { createDeps, queueTo } from './parts.ts';

const env = readEnvironment(common.extend(sendsMail.shape).extend(sendsToReport.shape));
const deps = createDeps(env, {
  queue: queueTo({ report: env.REPORT_QUEUE_URL }),
  channels: { email: await mailFor(env) },
  ...paceFor(env),
});
const fromQueue = createReport(deps);
const start = createReportStart(deps);

/** Started by the queue and by the schedule. */
export const handler = async (event: QueueOrSchedule, context: Context): Promise<unknown> =>
  isBatch(event)
    ? fromQueue(event, context)
    : causedBy(context.awsRequestId, async (): Promise<unknown> => start({}, context));
