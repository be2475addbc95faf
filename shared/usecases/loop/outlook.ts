import type { Limits } from '../../domain/notices/pace.ts';
import { addDays, formatDay, type Day } from '../../domain/time/day.ts';
import { dayOf, minuteOfDay, type Instant } from '../../domain/time/instant.ts';
import type { Store } from '../../ports.ts';
import { agendaOf, agendaPage, type Lane } from '../../records/agenda.ts';
import { outlookRecord } from '../../records/outlook.ts';
import type { Deps } from '../deps.ts';

/** It is looked ahead once a day, before the hour at which notices leave, as many days as a bureau needs to react. */
const FROM_MINUTE = 8 * 60;
const DAYS_AHEAD = 7;
/** Notices leave from nine to eight in the evening. */
const HOURS_A_DAY = 11;
/** Reminders leave a tenth of a day’s limit to what cannot wait. */
const FOR_ALL = 0.9;

export const mustLookAhead = (lookedOn: string | undefined, now: Instant): boolean =>
  minuteOfDay(now) >= FROM_MINUTE && lookedOn !== formatDay(dayOf(now));

/**
 * Counts what falls due today and in the days ahead, and records the days on which it is more than the provider
 * takes: the daily mails of all bureaus name them, and the log tells the operator.
 */
export async function lookAhead(deps: Deps, limits: Limits, shards: number, now: Instant): Promise<void> {
  const fits = capacityOf(limits);
  const today = dayOf(now);
  const short: { day: string; due: number; fits: number }[] = [];
  for (let ahead = 0; ahead <= DAYS_AHEAD; ahead += 1) {
    const due = await dueOn(deps.store, addDays(today, ahead), shards);
    if (due > fits) short.push({ day: formatDay(addDays(today, ahead)), due, fits });
  }
  await outlookRecord.change(deps.store, 'email', (known) => ({
    version: 0,
    ...known,
    on: formatDay(today),
    short,
  }));
  const [first] = short;
  if (first)
    deps.log(
      'error',
      'PACE_SHORT',
      'More falls due on a day than the mail provider takes: ask it for higher limits.',
      { ...first, days: short.length },
    );
}

const capacityOf = ({ perSecond, perDay = Infinity }: Limits): number =>
  Math.floor(Math.min(perSecond * 3600 * HOURS_A_DAY, perDay * FOR_ALL));

async function dueOn(store: Store, day: Day, shards: number): Promise<number> {
  const lanes: readonly Lane[] = ['urgent', 'later'];
  let due = 0;
  for (const { pk } of lanes.flatMap((lane) => agendaOf(day, lane, shards))) {
    let after: string | undefined;
    do {
      const page = await store.query({ pk, ...(after === undefined ? {} : { after }) });
      for (const item of page.items) due += agendaPage.of(item).pointers.length;
      ({ after } = page);
    } while (after !== undefined);
  }
  return due;
}
