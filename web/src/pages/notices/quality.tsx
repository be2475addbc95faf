import { Card, Spin } from 'antd';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import type { Notice } from '../../api/contract.ts';
import { useAll } from '../../api/use-api.ts';
import { useToday } from '../../api/use-today.ts';
import { ProblemAlert } from '../../components/problem.tsx';
import { Rows } from '../../components/rows.tsx';
import { dayText, plusDays } from '../../i18n/format.ts';
import { useSpeech } from '../../i18n/words.ts';

const DAYS = 14;

type Fate = 'good' | 'way' | 'waiting' | 'bad' | 'gone';

const fates: Readonly<Record<Notice['status'], Fate>> = {
  delivered: 'good',
  sent: 'way',
  queued: 'waiting',
  unknown: 'waiting',
  captured: 'waiting',
  bounced: 'bad',
  complained: 'bad',
  failed: 'bad',
  suppressed: 'bad',
  withdrawn: 'gone',
};
const fateOf = ({ status, passed }: Notice): Fate => (passed === true ? 'bad' : fates[status]);
const order = ['good', 'way', 'waiting', 'bad', 'gone'] as const satisfies readonly Fate[];

interface Day {
  readonly day: string;
  readonly total: number;
  readonly counts: Readonly<Record<Fate, number>>;
}

/** What happened to the notices of the last two weeks, one line for each day. */
export function Quality(): ReactElement {
  const { words, language } = useSpeech();
  const { outbox } = words;
  const today = useToday();
  const from = today === undefined ? undefined : plusDays(today, 1 - DAYS);
  const { data, error, refetch } = useAll('GET /v1/jurisdictions/{j}/notices', {
    query: { from },
    enabled: from !== undefined,
  });
  if (error) return <ProblemAlert error={error} retry={() => void refetch()} />;
  if (!data) return <Spin />;
  const days = daysOf(data);
  return (
    <Card size="small">
      <p className="hint tight">{outbox.qualityHint}</p>
      <Rows<Day>
        label={outbox.quality}
        rows={days}
        rowKey={({ day }) => day}
        empty={outbox.qualityEmpty}
        columns={[
          {
            title: outbox.day,
            width: 140,
            narrow: 'first',
            render: ({ day }) => <Link to={`/notices?from=${day}&to=${day}`}>{dayText(day, language)}</Link>,
          },
          { title: outbox.total, width: 70, render: ({ total }) => total },
          ...order.map((fate) => ({
            title: outbox[fate],
            width: 80,
            render: ({ counts }: Day) => (counts[fate] === 0 ? '' : counts[fate]),
          })),
          { title: outbox.quality, render: (day: Day) => <Bar day={day} /> },
        ]}
      />
    </Card>
  );
}

/** The same figures as widths. The figures themselves are next to them. */
function Bar({ day: { counts, total } }: { readonly day: Day }): ReactElement {
  return (
    <span className="quality" aria-hidden="true">
      {order.map((fate) =>
        counts[fate] === 0 ? null : (
          <span key={fate} className={`quality-${fate}`} style={{ flexGrow: counts[fate] / total }} />
        ),
      )}
    </span>
  );
}

function daysOf(notices: readonly Notice[]): Day[] {
  const days = new Map<string, Record<Fate, number>>();
  for (const notice of notices) {
    const day = notice.createdAt.slice(0, 10);
    const counts = days.get(day) ?? { good: 0, way: 0, waiting: 0, bad: 0, gone: 0 };
    counts[fateOf(notice)] += 1;
    days.set(day, counts);
  }
  return [...days].map(([day, counts]) => ({
    day,
    counts,
    total: Object.values(counts).reduce((sum, count) => sum + count, 0),
  }));
}
