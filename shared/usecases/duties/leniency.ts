import type { z } from 'zod';
import type { extensionBody, waiverBody } from '../../contract/bodies.ts';
import { ok, problem, type Outcome } from '../../outcome.ts';
import { day, formatDay } from '../../domain/time/day.ts';
import { dayOf } from '../../domain/time/instant.ts';
import { fixedDate, type Dates } from '../../domain/time/dates.ts';
import { correctionStep, withCorrection } from '../../domain/duties/reconcile.ts';
import { extended, floorOf, ordered, stepId, stepsOf } from '../../domain/duties/schedule.ts';
import type { DeadlineRule } from '../../rules/rule.ts';
import { noticesOfObligation } from '../notices/list.ts';
import { act, closedBy, plain, withHistory } from './act.ts';
import { checkUntil } from './extension-request.ts';
import type { Found } from '../register/find-obligation.ts';
import type { Request } from '../request.ts';
import type { ObligationRecord, StepRecord } from '../../records/obligation.ts';

/** A leader decides that the duty need not be fulfilled. It ends without a notice. */
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

/** Sets a later day than `dueOn` for reminders and lateness. The date computed from the rule stays visible. */
export async function extend(
  request: Request,
  id: string,
  body: z.infer<typeof extensionBody>,
): Promise<Outcome<Found>> {
  return act(request, id, 'extend', async ({ obligation, rule }) => {
    const { context, deps } = request;
    const now = deps.clock.now();
    const fits = checkUntil(request, obligation, body.until);
    if (!fits.ok) return fits;
    const dates = fixedDate(context.calendar, day(body.until));
    const steps = await extendedSteps(request, obligation, rule, dates);
    const past = obligation.steps.filter(
      (step) => step.at <= now && !steps.some((next) => stepId(next) === stepId(step)),
    );
    const record = withHistory(
      {
        ...obligation,
        extendedTo: body.until,
        extensionRequest: undefined,
        actBy: formatDay(dates.actBy),
        overdueFrom: dates.overdueFrom,
        provisional: dates.provisional,
        pursuit: rule.deadline.pursuit === 'none' ? 'none' : 'active',
        datedAt: now,
        steps: ordered([...past, ...steps]),
      },
      request,
      { what: 'extended', text: `延期至${body.until}：${body.reason}` },
    );
    return ok({ record, schedule: steps });
  });
}

/** The steps towards the new day. Everyone who was sent the old day gets a correction. */
async function extendedSteps(
  request: Request,
  obligation: ObligationRecord,
  rule: DeadlineRule,
  dates: Dates,
): Promise<StepRecord[]> {
  if (rule.deadline.pursuit === 'none') return [];
  const { context, deps } = request;
  const now = deps.clock.now();
  const policy = { calendar: context.calendar, settings: context.settings };
  const steps = stepsOf(
    rule,
    policy,
    dates,
    obligation.arisesOn,
    floorOf(obligation.arisesOn, now),
    undefined,
  );
  const notices = await noticesOfObligation(request, obligation.subjectId, obligation.id);
  const told = notices.some((notice) => notice.toldDue !== undefined && notice.attempts.length > 0);
  return told ? withCorrection(steps, correctionStep(policy, now, formatDay(dates.dueOn))) : steps;
}

/** An officer confirms a duty that was late when it was entered. From now on it is pursued. */
export async function confirmLate(request: Request, id: string): Promise<Outcome<Found>> {
  return act(request, id, 'confirm', ({ obligation, rule }) => {
    if (obligation.pursuit !== 'unconfirmed')
      return problem(obligation.pursuit === 'untracked' ? 'duty.untracked' : 'duty.confirmed');
    const { context, deps } = request;
    const now = deps.clock.now();
    const policy = { calendar: context.calendar, settings: context.settings };
    const steps = stepsOf(
      rule,
      policy,
      datesOf(request, obligation),
      obligation.arisesOn,
      floorOf(obligation.arisesOn, now),
      now,
    );
    const record = withHistory({ ...obligation, pursuit: 'active', steps: ordered(steps) }, request, {
      what: 'confirmed',
      text: '确认逾期事实，开始催办',
    });
    return ok({ record, schedule: steps });
  });
}

/** The stored dates in the form of a computation. */
function datesOf(request: Request, obligation: ObligationRecord): Dates {
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
