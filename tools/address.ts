import { ToldError } from '../local/told-error.ts';

/** The value of `--url`. A word without http:// is refused, and the message names it. */
export function address(text: string): string {
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text;
  throw new ToldError(
    `--url ${text} is no address: write it with http:// or https://, for instance http://127.0.0.1:3000.`,
  );
}
