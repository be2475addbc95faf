import {
  busyAfter,
  busyUntil,
  grant,
  nothingSpent,
  roomFor,
  type Limits,
  type Spent,
} from '../../shared/domain/notices/pace.ts';
import { hours, instant, minutes, plus, type Instant } from '../../shared/domain/time/instant.ts';

/** A morning on which all letters of a stage are due at nine. */
export interface Herd {
  readonly letters: number;
  readonly limits: Limits;
  /** Environments of the function that sends, and the letters that one of them sends in a second. */
  readonly environments: number;
  readonly each: number;
}

export interface Went {
  /** Letters sent until eight in the evening, when the hours for notices end. */
  readonly sent: number;
  /** Seconds from nine to the last of them. */
  readonly seconds: number;
  /** Environments at work at the same time, at the most. */
  readonly atOnce: number;
}

const NINE = instant('2026-09-22T09:00:00+08:00');
const EVENING = plus(NINE, hours(11));
/** Letters of an invocation: ten messages of 25. */
const BATCH = 250;

/**
 * The morning by the code that paces the product, without letters and without a table: the sweep hands over what
 * there is room for each minute, environments take turns for what they received, and each is busy until its last
 * turn or until it has sent what it took.
 */
export function morningOf({ letters, limits, environments, each }: Herd): Went {
  let [spent, handed, agenda, queue, sent]: [Spent, Instant, number, number, number] = [
    nothingSpent(limits, NINE),
    NINE,
    letters,
    0,
    0,
  ];
  let [last, atOnce]: [Instant, number] = [NINE, 0];
  const free: Instant[] = Array.from({ length: environments }, () => NINE);
  for (let minute = NINE; minute < EVENING && agenda + queue > 0; minute = plus(minute, minutes(1))) {
    const busy = busyUntil(spent, handed, minute);
    const given = Math.min(agenda, roomFor(spent, limits, busy, 'later', minute));
    handed = busyAfter(spent, busy, given);
    agenda -= given;
    queue += given;
    for (;;) {
      const first = free.reduce((least, at, index) => (at < (free[least] ?? at) ? index : least), 0);
      const begins = free[first] ?? minute;
      const now = begins > minute ? begins : minute;
      if (queue === 0 || now >= plus(minute, minutes(1))) break;
      const turns = grant(spent, limits, Math.min(BATCH, queue), 'later', now);
      if (turns.granted === 0) {
        agenda += queue;
        queue = 0;
        break;
      }
      ({ spent } = turns);
      queue -= turns.granted;
      sent += turns.granted;
      const work = (turns.granted / each) * 1000;
      const ends = plus(turns.from, Math.ceil(Math.max((turns.granted - 1) * turns.gap, work)));
      free[first] = ends;
      last = ends > last ? ends : last;
      atOnce = Math.max(atOnce, free.filter((at) => at > now).length);
    }
  }
  return { sent, seconds: (last - NINE) / 1000, atOnce };
}
