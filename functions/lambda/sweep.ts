import type { Context } from 'aws-lambda';
import { causedBy } from '../cause.ts';
import { createSweep } from '../sweep.ts';
import { common, readEnvironment, sendsToDeliver } from './environment.ts';
import { createDeps, queueTo } from './parts.ts';

const env = readEnvironment(common.extend(sendsToDeliver.shape));
const sweep = createSweep(createDeps(env.TABLE_NAME, { queue: queueTo({ deliver: env.DELIVER_QUEUE_URL }) }));

export const handler = (_event: unknown, context: Context): Promise<unknown> =>
  causedBy(context.awsRequestId, async (): Promise<unknown> => sweep({}, context));
