import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { json, type Answered } from './answered.ts';
import type { Asset } from './assets.ts';
import { consoleConfig, consoleFile, consoleHeaders, DOCS, unbuilt, type Console } from './console.ts';

export interface Served {
  /** The pages of the simulation: the mailbox. */
  readonly pages: string;
  /** The console; undefined when only the API is served. */
  readonly console?: Console | undefined;
}

const pageHeaders = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; connect-src 'self'; frame-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-cache',
};

const pageTypes: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
};

/** The page or file at an address; undefined when there is none. */
export const pageFor = (options: Served, path: string): Answered | Asset | undefined =>
  pageOf(options, path) ?? ofConsole(options, path);

function pageOf(options: Served, path: string): Answered | Asset | undefined {
  if (path !== '/mailbox' && !path.startsWith('/pages/')) return undefined;
  const name = path === '/mailbox' ? 'mailbox.html' : path.replace(/^\/pages\//, '');
  if (!/^[a-z-]+\.(html|css|js)$/.test(name)) return undefined;
  const file = join(options.pages, name);
  const type = pageTypes[name.split('.').at(-1) ?? ''] ?? 'text/plain';
  return existsSync(file) ? { file, headers: { ...pageHeaders, 'content-type': type } } : undefined;
}

const LASTING = 'public, max-age=31536000, immutable';

/** The console’s files, and how to sign in, for the time before anybody has. */
function ofConsole({ console: served }: Served, path: string): Answered | Asset | undefined {
  if (!served) return undefined;
  if (path === '/config.json') return json(200, consoleConfig(served));
  const headers = consoleHeaders(served);
  const found = consoleFile(served, path);
  if (found) {
    const cache = found.lasting ? LASTING : 'no-cache';
    return { file: found.file, headers: { ...headers, 'content-type': found.type, 'cache-control': cache } };
  }
  if (path !== '/' && path !== DOCS) return undefined;
  return {
    status: 200,
    headers: { ...headers, 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' },
    body: unbuilt,
  };
}
