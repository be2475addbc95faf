import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { createApi } from '../api.ts';
import { causedBy } from '../cause.ts';
import { withPlainClaims } from './claims.ts';
import { common, hasVersion, readEnvironment, sendsToPlan } from './environment.ts';
import { createDeps, queueTo } from './parts.ts';

const env = readEnvironment(common.extend(sendsToPlan.shape).extend(hasVersion.shape));
const api = createApi(createDeps(env, { queue: queueTo({ plan: env.PLAN_QUEUE_URL }) }), {
  version: env.VERSION,
  milliseconds: () => performance.now(),
});

export const handler = (event: APIGatewayProxyEventV2, context: Context) =>
  causedBy(event.requestContext.requestId, async () => api(withPlainClaims(event), context));
