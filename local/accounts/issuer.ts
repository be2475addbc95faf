import type { IncomingMessage } from 'node:http';
import {
  Provider,
  interactionPolicy,
  type AdapterPayload,
  type Configuration,
  type KoaContextWithOIDC,
} from 'oidc-provider';
import type { Clock, Log, Store } from '../../shared/ports.ts';
import type { KeysRecord } from '../../shared/records/accounts.ts';
import { keysOf } from '../../shared/vocabulary/table.ts';
import { scopeWords } from '../../shared/vocabulary/value-words.ts';
import { storeAdapter } from './adapter.ts';
import type { Directory, Machine, Person } from './directory.ts';
import { asking } from './request.ts';
import { freshSecret } from './secret.ts';
import { SESSION_SECONDS, type Sessions } from './sessions.ts';

/** The console as a client of the issuer, and what its tokens are for. */
export const CONSOLE = 'console';
export const AUDIENCE = 'archive-duty';
export const SCOPE = 'openid profile';

const MACHINE_SCOPES = keysOf(scopeWords);

/** A token of a person is renewed this often; its record is read at each. */
const TOKEN_SECONDS = 10 * 60;
const MACHINE_SECONDS = 15 * 60;
const CODE_SECONDS = 60;
const INTERACTION_SECONDS = 60 * 60;

export interface IssuerParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly directory: Directory;
  readonly sessions: Sessions;
  readonly origin: string;
  readonly keys: KeysRecord;
  readonly pages: IssuerPages;
}

/** What oidc-provider shows people. */
export interface IssuerPages {
  readonly error: (request: IncomingMessage) => string;
  readonly signOut: (request: IncomingMessage, form: string) => string;
  readonly signedOut: (request: IncomingMessage) => string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Claims by which the API knows a person. */
export const claimsOf = ({ sub, role, jurisdiction, unitId, office }: Person) => ({
  sub,
  role,
  jurisdiction,
  ...(unitId === undefined ? {} : { unitId }),
  ...(office === undefined ? {} : { office }),
});

export const machineClaims = ({ clientId, jurisdiction }: Machine) => ({
  sub: clientId,
  role: 'machine',
  jurisdiction,
});

/** The OIDC issuer of this machine: oidc-provider on the product’s own records. */
export function createIssuer(parts: IssuerParts): Provider {
  const { origin, directory } = parts;
  const provider: Provider = new Provider(
    origin,
    configurationOf(parts, () => provider),
  );
  provider.proxy = true;
  provider.Client.prototype.compareClientSecret = async function (actual: string) {
    return (await directory.authenticate(this.clientId, actual)) !== undefined;
  };
  provider.on('server_error', (_, error) => {
    parts.log('error', 'ISSUER_FAILED', 'The issuer of this machine failed to answer.', {
      error: String(error),
    });
  });
  return provider;
}

function configurationOf(parts: IssuerParts, provider: () => Provider): Configuration {
  const { store, clock, directory, sessions, origin, keys, pages } = parts;
  const policy = interactionPolicy.base();
  // Whoever has signed in has agreed: the console is the product itself.
  policy.remove('consent');
  return {
    adapter: storeAdapter(store, clock, {
      sessions,
      directory,
      findClient: async (id) => {
        const machine = await directory.machine(id);
        return machine && machineClient(machine);
      },
    }),
    clients: [consoleClient(origin)],
    jwks: { keys: keys.signing.map(({ jwk }) => jwk) },
    cookies: {
      keys: keys.cookies,
      names: { session: 'account', interaction: 'account_step', resume: 'account_resume' },
      long: { signed: true, httpOnly: true, sameSite: 'lax', path: '/' },
      short: { signed: true, httpOnly: true, sameSite: 'lax' },
    },
    routes: {
      authorization: '/oidc/auth',
      token: '/oidc/token',
      jwks: '/oidc/jwks',
      end_session: '/oidc/session/end',
      userinfo: '/oidc/me',
      revocation: '/oidc/revocation',
    },
    scopes: ['openid', 'profile', ...MACHINE_SCOPES],
    claims: { openid: ['sub'], profile: ['name', 'role', 'jurisdiction', 'unitId', 'office'] },
    clientAuthMethods: ['none', 'client_secret_basic', 'client_secret_post'],
    responseTypes: ['code'],
    pkce: { required: () => true },
    clientBasedCORS: (_, asked) => asked === origin,
    findAccount: async (_, sub) => {
      const person = await directory.bySub(sub);
      return person && { accountId: sub, claims: async () => ({ ...claimsOf(person), name: person.name }) };
    },
    extraTokenClaims: async (_, token) => {
      if (token.kind === 'ClientCredentials') {
        const machine = await directory.machine(token.clientId ?? '');
        return machine && machineClaims(machine);
      }
      const person = await directory.bySub(token.accountId);
      if (person !== undefined && token.sessionUid !== undefined)
        await sessions.used(person, token.sessionUid);
      return person && { ...claimsOf(person), name: person.name, sid: token.sessionUid };
    },
    expiresWithSession: () => true,
    issueRefreshToken: (_, client) => client.grantTypeAllowed('refresh_token'),
    rotateRefreshToken: true,
    loadExistingGrant: async ({ oidc: { session, client } }) => {
      const id = client && session?.grantIdFor(client.clientId);
      const known = id === undefined ? undefined : await provider().Grant.find(id);
      if (known !== undefined || client === undefined || session?.accountId === undefined) return known;
      const grant = new (provider().Grant)({ accountId: session.accountId, clientId: client.clientId });
      grant.addOIDCScope(SCOPE);
      await grant.save();
      return grant;
    },
    interactions: { policy, url: (_, { uid }) => `/account/sign-in/${uid}` },
    features: {
      devInteractions: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      dPoP: { enabled: false },
      userinfo: { enabled: true },
      clientCredentials: { enabled: true },
      revocation: { enabled: true },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => `${origin}/`,
        useGrantedResource: () => true,
        getResourceServerInfo: (_, __, client) => ({
          scope: MACHINE_SCOPES.join(' '),
          audience: AUDIENCE,
          accessTokenFormat: 'jwt',
          accessTokenTTL: client.clientId === CONSOLE ? TOKEN_SECONDS : MACHINE_SECONDS,
          jwt: { sign: { alg: 'ES256' } },
        }),
      },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: async (ctx, form) => {
          if (await endsAtOnce(ctx, parts)) return;
          ctx.set(pages.headers);
          ctx.body = pages.signOut(ctx.req, form);
        },
        postLogoutSuccessSource: (ctx) => {
          ctx.set(pages.headers);
          ctx.type = 'html';
          ctx.body = pages.signedOut(ctx.req);
        },
      },
    },
    renderError: (ctx) => {
      ctx.set(pages.headers);
      ctx.type = 'html';
      ctx.body = pages.error(ctx.req);
    },
    ttl: {
      AccessToken: TOKEN_SECONDS,
      ClientCredentials: MACHINE_SECONDS,
      AuthorizationCode: CODE_SECONDS,
      IdToken: TOKEN_SECONDS,
      Interaction: INTERACTION_SECONDS,
      Grant: SESSION_SECONDS,
      RefreshToken: SESSION_SECONDS,
      Session: (_, { loginTs }) =>
        loginTs === undefined
          ? INTERACTION_SECONDS
          : Math.max(1, loginTs + SESSION_SECONDS - Math.floor(clock.now() / 1000)),
    },
  };
}

