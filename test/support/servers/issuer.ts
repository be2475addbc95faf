import { once } from 'node:events';
import { createServer } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { onTestFinished } from 'vitest';

/** An OIDC issuer over real HTTP: its discovery document, its keys, and tokens of any shape. */
export interface Issuer {
  readonly url: string;
  /** Signed by the issuer; claims and header as given, `iss` added. */
  readonly sign: (
    claims: Readonly<Record<string, unknown>>,
    header?: { readonly typ?: string },
  ) => Promise<string>;
}

export async function issuerForTest(): Promise<Issuer> {
  const pair = await generateKeyPair('ES256');
  const jwk = { ...(await exportJWK(pair.publicKey)), kid: 'one', alg: 'ES256', use: 'sig' };
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'application/json');
    response.end(
      JSON.stringify(request.url === '/keys' ? { keys: [jwk] } : { issuer: url, jwks_uri: `${url}/keys` }),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const url = `http://127.0.0.1:${String(typeof address === 'object' && address !== null ? address.port : 0)}`;
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    url,
    sign: (claims, header = {}) =>
      new SignJWT({ iss: url, ...claims })
        .setProtectedHeader({ alg: 'ES256', kid: 'one', ...header })
        .sign(pair.privateKey),
  };
}
