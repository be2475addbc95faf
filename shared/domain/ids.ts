import { createHash } from 'node:crypto';
import { plainCode } from './code.ts';

/** A short, stable id computed from the meaning: 128 bits of SHA-256 over the parts, in lower-case base 32. */
export function idOf(...parts: readonly string[]): string {
  const digest = createHash('sha256').update(JSON.stringify(parts)).digest();
  return base32(digest.subarray(0, 16));
}

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

function base32(bytes: Uint8Array): string {
  let text = '';
  let bits = 0;
  let value = 0;
  for (const byte of bytes) {
    value = (value << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      text += ALPHABET[(value >>> (bits - 5)) & 31] ?? '';
      bits -= 5;
    }
    value &= (1 << bits) - 1;
  }
  return bits > 0 ? text + (ALPHABET[(value << (5 - bits)) & 31] ?? '') : text;
}

/** The hash of a text. A text is stored once, however often it is sent. */
export function contentHash(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('hex');
}

/** A subject’s id, computed from jurisdiction, kind and code, so that a code cannot be taken twice. */
export function subjectIdOf(jurisdiction: string, kind: string, code: string): string {
  return idOf('subject', jurisdiction, kind, plainCode(code));
}

/** `<subject>.<hash>`: the id contains the subject, so that the item can be found by the id alone. */
export function obligationIdOf(subjectId: string, ruleId: string, key: string): string {
  return `${subjectId}.${idOf('obligation', ruleId, key).slice(0, 13)}`;
}

/** The subject in the id of an obligation or a notice. */
export function subjectOfId(id: string): string | undefined {
  const [subject, rest] = id.split('.');
  return rest === undefined ? undefined : subject;
}
