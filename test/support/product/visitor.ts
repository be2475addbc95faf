import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import { createClient, type Client } from './client.ts';

/** A page as a browser gets it. */
export interface Seen {
  readonly status: number;
  readonly text: string;
  readonly location: string | undefined;
  /** The path of the page. */
  readonly at: string;
  readonly headers: Headers;
}

/** A browser without scripts: it keeps cookies, sends forms and follows where it is led. */
export interface Visitor {
  readonly get: (path: string) => Promise<Seen>;
  readonly post: (
    path: string,
    form: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<Seen>;
  /** Follows redirections within the site until a page, or until an address with a code. */
  readonly follow: (seen: Seen) => Promise<Seen>;
  /** The value of a hidden field of a page. */
  readonly hidden: (seen: Seen, name: string) => string;
  /** Begins the sign-in of the console: the page that is asked first, or the tokens where none is. */
  readonly begin: () => Promise<Seen>;
  /** Exchanges the code at the end of a sign-in. */
  readonly tokens: (seen: Seen) => Promise<Tokens>;
  readonly refresh: (token: string) => Promise<{ readonly status: number; readonly tokens?: Tokens }>;
  readonly client: (tokens: Tokens) => Client;
}

const tokensShape = z.object({
  access_token: z.string(),
  id_token: z.string(),
  refresh_token: z.string(),
  expires_in: z.number(),
});

export type Tokens = z.infer<typeof tokensShape>;

const MOST_STEPS = 8;

export function createVisitor(origin: string): Visitor {
  const jar = new Map<string, { readonly value: string; readonly path: string }>();
  const verifier = randomBytes(32).toString('base64url');
  const keep = (line: string): void => {
    const [pair = '', ...rest] = line.split(';').map((part) => part.trim());
    const [name = '', ...value] = pair.split('=');
    const path = rest.find((part) => part.toLowerCase().startsWith('path='))?.slice(5) ?? '/';
    const gone = rest.some((part) => /^max-age=0$|^expires=Thu, 01 Jan 1970/i.test(part));
    if (gone) jar.delete(`${name} ${path}`);
    else jar.set(`${name} ${path}`, { value: value.join('='), path });
  };
  const cookiesFor = (path: string): string =>
    [...jar]
      .filter(([, { path: under }]) => path === under || path.startsWith(under.replace(/\/?$/, '/')))
      .map(([name, { value }]) => `${name.split(' ')[0] ?? ''}=${value}`)
      .join('; ');
  const ask = async (path: string, init: RequestInit = {}): Promise<Seen> => {
    const { pathname } = new URL(path, origin);
    const headers = new Headers(init.headers);
    headers.set('cookie', cookiesFor(pathname));
    const answer = await fetch(new URL(path, origin), { ...init, headers, redirect: 'manual' });
    for (const line of answer.headers.getSetCookie()) keep(line);
    const location = answer.headers.get('location') ?? undefined;
    return {
      status: answer.status,
      text: await answer.text(),
      location,
      at: pathname,
      headers: answer.headers,
    };
  };
  const pathOf = (location: string): string => {
    const url = new URL(location, origin);
    return `${url.pathname}${url.search}`;
  };
  const follow: Visitor['follow'] = async (seen) => {
    let last = seen;
    for (let step = 0; step < MOST_STEPS && last.location !== undefined; step += 1) {
      if (new URL(last.location, origin).searchParams.has('code')) return last;
      last = await ask(pathOf(last.location));
    }
    return last;
  };
  const exchange = async (form: Readonly<Record<string, string>>) => {
    const answer = await fetch(new URL('/oidc/token', origin), {
      method: 'POST',
      body: new URLSearchParams({ client_id: 'console', ...form }),
    });
    return { status: answer.status, body: await answer.json() };
  };
  return {
    get: (path) => ask(path),
    post: (path, form, headers = {}) =>
      ask(path, { method: 'POST', body: new URLSearchParams({ ...form }), headers: { origin, ...headers } }),
    follow,
    hidden: ({ text }, name) =>
      new RegExp(`<input type="hidden" name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? '',
    begin: async () => {
      const query = new URLSearchParams({
        client_id: 'console',
        response_type: 'code',
        redirect_uri: `${origin}/`,
        scope: 'openid profile',
        state: 'a-state',
        code_challenge: createHash('sha256').update(verifier).digest('base64url'),
        code_challenge_method: 'S256',
      });
      return follow(await ask(`/oidc/auth?${query.toString()}`));
    },
    tokens: async ({ location = '' }) => {
      const code = new URL(location, origin).searchParams.get('code') ?? '';
      const form = {
        grant_type: 'authorization_code',
        redirect_uri: `${origin}/`,
        code,
        code_verifier: verifier,
      };
      return tokensShape.parse((await exchange(form)).body);
    },
    refresh: async (token) => {
      const { status, body } = await exchange({ grant_type: 'refresh_token', refresh_token: token });
      return status === 200 ? { status, tokens: tokensShape.parse(body) } : { status };
    },
    client: ({ access_token: token }) => createClient(origin, token),
  };
}
