import { ToldError } from '../local/told-error.ts';

/** What `--url` says; a word without http:// is refused by name. */
export function address(text: string): string {
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text;
  throw new ToldError(
    `--url ${text} is no address: write it with http:// or https://, for instance http://127.0.0.1:3000.`,
  );
}
