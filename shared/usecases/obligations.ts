import type { z } from 'zod';
import type {
  extensionBody,
  fulfilmentBody,
  obligationsQuery,
  reportDecisionBody,
  waiverBody,
} from '../contract/bodies.ts';
import { conflict, fail, notFound, ok, refused, type Outcome } from '../contract/outcome.ts';
import { seesOffice, seesSubject, signature, type Principal } from '../contract/principal.ts';
import { day, formatDay, parseDay, type Day } from '../domain/day.ts';
import { nextSendTime } from '../domain/dates.ts';
import { at, dayOf, parseInstant, startOfDay, type Instant } from '../domain/instant.ts';
import { subjectOfId } from '../domain/ids.ts';
import { after, stateOf, statusOf, type ObligationEvent } from '../domain/obligation-state.ts';
import type { Change } from '../domain/reconcile.ts';
import { effectiveDue, extended, floorOf, ordered, stepId, stepsOf } from '../domain/schedule.ts';
import { fixedDate, type Dates } from '../domain/dates.ts';
import type { DeadlineRule } from '../rules/rule.ts';
import { listOf, obligationKey, subjectKey, subjectPartition } from '../store/keys.ts';
import {
  obligationRecord,
  subjectRecord,
  type ObligationRecord,
  type StepRecord,
  type SubjectRecord,
} from '../store/records.ts';
import { readAll } from '../store/read.ts';
import { dailyItem } from './daily-line.ts';
import { filteredPage, type Listed } from './listing.ts';
import { storeChange } from './plan.ts';
import { staleVersion, type Request } from './subjects.ts';

export interface Found {
  readonly obligation: ObligationRecord;
  readonly subject: SubjectRecord;
  readonly rule: DeadlineRule;
}

/** An obligation with its subject and rule, where all of them show themselves to the token. */
export async function findObligation(request: Request, id: string): Promise<Found | undefined> {
  const jurisdiction = request.context.jurisdiction.id;
  const subjectId = subjectOfId(id);
  if (subjectId === undefined) return undefined;
  const items = await request.deps.store.getMany([
    obligationKey(jurisdiction, id),
    subjectKey(jurisdiction, subjectId),
  ]);
  const own = items.find((item) => item.sk !== '0');
  const holder = items.find((item) => item.sk === '0');
  if (!own || !holder) return undefined;
  const obligation = obligationRecord.parse(own);
  const subject = subjectRecord.parse(holder);
  const rule = request.context.rulebook.deadlineOf(obligation.ruleId);
  if (!rule || !seesSubject(request.principal, subject) || !seesOffice(request.principal, rule.office))
    return undefined;
  return { obligation, subject, rule };
}

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
    parse: (item) => obligationRecord.parse(item),
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
  return (obligation) => {
    const rule = request.context.rulebook.deadlineOf(obligation.ruleId);
    if (!rule || !seesOffice(request.principal, rule.office)) return false;
    if (own && !own.has(obligation.subjectId)) return false;
    if (query.ruleId !== undefined && obligation.ruleId !== query.ruleId) return false;
    const due = effectiveDue(obligation);
    if (query.dueFrom !== undefined && due < query.dueFrom) return false;
    if (query.dueTo !== undefined && due > query.dueTo) return false;
    return query.status === undefined || statusOf(obligation, now) === query.status;
  };
}

/** The subjects of a unit’s token: itself and its children; undefined for the bureau’s people. */
export async function ownSubjects(request: Request): Promise<ReadonlySet<string> | undefined> {
  const { principal, deps, context } = request;
  if (principal.role !== 'unit') return undefined;
  if (principal.unitId === undefined) return new Set();
  const pk = subjectPartition(context.jurisdiction.id, principal.unitId);
  const children = await readAll(deps.store, { pk, from: '3#', to: '3#~' });
  return new Set([principal.unitId, ...children.map((item) => item.sk.slice(2))]);
}

