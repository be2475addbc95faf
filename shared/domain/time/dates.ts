import type { WorkCalendar } from './calendar.ts';
import { addDays, addMonths, chineseDay, weekdayName, type Day } from './day.ts';
import { at, chineseInstant, dayOf, plus, hours, startOfDay, type Instant } from './instant.ts';

/** One step of a computation: the rule of counting, the day, and the reason in Chinese. */
export interface Step {
  readonly rule: string;
  readonly day: Day;
  readonly text: string;
}

/** Collects the steps of a computation. Undefined when nobody asks for reasons, so that counting stays cheap. */
export type Trace = Step[] | undefined;

/**
 * The dates of a duty. `overdueFrom` is the instant from which the duty is late: the start of a day in
 * Asia/Shanghai, or the exact instant for a duty by the hour. Only those have `dueAt`.
 */
export interface Dates {
  readonly dueOn: Day;
  readonly dueAt: Instant | undefined;
  readonly actBy: Day;
  readonly overdueFrom: Instant;
  readonly provisional: boolean;
}

const named = (value: Day): string => `${chineseDay(value)}（${weekdayName(value)}）`;

function guessNote(trace: Trace, value: Day): void {
  trace?.push({
    rule: '国务院办公厅年度放假通知',
    day: value,
    text: `该日所在年度的放假安排尚未公布，暂按周末和法定节日推算，结果为暂定；公布并录入后重新计算。`,
  });
}

function finish(
  calendar: WorkCalendar,
  dueOn: Day,
  overdueDay: Day,
  guessedSoFar: boolean,
  trace: Trace,
): Dates {
  const actBy = calendar.onOrBefore(dueOn);
  const provisional = guessedSoFar || calendar.guessedBefore(dueOn);
  if (trace) {
    trace.push({
      rule: '办理日',
      day: actBy,
      text:
        actBy === dueOn
          ? `${named(dueOn)}是工作日，最迟当日办理。`
          : `届满日${named(dueOn)}不是工作日（${calendar.why(dueOn)}），之前最后一个工作日是${named(actBy)}，宜在该日前办理。`,
    });
    trace.push({ rule: '逾期起算', day: overdueDay, text: `自${named(overdueDay)}零时起未办理的，为逾期。` });
    if (provisional) guessNote(trace, dueOn);
  }
  return { dueOn, dueAt: undefined, actBy, overdueFrom: startOfDay(overdueDay), provisional };
}

/** Moves a period's last day if it is a rest day (Civil Code art. 203) and completes the dates. */
function forwardPeriod(calendar: WorkCalendar, last: Day, trace: Trace): Dates {
  const dueOn = calendar.onOrAfter(last);
  if (trace) {
    trace.push(
      dueOn === last
        ? {
            rule: '民法典第二百零三条',
            day: dueOn,
            text: `期间最后一日${named(last)}是工作日${calendar.why(last) === '工作日' ? '' : `（${calendar.why(last)}）`}，不顺延。`,
          }
        : {
            rule: '民法典第二百零三条',
            day: dueOn,
            text: `期间最后一日${named(last)}不是工作日（${calendar.why(last)}），顺延至其后第一个工作日${named(dueOn)}。`,
          },
    );
  }
  return finish(calendar, dueOn, addDays(dueOn, 1), calendar.guessedAfter(last), trace);
}

/**
 * A period of months or years after an event (rules of counting 1): the event's day does not count; the
 * period ends on the corresponding day, or the month's last. Civil Code arts. 201–203.
 */
export function monthsAfter(calendar: WorkCalendar, event: Day, months: number, trace?: Trace): Dates {
  const last = addMonths(event, months);
  trace?.push(
    { rule: '民法典第二百零一条', day: event, text: `自${named(event)}起算，当日不计入。` },
    {
      rule: '民法典第二百零二条',
      day: last,
      text: `期间${months}个月，到期月的对应日（无对应日的为月末日）为${named(last)}。`,
    },
  );
  return forwardPeriod(calendar, last, trace);
}

