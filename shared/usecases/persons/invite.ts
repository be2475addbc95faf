import type { Where } from '../../domain/people/place.ts';
import { jurisdictionOf } from '../../rules/catalogue.ts';
import { idOf } from '../../domain/ids.ts';
import { dayOf, minutes, plus } from '../../domain/time/instant.ts';
import { renderInvitation } from '../../letters/invitation.ts';
import { failOf, ok, problem, problemAt, type Outcome } from '../../outcome.ts';
import type { Invitation, SendOutcome, SignInPerson } from '../../ports.ts';
import type { Pointer } from '../../records/agenda.ts';
import type { StaffMember } from '../../records/staff.ts';
import { enterAgenda } from '../agenda.ts';
import type { Deps } from '../deps.ts';
import { gatesOf } from '../gate.ts';
import { claimAddress, claimSub } from './claims.ts';
import type { Entered } from './entered.ts';
import { findPerson } from './find.ts';
import { foreignFlaws } from './judge.ts';
import type { PeopleRequest } from './request.ts';
import type { Invited } from './view.ts';
import { changePeople, personAt, signInPerson } from './who.ts';

export const INVITE_STEP = 'invite';

/**
 * Lets an invitation leave with the next letters. The link in it is made when it leaves, and is stored nowhere: it
 * is no notice, which others could read.
 */
export async function inviteLater(
  deps: Deps,
  { jurisdiction, unitId }: Where,
  { sub, email }: StaffMember,
): Promise<Invited> {
  if (!deps.accounts.inUse) return { status: 'none', reason: 'no-accounts' };
  if (email === undefined) return { status: 'none', reason: 'no-address' };
  const now = deps.clock.now();
  const person = { sub, ...(unitId === undefined ? {} : { unitId }) };
  const pointer = { jurisdiction, obligationId: '', person, step: INVITE_STEP, at: now, attempt: 0 };
  await enterAgenda(deps.store, [pointer], now);
  return { status: 'leaving' };
}

/** Sends another invitation, or shows its link once to whoever hands it over. */
export async function inviteAgain(
  request: PeopleRequest,
  sub: string,
  { byHand = false }: { readonly byHand?: boolean | undefined },
): Promise<Outcome<Entered>> {
  const { deps, where } = request;
  const found = await findPerson(request, sub);
  if (!found.ok) return found;
  const { member, people } = found.value;
  const foreign = foreignFlaws(where, request.principal, member);
  if (foreign.length > 0) return failOf(foreign);
  const person = signInPerson(where, member);
  if (!person) return problemAt('id', 'person.no-sign-in', { role: member.role });
  const { email } = member;
  if (email !== undefined && !(await claimAddress(deps.store, email, { ...where, sub }, deps.clock.now())))
    return problemAt('email', 'person.email-used');
  if (!(await claimSub(deps.store, where, sub))) return problem('person.id-used');
  if (!byHand || !deps.accounts.inUse)
    return ok({ member, people, invited: await inviteLater(deps, where, member) });
  if (email === undefined && deps.accounts.byAddress === true) return problemAt('email', 'person.no-address');
  const invitation = await deps.accounts.invite(person);
  await remember(deps, person, { until: invitation.until, outcome: 'by-hand' });
  return ok({ member, people, invited: { status: 'by-hand', ...invitation } });
}

/** How often a provider that takes nothing is asked, and how long the waits are. */
const TRIES = 12;
const WAIT = minutes(10);

/** Sends the invitations that pointers name. Each try makes a new link: only the last one works. */
export async function sendInvitations(deps: Deps, pointers: readonly Pointer[]): Promise<void> {
  for (const pointer of pointers) {
    const { jurisdiction, person: named } = pointer;
    if (!named || !deps.accounts.inUse) continue;
    const person = await personAt(deps.store, { jurisdiction, ...named });
    if (person?.email === undefined) continue;
    const invitation = await invitationFor(deps, person);
    const outcome = invitation && (await mail(deps, person, person.email, invitation));
    const now = deps.clock.now();
    const until = invitation?.until;
    if (outcome?.kind === 'accepted')
      await remember(deps, person, { until, outcome: outcome.captured ? 'captured' : 'sent' });
    else if (outcome?.kind === 'permanent' || pointer.attempt >= TRIES)
      await remember(deps, person, { outcome: 'failed' });
    else await enterAgenda(deps.store, [again(pointer, plus(now, WAIT))], now);
  }
}

/** Undefined where the issuer did not answer, or refused: the reason has no address in it. */
async function invitationFor(deps: Deps, person: SignInPerson): Promise<Invitation | undefined> {
  if (!deps.accounts.inUse) return undefined;
  try {
    return await deps.accounts.invite(person);
  } catch (error) {
    const reason = error instanceof Error ? error.name : 'unknown';
    deps.log('error', 'INVITE_FAILED', 'An account could not be made for an invitation.', { reason });
    return undefined;
  }
}

const again = (pointer: Pointer, at: Pointer['at']): Pointer => ({
  ...pointer,
  at,
  attempt: pointer.attempt + 1,
});

async function mail(
  deps: Deps,
  person: SignInPerson,
  to: string,
  invitation: Invitation,
): Promise<SendOutcome | undefined> {
  const { jurisdiction, sub, name } = person;
  const bureau = jurisdictionOf(jurisdiction)?.bureau ?? '';
  const now = deps.clock.now();
  const rendered = renderInvitation({ bureau, name, address: to, ...invitation, today: dayOf(now) });
  const gate = gatesOf(deps.channels).email;
  const id = idOf('invitation', jurisdiction, sub, invitation.link, invitation.password ?? '');
  return gate.turn(async () => {
    if (gate.restsUntil(now) !== undefined) return undefined;
    return gate.hand(now, (signal) =>
      deps.channels.email.send({ to, ...rendered }, id, now, jurisdiction, signal),
    );
  });
}

type Last = Pick<NonNullable<StaffMember['invited']>, 'until' | 'outcome'>;

async function remember(deps: Deps, { sub, ...where }: SignInPerson, last: Last): Promise<void> {
  const invited = { at: deps.clock.now(), ...last };
  await changePeople(deps.store, where, async (list) =>
    list?.members.some((one) => one.sub === sub)
      ? { ...list, members: list.members.map((one) => (one.sub === sub ? { ...one, invited } : one)) }
      : undefined,
  );
}
