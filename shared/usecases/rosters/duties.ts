import { kinds } from '../../vocabulary/kinds.ts';
import { addDays, day, type Day } from '../../domain/time/day.ts';
import { dayOf, type Instant } from '../../domain/time/instant.ts';
import { owes } from '../../domain/duties/occurrences.ts';
import { planSubjectOf } from '../../domain/register/subject-facts.ts';
import type { Outlook } from '../../records/import.ts';
import type { Context } from '../context.ts';
import { dutiesOf } from '../duties/plan.ts';
import type { SubjectRecord } from '../../records/subject.ts';

const YEAR = 365;

/** What subjects will owe in the coming year. Subjects that are alike are computed once. */
export class Outlooks {
  private readonly context: Context;
  private readonly now: Instant;
  private readonly known = new Map<string, Outlook>();

  constructor(context: Context, now: Instant) {
    this.context = context;
    this.now = now;
  }

  /** The days due within a year from today. When there are none, the traits and facts that would lead to some. */
  of(subject: SubjectRecord): Outlook {
    const { kind, traits, facts, findings } = subject;
    const key = JSON.stringify([kind, traits, facts, findings]);
    const known = this.known.get(key);
    if (known) return known;
    const outlook = this.reckoned(subject);
    this.known.set(key, outlook);
    return outlook;
  }

  private reckoned(subject: SubjectRecord): Outlook {
    const { coming, past } = this.counted(subject);
    if (coming + past > 0) return { duties: coming, past, traits: [], facts: [] };
    const traits = kinds[subject.kind].traits
      .filter((trait) => !subject.traits.includes(trait))
      .map((trait) => ({
        trait,
        duties: this.counted({ ...subject, traits: [...subject.traits, trait] }).coming,
      }))
      .filter(({ duties }) => duties > 0);
    return { duties: 0, past: 0, traits, facts: this.factsWanted(subject) };
  }

  private counted(subject: SubjectRecord): { readonly coming: number; readonly past: number } {
    const today = dayOf(this.now);
    const tracked: Day = day(this.context.settings.trackFrom);
    const due = dutiesOf(this.context, subject, this.now, false)
      .owed.filter(
        ({ rule }) =>
          rule.deadline.endedBy === undefined || subject.facts[rule.deadline.endedBy] === undefined,
      )
      .map(({ dates }) => dates.dueOn);
    return {
      coming: due.filter((on) => on >= today && on <= addDays(today, YEAR)).length,
      past: due.filter((on) => on < today && on >= tracked).length,
    };
  }

  /** The days from which rules for such a subject count, and which were not entered. */
  private factsWanted(subject: SubjectRecord): string[] {
    const planned = planSubjectOf(subject);
    return [
      ...new Set(
        this.context.rulebook.deadlines
          .filter((rule) => owes(rule, planned))
          .flatMap(({ deadline: { due } }) => ('event' in due && due.event !== undefined ? [due.event] : []))
          .filter((fact) => subject.facts[fact] === undefined),
      ),
    ];
  }
}
