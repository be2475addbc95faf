import type { CaseFile } from './file.ts';
import type { CaseRules } from './rules.ts';
import { periodOf } from '../escalations/ladder.ts';
import { HEARING_REQUEST_WORKING_DAYS } from './lacks.ts';
import { daysAfter, workingDaysAfter, type Dates, type Step } from '../time/dates.ts';
import { day, formatDay, type Day } from '../time/day.ts';
import { dayOf, instant, startOfDay, type Instant } from '../time/instant.ts';
import type { Policy } from '../duties/schedule.ts';

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

function counted(count: (trace: Step[]) => Dates): Counted {
  const steps: Step[] = [];
  const dates = count(steps);
  return { dates, explanation: steps.map((step) => ({ ...step, day: formatDay(step.day) })) };
}

interface Running {
  readonly name: string;
  readonly citation: string;
  readonly from: Day;
  readonly counted: Counted;
  readonly done: string | undefined;
}

function clock({ name, citation, from, counted: how, done }: Running, now: Instant): Clock {
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

/**
 * The clocks that national law sets and the list does not: 90 days from filing to the decision, 7 working days to
 * its service, 7 working days to decide on registered evidence; and the party’s own periods, until it is decided.
 * Penalties Law arts. 45, 56, 60, 61, 64, 85.
 */
export function lawClocks(file: CaseFile, policy: Policy, rules: CaseRules, now: Instant): Clock[] {
  const { office, party } = everyClock(file, policy, rules, now);
  return [...office, ...(file.decision ? [] : party)];
}

/** The office’s own, and the party’s periods, whether it is decided or not. */
export function everyClock(file: CaseFile, policy: Policy, rules: CaseRules, now: Instant) {
  return {
    office: officeClocks(file, policy.calendar, now),
    party: partyClocks(file, policy, rules, now),
  };
}

function officeClocks(file: CaseFile, calendar: Policy['calendar'], now: Instant): Clock[] {
  const { evidence, filedOn, decision, servedOn } = file;
  const workingDays = (from: Day) => counted((trace) => workingDaysAfter(calendar, from, 7, trace));
  const running: Running[] = [];
  if (evidence?.kind === 'registration') {
    const from = dayOf(instant(evidence.at));
    running.push({
      name: '先行登记保存的证据处理决定（7个工作日）',
      citation: '行政处罚法第五十六条、第八十五条',
      from,
      counted: workingDays(from),
      done: evidence.decidedOn,
    });
  }
  if (filedOn !== undefined && file.stage !== 'withdrawn') {
    const from = day(filedOn);
    running.push({
      name: '作出处罚决定（自立案之日起90日）',
      citation: '行政处罚法第六十条',
      from,
      counted: counted((trace) => daysAfter(calendar, from, 90, trace)),
      done: decision?.on,
    });
  }
  if (decision) {
    const from = day(decision.on);
    running.push({
      name: '送达处罚决定书（7个工作日）',
      citation: '行政处罚法第六十一条、第八十五条',
      from,
      counted: workingDays(from),
      done: servedOn,
    });
  }
  return running.map((one) => clock(one, now));
}

/** What the steps of a duty say of acting and being late, which a right does not know. */
const ofDuties: ReadonlySet<string> = new Set(['办理日', '逾期起算']);

/** What the party has time for; nobody is late when it runs out. */
function partyClocks({ notice }: CaseFile, policy: Policy, rules: CaseRules, now: Instant): Clock[] {
  if (!notice) return [];
  const from = day(notice.on);
  const { calendar, settings } = policy;
  const period = (name: string, source: Clock['source'], citation: string, days: number): Clock => {
    const { dates, explanation } = counted((trace) => workingDaysAfter(calendar, from, days, trace));
    return {
      name,
      source,
      citation,
      from: formatDay(from),
      until: formatDay(dates.dueOn),
      status: dayOf(now) > dates.dueOn ? 'passed' : 'running',
      provisional: calendar.guessedBefore(dates.dueOn),
      explanation: explanation.filter(({ rule }) => !ofDuties.has(rule)),
    };
  };
  return [
    period(
      '当事人陈述、申辩',
      'discretionary',
      '行政处罚法第四十五条（期限由本局设定）',
      periodOf(settings, rules.statement, 'defenceWorkingDays'),
    ),
    period(
      '当事人要求听证（5个工作日）',
      'law',
      '行政处罚法第六十四条、第八十五条',
      HEARING_REQUEST_WORKING_DAYS,
    ),
  ];
}
