import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonical } from '../canonical.ts';

/** SHA-256 as the draws use it: the same on a server, in a tool and in a browser. */
export const digest = (...parts: readonly Uint8Array[]): Uint8Array => sha256(concatBytes(...parts));

export const hex = bytesToHex;
export const textBytes = utf8ToBytes;

/** The bytes of lower-case or upper-case hexadecimal digits; undefined when the text is not hexadecimal. */
export function bytesOf(text: string): Uint8Array | undefined {
  return /^(?:[0-9a-fA-F]{2})+$/.test(text) ? hexToBytes(text.toLowerCase()) : undefined;
}

/** A whole number as 4 or 8 bytes, highest byte first. */
export function numberBytes(value: number, length: 4 | 8): Uint8Array {
  const bytes = new Uint8Array(length);
  let rest = value;
  for (let place = length - 1; place >= 0; place -= 1) {
    bytes[place] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  return bytes;
}

/** The hash of a content: SHA-256 of its canonical JSON in UTF-8, hexadecimal. */
export const hashOf = (content: unknown): string => hex(digest(textBytes(canonical(content))));
