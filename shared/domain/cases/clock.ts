import type { Dates, Step } from '../time/dates.ts';
import { day, formatDay, type Day } from '../time/day.ts';
import { dayOf, startOfDay, type Instant } from '../time/instant.ts';

/** A period that runs in a case: `law` where a statute sets it, not the county’s own list. */
export interface Clock {
  readonly name: string;
  readonly source: 'law' | 'list' | 'discretionary';
  readonly citation: string;
  readonly from: string;
  readonly until: string;
  readonly status: 'running' | 'met' | 'met-late' | 'overdue' | 'passed';
  readonly provisional: boolean;
  readonly obligationId?: string;
  /** The day on which what it is for was done. */
  readonly doneOn?: string;
  /** How a period of the law was counted; a duty of the list explains itself. */
  readonly explanation?: readonly { readonly rule: string; readonly day: string; readonly text: string }[];
}

interface Counted {
  readonly dates: Dates;
  readonly explanation: NonNullable<Clock['explanation']>;
}

/** The dates of a period and how they were counted; undefined when the period does not run. */
export function counted(count: (trace: Step[]) => Dates): Counted;
export function counted(count: (trace: Step[]) => Dates | undefined): Counted | undefined;
export function counted(count: (trace: Step[]) => Dates | undefined): Counted | undefined {
  const steps: Step[] = [];
  const dates = count(steps);
  return dates && { dates, explanation: steps.map((step) => ({ ...step, day: formatDay(step.day) })) };
}

export interface Running {
  readonly name: string;
  readonly citation: string;
  readonly from: Day;
  readonly counted: Counted;
  readonly done: string | undefined;
}

export function clock({ name, citation, from, counted: how, done }: Running, now: Instant): Clock {
  const { dates, explanation } = how;
  const status = (): Clock['status'] => {
    if (done === undefined) return now >= dates.overdueFrom ? 'overdue' : 'running';
    return startOfDay(day(done)) >= dates.overdueFrom ? 'met-late' : 'met';
  };
  return {
    name,
    source: 'law',
    citation,
    from: formatDay(from),
    until: formatDay(dates.dueOn),
    status: status(),
    provisional: dates.provisional,
    ...(done === undefined ? {} : { doneOn: done }),
    explanation,
  };
}

/** What the steps of a duty say of acting and being late, which a right does not know. */
const ofDuties: ReadonlySet<string> = new Set(['办理日', '逾期起算']);

/** What the party has time for; nobody is late when it runs out. */
export function rightClock(
  { name, citation, from, counted: { dates, explanation } }: Omit<Running, 'done'>,
  now: Instant,
  source: Clock['source'] = 'law',
): Clock {
  return {
    name,
    source,
    citation,
    from: formatDay(from),
    until: formatDay(dates.dueOn),
    status: dayOf(now) > dates.dueOn ? 'passed' : 'running',
    provisional: dates.provisional,
    explanation: explanation.filter(({ rule }) => !ofDuties.has(rule)),
  };
}
