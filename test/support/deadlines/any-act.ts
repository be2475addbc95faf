import fc from 'fast-check';
import type { YearArrangement } from '../../../shared/domain/time/calendar.ts';
import { fixedDate } from '../../../shared/domain/time/dates.ts';
import { addDays, day, formatDay, toDay } from '../../../shared/domain/time/day.ts';
import { dayOf, minutes, plus } from '../../../shared/domain/time/instant.ts';
import type { Change } from '../../../shared/domain/duties/planning.ts';
import { effectiveDue } from '../../../shared/domain/duties/schedule.ts';
import { anyArrangement } from '../chance/arbitraries.ts';
import { contextOf } from './deadlines.ts';
import type { DutyBook } from './duty-book.ts';
import type { ObligationRecord } from '../../../shared/records/obligation.ts';

/** What may happen to a project and its duties. `which` picks one of the open duties. */
export type Act =
  | { readonly act: 'record'; readonly fact: string; readonly value: string | undefined }
  | { readonly act: 'wait'; readonly minutes: number }
  | { readonly act: 'enter'; readonly years: readonly YearArrangement[] }
  | { readonly act: 'remind'; readonly leads: number[] }
  | { readonly act: 'send at'; readonly hour: number }
  | { readonly act: 'track'; readonly from: string }
  | { readonly act: 'read'; readonly first: string }
  | { readonly act: 'close'; readonly how: 'fulfilled' | 'waived'; readonly which: number }
  | { readonly act: 'extend'; readonly which: number; readonly days: number };

export const anyFactDay = fc
  .integer({ min: day('2024-06-01'), max: day('2027-06-30') })
  .map((epochDays) => formatDay(toDay(epochDays)));

const fact = fc.constantFrom('startedOn', 'plannedCompletionAcceptanceOn', 'archivesAcceptedOn');
const year = fc.constantFrom(...fc.sample(anyArrangement, { numRuns: 8, seed: 7 }));
const which = fc.nat({ max: 9 });
const is = <const T extends string>(act: T): fc.Arbitrary<T> => fc.constant(act);

export const anyAct: fc.Arbitrary<Act> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ act: is('record'), fact, value: anyFactDay }) },
  { weight: 2, arbitrary: fc.record({ act: is('record'), fact, value: fc.constant(undefined) }) },
  { weight: 4, arbitrary: fc.record({ act: is('wait'), minutes: fc.integer({ min: 1, max: 80_000 }) }) },
  fc.record({ act: is('enter'), years: fc.array(year, { maxLength: 2 }) }),
  fc.record({ act: is('remind'), leads: fc.constantFrom<number[]>([30, 7, 1], [60, 14], []) }),
  fc.record({ act: is('send at'), hour: fc.integer({ min: 7, max: 17 }) }),
  fc.record({ act: is('track'), from: anyFactDay }),
  fc.record({ act: is('read'), first: fc.constantFrom('started-on', 'opening-form-due') }),
  fc.record({ act: is('close'), how: fc.constantFrom('fulfilled', 'waived'), which }),
  fc.record({ act: is('extend'), which, days: fc.integer({ min: 1, max: 60 }) }),
);

export const openDuties = (book: DutyBook): ObligationRecord[] =>
  [...book.duties.values()].filter(({ closed }) => !closed);

/** Does it, and returns the changes of reconciling. */
export function perform(book: DutyBook, act: Act): Change[] {
  switch (act.act) {
    case 'record':
      return book.record({ [act.fact]: act.value });
    case 'wait':
      return book.until(plus(book.now, minutes(act.minutes))).plan();
    case 'enter':
      return book.enter(...act.years);
    case 'remind':
      return book.set({ reminderLeads: { long: act.leads } });
    case 'send at':
      return book.set({ sendHour: act.hour });
    case 'track':
      return book.set({ trackFrom: act.from });
    case 'read':
      return book.set({ readings: { 'key-project-archives/registration-yearly': { first: act.first } } });
    case 'close':
      return byHand(book, act.which, () => ({
        closed: {
          how: act.how,
          on: formatDay(dayOf(book.now)),
          at: book.now,
          by: { role: 'bureau-leader', sub: 'zhang' },
        },
      }));
    case 'extend':
      return byHand(book, act.which, (duty) => extension(book, duty, act.days));
  }
}

function byHand(
  book: DutyBook,
  chosen: number,
  change: (duty: ObligationRecord) => Partial<ObligationRecord>,
): Change[] {
  const open = openDuties(book);
  const duty = open[chosen % Math.max(1, open.length)];
  if (duty) book.edit(duty.ruleId, change(duty), duty.key);
  return book.plan();
}

/** A duty after a leader’s extension by this many days, without its steps. */
function extension(book: DutyBook, duty: ObligationRecord, days: number): Partial<ObligationRecord> {
  const { calendar } = contextOf(book.jurisdiction, {}, book.entered);
  const today = dayOf(book.now);
  const due = day(effectiveDue(duty));
  const until = addDays(due > today ? due : today, days);
  const { actBy, overdueFrom, provisional } = fixedDate(calendar, until);
  return {
    extendedTo: formatDay(until),
    actBy: formatDay(actBy),
    overdueFrom,
    provisional,
    datedAt: book.now,
    pursuit: 'active',
  };
}
