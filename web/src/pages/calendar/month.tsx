import type { Obligation } from '../../api/contract.ts';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { dayText, plusDays, weekdayOf } from '../../i18n/format.ts';
import { useSpeech, wordFor } from '../../i18n/words.ts';

interface MonthProps {
  readonly year: number;
  readonly month: number;
  readonly today: string | undefined;
  readonly chosen: string | undefined;
  readonly known: KnownYear;
}

const WEEK = [1, 2, 3, 4, 5, 6, 0] as const;
const two = (value: number): string => String(value).padStart(2, '0');

/** The days of a month in weeks from Monday. Undefined for days of another month. */
function weeksOf(year: number, month: number): (string | undefined)[][] {
  const first = `${year}-${two(month)}-01`;
  const before = (weekdayOf(first) + 6) % 7;
  const days: (string | undefined)[] = Array.from({ length: before }, () => undefined);
  for (let day = first; day.startsWith(first.slice(0, 7)); day = plusDays(day, 1)) days.push(day);
  while (days.length % 7 !== 0) days.push(undefined);
  return Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7));
}

/** A month as a small table. A day on which something is due links to its list. */
export function Month(props: MonthProps): ReactElement {
  const { words } = useSpeech();
  const { year, month } = props;
  return (
    <table className="month">
      <caption>{words.calendar.months(month)}</caption>
      <thead>
        <tr>
          {WEEK.map((weekday) => (
            <th key={weekday} scope="col" abbr={wordFor(words.today.weekdays, String(weekday))}>
              {words.calendar.week[weekday]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(year, month).map((week, index) => (
          <tr key={index}>
            {week.map((day, weekday) =>
              day === undefined ? <td key={weekday} /> : <DayCell key={day} day={day} {...props} />,
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DayCell({ day, year, today, chosen, known }: MonthProps & { readonly day: string }): ReactElement {
  const { words, language } = useSpeech();
  const { holidays, workdays, byDay } = known;
  const count = byDay.get(day)?.length ?? 0;
  const rest = holidays.has(day) || (!workdays.has(day) && [0, 6].includes(weekdayOf(day)));
  const marks = [
    holidays.has(day) ? words.calendar.holiday : '',
    workdays.has(day) ? words.calendar.workday : '',
    day === today ? words.calendar.today : '',
  ].filter((mark) => mark !== '');
  const kinds = [
    rest ? 'rest' : '',
    holidays.has(day) ? 'holiday' : '',
    workdays.has(day) ? 'workday' : '',
    day === today ? 'today' : '',
    day === chosen ? 'chosen' : '',
  ];
  const number = Number(day.slice(8));
  return (
    <td
      className={kinds.filter((kind) => kind !== '').join(' ')}
      title={marks.join('，')}
      aria-current={day === today ? 'date' : undefined}
    >
      {count === 0 ? (
        number
      ) : (
        <Link
          to={`?year=${year}&day=${day}`}
          preventScrollReset
          data-count={count}
          aria-label={[words.calendar.duties(dayText(day, language), count), ...marks].join('，')}
        >
          {number}
        </Link>
      )}
    </td>
  );
}

export interface KnownYear {
  readonly holidays: ReadonlySet<string>;
  readonly workdays: ReadonlySet<string>;
  readonly byDay: ReadonlyMap<string, readonly Obligation[]>;
}
