import type { CaseFile } from './case-file.ts';
import { hearingUntil } from './case-lacks.ts';
import { daysAfter, workingDaysAfter, type Dates } from './dates.ts';
import { day, formatDay, type Day } from './day.ts';
import { dayOf, instant, startOfDay, type Instant } from './instant.ts';
import { defenceEnd } from './ladder.ts';
import type { Policy } from './schedule.ts';

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
}

interface Running {
  readonly name: string;
  readonly citation: string;
  readonly from: Day;
  readonly dates: Dates;
  readonly done: string | undefined;
}

function clock(running: Running, now: Instant): Clock {
  const { name, citation, from, dates, done } = running;
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
  };
}

/**
 * The clocks that national law sets and the list does not: 90 days from filing to the decision, 7 working days to
 * its service, 7 working days to decide on registered evidence; and the party’s own periods. Penalties Law arts.
 * 45, 56, 60, 61, 64, 85.
 */
export function lawClocks(file: CaseFile, policy: Policy, now: Instant): Clock[] {
  const { calendar } = policy;
  const { evidence, filedOn, notice, decision, servedOn } = file;
  const clocks: Clock[] = [];
  if (evidence?.kind === 'registration') {
    const from = dayOf(instant(evidence.at));
    const dates = workingDaysAfter(calendar, from, 7);
    const done = evidence.decidedOn;
    const name = '先行登记保存的证据处理决定（7个工作日）';
    clocks.push(clock({ name, citation: '行政处罚法第五十六条、第八十五条', from, dates, done }, now));
  }
  if (filedOn !== undefined && file.stage !== 'withdrawn') {
    const from = day(filedOn);
    const dates = daysAfter(calendar, from, 90);
    const name = '作出处罚决定（自立案之日起90日）';
    clocks.push(clock({ name, citation: '行政处罚法第六十条', from, dates, done: decision?.on }, now));
  }
  if (notice && !decision) clocks.push(...partyClocks(day(notice.on), policy, now));
  if (decision) {
    const from = day(decision.on);
    const dates = workingDaysAfter(calendar, from, 7);
    const name = '送达处罚决定书（7个工作日）';
    clocks.push(
      clock({ name, citation: '行政处罚法第六十一条、第八十五条', from, dates, done: servedOn }, now),
    );
  }
  return clocks;
}

/** What the party has time for; nobody is late when it runs out. */
function partyClocks(from: Day, policy: Policy, now: Instant): Clock[] {
  const period = (name: string, source: Clock['source'], citation: string, until: Day): Clock => ({
    name,
    source,
    citation,
    from: formatDay(from),
    until: formatDay(until),
    status: dayOf(now) > until ? 'passed' : 'running',
    provisional: policy.calendar.guessedBefore(until),
  });
  return [
    period(
      '当事人陈述、申辩',
      'discretionary',
      '行政处罚法第四十五条（期限由本局设定）',
      defenceEnd(policy, from),
    ),
    period(
      '当事人要求听证（5个工作日）',
      'law',
      '行政处罚法第六十四条、第八十五条',
      hearingUntil(from, policy),
    ),
  ];
}
