import type { z } from 'zod';
import type { previewBody } from '../../contract/bodies.ts';
import { fail, ok, problemAt, type Failure, type Outcome } from '../../outcome.ts';
import { day, formatDay } from '../../domain/time/day.ts';
import { formatInstant, startOfDay } from '../../domain/time/instant.ts';
import { attempt, dutiesUnder } from '../../domain/duties/duties.ts';
import type { Occurrence, OccurrenceContext } from '../../domain/duties/due/occurrence.ts';
import { rectificationDays } from '../../domain/escalations/ladder.ts';
import { remindersOf } from '../../domain/duties/reminders.ts';
import { choicesOf, overdueNoticeAt, reminderPlanOf } from '../../domain/duties/schedule.ts';
import { planSubjectOf } from '../../domain/register/subject-facts.ts';
import type { Context } from '../context.ts';
import { explanationOf, type ExplanationStep } from './explain.ts';
import { checkFacts, checkTraits } from '../register/subject-checks.ts';

export interface Previewed {
  readonly ruleId: string;
  readonly period?: string | undefined;
  readonly title?: string | undefined;
  readonly arisesOn: string;
  readonly dueOn?: string;
  readonly dueAt?: string;
  readonly actBy: string;
  readonly overdueFrom: string;
  readonly provisional: boolean;
  readonly reminders: readonly string[];
  readonly escalations: readonly {
    readonly step: string;
    readonly at?: string;
    readonly after?: string;
    readonly daysFromService?: number;
    readonly approval: string;
  }[];
  readonly explanation: readonly ExplanationStep[];
}

/** The longest span of one preview: ten years, in days. */
const SPAN_DAYS = 3660;

/** Everything that would fall due for such a subject between two days. Stores nothing. */
export function preview(context: Context, body: z.infer<typeof previewBody>): Outcome<readonly Previewed[]> {
  const from = day(body.from);
  const to = day(body.to);
  if (from > to) return problemAt('to', 'field.span', { from: body.from, to: body.to });
  if (to - from > SPAN_DAYS) return problemAt('to', 'duty.preview-too-long');
  const facts = checkFacts(body.subject.kind, body.subject.facts);
  if (!facts.ok) return fail(inSubject(facts.failure));
  const traits = checkTraits(body.subject.kind, body.subject.traits);
  if (traits) return fail(inSubject(traits));
  const subject = planSubjectOf({ ...body.subject, facts: facts.value, recorded: {} });
  const occurrenceContext: OccurrenceContext = {
    calendar: context.calendar,
    choices: choicesOf(context.settings),
    explain: true,
    window: { from, to, onceTo: to, yearlyFrom: from },
    recordedOn: from,
    versionsOf: context.rulebook.versionsOf,
  };
  const { owed: found } = dutiesUnder(context.rulebook.deadlines, subject, occurrenceContext);
  const owed = found.filter(
    ({ rule }) => rule.deadline.endedBy === undefined || facts.value[rule.deadline.endedBy] === undefined,
  );
  return ok(
    [...owed]
      .sort((a, b) => a.dates.dueOn - b.dates.dueOn)
      .flatMap((occurrence) => {
        const shown = attempt(occurrence.rule, () => previewed(context, occurrence));
        return 'value' in shown ? [shown.value] : [];
      }),
  );
}

/** In a preview the facts and traits are nested one level deeper, so the field’s path is adjusted. */
function inSubject(failure: Failure): Failure {
  const errors = failure.errors.map((error) => ({ ...error, path: `subject.${error.path}` }));
  return { ...failure, errors };
}

function previewed(context: Context, occurrence: Occurrence): Previewed {
  const { rule, dates } = occurrence;
  const policy = { calendar: context.calendar, settings: context.settings };
  const silent = rule.deadline.pursuit === 'none';
  const reminders = silent
    ? []
    : remindersOf(
        context.calendar,
        dates,
        startOfDay(occurrence.arisesOn),
        reminderPlanOf(rule, context.settings, formatDay(occurrence.arisesOn)),
      );
  const first = overdueNoticeAt(policy, dates);
  const period = rectificationDays(context.settings, rule);
  return {
    ruleId: rule.ruleId,
    period: occurrence.period,
    title: occurrence.title,
    arisesOn: formatDay(occurrence.arisesOn),
    ...(dates.dueAt === undefined
      ? { dueOn: formatDay(dates.dueOn) }
      : { dueAt: formatInstant(dates.dueAt) }),
    actBy: formatDay(dates.actBy),
    overdueFrom:
      dates.dueAt === undefined
        ? formatInstant(dates.overdueFrom).slice(0, 10)
        : formatInstant(dates.overdueFrom),
    provisional: dates.provisional,
    reminders: reminders.map((reminder) => formatInstant(reminder.at)),
    escalations: (rule.deadline.sanctions ?? []).map((sanction, index) => ({
      step: sanction.step,
      ...(index === 0
        ? { at: formatInstant(first) }
        : { after: `${period} days from service`, daysFromService: period }),
      approval: sanction.approval,
    })),
    explanation: explanationOf(occurrence),
  };
}
