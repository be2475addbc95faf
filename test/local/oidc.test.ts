import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openOidc } from '../../local/oidc.ts';
import { issuerForTest } from '../support/servers/issuer.ts';

/** An issuer as OIDC describes it: a discovery document and a key set, over real HTTP. */
let server: Server;
let issuer: string;
type PrivateKey = Awaited<ReturnType<typeof generateKeyPair>>['privateKey'];
let privateKey: PrivateKey;

function sign(
  claims: Record<string, string>,
  options: { issuer?: string; audience?: string; key?: PrivateKey } = {},
): Promise<string> {
  return new SignJWT({ role: 'bureau-officer', jurisdiction: 'hongjiang', scope: 'openid', ...claims })
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
    const verify = openOidc(issuer, 'archive-duty');
    expect(await verify(await sign({}))).toMatchObject({
      sub: 'officer-1',
      role: 'bureau-officer',
      jurisdiction: 'hongjiang',
    });
  });

  test('a token of another issuer, for another audience or by another key is not', async () => {
    const verify = openOidc(issuer, 'archive-duty');
    const other = await generateKeyPair('ES256');
    expect(await verify(await sign({}, { issuer: 'https://other.example' }))).toBeUndefined();
    expect(await verify(await sign({}, { audience: 'another' }))).toBeUndefined();
    expect(await verify(await sign({}, { key: other.privateKey }))).toBeUndefined();
    expect(await verify('no token')).toBeUndefined();
  });
});

describe('of the tokens of an issuer only those are taken that were made for this API', () => {
  const soon = (): number => Math.floor(Date.now() / 1000) + 300;
  const person = { sub: 'officer-1', role: 'bureau-officer', jurisdiction: 'hongjiang' };
  const aud = 'archive-duty';
  const scope = 'openid profile';

  interface Shape {
    readonly of: string;
    readonly taken: boolean;
    readonly claims: Readonly<Record<string, unknown>>;
    readonly typ?: string;
    readonly endless?: boolean;
  }
  const shapes: readonly Shape[] = [
    { of: 'RFC 9068', taken: true, typ: 'at+jwt', claims: { aud, client_id: 'any' } },
    { of: 'RFC 9068, long', taken: true, typ: 'application/at+jwt', claims: { aud: ['other', aud] } },
    { of: 'Cognito, access', taken: true, claims: { token_use: 'access', client_id: aud, scope } },
    {
      of: 'Keycloak, access',
      taken: true,
      typ: 'JWT',
      claims: { typ: 'Bearer', aud: [aud, 'account'], azp: 'c', scope },
    },
    {
      of: 'Auth0, access',
      taken: true,
      typ: 'JWT',
      claims: { aud: [aud, 'https://x/userinfo'], azp: 'c', scope },
    },
    { of: 'Entra, access', taken: true, typ: 'JWT', claims: { aud, scp: 'user', ver: '2.0' } },
    { of: 'Cognito, ID', taken: false, claims: { token_use: 'id', aud, at_hash: 'x' } },
    {
      of: 'Cognito, access of another client',
      taken: false,
      claims: { token_use: 'access', client_id: 'x', scope },
    },
    { of: 'Keycloak, ID', taken: false, typ: 'JWT', claims: { typ: 'ID', aud, at_hash: 'x', azp: aud } },
    { of: 'Keycloak, refresh', taken: false, typ: 'JWT', claims: { typ: 'Refresh', aud, scope } },
    { of: 'OpenID Connect, ID with nonce', taken: false, typ: 'JWT', claims: { aud, nonce: 'n', scope } },
    { of: 'OpenID Connect, ID without a mark', taken: false, typ: 'JWT', claims: { aud } },
    { of: 'a logout token', taken: false, typ: 'logout+jwt', claims: { aud, scope, events: {} } },
    { of: 'no audience', taken: false, typ: 'at+jwt', claims: {} },
    { of: 'another audience', taken: false, typ: 'at+jwt', claims: { aud: 'another' } },
    { of: 'no end', taken: false, typ: 'at+jwt', claims: { aud }, endless: true },
  ];

  test.each(shapes)('$of: $taken', async ({ taken, claims, typ, endless }) => {
    const made = await issuerForTest();
    const verify = openOidc(made.url, aud);
    const all = { ...person, ...claims, ...(endless === true ? {} : { exp: soon() }) };
    const token = await made.sign(all, typ === undefined ? {} : { typ });
    expect((await verify(token)) !== undefined).toBe(taken);
  });

  test('one that has ended is not', async () => {
    const made = await issuerForTest();
    const verify = openOidc(made.url, aud);
    expect(
      await verify(await made.sign({ ...person, aud, exp: soon() - 600 }, { typ: 'at+jwt' })),
    ).toBeUndefined();
  });
});
