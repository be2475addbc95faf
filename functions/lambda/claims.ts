import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { z } from 'zod';

const authorized = z.object({
  requestContext: z.object({
    authorizer: z.object({ jwt: z.looseObject({ claims: z.record(z.string(), z.unknown()) }) }),
  }),
});

/** Our claims that Cognito stores as attributes and writes into its tokens as `custom:…`. */
const attributes = ['role', 'jurisdiction', 'unitId', 'office'];

/**
 * The event with Cognito’s attributes under the names that the API uses. Events of other issuers are unchanged.
 */
export function withPlainClaims(event: APIGatewayProxyEventV2): APIGatewayProxyEventV2 {
  const read = authorized.safeParse(event);
  if (!read.success) return event;
  const { jwt } = read.data.requestContext.authorizer;
  const custom = attributes.flatMap((name) => {
    const value = jwt.claims[`custom:${name}`];
    return value === undefined ? [] : [[name, value] as const];
  });
  if (custom.length === 0) return event;
  const claims = { ...Object.fromEntries(custom), ...jwt.claims };
  const requestContext = { ...event.requestContext, authorizer: { jwt: { ...jwt, claims } } };
  return { ...event, requestContext };
}
