import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Principal } from '../../../shared/domain/principal.ts';
import { textsOf } from './reading.ts';
import type { Account } from './resolve.ts';

export interface Person extends Principal {
  readonly email: string;
}

/** What an issuer writes into its tokens, and to whom it gives them. */
export interface Issuing {
  readonly issuer: string;
  readonly host: string;
  readonly clients: readonly string[];
  readonly callbacks: readonly string[];
  readonly logouts: readonly string[];
  readonly scopes: readonly string[];
  readonly idClaims: (person: Person) => Record<string, unknown>;
  readonly accessClaims: (person: Person, client: string, scope: string) => Record<string, unknown>;
  readonly minutes: number;
}

/** Attributes that a client may read where its `ReadAttributes` are not set, after the reference of the API. */
const STANDARD = ['email', 'email_verified', 'name', 'phone_number', 'phone_number_verified'];

/** The user pool of the templates, with the claims that its client may read. */
export function cognito(account: Account): Issuing | undefined {
  const [pool] = account.all('AWS::Cognito::UserPool');
  const [client] = account.all('AWS::Cognito::UserPoolClient');
  const [domain] = account.all('AWS::Cognito::UserPoolDomain');
  if (!pool || !client || !domain) return undefined;
  const { properties } = client;
  const readable =
    properties['ReadAttributes'] === undefined ? STANDARD : textsOf(properties['ReadAttributes']);
  z.object({ IdToken: z.literal('minutes') }).parse(properties['TokenValidityUnits']);
  const common = (person: Person) => ({ sub: person.sub, origin_jti: randomUUID(), event_id: randomUUID() });
  return {
    issuer: `https://cognito-idp.${account.region}.${account.suffix}/${pool.ref}`,
    host: `${domain.ref}.auth.${account.region}.amazoncognito.com`,
    clients: [client.ref],
    callbacks: textsOf(properties['CallbackURLs']),
    logouts: textsOf(properties['LogoutURLs']),
    scopes: textsOf(properties['AllowedOAuthScopes']),
    minutes: Number(properties['IdTokenValidity']),
    idClaims: (person) => {
      const attributes: Record<string, unknown> = {
        email: person.email,
        email_verified: true,
        name: person.sub,
        'custom:role': person.role,
        'custom:jurisdiction': person.jurisdiction,
        'custom:unitId': person.unitId,
        'custom:office': person.office,
      };
      const own = Object.entries(attributes).filter(
        ([name, value]) => value !== undefined && readable.includes(name),
      );
      return {
        ...common(person),
        ...Object.fromEntries(own),
        'cognito:username': person.sub,
        aud: client.ref,
        token_use: 'id',
        at_hash: 'simulated',
      };
    },
    accessClaims: (person, id, scope) => ({
      ...common(person),
      client_id: id,
      username: person.sub,
      token_use: 'access',
      version: 2,
      scope,
    }),
  };
}

/** The bureau’s own issuer, as the templates name it: it writes the product’s claims into both tokens. */
export function ownIssuer(account: Account, console: string): Issuing {
  const [authorizer] = account.all('AWS::ApiGatewayV2::Authorizer');
  const { Issuer, Audience } = z
    .object({ Issuer: z.string(), Audience: z.array(z.string()) })
    .parse(authorizer?.properties['JwtConfiguration']);
  const claims = ({ sub, role, jurisdiction, unitId, office }: Person) => ({
    ...{ sub, role, jurisdiction, unitId, office },
    aud: Audience[0],
  });
  return {
    issuer: Issuer,
    host: new URL(Issuer).host,
    clients: Audience,
    callbacks: [console],
    logouts: [console],
    scopes: ['openid', 'profile'],
    minutes: 30,
    idClaims: claims,
    accessClaims: (person, client_id, scope) => ({ ...claims(person), client_id, scope }),
  };
}
