import type { z } from 'zod';
import type { fulfilmentBody, reportDecisionBody } from '../../contract/bodies.ts';
import { ok, problem, problemAt, type Outcome } from '../../outcome.ts';
import { actorOf } from '../../domain/actor.ts';
import { formatDay, parseDay, type Day } from '../../domain/time/day.ts';
import { nextSendTime } from '../../domain/time/dates.ts';
import { at, dayOf, parseInstant, startOfDay, type Instant } from '../../domain/time/instant.ts';
import type { Change } from '../../domain/duties/planning.ts';
import { ordered, stepId } from '../../domain/duties/schedule.ts';
import type { DeadlineRule } from '../../rules/rule.ts';
import { type Request } from '../request.ts';

import { act, closedBy, plain, withHistory, type Closed } from './act.ts';
import type { Found } from '../register/find-obligation.ts';
import type { ObligationRecord, StepRecord } from '../../records/obligation.ts';
/**
 * When the bureau calls it, the obligation is closed. When a unit calls it, the unit’s report waits for the
 * bureau.
 */
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

interface Said {
  readonly document?: string | undefined;
  readonly note?: string | undefined;
  /** The bureau’s opinion on the report. */
  readonly opinion?: string | undefined;
}

/** What the unit added besides the day, for the history: `。材料：自查报告.pdf；说明：已盖章`. */
function inWords({ document, note, opinion }: Said): string {
  const parts = Object.entries({ 材料: document, 说明: note, 审核意见: opinion }).flatMap(([name, text]) =>
    text === undefined || text === '' ? [] : [`${name}：${text}`],
  );
  return parts.length === 0 ? '' : `。${parts.join('；')}`;
}

/** Whether a fulfilment on that day or at that instant was in time. 422 when `on` lies in the future. */
function closingOf(
  request: Request,
  obligation: ObligationRecord,
  on: string,
): Outcome<Pick<Closed, 'how' | 'on'>> {
  const now = request.deps.clock.now();
  const moment = parseDay(on) === undefined ? parseInstant(on) : undefined;
  const onDay: Day = parseDay(on) ?? dayOf(moment ?? now);
  if (moment !== undefined ? moment > now : onDay > dayOf(now)) {
    return problemAt('on', 'duty.future', { on });
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
    return problemAt('on', 'duty.by-hour');
  }
  return ok({ how: (known ?? now) >= end ? 'fulfilled-late' : 'fulfilled', on: formatDay(onDay) });
}

async function reportDone(
  request: Request,
  id: string,
  body: z.infer<typeof fulfilmentBody>,
): Promise<Outcome<Found>> {
  return act(request, id, 'report', ({ obligation }) => {
    const how = closingOf(request, obligation, body.on);
    if (!how.ok) return how;
    const report: NonNullable<ObligationRecord['report']> = {
      state: 'pending',
      on: body.on,
      document: body.document,
      note: body.note,
      at: request.deps.clock.now(),
      by: actorOf(request.principal),
      receipt: request.receipt,
    };
    return ok(
      plain(
        withHistory({ ...obligation, report }, request, {
          what: 'reported',
          text: `单位报告已于${how.value.on}办理，待确认${inWords(body)}`,
        }),
      ),
    );
  });
}

/** The bureau’s answer to a unit’s report: confirmed on the day that the unit gave, or returned with a reason. */
export async function decideReport(
  request: Request,
  id: string,
  body: z.infer<typeof reportDecisionBody>,
): Promise<Outcome<Found>> {
  if (body.decision === 'return' && body.reason === undefined) {
    return problemAt('reason', 'duty.no-reason');
  }
  const event = body.decision === 'confirm' ? 'confirm-report' : 'return-report';
  return act(request, id, event, ({ obligation, rule }) => {
    const { report } = obligation;
    if (!report) return problem('duty.no-report');
    if (body.decision === 'return') return ok(returned(request, obligation, rule, body.reason ?? ''));
    const how = closingOf(request, obligation, report.on);
    if (!how.ok) return how;
    return ok(
      plain(
        withHistory(closedBy(request, obligation, how.value), request, {
          what: 'fulfilled',
          text: `确认单位报告：${how.value.on}办理${inWords({ ...report, opinion: body.reason })}`,
        }),
      ),
    );
  });
}

/**
 * The duty stays open. The unit gets the reason. Notices of lateness that came due meanwhile go out at the next
 * send time.
 */
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
  const since = obligation.report?.at ?? now;
  const missed = obligation.steps.filter(
    (step) => step.kind !== 'reminder' && step.kind !== 'returned' && step.at > since && step.at <= now,
  );
  const later = missed.map((step): StepRecord => ({ ...step, at: next }));
  const kept = obligation.steps.filter((step) => !later.some((other) => stepId(other) === stepId(step)));
  const report = obligation.report && { ...obligation.report, state: 'returned' as const, reason };
  const record = withHistory({ ...obligation, report, steps: ordered([...kept, ...later, back]) }, request, {
    what: 'returned',
    text: `退回单位报告：${reason}`,
  });
  return { record, schedule: rule.deadline.pursuit === 'none' ? [] : [...later, back] };
}