/** The obligations of one subject, by due day; all of them fit into one answer or two. */
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
  if (!holder || !seesSubject(request.principal, subjectRecord.parse(holder)))
    return { items: [], nextCursor: null };
  const all = items
    .filter((item) => item.sk.startsWith('2#'))
    .map((item) => obligationRecord.parse(item))
    .filter(keep)
    .sort((a, b) => (a.ls < b.ls ? -1 : 1));
  const rest =
    query.cursor === undefined ? all : all.filter((obligation) => obligation.ls > (query.cursor ?? ''));
  const page = rest.slice(0, query.limit);
  return { items: page, nextCursor: rest.length > page.length ? (page.at(-1)?.ls ?? null) : null };
}

interface Entry {
  readonly what: string;
  readonly text: string;
}

function withHistory(record: ObligationRecord, request: Request, entry: Entry): ObligationRecord {
  return {
    ...record,
    version: record.version + 1,
    history: [
      ...record.history,
      { at: request.deps.clock.now(), by: signature(request.principal), what: entry.what, text: entry.text },
    ],
  };
}

/** Finds, checks the version and the transition, and leaves the rest to `change`. */
async function act(
  request: Request,
  id: string,
  event: ObligationEvent,
  change: (found: Found) => Outcome<Change>,
): Promise<Outcome<Found>> {
  const found = await findObligation(request, id);
  if (!found) return notFound;
  const stale = staleVersion(request, found.obligation.version);
  if (stale) return fail(stale);
  const state = stateOf(found.obligation);
  if (after(state, event) === undefined)
    return conflict(`the obligation is ${found.obligation.closed?.how ?? state}: ${event} is not open to it`);
  const changed = change(found);
  if (!changed.ok) return changed;
  if (!(await storeChange(request.deps, changed.value, request.deps.clock.now()))) {
    return conflict('the obligation was changed meanwhile; read it again');
  }
  return ok({ ...found, obligation: changed.value.record });
}

const plain = (record: ObligationRecord): Change => ({ record, schedule: [], lateEntry: false });

/** From the bureau it closes the obligation; from a unit it is a report that waits for the bureau. */
export async function fulfil(
  request: Request,
  id: string,
  body: z.infer<typeof fulfilmentBody>,
): Promise<Outcome<Found>> {
  if (request.principal.role === 'unit') return reportDone(request, id, body);
  return act(request, id, 'fulfil', ({ obligation }) => {
    const how = closingOf(request, obligation, body.on);
    if (!how.ok) return how;
    const detail = [body.document, body.note].filter((part) => part !== undefined).join('；');
    return ok(
      plain(
        withHistory(closedBy(request, obligation, how.value), request, {
          what: 'fulfilled',
          text: `${how.value.on}办理${detail === '' ? '' : `：${detail}`}`,
        }),
      ),
    );
  });
}

type Closed = NonNullable<ObligationRecord['closed']>;

function closedBy(
  request: Request,
  obligation: ObligationRecord,
  closed: Pick<Closed, 'how' | 'on'>,
): ObligationRecord {
  return {
    ...obligation,
    report: undefined,
    closed: { ...closed, at: request.deps.clock.now(), by: signature(request.principal) },
  };
}

/** Whether a fulfilment on that day or at that instant was in time; `on` must not lie in the future. */
function closingOf(
  request: Request,
  obligation: ObligationRecord,
  on: string,
): Outcome<Pick<Closed, 'how' | 'on'>> {
  const now = request.deps.clock.now();
  const moment = parseDay(on) === undefined ? parseInstant(on) : undefined;
  const onDay: Day = parseDay(on) ?? dayOf(moment ?? now);
  if (moment !== undefined ? moment > now : onDay > dayOf(now)) {
    return refused('on', `${on} is in the future: enter the fulfilment when it has happened`);
  }
  if (obligation.dueAt !== undefined) return closingByHour(obligation, moment, onDay, now);
  const late = startOfDay(onDay) >= obligation.overdueFrom;
  return ok({ how: late ? 'fulfilled-late' : 'fulfilled', on: formatDay(onDay) });
}

