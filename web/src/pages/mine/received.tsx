import { Card } from 'antd';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { useRead } from '../../api/use-api.ts';
import { NoticeRows } from '../../features/notices/rows.tsx';
import { ProblemAlert } from '../../components/problem.tsx';
import { useWords } from '../../i18n/words.ts';

const LAST = 5;

/** The last notices. The rest are on their own page. */
export function Received(): ReactElement {
  const words = useWords();
  const { data, error, refetch, isPending } = useRead('GET /v1/jurisdictions/{j}/notices', {
    query: { limit: LAST },
  });
  return (
    <Card size="small" className="between" title={<h2>{words.mine.notices}</h2>}>
      <ProblemAlert error={error} retry={() => void refetch()} />
      <NoticeRows notices={data?.items ?? []} loading={isPending} empty={words.mine.noNotices} />
      {(data?.nextCursor ?? null) === null ? null : (
        <p className="no-print">
          <Link to="/notices">{words.common.more}</Link>
        </p>
      )}
    </Card>
  );
}
