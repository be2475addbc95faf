import { plainText } from './text.ts';

/** The text on one line, without surplus spaces of any width and invisible marks. */
export const clean = (text: string): string => plainText(text).replace(/\s+/gu, ' ').trim();

/**
 * A code as it is stored and looked up, however it was entered: full-width letters, digits and marks become
 * plain ones (ＡＢ１２ becomes AB12, Unicode NFKC), and surrounding spaces are removed.
 */
export const plainCode = (text: string): string => clean(text.normalize('NFKC'));
