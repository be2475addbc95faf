import { raise, type Raised } from '../../problems/raise.ts';

/** The same number however it is typed: 〔2026〕, [2026] and （2026） are equal, and spaces are ignored. */
export const plainNumber = (number: string): string =>
  number
    .normalize('NFKC')
    .replace(/\s/gu, '')
    .replace(/[〔【[({]/gu, '〔')
    .replace(/[〕】\])}]/gu, '〕');

const YEAR = '{year}';
const COUNT = '{n}';

/** Whether a pattern contains the place of the year and the place of the count, each once. */
export const isPattern = (pattern: string): boolean =>
  [YEAR, COUNT].every((place) => pattern.split(place).length === 2);

/** The pattern as plain text around its two places: braces are brackets to `plainNumber`. */
const parts = (pattern: string): readonly string[] =>
  pattern
    .split(/(\{year\}|\{n\})/u)
    .map((part) => (part === YEAR || part === COUNT ? part : plainNumber(part)));

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');

function matcher(pattern: string): RegExp {
  const places: Readonly<Record<string, string>> = { [YEAR]: '(?<year>\\d{4})', [COUNT]: '(?<n>\\d+)' };
  return new RegExp(
    `^${parts(pattern)
      .map((part) => places[part] ?? escaped(part))
      .join('')}$`,
    'u',
  );
}

/** The number of a pattern: 涉档责改〔2026〕3号 */
export const numberFor = (pattern: string, year: number, count: number): string =>
  pattern.replace(YEAR, String(year)).replace(COUNT, String(count));

/** The beginning of every number of a pattern and a year, in its plain form. */
export function stemOf(pattern: string, year: number): string {
  const [stem = ''] = parts(pattern)
    .map((part) => (part === YEAR ? String(year) : part))
    .join('')
    .split(COUNT);
  return stem;
}

/** The highest count of a pattern in a year, from the numbers that are taken; 0 before the first. */
export function lastCount(pattern: string, year: number, taken: readonly string[]): number {
  const own = matcher(pattern);
  const counts = taken.flatMap((number) => {
    const { year: of, n } = own.exec(plainNumber(number))?.groups ?? {};
    return of === String(year) && n !== undefined ? [Number(n)] : [];
  });
  return Math.max(0, ...counts);
}

/** Why a document issued in a year cannot have the number; undefined when it can. */
export function numberFlaw(number: string, pattern: string | undefined, year: number): Raised | undefined {
  const plain = plainNumber(number);
  if (pattern !== undefined && !matcher(pattern).test(plain))
    return raise('document.number-form', { number, example: numberFor(pattern, year, 1) });
  const named =
    pattern === undefined ? /〔(\d{4})〕/u.exec(plain)?.[1] : matcher(pattern).exec(plain)?.groups?.['year'];
  if (named === undefined) return raise('document.number-without-year', { number, year });
  return named === String(year) ? undefined : raise('document.number-year', { number, year });
}
