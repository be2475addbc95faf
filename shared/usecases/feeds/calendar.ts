import type { Calendar } from '../../calendar/ics.ts';
import { seesDuty, seesSubject, type Principal } from '../../domain/principal.ts';
import { addDays, chineseDay, day, formatDay } from '../../domain/time/day.ts';
import { dayOf } from '../../domain/time/instant.ts';
import { effectiveDue } from '../../domain/duties/schedule.ts';
import type { FeedRecord } from '../../records/feed.ts';
import { placeOf } from '../../store/cursor.ts';
import { listOf, subjectPartition } from '../../records/keys.ts';
import { readAll } from '../../store/read.ts';
import { horizonOf, workingContext, type Context } from '../context.ts';
import type { Deps } from '../deps.ts';
import { eventOf, moreEvent } from './events.ts';
import { filteredPage } from '../listing.ts';
import { withInheritance } from '../register/heirs.ts';
import { dutyRule } from '../register/rule-of.ts';
import { type ObligationRecord, obligationRecord } from '../../records/obligation.ts';
import { type SubjectRecord, subjectRecord } from '../../records/subject.ts';

/** A feed shows this many days before today; forward it goes as far as planning does. */
const DAYS_BACK = 90;
/** Entries in one answer, which stays well under the 6 MB that Lambda returns. */
const MAX_EVENTS = 1000;
/** Up to so many children of a subject are read one by one; more are read through the jurisdiction’s list. */
const FEW = 30;

type Filter = (obligation: ObligationRecord) => boolean;
interface Found {
  readonly obligations: readonly ObligationRecord[];
  /** From this day on, entries may be missing. */
  readonly cutOn?: string | undefined;
}

/**
 * What a feed shows now: the duties that its owner may see, due in the last 90 days or planned. Reads at most
 * 20 pages of the list or 31 partitions. Undefined when the jurisdiction or the subject is no longer there, or
 * no longer visible.
 */
export async function calendarOf(deps: Deps, feed: FeedRecord): Promise<Calendar | undefined> {
  const context = await workingContext(deps, feed.jurisdiction);
  if (!context) return undefined;
  const now = deps.clock.now();
  const from = formatDay(addDays(dayOf(now), -DAYS_BACK));
  const to = formatDay(horizonOf(now));
  const principal = await withInheritance(deps.store, principalOf(feed));
  const shown = shownBy(context, feed, principal);
  const within: Filter = (obligation) => {
    const due = effectiveDue(obligation);
    return due >= from && due <= to && shown(obligation);
  };
  const found =
    feed.subjectId === undefined
      ? await ofList(deps, feed, { from, to }, within)
      : await ofSubject(deps, { feed, principal, subjectId: feed.subjectId }, { from, to }, within);
  if (!found) return undefined;
  const subjects = await subjectsOf(deps, feed.jurisdiction, found.obligations);
  const events = found.obligations.flatMap((obligation) => {
    const subject = subjects.get(obligation.subjectId);
    const rule = dutyRule(context.rulebook, obligation);
    if (!subject || !rule || !seesSubject(principal, subject)) return [];
    return [eventOf(rule, obligation, subject, { withOwner: subject.id !== feed.subjectId })];
  });
  const cut = found.cutOn === undefined ? [] : [moreEvent(feed, day(found.cutOn))];
  return {
    name: feed.name,
    description: `由${context.jurisdiction.bureau}档案监管系统生成，仅供安排工作参考，以正式通知和系统登记为准。${
      found.cutOn === undefined ? '' : `${chineseDay(day(found.cutOn))}起的事项未全部列出。`
    }`,
    events: [...events, ...cut],
  };
}

/** A feed shows what its owner’s token could see when the feed was made. */
const principalOf = ({ sub, role, jurisdiction, unitId, office }: FeedRecord): Principal => ({
  sub,
  role,
  jurisdiction,
  unitId,
  office,
});

/**
 * Leaves out what fell due before tracking began, and for a unit what waits for an officer’s confirmation (rule
 * of counting 10).
 */
function shownBy(context: Context, feed: FeedRecord, principal: Principal): Filter {
  return (obligation) => {
    const { pursuit } = obligation;
    const rule = dutyRule(context.rulebook, obligation);
    if (!rule || !seesDuty(principal, rule)) return false;
    return pursuit !== 'untracked' && !(pursuit === 'unconfirmed' && feed.role === 'unit');
  };
}

interface Window {
  readonly from: string;
  readonly to: string;
}

async function ofList(deps: Deps, feed: FeedRecord, { from, to }: Window, keep: Filter): Promise<Found> {
  const page = await filteredPage(deps.store, {
    query: { pk: listOf(feed.jurisdiction, 'OBLIGATION'), from, to: `${to}#~` },
    limit: MAX_EVENTS,
    cursor: undefined,
    parse: obligationRecord.of,
    keep,
  });
  return { obligations: page.items, cutOn: placeOf(page.nextCursor ?? undefined)?.slice(0, 10) };
}

/** A subject and the subjects below it. */
async function ofSubject(
  deps: Deps,
  of: { readonly feed: FeedRecord; readonly principal: Principal; readonly subjectId: string },
  window: Window,
  keep: Filter,
): Promise<Found | undefined> {
  const { feed, principal, subjectId } = of;
  const read = (id: string, to: string) =>
    readAll(deps.store, { pk: subjectPartition(feed.jurisdiction, id), from: '0', to });
  const items = await read(subjectId, '3#~');
  const [holder] = items;
  if (holder?.sk !== '0' || !seesSubject(principal, subjectRecord.of(holder))) return undefined;
  const children = items.filter(({ sk }) => sk.startsWith('3#')).map(({ sk }) => sk.slice(2));
  if (children.length > FEW) {
    const own = new Set([subjectId, ...children]);
    return ofList(deps, feed, window, (one) => own.has(one.subjectId) && keep(one));
  }
  const theirs = await Promise.all(children.map((id) => read(id, '2#~')));
  const all = [...items, ...theirs.flat()]
    .filter(({ sk }) => sk.startsWith('2#'))
    .map(obligationRecord.of)
    .filter(keep)
    .sort((a, b) => (obligationRecord.listSort(a) < obligationRecord.listSort(b) ? -1 : 1));
  const [cut] = all.slice(MAX_EVENTS);
  return { obligations: all.slice(0, MAX_EVENTS), cutOn: cut && effectiveDue(cut) };
}

async function subjectsOf(
  { store }: Deps,
  jurisdiction: string,
  obligations: readonly ObligationRecord[],
): Promise<ReadonlyMap<string, SubjectRecord>> {
  const ids = new Set(obligations.map(({ subjectId }) => subjectId));
  const items = await store.getMany([...ids].map((id) => subjectRecord.key({ jurisdiction, id })));
  return new Map(items.map(subjectRecord.of).map((subject) => [subject.id, subject]));
}
