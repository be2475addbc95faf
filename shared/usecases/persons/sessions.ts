import { formatInstant } from '../../domain/time/instant.ts';
import { notFound, ok, type Outcome } from '../../outcome.ts';
import type { PeopleRequest } from './request.ts';
import { peopleAt } from './who.ts';

/** Who is signed in, by name where the bureau knows it. */
export async function listSessions({ deps, where }: PeopleRequest) {
  const { accounts, store } = deps;
  if (!accounts.inUse) return { items: [], nextCursor: null, accounts: false };
  const members = (await peopleAt(store, where))?.members ?? [];
  const items = (await accounts.sessions(where.jurisdiction)).map((one) => ({
    ...one,
    name: members.find(({ sub }) => sub === one.sub)?.name,
    startedAt: formatInstant(one.startedAt),
    lastUsedAt: formatInstant(one.lastUsedAt),
    endsAt: formatInstant(one.endsAt),
  }));
  return { items, nextCursor: null, accounts: true };
}

export async function endSession(
  { deps, where }: PeopleRequest,
  id: string,
): Promise<Outcome<{ id: string }>> {
  const { accounts } = deps;
  if (!accounts.inUse || !(await accounts.endSession(where.jurisdiction, id))) return notFound;
  return ok({ id });
}