function closingByHour(
  obligation: ObligationRecord,
  moment: Instant | undefined,
  onDay: Day,
  now: Instant,
): Outcome<Pick<Closed, 'how' | 'on'>> {
  const end = obligation.overdueFrom;
  const known =
    moment ?? (onDay === dayOf(now) && onDay === dayOf(end) ? (now < end ? now : undefined) : at(onDay, 0));
  if (moment === undefined && (known === undefined || (onDay === dayOf(end) && now >= end))) {
    return refused(
      'on',
      'this deadline runs by the hour and ended on that day: give the instant, for instance 2026-09-30T09:00:00+08:00',
    );
  }
  return ok({ how: (known ?? now) >= end ? 'fulfilled-late' : 'fulfilled', on: formatDay(onDay) });
}

async function reportDone(
  request: Request,
  id: string,
  body: z.infer<typeof fulfilmentBody>,
): Promise<Outcome<Found>> {
  const result = await act(request, id, 'report', ({ obligation }) => {
    const how = closingOf(request, obligation, body.on);
    if (!how.ok) return how;
    const report: NonNullable<ObligationRecord['report']> = {
      state: 'pending',
      on: body.on,
      document: body.document,
      note: body.note,
      at: request.deps.clock.now(),
      by: signature(request.principal),
    };
    return ok(
      plain(
        withHistory({ ...obligation, report }, request, {
          what: 'reported',
          text: `单位报告已于${how.value.on}办理，待确认`,
        }),
      ),
    );
  });
  if (result.ok) await tellOfReport(request, result.value.obligation);
  return result;
}

/** A line in the bureau’s next daily mail: a report waits for its answer. */
async function tellOfReport(request: Request, obligation: ObligationRecord): Promise<void> {
  const { deps } = request;
  await deps.store.putMany([dailyItem(obligation.jurisdiction, 'reported', obligation.id, deps.clock.now())]);
}

/** The bureau’s answer to a unit’s report: confirmed on the day that the unit gave, or returned with a reason. */
export async function decideReport(
  request: Request,
  id: string,
  body: z.infer<typeof reportDecisionBody>,
): Promise<Outcome<Found>> {
  if (body.decision === 'return' && body.reason === undefined) {
    return refused('reason', 'say why the report is returned: the unit reads it');
  }
  const event = body.decision === 'confirm' ? 'confirm-report' : 'return-report';
  return act(request, id, event, ({ obligation, rule }) => {
    const { report } = obligation;
    if (!report) return conflict('there is no report to answer');
    if (body.decision === 'return') return ok(returned(request, obligation, rule, body.reason ?? ''));
    const how = closingOf(request, obligation, report.on);
    if (!how.ok) return how;
    return ok(
      plain(
        withHistory(closedBy(request, obligation, how.value), request, {
          what: 'fulfilled',
          text: `确认单位报告：${how.value.on}办理`,
        }),
      ),
    );
  });
}

/** The duty goes on: the unit is told why, and lateness that came meanwhile is told at the next send time. */
function returned(
  request: Request,
  obligation: ObligationRecord,
  rule: DeadlineRule,
  reason: string,
): Change {
  const now = request.deps.clock.now();
  const { calendar, settings } = request.context;
  const next = nextSendTime(calendar, now, settings.sendHour);
  const back: StepRecord = { kind: 'returned', key: String(now), at: next };
  const missed = obligation.steps.filter((step) => step.kind === 'overdue' && step.at <= now);
  const later = missed.map((step): StepRecord => ({ ...step, at: next }));
  const kept = obligation.steps.filter((step) => !later.some((other) => stepId(other) === stepId(step)));
  const report = obligation.report && { ...obligation.report, state: 'returned' as const, reason };
  const record = withHistory({ ...obligation, report, steps: ordered([...kept, ...later, back]) }, request, {
    what: 'returned',
    text: `退回单位报告：${reason}`,
  });
  return { record, schedule: rule.deadline.pursuit === 'none' ? [] : [...later, back], lateEntry: false };
}

