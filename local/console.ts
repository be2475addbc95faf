import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { jurisdictionView } from '../shared/usecases/views.ts';
import { jurisdictions } from '../shared/rules/catalogue.ts';
import { CONSOLE, SCOPE } from './accounts/issuer.ts';

/** How people sign in: by choosing a role, with accounts of this machine, or at another OIDC issuer. */
export type SignIn =
  | { readonly kind: 'local' }
  | { readonly kind: 'own'; readonly origin: () => string }
  | { readonly kind: 'oidc'; readonly issuer: string; readonly clientId: string };

export interface Console {
  /** The output of `npm run web:build`. */
  readonly built: string;
  readonly signIn: SignIn;
  /** Channels that are not connected. Every page mentions them. */
  readonly unconnected?: readonly string[];
}

export interface ConsoleFile {
  readonly file: string;
  readonly type: string;
  /** Its name changes with its content. */
  readonly lasting: boolean;
}

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  woff2: 'font/woff2',
};

/** The page of the API’s description. */
export const DOCS = '/v1/docs';

/** The file for an address: a built one, or the one document that all addresses of the console share. */
export function consoleFile({ built }: Console, path: string): ConsoleFile | undefined {
  const asset = /^\/assets\/[\w.-]+\.(\w+)$/.exec(path);
  if (asset) {
    const file = join(built, path);
    const type = types[asset[1] ?? ''];
    if (type === undefined || !existsSync(file) || !statSync(file).isFile()) return undefined;
    return { file, type, lasting: true };
  }
  const file = join(built, path === DOCS ? 'docs.html' : 'index.html');
  return existsSync(file) && (path === DOCS || isAddress(path))
    ? { file, type: types['html'] ?? 'text/html', lasting: false }
    : undefined;
}

/** An id may contain a dot. Only an address that ends like a file is not an address of the console. */
function isAddress(path: string): boolean {
  const known = ['/v1/', '/local/', '/health', '/ready', '/metrics', '/assets/'];
  return (
    !known.some((start) => path.startsWith(start)) && !/\.(js|css|html|json|ico|map|txt|png|svg)$/.test(path)
  );
}

/** What the console asks for before anybody has signed in. */
export function consoleConfig({ signIn, unconnected = [] }: Console): object {
  const said = unconnected.length === 0 ? {} : { unconnected };
  switch (signIn.kind) {
    case 'local':
      return { signIn: 'local', jurisdictions: jurisdictions.map(jurisdictionView), ...said };
    case 'own':
      return {
        signIn: 'oidc',
        issuer: signIn.origin(),
        clientId: CONSOLE,
        scope: SCOPE,
        account: '/account',
        ...said,
      };
    case 'oidc': {
      const { issuer, clientId } = signIn;
      return { signIn: 'oidc', issuer, clientId, scope: SCOPE, ...said };
    }
  }
}

/** As strict as in CloudFront (`infra/web-stack.ts`); components set styles on their elements. */
export function consoleHeaders({ signIn }: Console): Record<string, string> {
  const issuer = signIn.kind === 'oidc' ? ` ${new URL(signIn.issuer).origin}` : '';
  return {
    'content-security-policy': [
      `default-src 'none'`,
      `script-src 'self'`,
      `style-src 'self' 'unsafe-inline'`,
      `img-src 'self' data:`,
      `font-src 'self'`,
      `connect-src 'self'${issuer}`,
      `form-action 'self'${issuer}`,
      `base-uri 'none'`,
      `frame-ancestors 'none'`,
    ].join('; '),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
  };
}

/** Shown instead of the console until it is built. */
export const unbuilt = `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><title>档案监管期限与通知平台</title><link rel="icon" href="data:,"></head>
<body>
<h1>控制台尚未构建</h1>
<p>接口已经可用。请运行 <code>npm run web:build</code>，然后刷新本页。</p>
<p lang="en">The console is not built yet; the API is up. Run <code>npm run web:build</code> and reload this page.</p>
</body>
</html>
`;