/**
 * Who signs out in the console, with the ID token of this very sign-in, is not asked again: no other page has that
 * token. Without it, or with another person’s, the page asks. Returns whether the sign-in has ended.
 */
async function endsAtOnce(ctx: KoaContextWithOIDC, { directory, sessions }: IssuerParts): Promise<boolean> {
  const { session, entities, params } = ctx.oidc;
  const hint = entities.IdTokenHint?.payload;
  const home = params?.['post_logout_redirect_uri'];
  const { accountId, uid } = session ?? {};
  if (accountId === undefined || uid === undefined || hint?.['sub'] !== accountId || typeof home !== 'string')
    return false;
  const person = await directory.bySub(accountId);
  if (person !== undefined) await sessions.end(person, uid);
  await session?.destroy();
  ctx.cookies.set(ctx.oidc.provider.cookieName('session'), null, { path: '/', signed: true });
  const state = params?.['state'];
  const to = new URL(home);
  if (typeof state === 'string') to.searchParams.set('state', state);
  ctx.redirect(to.href);
  ctx.status = 303;
  return true;
}

const consoleClient = (origin: string) => ({
  client_id: CONSOLE,
  token_endpoint_auth_method: 'none' as const,
  grant_types: ['authorization_code', 'refresh_token'],
  response_types: ['code' as const],
  redirect_uris: [`${origin}/`],
  post_logout_redirect_uris: [`${origin}/`],
  scope: SCOPE,
  id_token_signed_response_alg: 'ES256' as const,
});

/** A machine sends its secret as it likes: in the header or in the form. */
function machineClient({ clientId, scopes }: Machine): AdapterPayload {
  const inHeader = asking.getStore()?.headers.authorization !== undefined;
  return {
    client_id: clientId,
    // The real one is compared by its hash.
    client_secret: freshSecret(),
    token_endpoint_auth_method: inHeader ? 'client_secret_basic' : 'client_secret_post',
    grant_types: ['client_credentials'],
    response_types: [],
    redirect_uris: [],
    scope: scopes.join(' '),
    id_token_signed_response_alg: 'ES256',
  };
}
