import { raise, type Raised } from '../problems/raise.ts';

/**
 * The one place that says which characters a text may hold. The API, imports and feeds ask it of what comes in;
 * what is written into files asks it of what was stored before it asked.
 */

/** Control characters but tab and line breaks, and code points that stand for no character: no file carries them. */
const CONTROL =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\p{Noncharacter_Code_Point}]/u;
/** They turn the direction of what follows, so that a text reads otherwise than it is stored. */
const DIRECTION = /[\u202a-\u202e\u2066-\u2069]/u;
/** One half of a character of two; with the flag u a whole character does not match. */
const HALF = /[\ud800-\udfff]/u;
/** What a decoder writes in place of bytes that it cannot read. */
const DAMAGED = '\ufffd';

/**
 * Marks that nobody sees and that make two equal texts differ: joiners, fillers, soft hyphens, tags, marks of
 * direction. Variation selectors stay, as names of people may need them.
 */
const UNSEEN =
  /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0\u{e0000}-\u{e007f}]/gu;

/** All that is refused, for taking it away where a text was stored before it was refused. */
const UNFIT = new RegExp(`${CONTROL.source}|${DIRECTION.source}|${HALF.source}`, 'gu');

/** Why no file can carry a text; undefined where it can. */
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

/** A text as it is stored: composed (Unicode NFC) and without marks that nobody sees. Line breaks stay, as `\n`. */
export const plainText = (text: string): string =>
  text
    .normalize('NFC')
    .replace(UNSEEN, '')
    .replace(/\r\n?|\u2028|\u2029|\u0085/gu, '\n');

/** A text of any age, fit for a file: what would be refused today is left out. */
export const fitText = (text: string): string => text.replace(UNFIT, '');
