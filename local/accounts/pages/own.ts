import type { Instant } from '../../../shared/domain/time/instant.ts';
import { formatInstant } from '../../../shared/domain/time/instant.ts';
import type { Language } from '../../../shared/problems/say.ts';
import type { CredentialRecord, SessionRecord } from '../../../shared/records/accounts.ts';
import { jurisdictions, regulated } from '../../../shared/rules/catalogue.ts';
import { roleWords } from '../../../shared/vocabulary/value-words.ts';
import type { Person } from '../directory.ts';
import { button, field, form, hidden, html, notice, type Html, type Page } from './html.ts';
import { newPassword, type InvitationFaults } from './steps.ts';
import { wordsOf } from './words.ts';

/** The page of somebody who is signed in, and the page of the first set-up. */

interface Shown {
  readonly person: Person;
  readonly credential: CredentialRecord | undefined;
  readonly sessions: readonly SessionRecord[];
  /** The session of this browser. */
  readonly uid: string;
}

export interface OwnFaults extends InvitationFaults {
  readonly present?: string | undefined;
}

const minuteOf = (at: Instant): string => formatInstant(at).slice(0, 16).replace('T', ' ');

export function ownPage(language: Language, shown: Shown, faults: OwnFaults = {}): Page {
  const words = wordsOf(language);
  const { person, credential, sessions, uid } = shown;
  const place = jurisdictions.find(({ id }) => id === person.jurisdiction)?.name;
  const role = language === 'zh' ? roleWords[person.role] : person.role;
  return {
    title: words.account,
    body: [
      notice(faults.error),
      notice(faults.done, 'done'),
      html`<p>${[person.name, role, place].filter((part) => part !== undefined).join(' · ')}</p>
        <a class="button" href="/">${words.toConsole}</a>
        <h2>${words.sessions}</h2>
        <ul class="list">
          ${sessions.map((session) => sessionLine(language, session, uid))}
        </ul>`,
      sessions.length > 1 ? form([button(words.endOthers, 'end-others', true)]) : html``,
      person.role === 'unit' ? html`` : security(language, credential, faults),
    ],
  };
}

function sessionLine(language: Language, session: SessionRecord, uid: string): Html {
  const words = wordsOf(language);
  const own = session.uid === uid;
  return html`<li>
    ${session.device ?? ''} ${words.since(minuteOf(session.since))}
    ${own ? words.thisOne : form([hidden('uid', session.uid), button(words.end, 'end', true)])}
  </li>`;
}

function security(language: Language, credential: CredentialRecord | undefined, faults: OwnFaults): Html {
  const words = wordsOf(language);
  const present = (id: string, error?: string): Html =>
    field({
      name: id,
      label: words.present,
      type: 'password',
      autocomplete: 'current-password',
      error,
    });
  const on = credential?.totp !== undefined;
  return html`<h2>${words.change}</h2>
    ${form([
      present('present', faults.present),
      ...newPassword(words, faults),
      button(words.change, 'change'),
    ])}
    <h2>${words.factor}</h2>
    <p>
      ${on ? words.factorOn : words.factorOff}
      ${on ? words.recoveryLeft(credential.recovery?.length ?? 0) : ''}
    </p>
    ${form([present('present-too'), button(on ? words.factorRenew : words.enrol, 'renew', false)])}`;
}

export interface SetUpFields {
  readonly code: string;
  readonly bureau: string;
  readonly name: string;
  readonly email: string;
  readonly trackFrom: string;
}

export type SetUpFaults = Partial<Record<keyof SetUpFields | 'password' | 'again' | 'error', string>>;

export function setUpPage(language: Language, given: SetUpFields, faults: SetUpFaults = {}): Page {
  const words = wordsOf(language);
  const options = regulated.map(
    ({ id, name, bureau }) =>
      html`<option value="${id}" ${id === given.bureau ? html` selected` : ''}>${name} · ${bureau}</option>`,
  );
  return {
    title: words.setUp,
    body: [
      notice(faults.error),
      html`<p>${words.setUpHint}</p>`,
      form([
        field({
          name: 'code',
          label: words.setUpCode,
          autocomplete: 'off',
          value: given.code,
          error: faults.code,
        }),
        html`<p class="field">
          <label for="bureau">${words.bureau}</label
          ><select id="bureau" name="bureau" required>
            <option value="">${words.chooseBureau}</option>
            ${options}</select
          >${faults.bureau === undefined ? '' : html`<span class="error">${faults.bureau}</span>`}
        </p>`,
        field({
          name: 'name',
          label: words.name,
          autocomplete: 'name',
          value: given.name,
          error: faults.name,
        }),
        field({
          name: 'email',
          label: words.email,
          type: 'email',
          autocomplete: 'username',
          value: given.email,
          error: faults.email,
        }),
        ...newPassword(words, faults),
        field({
          name: 'trackFrom',
          label: words.trackFrom,
          type: 'date',
          autocomplete: 'off',
          value: given.trackFrom,
          hint: words.trackFromHint,
          error: faults.trackFrom,
        }),
        button(words.make, 'set-up'),
      ]),
    ],
  };
}
