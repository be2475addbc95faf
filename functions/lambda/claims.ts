import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { z } from 'zod';
import { withPlainNames } from '../../shared/contract/claims.ts';

const authorized = z.object({
  requestContext: z.object({
    authorizer: z.object({ jwt: z.looseObject({ claims: z.record(z.string(), z.unknown()) }) }),
  }),
});

/** The event with its token’s claims under the names that the API uses. */
export function withPlainClaims(event: APIGatewayProxyEventV2): APIGatewayProxyEventV2 {
  const read = authorized.safeParse(event);
  if (!read.success) return event;
  const { jwt } = read.data.requestContext.authorizer;
  const requestContext = {
    ...event.requestContext,
    authorizer: { jwt: { ...jwt, claims: withPlainNames(jwt.claims) } },
  };
  return { ...event, requestContext };
}
