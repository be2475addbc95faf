import type { CaseFile } from './file.ts';
import { periodOf } from '../escalations/ladder.ts';
import { HEARING_REQUEST_WORKING_DAYS } from './lacks.ts';
import { clock, counted, rightClock, type Clock, type Running } from './clock.ts';
import { clocksAfterService } from './clocks-after-service.ts';
import type { Counting } from './collecting.ts';
import { daysAfter, workingDaysAfter } from '../time/dates.ts';
import { day, type Day } from '../time/day.ts';
import { dayOf, instant, type Instant } from '../time/instant.ts';
import type { Policy } from '../duties/schedule.ts';

type Measured = Counting & { readonly policy: Policy };

/**
 * The clocks that national law sets and the list does not: 90 days from filing to the decision, 7 working days to
 * its service, 7 working days to decide on registered evidence; and the party’s own periods, until it is decided.
 * Penalties Law arts. 45, 56, 60, 61, 64, 85.
 */
export function lawClocks(file: CaseFile, how: Measured, now: Instant): Clock[] {
  const { office, party } = everyClock(file, how, now);
  return [...office, ...(file.decision ? [] : party)];
}

/** The office’s own, and the party’s periods, whether it is decided or not. */
export function everyClock(file: CaseFile, how: Measured, now: Instant) {
  const { policy } = how;
  return {
    office: [...officeClocks(file, policy.calendar, now), ...clocksAfterService(file, how, now)],
    party: partyClocks(file, how, now),
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
  if (filedOn !== undefined && file.stage !== 'withdrawn' && file.stage !== 'transferred') {
    const from = day(filedOn);
    running.push({
      name: '作出处罚决定（自立案之日起90日）',
      citation: '行政处罚法第六十条',
      from,
      counted: counted((trace) => daysAfter(calendar, from, 90, trace)),
      done: decision?.on,
    });
  }
  if (decision && file.onTheSpot !== true) {
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

/** What the party has time for; nobody is late when it runs out. */
function partyClocks({ notice }: CaseFile, { policy, rules }: Measured, now: Instant): Clock[] {
  if (!notice) return [];
  const from = day(notice.on);
  const { calendar, settings } = policy;
  const workingDays = (days: number) => counted((trace) => workingDaysAfter(calendar, from, days, trace));
  return [
    rightClock(
      {
        name: '当事人陈述、申辩',
        citation: '行政处罚法第四十五条（期限由本局设定）',
        from,
        counted: workingDays(periodOf(settings, rules.statement, 'defenceWorkingDays')),
      },
      now,
      'discretionary',
    ),
    rightClock(
      {
        name: '当事人要求听证（5个工作日）',
        citation: '行政处罚法第六十四条、第八十五条',
        from,
        counted: workingDays(HEARING_REQUEST_WORKING_DAYS),
      },
      now,
    ),
  ];
}
