import type { Context } from 'aws-lambda';
import { setUp } from '../../shared/usecases/settings/setup.ts';
import { causedBy } from '../cause.ts';
import { createPlan, createPlanStart } from '../plan.ts';
import { isBatch, type QueueOrSchedule } from '../records.ts';
import { common, readEnvironment, sendsToPlan } from './environment.ts';
import { createDeps, queueTo } from './parts.ts';

const env = readEnvironment(common.extend(sendsToPlan.shape));
const deps = createDeps(env, { queue: queueTo({ plan: env.PLAN_QUEUE_URL }) });
const fromQueue = createPlan(deps);
const start = createPlanStart(deps);

/** Started by the queue and by the schedule. The schedule’s first run sets up the jurisdictions. */
export const handler = async (event: QueueOrSchedule, context: Context): Promise<unknown> => {
  if (isBatch(event)) return fromQueue(event, context);
  return causedBy(context.awsRequestId, async (): Promise<unknown> => {
    await setUp(deps);
    return start({}, context);
  });
};
