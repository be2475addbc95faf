import { Alert, Card } from 'antd';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import type { JurisdictionStatus, Notice } from '../../api/contract.ts';
import { useRead } from '../../api/use-api.ts';
import { ProblemAlert } from '../../components/problem.tsx';
import { NoticeTag } from '../../components/tags.tsx';
import { dayText } from '../../i18n/format.ts';
import { useSpeech } from '../../i18n/words.ts';

const LAST = 200;

interface SentProps {
  readonly day: string;
  /** The day before which everything has been sent. */
  readonly watermark: string;
  readonly leaving: JurisdictionStatus['leavingToday'];
}

/** Whether the reminders of the day were sent, and what is still to be sent. */
export function SentToday({ day, watermark, leaving }: SentProps): ReactElement {
  const { words, language } = useSpeech();
  const { data, error, refetch } = useRead('GET /v1/jurisdictions/{j}/notices', { query: { limit: LAST } });
  const ofToday = (data?.items ?? []).filter(({ createdAt }) => createdAt.startsWith(day));
  const states = new Map<Notice['status'], number>();
  for (const { status } of ofToday) states.set(status, (states.get(status) ?? 0) + 1);
  return (
    <Card size="small" title={<h2>{words.today.sentTitle}</h2>} loading={!data && !error}>
      <ProblemAlert error={error} retry={() => void refetch()} />
      {watermark < day ? (
        <Alert type="warning" showIcon title={words.today.behind(dayText(watermark, language))} />
      ) : (
        <p className="hint tight">{words.today.sentHint(dayText(watermark, language))}</p>
      )}
      {leaving.from === null ? null : (
        <p className="tight">{words.today.leaving(leaving.notices, leaving.from.slice(11, 16))}</p>
      )}
      {data && ofToday.length === 0 ? (
        <p className="tight">{leaving.from === null ? words.today.sentEmpty : words.today.sentNotYet}</p>
      ) : null}
      <p className="tight">
        {[...states].map(([status, count]) => (
          <Link key={status} to={`/notices?status=${status}`} className="counted">
            <NoticeTag status={status} />
            {count}
          </Link>
        ))}
        {ofToday.length === LAST ? <span className="hint">（{words.today.atLeast}）</span> : null}
      </p>
    </Card>
  );
}
