import { Alert, Button, Card, Tag } from 'antd';
import type { ReactElement } from 'react';
import { useSearchParams } from 'react-router';
import type { Obligation } from '../../api/contract.ts';
import { useAll, useRead } from '../../api/use-api.ts';
import { useToday } from '../../api/use-today.ts';
import { DutyRows } from '../../features/duties/rows.tsx';
import { Feeds } from '../../features/feeds/feeds.tsx';
import { Head } from '../../components/head.tsx';
import { ProblemAlert } from '../../components/problem.tsx';
import { dayText } from '../../i18n/format.ts';
import { useSpeech } from '../../i18n/words.ts';
import { dueOf } from '../../features/duties/nearness.ts';
import { may, useSession } from '../../session/use-session.ts';
import { EnterYear } from './enter-year.tsx';
import { Month } from './month.tsx';

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);

/** A year with its deadlines, days off and worked weekends. */
export function Component(): ReactElement {
  const { words, language } = useSpeech();
  const today = useToday();
  const [query, setQuery] = useSearchParams();
  const asked = Number(query.get('year') ?? today?.slice(0, 4));
  const year = Number.isInteger(asked) && asked >= 2000 && asked <= 2069 ? asked : undefined;
  const day = query.get('day') ?? undefined;
  const known = useYear(year);
  const show = (next: number): void => setQuery({ year: String(next) });
  const onDay = day === undefined ? known.duties : (known.byDay.get(day) ?? []);
  return (
    <>
      <Head title={words.calendar.title} beside={year === undefined ? null : <strong>{year}</strong>}>
        <Button disabled={year === undefined} onClick={() => show((year ?? 0) - 1)}>
          {words.calendar.previous}
        </Button>
        <Button disabled={year === undefined} onClick={() => show((year ?? 0) + 1)}>
          {words.calendar.next}
        </Button>
        <Button onClick={() => print()}>{words.common.print}</Button>
      </Head>
      <ProblemAlert error={known.error} />
      {year === undefined ? null : (
        <>
          <Arrangement year={year} />
          <div className="year">
            {MONTHS.map((month) => (
              <Month key={month} year={year} month={month} today={today} chosen={day} known={known} />
            ))}
          </div>
        </>
      )}
      <Card
        size="small"
        title={
          <h2>
            {day === undefined
              ? words.calendar.list
              : words.calendar.duties(dayText(day, language), onDay.length)}
          </h2>
        }
      >
        {day === undefined ? <p className="hint tight no-print">{words.calendar.choose}</p> : null}
        <DutyRows
          label={words.calendar.list}
          duties={onDay}
          loading={known.loading}
          empty={words.calendar.none}
          pageSize={20}
        />
      </Card>
      <Feeds />
    </>
  );
}

/** What is known about a year: the arrangement and the duties due, without those that are no longer owed. */
function useYear(year: number | undefined) {
  const enabled = year !== undefined;
  const text = String(year);
  const calendar = useRead('GET /v1/work-calendar/{year}', { enabled, params: { year: text } });
  const all = useAll('GET /v1/jurisdictions/{j}/obligations', {
    enabled,
    query: { dueFrom: `${text}-01-01`, dueTo: `${text}-12-31` },
  });
  const duties = (all.data ?? []).filter(({ status }) => status !== 'superseded' && status !== 'waived');
  const byDay = new Map<string, Obligation[]>();
  for (const duty of duties) {
    const due = dueOf(duty).slice(0, 10);
    byDay.set(due, [...(byDay.get(due) ?? []), duty]);
  }
  return {
    holidays: new Set(calendar.data?.holidays),
    workdays: new Set(calendar.data?.workdays),
    byDay,
    duties,
    loading: all.isPending,
    error: calendar.error ?? all.error,
  };
}

function Arrangement({ year }: { readonly year: number }): ReactElement | null {
  const { words } = useSpeech();
  const { role } = useSession();
  const { data } = useRead('GET /v1/work-calendar/{year}', { params: { year: String(year) } });
  if (data?.year !== year) return null;
  return (
    <>
      <p className="tight legend">
        <Tag>{words.calendar.status[data.status]}</Tag>
        <span className="key holiday">{words.calendar.holiday}</span>
        <span className="key workday">{words.calendar.workday}</span>
        <span className="key due">{words.calendar.due}</span>
        {data.source === '' ? null : (
          <span className="hint">
            {words.calendar.source}：{data.source}
          </span>
        )}
        {may.administer(role) ? <EnterYear calendar={data} /> : null}
      </p>
      {data.status === 'provisional' ? (
        <Alert type="warning" showIcon className="problem" title={words.calendar.provisionalHint} />
      ) : null}
    </>
  );
}
