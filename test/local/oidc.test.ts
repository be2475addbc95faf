import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { StartError } from '../../local/start-error.ts';
import { openOidc } from '../../local/oidc.ts';

/** An issuer as OIDC describes it: a discovery document and a key set, over real HTTP. */
let server: Server;
let issuer: string;
type PrivateKey = Awaited<ReturnType<typeof generateKeyPair>>['privateKey'];
let privateKey: PrivateKey;

function sign(
  claims: Record<string, string>,
  options: { issuer?: string; audience?: string; key?: PrivateKey } = {},
): Promise<string> {
  return new SignJWT({ role: 'bureau-officer', jurisdiction: 'hongjiang', ...claims })
    .setProtectedHeader({ alg: 'ES256', kid: 'one' })
    .setIssuer(options.issuer ?? issuer)
    .setAudience(options.audience ?? 'archive-duty')
    .setSubject('officer-1')
    .setExpirationTime('5m')
    .sign(options.key ?? privateKey);
}

describe('a server that others can reach takes the tokens of an OIDC issuer', () => {
  beforeAll(async () => {
    const pair = await generateKeyPair('ES256');
    privateKey = pair.privateKey;
    const jwk = { ...(await exportJWK(pair.publicKey)), kid: 'one', alg: 'ES256', use: 'sig' };
    server = createServer((request, response) => {
      response.setHeader('content-type', 'application/json');
      if (request.url === '/keys') response.end(JSON.stringify({ keys: [jwk] }));
      else response.end(JSON.stringify({ issuer, jwks_uri: `${issuer}/keys` }));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    issuer = `http://127.0.0.1:${String(typeof address === 'object' && address !== null ? address.port : 0)}`;
  });

  afterAll(() => {
    server.close();
  });

  test('its own token is taken with its claims', async () => {
    const verify = await openOidc(issuer, 'archive-duty');
    expect(await verify(await sign({}))).toMatchObject({
      sub: 'officer-1',
      role: 'bureau-officer',
      jurisdiction: 'hongjiang',
    });
  });

  test('a token of another issuer, for another audience or by another key is not', async () => {
    const verify = await openOidc(issuer, 'archive-duty');
    const other = await generateKeyPair('ES256');
    expect(await verify(await sign({}, { issuer: 'https://other.example' }))).toBeUndefined();
    expect(await verify(await sign({}, { audience: 'another' }))).toBeUndefined();
    expect(await verify(await sign({}, { key: other.privateKey }))).toBeUndefined();
    expect(await verify('no token')).toBeUndefined();
  });

  test('an address that is no issuer is refused at the start', async () => {
    await expect(openOidc('http://127.0.0.1:1', undefined)).rejects.toBeInstanceOf(StartError);
  });
});
