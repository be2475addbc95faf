import type { ClientBody } from '../../contract/clients.ts';
import { actorOf, signature } from '../../domain/actor.ts';
import { contentHash } from '../../domain/ids.ts';
import { addDays, formatDay } from '../../domain/time/day.ts';
import { dayOf, formatInstant } from '../../domain/time/instant.ts';
import { notFound, ok, problem, problemAt, type Outcome } from '../../outcome.ts';
import { clientRecord, clientsOf, type ClientRecord } from '../../records/client.ts';
import { readAll } from '../../store/read.ts';
import { withNames } from '../people.ts';
import { todayOf, type Request } from '../request.ts';

/** The most programs of a bureau at a time, and how long one may be used before somebody looks at it again. */
const MOST = 50;
const LONGEST_DAYS = 731;

export interface MadeClient {
  readonly client: ClientRecord;
  readonly secret: string;
}

/** Makes a client. A repeated request gets a new one in place of the first, whose secret nobody can show again. */
export async function makeClient(request: Request, body: ClientBody): Promise<Outcome<MadeClient>> {
  const { deps, context, principal, repeatable } = request;
  const today = todayOf(request);
  const last = formatDay(addDays(dayOf(deps.clock.now()), LONGEST_DAYS));
  if (body.expiresOn <= today || body.expiresOn > last)
    return problemAt('expiresOn', 'client.ahead', { days: LONGEST_DAYS });
  const all = await allClients(request);
  const before = all.find((one) => repeatable !== undefined && one.request === repeatable);
  const usable = all.filter((one) => one !== before && stateOf(one, today) === 'active');
  if (usable.length >= MOST) return problem('client.enough', { most: MOST });
  const jurisdiction = context.jurisdiction.id;
  const secret = `${deps.ids.fresh()}${deps.ids.fresh()}`.replaceAll('-', '');
  const { office } = principal;
  const client: ClientRecord = {
    version: 0,
    id: `${jurisdiction}~${deps.ids.fresh()}`,
    jurisdiction,
    ...body,
    ...(office === undefined ? {} : { office }),
    secretHash: contentHash(secret),
    ...(repeatable === undefined ? {} : { request: repeatable }),
    createdAt: deps.clock.now(),
    createdBy: actorOf(principal),
  };
  if (before) await deps.store.deleteMany([clientRecord.key(before)]);
  const made = await clientRecord.put(deps.store, client);
  return made ? ok({ client: made, secret }) : problem('request.fault');
}

/** Newest first. */
export async function listClients(request: Request): Promise<readonly ClientRecord[]> {
  const { office } = request.principal;
  const seen = (await allClients(request)).filter((one) => office === undefined || one.office === office);
  return seen.sort((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? -1 : 1));
}

/** Ends a client: its tokens are refused from now on. Repeatable. */
export async function revokeClient(request: Request, id: string): Promise<Outcome<ClientRecord>> {
  const { deps, context, principal } = request;
  const place = { jurisdiction: context.jurisdiction.id, id };
  const { record } = await clientRecord.change(deps.store, place, (known) =>
    known && known.revokedAt === undefined && isOwn(known, principal.office)
      ? { ...known, revokedAt: deps.clock.now() }
      : undefined,
  );
  return record && isOwn(record, principal.office) ? ok(record) : notFound;
}

const isOwn = ({ office }: ClientRecord, of: ClientRecord['office']): boolean =>
  of === undefined || office === of;

const allClients = async ({ deps, context }: Request): Promise<ClientRecord[]> =>
  (await readAll(deps.store, clientsOf(context.jurisdiction.id))).map(clientRecord.of);

const stateOf = ({ revokedAt, expiresOn }: ClientRecord, today: string) => {
  if (revokedAt !== undefined) return 'revoked';
  return expiresOn < today ? 'expired' : 'active';
};

export function clientView(request: Request, client: ClientRecord): object {
  const { id, name, scopes, expiresOn, createdAt, createdBy, revokedAt } = client;
  return withNames(request, {
    clientId: id,
    name,
    scopes,
    expiresOn,
    status: stateOf(client, todayOf(request)),
    createdAt: formatInstant(createdAt),
    createdBy: signature(createdBy),
    ...(revokedAt === undefined ? {} : { revokedAt: formatInstant(revokedAt) }),
  });
}
