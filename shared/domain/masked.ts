/**
 * A text without mail addresses and telephone numbers, for log lines and for answers of providers. A mark shows
 * that something was removed.
 */
export function masked(text: string): string {
  return text.replace(MAIL, '***@***').replace(NUMBER, '***');
}

const D = '[0-9０-９]';
/**
 * Also the forms in addresses of pages: %40, and with `=` the form in which bounce addresses contain another
 * one. A domain must have a dot, so that names of packages stay.
 */
const MAIL = /[\w.!#$%&'*+=?^`{|}~-]+(?:[@＠]|%40)[a-z0-9-]+(?:[.．][a-z0-9-]+)+/giu;
/** Mobiles with and without +86, numbers with an area code, international numbers; in any usual grouping. */
const NUMBER = new RegExp(
  [
    `(?<!${D})(?:\\+|%2B)?(?:[0０]{0,2}[8８][6６][ -]?)?[1１](?:[ -]?${D}){10}(?!${D})`,
    `(?<!${D})[(（]?[0０]${D}{2,3}[)）]?[ -]?${D}{3,4}[ -]?${D}{4}(?!${D})`,
    `[+＋]${D}(?:[ -]?${D}){6,14}(?!${D})`,
  ].join('|'),
  'gu',
);

/** The fields of a log line, with every text in them masked, at any depth. */
export const maskedFields = (
  fields: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, maskedValue(value)]));

function maskedValue(value: unknown): unknown {
  if (typeof value === 'string') return masked(value);
  if (Array.isArray(value)) return value.map(maskedValue);
  if (typeof value !== 'object' || value === null) return value;
  return maskedFields({ ...value });
}
