import type { Language } from '../../../shared/problems/say.ts';
import { roleWords } from '../../../shared/vocabulary/value-words.ts';
import { jurisdictionOf } from '../../../shared/rules/catalogue.ts';
import type { Person } from '../directory.ts';
import { enrolment } from '../second-factor.ts';
import { button, field, form, hidden, html, Html, notice, type Page } from './html.ts';
import { wordsOf, type Words } from './words.ts';

/** The pages between opening the sign-in and being signed in. */

export interface Said {
  readonly error?: string | undefined;
  readonly done?: string | undefined;
  readonly address?: string | undefined;
}

const told = ({ error, done }: Said): Html => html`${notice(error)}${notice(done, 'done')}`;

const codeField = (label: string, words: Words, hint?: string): Html =>
  field({
    name: 'code',
    label,
    autocomplete: 'one-time-code',
    hint,
    error: undefined,
    numeric: label !== words.factorCode,
  });

export function signInPage(language: Language, said: Said = {}): Page {
  const words = wordsOf(language);
  const { address } = said;
  return {
    title: words.signIn,
    body: [
      told(said),
      form([
        field({ name: 'address', label: words.address, autocomplete: 'username', value: address }),
        field({
          name: 'password',
          label: words.password,
          type: 'password',
          autocomplete: 'current-password',
        }),
        button(words.enter, 'password'),
        html`<p class="hint">${words.orLink}</p>`,
        button(words.send, 'send', true),
      ]),
    ],
  };
}

export function codePage(language: Language, step: string, said: Said): Page {
  const words = wordsOf(language);
  return {
    title: words.signIn,
    body: [
      told(said),
      form([hidden('step', step), codeField(words.code, words), button(words.goOn, 'code')]),
    ],
  };
}

export function passwordPage(language: Language, step: string, said: Said): Page {
  const words = wordsOf(language);
  const password = { name: 'password', label: words.password, autocomplete: 'current-password' };
  return {
    title: words.signIn,
    body: [
      told(said),
      form([hidden('step', step), field({ ...password, type: 'password' }), button(words.enter, 'too')]),
    ],
  };
}

export function factorPage(language: Language, step: string, said: Said): Page {
  const words = wordsOf(language);
  return {
    title: words.factor,
    body: [
      told(said),
      form([
        hidden('step', step),
        codeField(words.factorCode, words, words.factorHint),
        button(words.goOn, 'factor'),
      ]),
    ],
  };
}

export interface Enrolling {
  readonly step: string;
  readonly secret: string;
  readonly label: string;
  /** The bureau demands it of the person’s role: the page says so. */
  readonly demanded?: boolean;
}

export function enrolPage(language: Language, enrolling: Enrolling, said: Said): Page {
  const words = wordsOf(language);
  const { step, secret, label, demanded = false } = enrolling;
  const { svg } = enrolment(secret, label);
  return {
    title: words.enrol,
    body: [
      told(said),
      ...(demanded ? [html`<p>${words.enrolDemanded}</p>`] : []),
      html`<p>${words.enrolScan}</p>
        <div class="picture">${new Html(svg)}</div>
        <p class="hint">${words.enrolByHand} <code>${secret}</code></p>`,
      form([hidden('step', step), codeField(words.enrolCode, words), button(words.goOn, 'enrol')]),
    ],
  };
}

export function recoveryPage(language: Language, step: string, codes: readonly string[]): Page {
  const words = wordsOf(language);
  return {
    title: words.recovery,
    body: [
      html`<p>${words.recoveryHint}</p>
        <ol class="codes">
          ${codes.map((code) => html`<li>${code}</li>`)}
        </ol>`,
      form([hidden('step', step), button(words.goOn, 'done')]),
    ],
  };
}

export function choosePage(language: Language, step: string, people: readonly Person[]): Page {
  const words = wordsOf(language);
  const label = ({ role, jurisdiction }: Person): string =>
    [language === 'zh' ? roleWords[role] : role, jurisdictionOf(jurisdiction)?.name]
      .filter(Boolean)
      .join(' · ');
  return {
    title: words.choose,
    body: people.map((person) =>
      form([hidden('step', step), hidden('sub', person.sub), button(label(person), 'choose')]),
    ),
  };
}

export function plainPage(
  language: Language,
  title: string,
  text: string,
  link?: readonly [string, string],
): Page {
  const [address, label] = link ?? ['/', wordsOf(language).toSignIn];
  return {
    title,
    body: html`<p>${text}</p>
      <a class="button" href="${address}">${label}</a>`,
  };
}

/** A page with a single button that uses a link: a program that looks at mails opens it in vain. */
export function linkPage(language: Language, title: string, text: string, said: Said = {}): Page {
  return {
    title,
    body: [told(said), html`<p>${text}</p>`, form([button(wordsOf(language).enter, 'open')])],
  };
}

export interface InvitationFaults extends Said {
  readonly password?: string | undefined;
  readonly again?: string | undefined;
}

export function invitationPage(language: Language, person: Person, faults: InvitationFaults = {}): Page {
  const words = wordsOf(language);
  return {
    title: words.invitation,
    body: [
      told(faults),
      html`<p>${words.invitationTo(person.name)}</p>`,
      form([
        // Password managers store the password under this name.
        html`<input
          type="text"
          name="username"
          value="${person.email ?? person.mobile ?? ''}"
          autocomplete="username"
          hidden
        />`,
        ...newPassword(words, faults),
        button(words.save, 'accept'),
      ]),
    ],
  };
}

export const newPassword = (words: Words, { password, again }: InvitationFaults): Html[] => [
  field({
    name: 'password',
    label: words.fresh,
    type: 'password',
    autocomplete: 'new-password',
    hint: words.passwordHint,
    error: password,
  }),
  field({
    name: 'again',
    label: words.again,
    type: 'password',
    autocomplete: 'new-password',
    error: again,
  }),
];
