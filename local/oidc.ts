import { createRemoteJWKSet, jwtVerify } from 'jose';
import { z } from 'zod';
import { StartError } from './start-error.ts';
import type { Verify } from './server.ts';

const discovery = z.object({ issuer: z.string(), jwks_uri: z.url() });

/** Tokens of an OIDC issuer, for a server that others can reach. */
export async function openOidc(issuer: string, audience: string | undefined): Promise<Verify> {
  const answer = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`).catch(
    () => undefined,
  );
  const known = discovery.safeParse(await answer?.json().catch(() => undefined));
  if (!known.success)
    throw new StartError(`The OIDC issuer ${issuer} does not answer as one: check --issuer and the network.`);
  const keys = createRemoteJWKSet(new URL(known.data.jwks_uri));
  return async (token) => {
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer: known.data.issuer,
        ...(audience === undefined ? {} : { audience }),
      });
      return { ...payload };
    } catch {
      return undefined;
    }
  };
}
