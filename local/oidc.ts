import { createRemoteJWKSet, jwtVerify } from 'jose';
import { z } from 'zod';
import { most } from '../shared/limits.ts';
import { StartError } from './start-error.ts';
import type { Verify } from './server.ts';
import { isAccessToken, isMeantFor } from './token-kind.ts';

const discovery = z.object({ issuer: z.string(), jwks_uri: z.url() });

/**
 * Access tokens of an OIDC issuer, for a server that others can reach: of this issuer, made for this audience, with
 * an end that has not come.
 */
export async function openOidc(issuer: string, audience: string): Promise<Verify> {
  const answer = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, {
    signal: AbortSignal.timeout(most('issuerSeconds') * 1000),
  }).catch(() => undefined);
  const known = discovery.safeParse(await answer?.json().catch(() => undefined));
  if (!known.success)
    throw new StartError(`The OIDC issuer ${issuer} does not answer as one: check --issuer and the network.`);
  const keys = createRemoteJWKSet(new URL(known.data.jwks_uri));
  return async (token) => {
    try {
      const { payload, protectedHeader } = await jwtVerify(token, keys, {
        issuer: known.data.issuer,
        requiredClaims: ['exp', 'sub'],
      });
      const claims = { ...payload };
      return isAccessToken({ header: protectedHeader, claims }) && isMeantFor({ claims }, audience)
        ? claims
        : undefined;
    } catch {
      return undefined;
    }
  };
}
