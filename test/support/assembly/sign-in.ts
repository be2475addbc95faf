import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { z } from 'zod';
import { portOf } from '../../adapters/http-fake.ts';
import { cognito, ownIssuer, type Person } from './issuers.ts';
import { textOf } from './reading.ts';
import type { Account } from './resolve.ts';

export interface SignIn {
  /** Where an address of the issuer lies on this machine. */
  readonly reach: (url: string) => string;
  /** Hosts that answer here. */
  readonly hosts: readonly string[];
  readonly people: Person[];
  /** What a console at this address gets for a person; throws with the issuer’s words where it refuses. */
  readonly tokens: (person: Person, consoleUrl: string) => Promise<Tokens>;
  close(): Promise<void>;
}

const tokens = z.object({ id_token: z.string(), access_token: z.string() });
export type Tokens = z.infer<typeof tokens>;

interface Code {
  readonly person: Person;
  readonly redirect: string;
  readonly challenge: string;
  readonly client: string;
  readonly nonce: string | undefined;
}

export async function startSignIn(
  account: Account,
  clock: { readonly now: () => number },
  consoleUrl: string,
): Promise<SignIn> {
  const issuing = cognito(account) ?? ownIssuer(account, consoleUrl);
  const { issuer, host, callbacks, logouts, clients, scopes } = issuing;
  const pair = await generateKeyPair('RS256');
  const jwk = { ...(await exportJWK(pair.publicKey)), kid: 'one', alg: 'RS256', use: 'sig' };
  const people: Person[] = [];
  const codes = new Map<string, Code>();
  const sign = (claims: Record<string, unknown>, nonce?: string): Promise<string> => {
    const now = Math.floor(clock.now() / 1000);
    const times = { iat: now, auth_time: now, exp: now + issuing.minutes * 60 };
    return new SignJWT({
      ...claims,
      ...times,
      iss: issuer,
      jti: randomUUID(),
      ...(nonce === undefined ? {} : { nonce }),
    })
      .setProtectedHeader({ alg: 'RS256', kid: 'one' })
      .sign(pair.privateKey);
  };

  /** The page of the hosted sign-in: everybody of the pool is a link, in place of a password and a second factor. */
  const authorise = (query: URLSearchParams): { status: number; page: string } => {
    const get = (name: string): string => query.get(name) ?? '';
    const refuse = (error: string) => ({ status: 400, page: `An error was encountered: ${error}` });
    if (!clients.includes(get('client_id'))) return refuse('invalid_client');
    if (!callbacks.includes(get('redirect_uri'))) return refuse('redirect_mismatch');
    if (get('response_type') !== 'code') return refuse('unsupported_response_type');
    if (get('code_challenge_method') !== 'S256') return refuse('invalid_request');
    if (
      !get('scope')
        .split(' ')
        .every((one) => scopes.includes(one))
    )
      return refuse('invalid_scope');
    const links = people.map((person) => {
      const code = randomUUID();
      const nonce = query.get('nonce') ?? undefined;
      const [redirect, challenge, client] = [get('redirect_uri'), get('code_challenge'), get('client_id')];
      codes.set(code, { person, redirect, challenge, client, nonce });
      const back = new URLSearchParams({ code, state: get('state') }).toString();
      return `<a href="${redirect}?${back.replaceAll('&', '&amp;')}">${person.email}</a>`;
    });
    return { status: 200, page: links.join('<br>') };
  };
  const exchange = async (form: URLSearchParams): Promise<object | undefined> => {
    const code = codes.get(form.get('code') ?? '');
    codes.delete(form.get('code') ?? '');
    const verifier = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (!code || code.challenge !== verifier || code.redirect !== form.get('redirect_uri')) return undefined;
    return {
      id_token: await sign(issuing.idClaims(code.person), code.nonce),
      access_token: await sign(issuing.accessClaims(code.person, code.client, scopes.join(' '))),
      expires_in: issuing.minutes * 60,
      token_type: 'Bearer',
    };
  };
  const origin = `https://${host}`;
  const discovery = {
    issuer,
    jwks_uri: `${issuer}/.well-known/jwks.json`,
    authorization_endpoint: `${origin}/oauth2/authorize`,
    token_endpoint: `${origin}/oauth2/token`,
    userinfo_endpoint: `${origin}/oauth2/userInfo`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
  };
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(`https:/${request.url ?? '/'}`);
    const json = (status: number, body: object): void => {
      response.writeHead(status, { 'content-type': 'application/json', 'access-control-allow-origin': '*' });
      response.end(JSON.stringify(body));
    };
    const shown = (status: number, title: string, page: string): void => {
      response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' });
      response.end(`<!doctype html><title>${title}</title>${page}`);
    };
    const place = url.origin === origin ? url.pathname : undefined;
    if (url.href === `${issuer}/.well-known/openid-configuration`) json(200, discovery);
    else if (url.href === discovery.jwks_uri) json(200, { keys: [jwk] });
    else if (place === '/oauth2/authorize') {
      const { status, page } = authorise(url.searchParams);
      shown(status, 'Sign in', page);
    } else if (place === '/logout') {
      const to = url.searchParams.get('logout_uri') ?? '';
      const known = logouts.includes(to) && clients.includes(url.searchParams.get('client_id') ?? '');
      // A script in place of a redirect, which a browser’s test could not see.
      if (known) shown(200, 'Sign out', `<script>location.replace(${JSON.stringify(to)})</script>`);
      else shown(400, 'Sign out', 'redirect_mismatch');
    } else if (place === '/oauth2/token') {
      const made = await exchange(new URLSearchParams(await text(request)));
      if (made) json(200, made);
      else json(400, { error: 'invalid_grant' });
    } else json(404, { error: 'not_found' });
  };
  const server = createServer((request, response) => void answer(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const local = `http://127.0.0.1:${portOf(server.address())}`;
  const reach = (url: string): string => url.replace('https://', `${local}/`);
  return {
    reach,
    people,
    hosts: [...new Set([new URL(issuer).host, host])],
    tokens: (person, console) => tokensOf({ reach, discovery, client: textOf(clients[0]) }, person, console),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

interface Asking {
  readonly reach: SignIn['reach'];
  readonly discovery: { readonly authorization_endpoint: string; readonly token_endpoint: string };
  readonly client: string;
}

/** What the console does: by code with PKCE, back to its own address. */
async function tokensOf(
  { reach, discovery, client }: Asking,
  person: Person,
  console: string,
): Promise<Tokens> {
  const verifier = randomBytes(32).toString('base64url');
  const query = new URLSearchParams({
    client_id: client,
    redirect_uri: console,
    response_type: 'code',
    scope: 'openid profile',
    state: 'simulated',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  });
  const page = await fetch(reach(`${discovery.authorization_endpoint}?${query.toString()}`));
  const shown = await page.text();
  const link = [...shown.matchAll(/href="([^"]*)">([^<]*)</g)].find(
    ([, , email]) => email === person.email,
  )?.[1];
  if (link === undefined) throw new Error(`sign-in at ${console}: ${shown.slice(0, 200)}`);
  const code = new URL(link.replaceAll('&amp;', '&')).searchParams.get('code') ?? '';
  const made = await fetch(reach(discovery.token_endpoint), {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: client,
      code,
      redirect_uri: console,
      code_verifier: verifier,
    }),
  });
  return tokens.parse(await made.json());
}