/** A period of calendar days after an event (rules of counting 1 and 4). */
export function daysAfter(calendar: WorkCalendar, event: Day, days: number, trace?: Trace): Dates {
  const last = addDays(event, days);
  trace?.push(
    { rule: '民法典第二百零一条', day: event, text: `自${named(event)}起算，当日不计入。` },
    { rule: '自然日计算', day: last, text: `第${days}日为${named(last)}。` },
  );
  return forwardPeriod(calendar, last, trace);
}

/** The same period counted in working days: the other reading of a 七日. */
export function workingDaysAfter(calendar: WorkCalendar, event: Day, days: number, trace?: Trace): Dates {
  let last = event;
  let guessed = false;
  for (let count = 0; count < days; count += 1) {
    guessed ||= calendar.guessedAfter(addDays(last, 1));
    last = calendar.onOrAfter(addDays(last, 1));
  }
  trace?.push(
    { rule: '民法典第二百零一条', day: event, text: `自${named(event)}起算，当日不计入。` },
    { rule: '工作日计算', day: last, text: `第${days}个工作日为${named(last)}。` },
  );
  return finish(calendar, last, addDays(last, 1), guessed, trace);
}

/**
 * A fixed date (rules of counting 2): the day itself is the last one and does not move. The duty is late only
 * after the first working day on or after it.
 */
export function fixedDate(calendar: WorkCalendar, dueOn: Day, trace?: Trace): Dates {
  const fair = calendar.onOrAfter(dueOn);
  trace?.push({ rule: '固定日期', day: dueOn, text: `规定日期${named(dueOn)}，含当日，不因休息日顺延。` });
  if (trace && fair !== dueOn) {
    trace.push({
      rule: '固定日期',
      day: fair,
      text: `该日不是工作日（${calendar.why(dueOn)}），其后第一个工作日${named(fair)}当日仍不按逾期处理。`,
    });
  }
  return finish(calendar, dueOn, addDays(fair, 1), calendar.guessedAfter(dueOn), trace);
}

/** A period counted back from an event (rules of counting 3): it never moves later. */
export function monthsBefore(calendar: WorkCalendar, event: Day, months: number, trace?: Trace): Dates {
  const dueOn = addMonths(event, -months);
  trace?.push(
    { rule: '倒计期间', day: event, text: `以${named(event)}为基准倒推${months}个月。` },
    {
      rule: '倒计期间',
      day: dueOn,
      text: `对应日（无对应日的为月末日）为${named(dueOn)}，遇休息日不向后顺延。`,
    },
  );
  return finish(calendar, dueOn, addDays(dueOn, 1), false, trace);
}

/** Hours from an instant, round the clock (rules of counting 5): never moved. */
export function hoursAfter(calendar: WorkCalendar, event: Instant, count: number, trace?: Trace): Dates {
  const dueAt = plus(event, hours(count));
  const dueOn = dayOf(dueAt);
  const eventDay = dayOf(event);
  const actBy = calendar.onOrBefore(dueOn);
  trace?.push(
    { rule: '按小时计算', day: eventDay, text: `自${chineseInstant(event)}起连续计算，昼夜和休息日均计入。` },
    {
      rule: '按小时计算',
      day: dueOn,
      text: `${count}小时届满为${chineseInstant(dueAt)}，不顺延；届满时未办理的，为逾期。`,
    },
  );
  const provisional = calendar.guessedBefore(dueOn);
  if (provisional) guessNote(trace, dueOn);
  return { dueOn, dueAt, actBy, overdueFrom: dueAt, provisional };
}

/** The first send time (a working day, at `sendHour` o’clock) at or after the instant. */
export function nextSendTime(calendar: WorkCalendar, from: Instant, sendHour: number): Instant {
  const today = dayOf(from);
  const first = from <= at(today, sendHour) ? today : addDays(today, 1);
  return at(calendar.onOrAfter(first), sendHour);
}
