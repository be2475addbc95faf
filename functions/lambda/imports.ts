import type { APIGatewayProxyEventV2, Context, SQSEvent } from 'aws-lambda';
import { causedBy } from '../cause.ts';
import { createImportRun, createImports } from '../imports.ts';
import { withPlainClaims } from './claims.ts';
import { common, limitsRequests, readEnvironment, sendsToImport, sendsToPlan } from './environment.ts';
import { limiterOf } from './limiter.ts';
import { createDeps, queueTo } from './parts.ts';

const env = readEnvironment(
  common.extend(sendsToPlan.shape).extend(sendsToImport.shape).extend(limitsRequests.shape),
);
const queue = queueTo({ plan: env.PLAN_QUEUE_URL, import: env.IMPORT_QUEUE_URL });
const deps = createDeps(env, { queue });
const http = createImports(deps, limiterOf(deps, env));
const run = createImportRun(deps);

/** Started by API Gateway, and by the queue for the rows of large files. */
export const handler = async (
  event: APIGatewayProxyEventV2 | SQSEvent,
  context: Context,
): Promise<unknown> =>
  'Records' in event
    ? run(event, context)
    : causedBy(event.requestContext.requestId, async () => http(withPlainClaims(event), context));
