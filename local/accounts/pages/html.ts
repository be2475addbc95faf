import type { Answered } from '../../answered.ts';
import type { Language } from '../../../shared/problems/say.ts';
import { wordsOf } from './words.ts';

/** Text that is HTML already. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Part = string | number | Html | readonly Html[] | undefined;

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const textOf = (part: Part): string => {
  if (part === undefined) return '';
  if (part instanceof Html) return part.text;
  if (typeof part === 'object') return part.map(({ text }) => text).join('');
  return String(part).replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign);
};

/** Everything that is put into it is escaped, unless it is HTML. */
export const html = (strings: TemplateStringsArray, ...parts: readonly Part[]): Html =>
  new Html(strings.map((text, index) => text + textOf(parts[index])).join(''));

/**
 * No script, no frame, nothing from elsewhere. The address of a page may hold a secret, so it is told to no other
 * site; a form of this site still says where it comes from.
 */
export const pageHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cache-control': 'no-store',
} as const;

export interface Page {
  readonly title: string;
  readonly body: Html | readonly Html[];
}

/** A whole page; it needs no script and fits a phone. */
export function document(language: Language, { title, body }: Page): string {
  const words = wordsOf(language);
  return html`<!doctype html>
    <html lang="${language === 'en' ? 'en' : 'zh-CN'}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} – ${words.product}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/account/style.css" />
      </head>
      <body>
        <main>
          <p class="product">${words.product}</p>
          <h1>${title}</h1>
          ${body}
        </main>
      </body>
    </html> `.text;
}

export const shown = (language: Language, page: Page, status = 200): Answered => ({
  status,
  headers: pageHeaders,
  body: document(language, page),
});

export const goTo = (address: string, cookie?: string): Answered => ({
  status: 303,
  headers: {
    location: address,
    'cache-control': 'no-store',
    ...(cookie === undefined ? {} : { 'set-cookie': cookie }),
  },
  body: '',
});

export interface Field {
  readonly name: string;
  readonly label: string;
  readonly type?: 'text' | 'password' | 'email' | 'date';
  readonly value?: string | undefined;
  readonly autocomplete: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly numeric?: boolean;
  readonly optional?: boolean;
}

/** A field with its label, hint and fault; a screen reader reads all three. */
export function field({ name, label, type = 'text', value, autocomplete, ...rest }: Field): Html {
  const { hint, error, numeric, optional } = rest;
  const told = [
    hint === undefined ? [] : [`${name}-hint`],
    error === undefined ? [] : [`${name}-error`],
  ].flat();
  return html`<p class="field">
    <label for="${name}">${label}</label>
    <input
      id="${name}"
      name="${name}"
      type="${type}"
      value="${value ?? ''}"
      autocomplete="${autocomplete}"
      maxlength="256"
      ${numeric === true ? html` inputmode="numeric"` : ''}${optional === true ? '' : html` required`}${
        told.length === 0 ? '' : html` aria-describedby="${told.join(' ')}"`
      }${error === undefined ? '' : html` aria-invalid="true"`}
    />
    ${hint === undefined ? '' : html`<span class="hint" id="${name}-hint">${hint}</span>`}
    ${error === undefined ? '' : html`<span class="error" id="${name}-error">${error}</span>`}
  </p>`;
}

/** What went wrong, or what was done, above a form. */
export const notice = (text: string | undefined, kind: 'error' | 'done' = 'error'): Html =>
  text === undefined
    ? html``
    : html`<p class="notice ${kind}" role="${kind === 'error' ? 'alert' : 'status'}">${text}</p>`;

export const button = (label: string, act: string, plain = false): Html =>
  html`<button type="submit" name="act" value="${act}" ${plain ? html` class="plain" formnovalidate` : ''}>
    ${label}
  </button>`;

export const form = (parts: readonly Html[], action?: string): Html =>
  html`<form method="post" ${action === undefined ? '' : html` action="${action}"`}>${parts}</form>`;

export const hidden = (name: string, value: string): Html =>
  html`<input type="hidden" name="${name}" value="${value}" />`;
