/**
 * A text that a spreadsheet would run as a formula when it opens a CSV file gets an apostrophe before it, and so
 * does one that already begins with apostrophes before such a mark: reading takes exactly one away again.
 */
const risky = /^'*[=+\-@\t\r\n＝＋－＠]/u;

export const guarded = (text: string): string => (risky.test(text) ? `'${text}` : text);

export const unguarded = (text: string): string =>
  text.startsWith("'") && risky.test(text) ? text.slice(1) : text;
