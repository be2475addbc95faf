import type { Dates, Trace } from '../time/dates.ts';
import { addDays, day, formatDay, type Day } from '../time/day.ts';
import { startOfDay, type Instant } from '../time/instant.ts';
import { clock, counted, rightClock, type Clock } from './clock.ts';
import {
  applicationUntil,
  demandUntil,
  enforceableFrom,
  finePaidOn,
  paymentUntil,
  reconsiderationUntil,
  suingUntil,
  type Counting,
} from './collecting.ts';
import type { CaseFile } from './file.ts';

type Count = (file: CaseFile, how: Counting, trace?: Trace) => Dates | undefined;

/** The periods that run from the service of the decision on: to pay, to contest, to be called upon, to apply to the court. */
export function clocksAfterService(file: CaseFile, how: Counting, now: Instant): Clock[] {
  const { servedOn } = file;
  if (servedOn === undefined) return [];
  return [...contesting(file, how, day(servedOn), now), ...paying(file, how, day(servedOn), now)];
}

function contesting(file: CaseFile, how: Counting, served: Day, now: Instant): Clock[] {
  const last = file.fine.remedies.at(-1);
  return [
    ...right('当事人申请行政复议（60日）', '行政复议法第二十条', served, reconsiderationUntil),
    ...(last
      ? right('复议后提起行政诉讼（15日）', '行政诉讼法第四十五条', day(last.to ?? last.from), suingUntil)
      : file.onTheSpot === true
        ? []
        : right('当事人直接提起行政诉讼（6个月）', '行政诉讼法第四十六条', served, suingUntil)),
  ];

  function right(name: string, citation: string, from: Day, count: Count): Clock[] {
    const found = counted((trace) => count(file, how, trace));
    return found ? [rightClock({ name, citation, from, counted: found }, now)] : [];
  }
}

function paying(file: CaseFile, how: Counting, served: Day, now: Instant): Clock[] {
  const { fine, stage } = file;
  if (fine.amount === 0) return [];
  const done = finePaidOn(file, how);
  const over = done ?? (stage === 'closed' ? file.executedOn : undefined);
  return [
    ...instalments(),
    ...one('催告后履行（10个工作日）', '行政强制法第五十四条、第六十九条', fine.demandOn, demandUntil, over),
    ...one(
      '申请人民法院强制执行（期满起3个月）',
      '行政强制法第五十三条',
      courtFrom(),
      applicationUntil,
      fine.courtOn ?? over,
    ),
  ];

  function instalments(): Clock[] {
    if (fine.instalments.length === 0)
      return one('缴纳罚款（15日）', '行政处罚法第六十七条', formatDay(served), paymentUntil, over);
    return fine.instalments.map(({ dueOn, amount }, index) =>
      clock(
        {
          name: `缴纳罚款第${index + 1}期（${amount}元）`,
          citation: '行政处罚法第六十六条',
          from: served,
          counted: fixed(day(dueOn)),
          done: over,
        },
        now,
      ),
    );
  }

  /** The three months are shown once they run. */
  function courtFrom(): string | undefined {
    const from = enforceableFrom(file, how);
    return from === undefined || now < startOfDay(from) ? undefined : formatDay(from);
  }

  function one(
    name: string,
    citation: string,
    from: string | undefined,
    count: Count,
    doneOn: string | undefined,
  ): Clock[] {
    const found = from === undefined ? undefined : counted((trace) => count(file, how, trace));
    return from === undefined || !found
      ? []
      : [clock({ name, citation, from: day(from), counted: found, done: doneOn }, now)];
  }
}

/** A day that the office itself allowed. */
const fixed = (on: Day) => ({
  dates: {
    dueOn: on,
    dueAt: undefined,
    actBy: on,
    overdueFrom: startOfDay(addDays(on, 1)),
    provisional: false,
  },
  explanation: [{ rule: '行政处罚法第六十六条', day: formatDay(on), text: '经批准暂缓或者分期缴纳的日期。' }],
});
