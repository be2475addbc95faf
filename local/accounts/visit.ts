import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Provider } from 'oidc-provider';
import { languageOf, type Language } from '../../shared/problems/say.ts';
import type { Answered } from '../answered.ts';
import type { AccountsHere } from './accounts.ts';
import type { Person } from './directory.ts';
import type { Flow, Step } from './flow.ts';
import { goTo, shown, type Page } from './pages/html.ts';
import * as pages from './pages/steps.ts';
import { wordsOf, type Words } from './pages/words.ts';
import { cookieOf } from './request.ts';

/** A request to a page of the accounts. */
export interface Visit {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly method: string;
  /** What follows `/account/` in the address, in its parts. */
  readonly parts: readonly string[];
  readonly form: URLSearchParams;
  readonly language: Language;
  readonly words: Words;
  readonly caller: string;
}

export interface Desk {
  readonly here: AccountsHere;
  readonly flow: Flow;
  readonly provider: () => Provider;
}

/** Chinese unless the browser asks for English first. */
export const languageFor = ({ headers }: IncomingMessage): Language => {
  const asked = headers['accept-language'];
  return asked === undefined || asked === '*' ? 'zh' : languageOf(asked);
};

export const wordsFor = (request: IncomingMessage): Words => wordsOf(languageFor(request));

export const given = ({ form }: Visit, name: string): string => form.get(name) ?? '';

const TICKET = 'account_ticket';

/** The cookie that brings somebody from a page of this site through the sign-in of the console. */
export function ticketCookie(desk: Desk, ticket: string, seconds: number): string {
  const secure = desk.here.origin().startsWith('https:') ? '; Secure' : '';
  return `${TICKET}=${ticket}; Path=/account/sign-in; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`;
}

/** Whoever the ticket of a request is for. It is used up. */
export async function ticketHolder({ here }: Desk, { request }: Visit): Promise<Person | undefined> {
  const ticket = cookieOf(request, TICKET);
  const found = ticket === undefined ? undefined : await here.once.use('ticket', ticket);
  return found && here.directory.bySub(found.sub);
}

export const isTicketed = ({ request }: Visit): boolean => cookieOf(request, TICKET) !== undefined;

/** Who is signed in in this browser. */
export async function signedIn(
  { here, provider }: Desk,
  { request, response }: Visit,
): Promise<{ readonly person: Person; readonly uid: string } | undefined> {
  const session = await provider().Session.get(provider().createContext(request, response));
  const person = session.accountId === undefined ? undefined : await here.directory.bySub(session.accountId);
  return person && (await here.sessions.isOpen(person, session.uid))
    ? { person, uid: session.uid }
    : undefined;
}

/** Leads to the console, where the sign-in goes on without a question. Another person’s session here ends. */
export async function enterBy(desk: Desk, visit: Visit, person: Person): Promise<Answered> {
  const present = await signedIn(desk, visit);
  if (present !== undefined) await desk.here.sessions.end(present.person, present.uid);
  const ticket = await desk.here.once.issue('ticket', person);
  return goTo('/', ticketCookie(desk, ticket, 300));
}

/** What is asked next, as a page. */
export async function answerOf(
  visit: Visit,
  step: Step,
  on: {
    readonly signed: (person: Person) => Promise<Answered>;
    /** The page that was filled in, with what was wrong. */
    readonly again: (said: pages.Said) => Page;
  },
): Promise<Answered> {
  const { language, words } = visit;
  switch (step.kind) {
    case 'signed':
      return on.signed(step.person);
    case 'wrong':
      return shown(language, on.again({ error: words.wrong }), 400);
    case 'wait':
      return tooMany(visit, on.again({ error: words.wait(step.seconds) }), step.seconds);
    case 'gone':
      return goneAnswer(visit);
    case 'sent':
      return shown(language, on.again({ done: words.sent }));
    case 'code':
      return shown(language, pages.codePage(language, step.step, { done: words.codeSent }));
    case 'password':
      return shown(language, pages.passwordPage(language, step.step, {}));
    case 'factor':
      return shown(language, pages.factorPage(language, step.step, {}));
    case 'enrol': {
      const label = step.person.email ?? step.person.name;
      return shown(language, pages.enrolPage(language, { ...step, label }, {}));
    }
    case 'choose':
      return shown(language, pages.choosePage(language, step.step, step.people));
    case 'recovery':
      return shown(language, pages.recoveryPage(language, step.step, step.codes));
  }
}

function tooMany({ language }: Visit, page: Page, seconds: number): Answered {
  const answered = shown(language, page, 429);
  return { ...answered, headers: { ...answered.headers, 'retry-after': String(seconds) } };
}

/** One answer for all links that lead nowhere, whatever the reason. */
export const goneAnswer = ({ language, words }: Visit): Answered =>
  shown(language, pages.plainPage(language, words.gone, words.goneHint), 404);

/** The acts of the pages between opening the sign-in and being signed in; undefined for another act. */
export async function stepOfForm({ flow, here }: Desk, visit: Visit): Promise<[Step, Again] | undefined> {
  const { language, caller } = visit;
  const step = given(visit, 'step');
  const code = given(visit, 'code');
  switch (given(visit, 'act')) {
    case 'code':
      return [await flow.code(step, code, caller), (said) => pages.codePage(language, step, said)];
    case 'too':
      return [
        await flow.passwordToo(step, given(visit, 'password'), caller),
        (said) => pages.passwordPage(language, step, said),
      ];
    case 'factor':
      return [await flow.factor(step, code, caller), (said) => pages.factorPage(language, step, said)];
    case 'enrol': {
      const found = await here.once.look('step', step);
      const secret = found?.more?.['secret'] ?? '';
      const person = found && (await here.directory.bySub(found.sub));
      const label = person?.email ?? person?.name ?? '';
      return [
        await flow.enrol(step, code),
        (said) => pages.enrolPage(language, { step, secret, label }, said),
      ];
    }
    case 'choose':
      return [await flow.choose(step, given(visit, 'sub')), () => pages.signInPage(language)];
    case 'done':
      return [await flow.done(step), () => pages.signInPage(language)];
    default:
      return undefined;
  }
}

type Again = (said: pages.Said) => Page;
