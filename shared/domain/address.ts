import { plainCode } from './code.ts';

/** The one place that reads numbers of telephones and addresses of mail. */

const DASHES = /[\u2010-\u2015\u2212]/gu;

/**
 * A mobile number of mainland China as its eleven digits, however it is spelt: `1` and ten digits once +86, 0086,
 * 86, spaces, dashes and brackets are off. Undefined for any other number: an SMS does not reach it.
 */
export function mobileOf(text: string): string | undefined {
  const number = telephoneOf(text)
    .replace(/[\s()-]/gu, '')
    .replace(/^(?:\+86|0086|86)(?=1\d{10}$)/u, '');
  return /^1\d{10}$/u.test(number) ? number : undefined;
}

/** Any other number as it is stored: written as it was, with plain digits and dashes. */
export const telephoneOf = (text: string): string => plainCode(text).replace(DASHES, '-');

/** Whether a text can be the number of a telephone: 0319-7654321转802, (010) 8888 8888、8889. */
export const isTelephone = (text: string): boolean =>
  /^[+(\d](?:[\d\s()+\-/,;、.#*]|转|分机|ext)*$/iu.test(telephoneOf(text)) &&
  telephoneOf(text).replace(/\D/gu, '').length >= 3;

/** An address of mail as it is stored: plain letters, without spaces around it. */
export const emailOf = (text: string): string => plainCode(text);

/** What two spellings of one address have in common. */
export const addressKey = (to: string): string =>
  to.includes('@') || to.includes('＠') ? emailOf(to).toLowerCase() : (mobileOf(to) ?? telephoneOf(to));

interface Numbers {
  readonly mobile?: string | undefined;
  readonly telephone?: string | undefined;
}

/**
 * The numbers of a person, each in its place: only a mobile is an address of notices. Another number that was
 * given as a mobile becomes the telephone, beside the one that is there; a mobile given as the telephone becomes
 * the mobile where there is none. Nothing is lost.
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
