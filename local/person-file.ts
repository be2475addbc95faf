import { readFileSync } from 'node:fs';

/**
 * The text of a file that a person may have opened and saved: UTF-8 with or without a byte order mark, or
 * UTF-16 with one, as Windows programs write it. Throws when it is none of these.
 */
export function textOfFile(path: string): string {
  const bytes = readFileSync(path);
  const [first, second] = bytes;
  const wide =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(wide, { fatal: true }).decode(bytes);
}

export const jsonOfFile = (path: string): unknown => JSON.parse(textOfFile(path));
