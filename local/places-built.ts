import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { places as ofSources } from './places.ts';

/** This code may lie in the folder itself, or in a part that several programs share, one folder below. */
const base = existsSync(new URL('console', import.meta.url)) ? './' : '../';
const at = (path: string): string => fileURLToPath(new URL(base + path, import.meta.url));

/** The same in the folder that `npm run build` makes: everything lies beside the programs. */
export const places: Readonly<Record<keyof typeof ofSources, string>> = {
  console: at('console'),
  pages: at('pages'),
  accountStyle: at('account.css'),
  manifest: at('package.json'),
};
