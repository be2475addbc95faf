import { plainCode } from './code.ts';

/** The only module that reads telephone numbers and mail addresses. */

const DASHES = /[\u2010-\u2015\u2212]/gu;

/**
 * Returns a mobile number of mainland China as its eleven digits, however it is spelt: `1` and ten digits,
 * after +86, 0086, 86, spaces, dashes and brackets have been removed. Undefined for any other number, because
 * an SMS does not reach it.
 */
export function mobileOf(text: string): string | undefined {
  const number = telephoneOf(text)
    .replace(/[\s()-]/gu, '')
    .replace(/^(?:\+86|0086|86)(?=1\d{10}$)/u, '');
  return /^1\d{10}$/u.test(number) ? number : undefined;
}

/** Any other number as it is stored: unchanged except for plain digits and dashes. */
export const telephoneOf = (text: string): string => plainCode(text).replace(DASHES, '-');

/** Whether a text can be a telephone number: 0319-7654321转802, (010) 8888 8888、8889. */
export const isTelephone = (text: string): boolean =>
  /^[+(\d](?:[\d\s()+\-/,;、.#*]|转|分机|ext)*$/iu.test(telephoneOf(text)) &&
  telephoneOf(text).replace(/\D/gu, '').length >= 3;

/** A mail address as it is stored: plain letters, without surrounding spaces. */
export const emailOf = (text: string): string => plainCode(text);

/** A key that is the same for all spellings of an address. */
export const addressKey = (to: string): string =>
  to.includes('@') || to.includes('＠') ? emailOf(to).toLowerCase() : (mobileOf(to) ?? telephoneOf(to));

interface Numbers {
  readonly mobile?: string | undefined;
  readonly telephone?: string | undefined;
}

/**
 * Puts the numbers of a person in their places: notices go only to a mobile. Another number given as the mobile
 * becomes the telephone, beside the one already there; a mobile given as the telephone becomes the mobile if
 * there is none. Nothing is lost.
 */
export function placedNumbers({ mobile = '', telephone = '' }: Numbers): {
  readonly mobile?: string;
  readonly telephone?: string;
} {
  const reached = mobileOf(mobile) ?? mobileOf(telephone);
  const others = [telephone, mobile].filter(
    (number) => number !== '' && (reached === undefined || mobileOf(number) !== reached),
  );
  const rest = [...new Set(others.map(telephoneOf))].join('、');
  return {
    ...(reached === undefined ? {} : { mobile: reached }),
    ...(rest === '' ? {} : { telephone: rest }),
  };
}
