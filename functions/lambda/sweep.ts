import type { Context } from 'aws-lambda';
import { causedBy } from '../cause.ts';
import { createSweep } from '../sweep.ts';
import { common, mailLimits, readEnvironment, sendsToDeliver } from './environment.ts';
import { paceFor } from './pace.ts';
import { createDeps, queueTo } from './parts.ts';

const env = readEnvironment(common.extend(sendsToDeliver.shape).extend(mailLimits.shape));
const queue = queueTo({ deliver: env.DELIVER_QUEUE_URL });
const sweep = createSweep(createDeps(env, { queue, ...paceFor(env) }));

export const handler = (_event: unknown, context: Context): Promise<unknown> =>
  causedBy(context.awsRequestId, async (): Promise<unknown> => sweep({}, context));
