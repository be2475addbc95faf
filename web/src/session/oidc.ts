import { ErrorResponse, UserManager, WebStorageStateStore, type User } from 'oidc-client-ts';
import type { Config } from './config.ts';
import { forgetLeft, hasLeft } from './left.ts';
import { session } from './session.ts';

export type OidcConfig = Extract<Config, { signIn: 'oidc' }>;

/** Where people wanted to go before they were sent to the sign-in. */
const WANTED = 'archive-duty.wanted';
/** When this tab last went to the issuer by itself. */
const WENT = 'archive-duty.went';
/** A token that is refused so soon would send the tab to and fro for ever. */
const TOO_SOON_MILLISECONDS = 20_000;

let manager: UserManager | undefined;

/** Sign-in by code with PKCE. Tokens stay in this tab; a new tab gets its own from the issuer’s session. */
function managerOf({ issuer, clientId, scope }: OidcConfig): UserManager {
  if (manager) return manager;
  const home = `${location.origin}/`;
  manager = new UserManager({
    authority: issuer,
    client_id: clientId,
    redirect_uri: home,
    post_logout_redirect_uri: home,
    scope,
    automaticSilentRenew: true,
    stateStore: new WebStorageStateStore({ store: sessionStorage }),
    userStore: new WebStorageStateStore({ store: sessionStorage }),
  });
  manager.events.addUserLoaded(enter);
  // Only the issuer’s word ends the session here. When it cannot be reached, the token is used up to its end.
  manager.events.addSilentRenewError((error) => {
    if (error instanceof ErrorResponse) session.expire();
  });
  return manager;
}

/**
 * The API takes the access token if that has role and jurisdiction. Cognito writes them only into its ID token,
 * which the API accepts behind API Gateway.
 */
function enter(user: User): void {
  const entered = [user.access_token, user.id_token].some(
    (token) => token !== undefined && session.enter(token),
  );
  if (!entered) throw new NoClaims();
}

/** The account has no role or jurisdiction. */
export class NoClaims extends Error {
  override name = 'NoClaims';
}

export const isReturning = (): boolean =>
  new URLSearchParams(location.search).has('state') && location.pathname === '/';

/** Renews the tokens of this tab, also after it was loaded again. */
export const keepSignedIn = (config: OidcConfig): void => void managerOf(config);

/** Whether this tab may go to the sign-in without being asked to. */
export function goesByItself(): boolean {
  const went = Number(sessionStorage.getItem(WENT) ?? 0);
  return !hasLeft() && Date.now() - went > TOO_SOON_MILLISECONDS;
}

export async function goToSignIn(config: OidcConfig): Promise<void> {
  sessionStorage.setItem(WANTED, `${location.pathname}${location.search}`);
  sessionStorage.setItem(WENT, String(Date.now()));
  forgetLeft();
  await managerOf(config).signinRedirect();
}

let completing: Promise<void> | undefined;

/**
 * Exchanges the code with the issuer, once. The console first goes where the person wanted to be: a first page
 * that is shown for a moment would lead elsewhere. Throws when the issuer refused.
 */
export function completeSignIn(config: OidcConfig, go: (wanted: string) => Promise<void>): Promise<void> {
  completing ??= complete(config, go);
  return completing;
}

async function complete(config: OidcConfig, go: (wanted: string) => Promise<void>): Promise<void> {
  const answer = location.href;
  const wanted = sessionStorage.getItem(WANTED) ?? '/';
  sessionStorage.removeItem(WANTED);
  await go(wanted);
  await managerOf(config).signinCallback(answer);
}

/**
 * Ends the session at the issuer, too: on a shared computer the next click would otherwise sign the same person
 * in again. Without such a place at the issuer only this tab forgets the person.
 */
export async function signOut(config: OidcConfig): Promise<void> {
  const known = managerOf(config);
  const home = `${location.origin}/`;
  if (config.signOut !== undefined) {
    await known.removeUser();
    const asked = new URLSearchParams({ client_id: config.clientId, logout_uri: home });
    location.assign(`${config.signOut}?${asked.toString()}`);
    return;
  }
  const place = await known.metadataService.getEndSessionEndpoint().catch(() => undefined);
  if (place === undefined) await known.removeUser();
  else await known.signoutRedirect();
}
