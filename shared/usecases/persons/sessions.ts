import { seesSubject } from '../../domain/principal.ts';
import { formatInstant } from '../../domain/time/instant.ts';
import { failOf, notFound, ok, type Outcome } from '../../outcome.ts';
import type { Session } from '../../ports.ts';
import { subjectRecord } from '../../records/subject.ts';
import { seesPerson } from './find.ts';
import { foreignFlaws } from './judge.ts';
import type { PeopleRequest } from './request.ts';
import { peopleAt, personOfSub } from './who.ts';

/** Who is signed in, by name where the bureau knows it. */
export async function listSessions(request: PeopleRequest) {
  const { deps, where } = request;
  const { accounts, store } = deps;
  if (!accounts.inUse) return { items: [], nextCursor: null, accounts: false, listed: false };
  const members = (await peopleAt(store, where))?.members ?? [];
  const seen = await sessionsSeen(request);
  const items = (seen ?? []).map((one) => ({
    ...one,
    name: members.find(({ sub }) => sub === one.sub)?.name,
    startedAt: formatInstant(one.startedAt),
    lastUsedAt: formatInstant(one.lastUsedAt),
    endsAt: formatInstant(one.endsAt),
  }));
  return { items, nextCursor: null, accounts: true, listed: seen !== undefined };
}

export async function endSession(request: PeopleRequest, id: string): Promise<Outcome<{ id: string }>> {
  const { deps, where, principal } = request;
  const { accounts, store } = deps;
  if (!accounts.inUse) return notFound;
  const seen = await sessionsSeen(request);
  // An issuer that lists nothing ends all sign-ins of a person.
  const whose = seen === undefined ? id : seen.find((one) => one.id === id)?.sub;
  const member = (await peopleAt(store, where))?.members.find(({ sub }) => sub === whose);
  if (whose === undefined || (seen === undefined && !(member && seesPerson(principal, member))))
    return notFound;
  const foreign = member ? foreignFlaws(where, principal, member) : [];
  if (foreign.length > 0) return failOf(foreign);
  if (seen === undefined) {
    await accounts.signOut({ ...where, sub: whose, email: member?.email });
    return ok({ id });
  }
  return (await accounts.endSession(where.jurisdiction, id)) ? ok({ id }) : notFound;
}

/** The sessions of a jurisdiction; for an office those of people whom it sees. Undefined where nothing is listed. */
async function sessionsSeen(request: PeopleRequest): Promise<readonly Session[] | undefined> {
  const { deps, where, principal } = request;
  if (!deps.accounts.inUse) return [];
  const all = await deps.accounts.sessions(where.jurisdiction);
  if (all === undefined || principal.office === undefined) return all;
  const seen = await Promise.all(all.map(({ sub }) => seesHolder(request, sub)));
  return all.filter((_, index) => seen[index]);
}

async function seesHolder({ deps: { store }, principal }: PeopleRequest, sub: string): Promise<boolean> {
  const person = await personOfSub(store, sub);
  if (!person) return false;
  const { jurisdiction, unitId } = person;
  if (unitId === undefined) return seesPerson(principal, person);
  const unit = await subjectRecord.read(store, { jurisdiction, id: unitId });
  return unit !== undefined && seesSubject(principal, unit);
}
