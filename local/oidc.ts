import { createRemoteJWKSet, customFetch, jwtVerify, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import { ask } from '../functions/adapters/ask.ts';
import { most } from '../shared/limits.ts';

import { isAccessToken, isMeantFor } from './token-kind.ts';

const discovery = z.object({ issuer: z.string(), jwks_uri: z.url() });

/** The issuer cannot be asked, so no token can be checked. That does not mean that the token is wrong. */
export class IssuerUnavailable extends Error {}

/** For each question to the issuer. */
const MILLISECONDS = most('issuerSeconds') * 1000;

/**
 * Verifies access tokens of an OIDC issuer, for a server that others can reach: tokens of this issuer, made for
 * this audience, that have not expired. The issuer is asked when the first token comes, and again until it
 * answers as an issuer; notices are sent without it. Throws IssuerUnavailable when it cannot be asked.
 */
export function openOidc(issuer: string, audience: string): Verify {
  let known: Promise<Issuer> | undefined;
  const opened = (): Promise<Issuer> => {
    known ??= discover(issuer).catch((error: unknown) => {
      known = undefined;
      throw error;
    });
    return known;
  };
  return async (token) => {
    const { name, keys } = await opened();
    try {
      const { payload, protectedHeader } = await jwtVerify(token, keys, {
        issuer: name,
        requiredClaims: ['exp', 'sub'],
      });
      const claims = { ...payload };
      return isAccessToken({ header: protectedHeader, claims }) && isMeantFor({ claims }, audience)
        ? claims
        : undefined;
    } catch (error) {
      if (error instanceof IssuerUnavailable) throw error;
      return undefined;
    }
  };
}

interface Issuer {
  readonly name: string;
  readonly keys: JWTVerifyGetKey;
}

async function discover(issuer: string): Promise<Issuer> {
  const answer = await read(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`);
  const known = discovery.safeParse(jsonOf(answer));
  if (!known.success) throw new IssuerUnavailable(`${issuer} does not answer as an OIDC issuer`);
  const fetchKeys = async (url: string): Promise<Response> =>
    new Response(await read(url), { headers: { 'content-type': 'application/json' } });
  return {
    name: known.data.issuer,
    keys: createRemoteJWKSet(new URL(known.data.jwks_uri), { [customFetch]: fetchKeys }),
  };
}

/** Reads the whole answer, within the limits of time and size. */
async function read(url: string): Promise<string> {
  const reply = await ask({ url, method: 'GET', milliseconds: MILLISECONDS });
  if (reply.kind === 'failed') throw new IssuerUnavailable(`${url}: ${reply.reason}`);
  if (reply.status !== 200 || reply.cut) throw new IssuerUnavailable(`${url} answers ${reply.status}`);
  return reply.body;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Returns the claims of a token of the local issuer or an OIDC issuer; undefined when it is not valid. */
export type Verify = (token: string) => Promise<Record<string, unknown> | undefined>;
