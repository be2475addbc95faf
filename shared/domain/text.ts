import { raise, type Raised } from '../problems/raise.ts';

/**
 * The only module that says which characters a text may contain. The API, imports and feeds use it for what
 * comes in. Writers of files use it for texts stored before it existed.
 */

/**
 * Control characters except tab and line breaks, and code points that are not characters: no file can contain
 * them.
 */
const CONTROL =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\p{Noncharacter_Code_Point}]/u;
/** Marks that change the direction of the text after them, so that it reads differently from what is stored. */
const DIRECTION = /[\u202a-\u202e\u2066-\u2069]/u;
/** One half of a surrogate pair. With the flag `u` a whole character does not match. */
const HALF = /[\ud800-\udfff]/u;
/** What a decoder writes in place of bytes that it cannot read. */
const DAMAGED = '\ufffd';

/**
 * Invisible marks that make two equal texts differ: joiners, fillers, soft hyphens, tags, direction marks.
 * Variation selectors stay, because names of people may need them.
 */
const UNSEEN =
  /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0\u{e0000}-\u{e007f}]/gu;

/** All refused characters, for removing them from texts stored before they were refused. */
const UNFIT = new RegExp(`${CONTROL.source}|${DIRECTION.source}|${HALF.source}`, 'gu');

/** Why a text cannot be in a file; undefined when it can. */
export function textFlaw(text: string): Raised | undefined {
  const control = CONTROL.exec(text)?.[0];
  if (control !== undefined) return raise('text.control', { character: codePoint(control) });
  const direction = DIRECTION.exec(text)?.[0];
  if (direction !== undefined) return raise('text.direction', { character: codePoint(direction) });
  if (HALF.test(text)) return raise('text.half');
  return text.includes(DAMAGED) ? raise('text.damaged') : undefined;
}

const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** A text as it is stored: composed (Unicode NFC) and without invisible marks. Line breaks stay, as `\n`. */
export const plainText = (text: string): string =>
  text
    .normalize('NFC')
    .replace(UNSEEN, '')
    .replace(/\r\n?|\u2028|\u2029|\u0085/gu, '\n');

/** A text of any age, made fit for a file: characters that would be refused today are removed. */
export const fitText = (text: string): string => text.replace(UNFIT, '');
