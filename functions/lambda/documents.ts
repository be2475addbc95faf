import type { APIGatewayProxyEventV2, Context } from 'aws-lambda';
import { causedBy } from '../cause.ts';
import { createDocuments } from '../documents.ts';
import { withPlainClaims } from './claims.ts';
import { common, readEnvironment } from './environment.ts';
import { createDeps } from './parts.ts';

const env = readEnvironment(common);
const documents = createDocuments(createDeps(env));

export const handler = (event: APIGatewayProxyEventV2, context: Context) =>
  causedBy(event.requestContext.requestId, async () => documents(withPlainClaims(event), context));
