import type { z } from 'zod';
import type { noticesQuery } from '../../contract/bodies.ts';
import { notFound, ok, type Outcome } from '../../outcome.ts';
import { seesDuty, seesSubject, unitsOf, type Principal } from '../../domain/principal.ts';
import { addDays, day } from '../../domain/time/day.ts';
import { escalationSteps, measures, reachesParty } from '../../vocabulary/measures.ts';
import { subjectOfId } from '../../domain/ids.ts';
import { sortableInstant, startOfDay } from '../../domain/time/instant.ts';
import { listCursor, placeOf } from '../../store/cursor.ts';
import { listOf } from '../../records/keys.ts';
import {
  noticeRecord,
  type NoticeKind,
  type NoticeRecord,
  byMaking,
  noticesAbout,
} from '../../records/notice.ts';
import { readAll } from '../../store/read.ts';
import { filteredPage, type Listed } from '../listing.ts';
import { ownSubjects } from '../register/own-subjects.ts';
import { readTexts } from './texts.ts';
import type { ReadRequest, Request } from '../request.ts';
import { subjectRecord } from '../../records/subject.ts';

type Query = z.infer<typeof noticesQuery>;

/** Returns the notice if the caller may see it and its subject, otherwise undefined (404). */
export async function findNotice(request: Request, id: string): Promise<NoticeRecord | undefined> {
  const jurisdiction = request.context.jurisdiction.id;
  const subjectId = subjectOfId(id);
  if (subjectId === undefined) return undefined;
  const items = await request.deps.store.getMany([
    noticeRecord.key({ jurisdiction, id }),
    subjectRecord.key({ jurisdiction, id: subjectId }),
  ]);
  const own = items.find((item) => item.sk !== '0');
  const holder = items.find((item) => item.sk === '0');
  if (!own || !holder || !seesSubject(request.principal, subjectRecord.of(holder))) return undefined;
  const notice = noticeRecord.of(own);
  return showsNotice(request, notice) ? notice : undefined;
}

type Shown = Pick<NoticeRecord, 'subjectId' | 'ruleId' | 'kind' | 'escalationId' | 'others' | 'against'>;

/**
 * Whether the caller may see a notice. The offices share the units, but not the notices that each office writes
 * to them. A unit sees what was written to it, not what others were sent about it.
 */
export function showsNotice({ context, principal }: ReadRequest, notice: Shown): boolean {
  const rule = notice.ruleId === undefined ? undefined : context.rulebook.ruleOf(notice.ruleId);
  if (principal.role === 'unit' && !(isToParty(notice) && isAgainst(principal, notice))) return false;
  return rule === undefined || seesDuty(principal, rule);
}

/** Whoever answers for a subject together with others may not see a document against one of the others. */
const isAgainst = (principal: Principal, { against, subjectId }: Shown): boolean =>
  against === undefined || [against, subjectId].some((id) => unitsOf(principal).includes(id));

function isToParty({ kind, escalationId, others }: Shown): boolean {
  if (escalationId === undefined) return others !== true && toUnits.has(kind);
  // The kind of a withdrawal or correction does not say whose document it changes, and older records do not
  // say it at all.
  return others === false || (others === undefined && partyKinds.has(kind));
}

const toUnits: ReadonlySet<NoticeKind> = new Set(['reminder', 'overdue', 'correction', 'report-returned']);
const partyKinds: ReadonlySet<NoticeKind> = new Set(
  escalationSteps.filter(
    (step) => reachesParty(measures[step].makes) || measures[step].decision !== undefined,
  ),
);

/** Newest first. */
export async function listNotices(request: Request, query: Query): Promise<Listed<NoticeRecord>> {
  const own = await ownSubjects(request);
  const jurisdiction = request.context.jurisdiction.id;
  const subjects = new Map<string, boolean>();
  const wanted = (notice: NoticeRecord): boolean =>
    (own === undefined || own.has(notice.subjectId)) &&
    showsNotice(request, notice) &&
    subjects.get(notice.subjectId) !== false &&
    (query.subjectId === undefined || notice.subjectId === query.subjectId) &&
    (query.status === undefined || notice.status === query.status) &&
    (query.kind === undefined || notice.kind === query.kind) &&
    (query.channel === undefined || notice.channel === query.channel) &&
    (query.from === undefined || notice.createdAt >= startOfDay(day(query.from))) &&
    (query.to === undefined || notice.createdAt < startOfDay(addDays(day(query.to), 1)));
  if (query.subjectId !== undefined) return ofSubject(request, query.subjectId, query, wanted);
  const page = await filteredPage(request.deps.store, {
    query: { pk: listOf(jurisdiction, 'NOTICE'), ...madeWithin(query), descending: true },
    limit: query.limit,
    cursor: query.cursor,
    parse: noticeRecord.of,
    keep: wanted,
  });
  if (request.principal.office === undefined) return page;
  const ids = [...new Set(page.items.map((notice) => notice.subjectId))];
  const holders = await request.deps.store.getMany(ids.map((id) => subjectRecord.key({ jurisdiction, id })));
  for (const holder of holders) {
    const subject = subjectRecord.of(holder);
    subjects.set(subject.id, seesSubject(request.principal, subject));
  }
  return { items: page.items.filter(wanted), nextCursor: page.nextCursor };
}

/** The list is ordered by the time at which its notices were made. */
function madeWithin({ from, to }: Query): { from?: string; to?: string } {
  return {
    ...(from === undefined ? {} : { from: sortableInstant(startOfDay(day(from))) }),
    ...(to === undefined ? {} : { to: sortableInstant(startOfDay(addDays(day(to), 1))) }),
  };
}

async function ofSubject(
  request: Request,
  subjectId: string,
  query: Query,
  wanted: (notice: NoticeRecord) => boolean,
): Promise<Listed<NoticeRecord>> {
  const jurisdiction = request.context.jurisdiction.id;
  const holder = await request.deps.store.get(subjectRecord.key({ jurisdiction, id: subjectId }));
  if (!holder || !seesSubject(request.principal, subjectRecord.of(holder)))
    return { items: [], nextCursor: null };
  const items = await readAll(request.deps.store, noticesAbout(jurisdiction, subjectId));
  const all = items
    .map(noticeRecord.of)
    .filter(wanted)
    .sort((a, b) => byMaking(b, a));
  const place = placeOf(query.cursor);
  const rest = place === undefined ? all : all.filter((notice) => noticeRecord.listSort(notice) < place);
  const page = rest.slice(0, query.limit);
  const last = rest.length > page.length ? page.at(-1) : undefined;
  return { items: page, nextCursor: last === undefined ? null : listCursor(noticeRecord.itemOf(last)) };
}

/** The notices of one obligation, oldest first. */
export async function noticesOfObligation(
  request: Request,
  subjectId: string,
  obligationId: string,
): Promise<NoticeRecord[]> {
  const about = noticesAbout(request.context.jurisdiction.id, subjectId);
  const items = await readAll(request.deps.store, about);
  return items
    .map(noticeRecord.of)
    .filter((notice) => notice.obligationId === obligationId)
    .sort(byMaking);
}

/** A notice with the text that its recipient reads. */
export async function readNotice(
  request: Request,
  id: string,
): Promise<Outcome<{ notice: NoticeRecord; text: string | null; html: string | null }>> {
  const notice = await findNotice(request, id);
  if (!notice) return notFound;
  const stored = (await readTexts(request.deps.store, [notice])).get(notice.textHash);
  return ok({ notice, text: stored?.text ?? null, html: stored?.html ?? null });
}
