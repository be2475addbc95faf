import type { z } from 'zod';
import type { obligationsQuery } from '../../contract/bodies.ts';
import { seesDuty, seesSubject } from '../../domain/principal.ts';
import { type Instant } from '../../domain/time/instant.ts';
import { statusOf } from '../../domain/duties/state.ts';
import { effectiveDue } from '../../domain/duties/schedule.ts';
import { listCursor, placeOf } from '../../store/cursor.ts';
import { listOf, subjectPartition } from '../../records/keys.ts';
import { readAll, readInOrder } from '../../store/read.ts';
import { handlerOf } from '../handlers.ts';
import { filteredPage, type Listed } from '../listing.ts';
import { type Request } from '../request.ts';
import { dutyRule } from '../register/rule-of.ts';
import { namesVisible, ownSubjects } from '../register/own-subjects.ts';
import { type ObligationRecord, obligationRecord } from '../../records/obligation.ts';
import { subjectRecord } from '../../records/subject.ts';

export async function listObligations(
  request: Request,
  query: z.infer<typeof obligationsQuery>,
): Promise<Listed<ObligationRecord>> {
  const now = request.deps.clock.now();
  const keep = await visibleTo(request, query, now);
  if (query.subjectId !== undefined) return listOfSubject(request, query.subjectId, query, keep);
  return filteredPage(request.deps.store, {
    query: {
      pk: listOf(request.context.jurisdiction.id, 'OBLIGATION'),
      ...(query.dueFrom === undefined ? {} : { from: query.dueFrom }),
      ...(query.dueTo === undefined ? {} : { to: `${query.dueTo}#~` }),
    },
    limit: query.limit,
    cursor: query.cursor,
    parse: obligationRecord.of,
    keep,
  });
}

type Filter = (obligation: ObligationRecord) => boolean;

async function visibleTo(
  request: Request,
  query: z.infer<typeof obligationsQuery>,
  now: Instant,
): Promise<Filter> {
  const own = await ownSubjects(request);
  const handled = query.handler === undefined ? undefined : await subjectsOfHandler(request, query.handler);
  return (obligation) => {
    const rule = dutyRule(request.context.rulebook, obligation);
    if (!rule || !seesDuty(request.principal, rule)) return false;
    if (own && !own.has(obligation.subjectId)) return false;
    if (handled && !isWorkOf(request, obligation, query.handler, handled)) return false;
    if (query.ruleId !== undefined && obligation.ruleId !== query.ruleId) return false;
    const due = effectiveDue(obligation);
    if (query.dueFrom !== undefined && due < query.dueFrom) return false;
    if (query.dueTo !== undefined && due > query.dueTo) return false;
    return query.status === undefined || statusOf(obligation, now) === query.status;
  };
}

/** The subjects that somebody handles. Programs and units do not know who it is. */
async function subjectsOfHandler(
  { deps, context, principal }: Request,
  handler: string,
): Promise<Set<string>> {
  if (!namesVisible(principal)) return new Set();
  const keys = await readAll(deps.store, { pk: listOf(context.jurisdiction.id, 'SUBJECT'), index: 'list' });
  const subjects = (await readInOrder(deps.store, keys)).map(subjectRecord.of);
  return new Set(subjects.flatMap((one) => (handlerOf(context, one) === handler ? [one.id] : [])));
}

function isWorkOf(
  { context, principal }: Request,
  obligation: ObligationRecord,
  handler: string | undefined,
  handled: ReadonlySet<string>,
): boolean {
  if (!namesVisible(principal)) return false;
  const own = handlerOf(context, obligation);
  return own === undefined ? handled.has(obligation.subjectId) : own === handler;
}

/** The obligations of one subject, by due day. They fit into one or two pages. */
async function listOfSubject(
  request: Request,
  subjectId: string,
  query: z.infer<typeof obligationsQuery>,
  keep: Filter,
): Promise<Listed<ObligationRecord>> {
  const items = await readAll(request.deps.store, {
    pk: subjectPartition(request.context.jurisdiction.id, subjectId),
    from: '0',
    to: '2#~',
  });
  const holder = items.find((item) => item.sk === '0');
  if (!holder || !seesSubject(request.principal, subjectRecord.of(holder)))
    return { items: [], nextCursor: null };
  const all = items
    .filter((item) => item.sk.startsWith('2#'))
    .map(obligationRecord.of)
    .filter(keep)
    .sort((a, b) => (obligationRecord.listSort(a) < obligationRecord.listSort(b) ? -1 : 1));
  const place = placeOf(query.cursor);
  const rest =
    place === undefined ? all : all.filter((obligation) => obligationRecord.listSort(obligation) > place);
  const page = rest.slice(0, query.limit);
  const last = rest.length > page.length ? page.at(-1) : undefined;
  return { items: page, nextCursor: last === undefined ? null : listCursor(obligationRecord.itemOf(last)) };
}
