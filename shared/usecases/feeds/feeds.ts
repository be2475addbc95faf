import type { FeedBody } from '../../contract/feeds.ts';
import { notFound, ok, problem, type Outcome } from '../../outcome.ts';
import { seesOffice, seesSubject, type Principal } from '../../domain/principal.ts';
import { idOf } from '../../domain/ids.ts';
import { formatInstant } from '../../domain/time/instant.ts';
import { feedRecord, type FeedRecord, feedsOf } from '../../records/feed.ts';
import { readAll } from '../../store/read.ts';
import type { Key } from '../../ports.ts';
import type { Deps } from '../deps.ts';
import type { Request } from '../request.ts';
import { hasLeft } from '../persons/who.ts';
import { subjectRecord } from '../../records/subject.ts';

/** The most feeds that one person may have at a time. */
const MAX_FEEDS = 10;

/** Roles that make feeds see their own feeds; read-only roles see all of the bureau’s. */
const makers: readonly Principal['role'][] = ['bureau-officer', 'bureau-leader', 'unit'];

export interface MadeFeed {
  readonly feed: FeedRecord;
  readonly token: string;
}

/**
 * Makes a feed for the caller. The token contains the jurisdiction, so that the feed can be found by the token
 * alone; the rest of the token is a random UUID. 404 for a subject that the caller may not see, 409 from the
 * eleventh feed on.
 */
export async function makeFeed(request: Request, body: FeedBody): Promise<Outcome<MadeFeed>> {
  const { deps, context, principal } = request;
  const jurisdiction = context.jurisdiction.id;
  const subjectId = body.subjectId ?? (principal.role === 'unit' ? (principal.unitId ?? '') : undefined);
  let shown = context.jurisdiction.bureau;
  if (subjectId !== undefined) {
    const found = await deps.store.get(subjectRecord.key({ jurisdiction, id: subjectId }));
    const subject = found === undefined ? undefined : subjectRecord.of(found);
    if (!subject || !seesSubject(principal, subject)) return notFound;
    shown = subject.name;
  }
  const own = (await allFeeds(request)).filter((feed) => isOwn(principal, feed));
  const before = own.find((feed) => feed.request !== undefined && feed.request === request.repeatable);
  if (!before && own.length >= MAX_FEEDS) return problem('feed.enough', { most: MAX_FEEDS });
  const token = `${jurisdiction}~${deps.ids.fresh()}`;
  const id = feedIdOf(token);
  const { sub, role, unitId, office } = principal;
  const feed: FeedRecord = {
    version: 0,
    id,
    jurisdiction,
    name: body.name ?? `${shown}档案工作期限`,
    sub,
    role,
    ...(unitId === undefined ? {} : { unitId }),
    ...(office === undefined ? {} : { office }),
    ...(subjectId === undefined ? {} : { subjectId }),
    ...(request.repeatable === undefined ? {} : { request: request.repeatable }),
    createdAt: deps.clock.now(),
  };
  // The first answer’s address cannot be shown a second time, so a repeated request gets a new feed in its
  // place.
  if (before) await deps.store.deleteMany([feedRecord.key(before)]);
  const made = await feedRecord.put(deps.store, feed);
  return made ? ok({ feed: made, token }) : problem('feed.again');
}

/** The caller’s own feeds; for roles that make none, all of the bureau’s. Oldest first. */
export async function listFeeds(request: Request): Promise<readonly FeedRecord[]> {
  const all = await allFeeds(request);
  const shown = makers.includes(request.principal.role)
    ? all.filter((feed) => isOwn(request.principal, feed))
    : await ofOffice(request, all);
  return shown.sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
}

/** Ends a feed: its address stops working. An administrator may end any feed. */
export async function revokeFeed(request: Request, id: string): Promise<Outcome<FeedRecord>> {
  const { deps, context, principal } = request;
  const feed = await feedRecord.read(deps.store, { jurisdiction: context.jurisdiction.id, id });
  if (!feed) return notFound;
  const administers = principal.role === 'bureau-admin' && (await ofOffice(request, [feed])).length > 0;
  if (!isOwn(principal, feed) && !administers) return notFound;
  await deps.store.deleteMany([feedRecord.key(feed)]);
  return ok(feed);
}

/** The feed that a token opens; undefined when it does not exist, was revoked, or its owner has left. */
export async function feedOfToken(deps: Deps, token: string): Promise<FeedRecord | undefined> {
  const jurisdiction = /^([a-z0-9-]{1,64})~[^~]{1,100}$/.exec(token)?.[1];
  if (jurisdiction === undefined) return undefined;
  const feed = await feedRecord.read(deps.store, { jurisdiction, id: feedIdOf(token) });
  return feed && (await hasLeft(deps.store, feed)) ? undefined : feed;
}

/** The id of a feed is the hash of its token. */
const feedIdOf = (token: string): string => idOf('feed', token);

async function allFeeds({ deps, context }: Request): Promise<FeedRecord[]> {
  const items = await readAll(deps.store, feedsOf(context.jurisdiction.id));
  return items.map(feedRecord.of);
}

function isOwn(principal: Principal, feed: FeedRecord): boolean {
  return feed.sub === principal.sub && feed.unitId === principal.unitId;
}

/** Leaves out feeds made by a person of another office, or about a subject of another office. */
async function ofOffice({ deps, principal }: Request, feeds: readonly FeedRecord[]): Promise<FeedRecord[]> {
  const of = feeds.filter(({ office }) => office === undefined || seesOffice(principal, office));
  const ids = of.flatMap(({ jurisdiction, subjectId }) =>
    subjectId === undefined ? [] : [subjectRecord.key({ jurisdiction, id: subjectId })],
  );
  const subjects = (await deps.store.getMany(distinct(ids))).map(subjectRecord.of);
  const seen = new Set(subjects.filter((subject) => seesSubject(principal, subject)).map(({ id }) => id));
  return of.filter(({ subjectId }) => subjectId === undefined || seen.has(subjectId));
}

const distinct = (keys: readonly Key[]): Key[] => [
  ...new Map(keys.map((key) => [`${key.pk}|${key.sk}`, key])).values(),
];

export function feedView(feed: FeedRecord) {
  const { id, name, subjectId, role, sub } = feed;
  return { id, name, subjectId, role, sub, createdAt: formatInstant(feed.createdAt) };
}
