import { accountsFor } from '#accounts';
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { createApi } from '../api.ts';
import { causedBy } from '../cause.ts';
import { withPlainClaims } from './claims.ts';
import { common, hasVersion, limitsRequests, readEnvironment, sendsToPlan, signsIn } from './environment.ts';
import { limiterOf } from './limiter.ts';
import { createDeps, queueTo } from './parts.ts';

const env = readEnvironment(
  common
    .extend(sendsToPlan.shape)
    .extend(signsIn.shape)
    .extend(hasVersion.shape)
    .extend(limitsRequests.shape),
);
const deps = createDeps(env, {
  queue: queueTo({ plan: env.PLAN_QUEUE_URL }),
  accounts: accountsFor(env),
});
const api = createApi(deps, { version: env.VERSION, limiter: limiterOf(deps, env) });

export const handler = (event: APIGatewayProxyEventV2, context: Context) =>
  causedBy(event.requestContext.requestId, async () => api(withPlainClaims(event), context));
