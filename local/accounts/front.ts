import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { places } from '#places';
import type { Provider } from 'oidc-provider';
import type { Deps } from '../../shared/usecases/deps.ts';
import type { Answered } from '../answered.ts';
import type { Verify } from '../oidc.ts';
import type { Trusts } from '../trust.ts';
import type { AccountsHere } from './accounts.ts';
import { createFlow } from './flow.ts';
import { createIssuer, type IssuerPages } from './issuer.ts';
import { issuerKeys } from './keys.ts';
import { ownAnswer } from './own-account.ts';
import { TooBusy } from './password.ts';
import { document, goTo, Html, html, pageHeaders, shown } from './pages/html.ts';
import { plainPage } from './pages/steps.ts';
import { wordsOf } from './pages/words.ts';
import { createPost } from './post.ts';
import { asking, asPublic, callerOf, isOwnForm } from './request.ts';
import { setUpAnswer, type Changing } from './set-up.ts';
import { invitationAnswer, linkAnswer, signInAnswer } from './sign-in.ts';
import { openOwn } from './verify.ts';
import { goneAnswer, languageFor, wordsFor, type Desk, type Visit } from './visit.ts';

/** What the server asks: the OIDC protocol answers by itself, the pages return their answers. */
export interface Front {
  readonly isProtocol: (path: string) => boolean;
  readonly isPage: (path: string) => boolean;
  readonly protocol: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  readonly page: (request: IncomingMessage, response: ServerResponse, body: string) => Promise<Answered>;
  /** Leads from another name of this machine to the one that the issuer has. */
  readonly elsewhere: (request: IncomingMessage, isPage: boolean) => Answered | undefined;
  readonly tooLarge: (request: IncomingMessage) => Answered;
  readonly verify: Verify;
  /** Looks for what has expired, and whether a fresh key is to sign. */
  readonly tend: () => Promise<void>;
}

interface Parts {
  readonly here: AccountsHere;
  readonly deps: Deps;
  readonly changing: Changing;
  readonly trusts: Trusts;
}

export async function openFront({ here, deps, changing, trusts }: Parts): Promise<Front> {
  const { store, clock, log, origin } = here;
  let keys = await issuerKeys(store, clock);
  let verify = openOwn({ ...here, keys });
  let made: Provider | undefined;
  const provider = (): Provider =>
    (made ??= createIssuer({ ...here, origin: origin(), keys, pages: issuerPages }));
  const post = createPost({ channels: deps.channels, clock, log });
  const desk: Desk = { here, flow: createFlow({ ...here, post }), provider };
  const site = () => ({ origin: origin(), trusts });
  return {
    isProtocol: (path) => path.startsWith('/oidc/') || path === '/.well-known/openid-configuration',
    isPage: (path) => path === '/account' || path.startsWith('/account/'),
    protocol: async (request, response) => {
      asPublic(request, site());
      await asking.run(request, () => provider().callback()(request, response));
    },
    page: async (request, response, body) => {
      asPublic(request, site());
      const visit = visitOf(request, response, { body, caller: callerOf(request, site()) });
      if (visit.method === 'POST' && !isOwnForm(request, site())) return failed(visit, 403);
      const answered = asking.run(request, () => pageAnswer(desk, visit, { deps, changing }));
      return answered.catch((error: unknown) => {
        if (error instanceof TooBusy) return busy(visit);
        throw error;
      });
    },
    elsewhere: (request, isPage) => {
      const { host } = new URL(origin());
      const path = request.url ?? '/';
      if (request.headers.host === host || !(isPage || path.startsWith('/account'))) return undefined;
      return goTo(`${origin()}${path}`);
    },
    tooLarge: (request) => {
      const [language, words] = [languageFor(request), wordsFor(request)];
      return shown(language, plainPage(language, words.failed, words.weak.long), 413);
    },
    verify: (token) => verify(token),
    tend: async () => {
      await here.tidy();
      const present = await issuerKeys(store, clock);
      if (present.version === keys.version) return;
      keys = present;
      made = undefined;
      verify = openOwn({ ...here, keys });
    },
  };
}

function visitOf(
  request: IncomingMessage,
  response: ServerResponse,
  { body, caller }: { readonly body: string; readonly caller: string },
): Visit {
  const { pathname } = new URL(request.url ?? '/', 'http://local');
  const language = languageFor(request);
  return {
    request,
    response,
    method: request.method === 'POST' ? 'POST' : 'GET',
    parts: pathname.split('/').slice(2),
    form: new URLSearchParams(body),
    language,
    words: wordsOf(language),
    caller,
  };
}

const style = readFileSync(places.accountStyle, 'utf8');

async function pageAnswer(
  desk: Desk,
  visit: Visit,
  at: { readonly deps: Deps; readonly changing: Changing },
): Promise<Answered> {
  const [name = '', rest, ...more] = visit.parts;
  if (more.length > 0) return goneAnswer(visit);
  switch (rest === undefined ? name : `${name}/`) {
    case '':
      return ownAnswer(desk, visit);
    case 'style.css':
      return { status: 200, headers: styleHeaders, body: style };
    case 'setup':
      return setUpAnswer(desk, visit, at);
    case 'sign-in/':
      return signInAnswer(desk, visit);
    case 'link/':
      return linkAnswer(desk, visit);
    case 'invitation/':
      return invitationAnswer(desk, visit);
    default:
      return goneAnswer(visit);
  }
}

const styleHeaders = {
  'content-type': 'text/css; charset=utf-8',
  'cache-control': 'no-cache',
  'x-content-type-options': 'nosniff',
};

const failed = ({ language, words }: Visit, status: number): Answered =>
  shown(language, plainPage(language, words.failed, words.failedHint), status);

function busy({ language, words }: Visit): Answered {
  const answered = shown(language, plainPage(language, words.failed, words.busy), 503);
  return { ...answered, headers: { ...answered.headers, 'retry-after': '10' } };
}

/** The few pages of oidc-provider, with ours around them. */
const issuerPages: IssuerPages = {
  headers: pageHeaders,
  error: (request) => {
    const [language, words] = [languageFor(request), wordsFor(request)];
    return document(language, plainPage(language, words.failed, words.failedHint));
  },
  signOut: (request, form) => {
    const [language, words] = [languageFor(request), wordsFor(request)];
    const open = new Html(form.replace('</form>', ''));
    const yes = html`<button type="submit" name="logout" value="yes">${words.signOut}</button>`;
    const body = html`<p>${words.signOutAsk}</p>${open}${yes}</form><a href="/">${words.stay}</a>`;
    return document(language, { title: words.signOut, body });
  },
  signedOut: (request) => {
    const [language, words] = [languageFor(request), wordsFor(request)];
    return document(language, plainPage(language, words.signOut, words.signedOut));
  },
};
