import { mailFor } from '#mail';
import type { Context } from 'aws-lambda';
import { causedBy } from '../cause.ts';
import { createReport } from '../report.ts';
import { common, readEnvironment, sendsMail } from './environment.ts';
import { paceFor } from './pace.ts';
import { createDeps } from './parts.ts';

const env = readEnvironment(common.extend(sendsMail.shape));
const deps = createDeps(env.TABLE_NAME, { channels: { email: await mailFor(env) }, ...paceFor(env) });
const report = createReport(deps);

export const handler = (_event: unknown, context: Context): Promise<unknown> =>
  causedBy(context.awsRequestId, async (): Promise<unknown> => report({}, context));
