import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { causedBy } from '../cause.ts';
import { createDocuments } from '../documents.ts';
import { withPlainClaims } from './claims.ts';
import { common, limitsRequests, readEnvironment } from './environment.ts';
import { limiterOf } from './limiter.ts';
import { createDeps } from './parts.ts';

const env = readEnvironment(common.extend(limitsRequests.shape));
const deps = createDeps(env);
const documents = createDocuments(deps, limiterOf(deps, env));

export const handler = (event: APIGatewayProxyEventV2, context: Context) =>
  causedBy(event.requestContext.requestId, async () => documents(withPlainClaims(event), context));
