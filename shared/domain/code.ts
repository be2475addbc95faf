import { plainText } from './text.ts';

/** On one line: without stray spaces of any width and marks that nobody sees. */
export const clean = (text: string): string => plainText(text).replace(/\s+/gu, ' ').trim();

/**
 * A code as it is stored and looked up, however it came in: full-width letters, digits and marks are the plain
 * ones (ＡＢ１２ is AB12, Unicode NFKC), and spaces around it are none of it.
 */
export const plainCode = (text: string): string => clean(text.normalize('NFKC'));
