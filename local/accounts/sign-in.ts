import { errors } from 'oidc-provider';
import type { Answered } from '../answered.ts';
import type { Person } from './directory.ts';
import { goTo, shown } from './pages/html.ts';
import { invitationPage, linkPage, plainPage, signInPage } from './pages/steps.ts';
import { accept, aboutOf, invited } from './invitations.ts';
import { weaknessOf } from './password.ts';
import {
  answerOf,
  enterBy,
  given,
  goneAnswer,
  isTicketed,
  stepOfForm,
  ticketCookie,
  ticketHolder,
  type Desk,
  type Visit,
} from './visit.ts';

/** The sign-in that the console’s request for a code leads to: `/account/sign-in/{uid}`. */
export async function signInAnswer(desk: Desk, visit: Visit): Promise<Answered> {
  const { request, response, language, words } = visit;
  try {
    await desk.provider().interactionDetails(request, response);
  } catch (error) {
    if (!(error instanceof errors.SessionNotFound)) throw error;
    return shown(language, plainPage(language, words.failed, words.failedHint), 400);
  }
  const signed = (person: Person) => finish(desk, visit, person);
  if (visit.method === 'GET') {
    const holder = isTicketed(visit) ? await ticketHolder(desk, visit) : undefined;
    return holder ? signed(holder) : shown(language, signInPage(language));
  }
  const step = await stepOfForm(desk, visit);
  if (step) return answerOf(visit, step[0], { signed, again: step[1] });
  const address = given(visit, 'address');
  const next =
    given(visit, 'act') === 'send'
      ? await desk.flow.send(address, visit.caller)
      : await desk.flow.password(address, given(visit, 'password'), visit.caller);
  return answerOf(visit, next, { signed, again: (said) => signInPage(language, { ...said, address }) });
}

async function finish(desk: Desk, { request, response }: Visit, { sub }: Person): Promise<Answered> {
  const result = { login: { accountId: sub, remember: true } };
  const next = await desk.provider().interactionResult(request, response, result);
  return goTo(next, ticketCookie(desk, '', 0));
}

/** A link in a mail: `/account/link/{token}`. Opening it shows a button; only the button uses it. */
export async function linkAnswer(desk: Desk, visit: Visit): Promise<Answered> {
  const { language, words } = visit;
  const token = visit.parts[1] ?? '';
  if (visit.method === 'GET') {
    const found = await desk.here.once.look('link', token);
    return found ? shown(language, linkPage(language, words.link, words.linkHint)) : goneAnswer(visit);
  }
  const signed = (person: Person) => enterBy(desk, visit, person);
  const step = await stepOfForm(desk, visit);
  if (step) return answerOf(visit, step[0], { signed, again: step[1] });
  const again = () => linkPage(language, words.link, words.linkHint);
  return answerOf(visit, await desk.flow.link(token), { signed, again });
}

/** The link of an invitation: `/account/invitation/{token}`. */
export async function invitationAnswer(desk: Desk, visit: Visit): Promise<Answered> {
  const { language, words } = visit;
  const signed = (person: Person) => enterBy(desk, visit, person);
  const step = visit.method === 'POST' ? await stepOfForm(desk, visit) : undefined;
  if (step) return answerOf(visit, step[0], { signed, again: step[1] });
  const token = visit.parts[1] ?? '';
  const person = await invited(desk.here, token);
  if (person === undefined) return goneAnswer(visit);
  const isUnit = person.role === 'unit';
  if (visit.method === 'GET')
    return shown(
      language,
      isUnit
        ? linkPage(language, words.signIn, words.invitationUnit(person.name))
        : invitationPage(language, person),
    );
  const password = given(visit, 'password');
  if (!isUnit) {
    const weak = weaknessOf(password, aboutOf(person));
    if (weak !== undefined)
      return shown(language, invitationPage(language, person, { password: words.weak[weak] }), 400);
    if (password !== given(visit, 'again'))
      return shown(language, invitationPage(language, person, { again: words.notSame }), 400);
  }
  const accepted = await accept(desk.here, token, isUnit ? undefined : password);
  if (accepted === undefined) return goneAnswer(visit);
  const next = await desk.flow.proven(accepted, 'invitation');
  return answerOf(visit, next, { signed, again: () => signInPage(language) });
}
