import { fileURLToPath } from 'node:url';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** Where the files lie that the code reads beside itself. `npm run build` takes places-built.ts instead. */
export const places = {
  /** The output of `npm run web:build`. */
  console: at('../web/dist'),
  /** The pages of the simulation. */
  pages: at('pages'),
  accountStyle: at('accounts/pages/style.css'),
  manifest: at('../package.json'),
} as const;
