/** How numbers of a style are shown. */
export interface NumberFormat {
  /** True for a day or a time. */
  readonly date: boolean;
  /** The format code, if it is not the general one. */
  readonly code: string | undefined;
}

export const GENERAL: NumberFormat = { date: false, code: undefined };

/** Formats of dates that need no definition: ECMA-376 part 1, 18.8.30, those of East Asia included. */
const dates = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** Other formats without a definition: the same page. */
const codes: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  37: '#,##0 ;(#,##0)',
  38: '#,##0 ;[Red](#,##0)',
  39: '#,##0.00;(#,##0.00)',
  40: '#,##0.00;[Red](#,##0.00)',
  48: '##0.0E+0',
};

export const builtIn = (id: number): NumberFormat => ({ date: dates(id), code: codes[id] });

/** A format code shows a date if it has date letters outside quotation marks and brackets. */
export const ownFormat = (code: string): NumberFormat => ({
  date: /[ymdhs年月日]/iu.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\.|_.|\*./g, '').replace(/general/giu, '')),
  code: /^(?:general|@|)$/iu.test(code.trim()) ? undefined : code,
});

export const isPercentage = (code: string): boolean => /%/.test(code.replace(/"[^"]*"|\\./g, ''));

type Token =
  { readonly kind: 'literal'; readonly text: string } | { readonly kind: 'digit'; readonly always: boolean };

/**
 * A whole number as the sheet shows it: 431 under `000000` is 000431, 12345678 under `0000-0000` is 1234-5678.
 * Undefined when the format does more than write the digits: thousands separators, fractions, conditions.
 */
export function shownNumber(value: number, code: string): string | undefined {
  if (!Number.isSafeInteger(value) || value < 0) return undefined;
  const tokens = tokensOf(code);
  if (!tokens?.some(({ kind }) => kind === 'digit')) return undefined;
  const places = tokens.filter(({ kind }) => kind === 'digit').length;
  const digits = String(value);
  let left = digits.length;
  let place = places;
  const shown: string[] = [];
  for (const token of tokens.toReversed()) {
    if (token.kind === 'literal') {
      shown.unshift(token.text);
      continue;
    }
    place -= 1;
    // The first place takes all digits that are left.
    const taken = place === 0 ? digits.slice(0, left) : digits.slice(Math.max(0, left - 1), left);
    left = place === 0 ? 0 : Math.max(0, left - 1);
    shown.unshift(taken === '' && token.always ? '0' : taken);
  }
  return shown.join('').trim();
}

/** The part of a code for numbers from zero on; undefined when it has more than digits and texts. */
function tokensOf(code: string): Token[] | undefined {
  const tokens: Token[] = [];
  const parts = /"([^"]*)"|\\(.)|_.|\*.|\[([^\]]*)\]|([0#?])|(;)|(.)/gsu;
  for (const [, quoted, escaped, bracket, digit, end, other] of code.matchAll(parts)) {
    if (end !== undefined) break;
    if (digit !== undefined) tokens.push({ kind: 'digit', always: digit === '0' });
    else if (quoted !== undefined || escaped !== undefined)
      tokens.push({ kind: 'literal', text: quoted ?? escaped ?? '' });
    else if (bracket !== undefined) {
      // Colours and languages change no digit; conditions and Chinese numerals do.
      if (!/^(?:\$.*|[a-z]+|color ?\d+|红色|黑色|蓝色)$/iu.test(bracket)) return undefined;
    } else if (other !== undefined) {
      if (!/[-\s()/:+$¥￥]/u.test(other)) return undefined;
      tokens.push({ kind: 'literal', text: other });
    }
  }
  return tokens;
}
