/**
 * A text that a spreadsheet would run as a formula when it opens a CSV file gets an apostrophe in front. So
 * does a text that already begins with apostrophes before such a character. Reading removes exactly one
 * apostrophe.
 */
const risky = /^'*[=+\-@\t\r\n＝＋－＠]/u;

export const guarded = (text: string): string => (risky.test(text) ? `'${text}` : text);

export const unguarded = (text: string): string =>
  text.startsWith("'") && risky.test(text) ? text.slice(1) : text;