export async function waive(
  request: Request,
  id: string,
  body: z.infer<typeof waiverBody>,
): Promise<Outcome<Found>> {
  return act(request, id, 'waive', ({ obligation }) => {
    const closed = { how: 'waived' as const, on: formatDay(dayOf(request.deps.clock.now())) };
    return ok(
      plain(
        withHistory(closedBy(request, obligation, closed), request, {
          what: 'waived',
          text: `免除：${body.reason}`,
        }),
      ),
    );
  });
}

/** A later day in place of `dueOn` for reminders and lateness; the date of the rule stays visible. */
export async function extend(
  request: Request,
  id: string,
  body: z.infer<typeof extensionBody>,
): Promise<Outcome<Found>> {
  return act(request, id, 'extend', ({ obligation, rule }) => {
    const { context, deps } = request;
    const now = deps.clock.now();
    const until = day(body.until);
    if (obligation.dueAt !== undefined) return refused('until', 'a deadline by the hour cannot be extended');
    if (body.until <= effectiveDue(obligation))
      return refused('until', `an extension must be later than ${effectiveDue(obligation)}`);
    if (until < dayOf(now)) return refused('until', 'an extension into the past would be overdue at once');
    const dates: Dates = fixedDate(context.calendar, until);
    const steps =
      obligation.pursuit === 'active' || obligation.pursuit === 'unconfirmed'
        ? stepsOf(
            rule,
            { calendar: context.calendar, settings: context.settings },
            dates,
            floorOf(obligation.arisesOn, now),
            undefined,
          )
        : [];
    const past = obligation.steps.filter(
      (step) => step.at <= now && !steps.some((next) => stepId(next) === stepId(step)),
    );
    const record = withHistory(
      {
        ...obligation,
        ls: `${body.until}#${obligation.id}`,
        extendedTo: body.until,
        actBy: formatDay(dates.actBy),
        overdueFrom: dates.overdueFrom,
        provisional: dates.provisional,
        pursuit: obligation.pursuit === 'unconfirmed' ? 'active' : obligation.pursuit,
        datedAt: now,
        steps: ordered([...past, ...steps]),
      },
      request,
      { what: 'extended', text: `延期至${body.until}：${body.reason}` },
    );
    return ok({ record, schedule: steps, lateEntry: false });
  });
}

/** An officer confirms what was late when it was entered: from now on it is pursued. */
export async function confirmLate(request: Request, id: string): Promise<Outcome<Found>> {
  return act(request, id, 'confirm', ({ obligation, rule }) => {
    if (obligation.pursuit !== 'unconfirmed') {
      return conflict(
        obligation.pursuit === 'untracked'
          ? 'it fell due before trackFrom and is never pursued'
          : 'nothing waits for a confirmation here',
      );
    }
    const { context, deps } = request;
    const now = deps.clock.now();
    const policy = { calendar: context.calendar, settings: context.settings };
    const steps = stepsOf(rule, policy, datesOf(request, obligation), floorOf(obligation.arisesOn, now), now);
    const record = withHistory({ ...obligation, pursuit: 'active', steps: ordered(steps) }, request, {
      what: 'confirmed',
      text: '确认逾期事实，开始催办',
    });
    return ok({ record, schedule: steps, lateEntry: false });
  });
}

/** The stored dates in the form of a computation. */
export function datesOf(request: Request, obligation: ObligationRecord): Dates {
  const stored: Dates = {
    dueOn: day(obligation.dueOn),
    dueAt: obligation.dueAt,
    actBy: day(obligation.actBy),
    overdueFrom: obligation.overdueFrom,
    provisional: obligation.provisional,
  };
  return extended(
    request.context.calendar,
    stored,
    obligation.extendedTo === undefined ? undefined : day(obligation.extendedTo),
  );
}

/** Whether a person of this role may see who did what by name. */
export function namesVisible(principal: Principal): boolean {
  return principal.role !== 'unit';
}
