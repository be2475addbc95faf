import { Card, Tag } from 'antd';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import type { ImportSummary } from '../../api/contract.ts';
import { moreOf } from '../../api/more.ts';
import { usePages } from '../../api/use-api.ts';
import { actorName } from '../../components/history.tsx';
import { ProblemAlert } from '../../components/problem.tsx';
import { Rows } from '../../components/rows.tsx';
import { instantText } from '../../i18n/format.ts';
import { useSpeech } from '../../i18n/words.ts';
import { may, useSession } from '../../session/use-session.ts';
import { Counts } from './outcome.tsx';
import { IMPORTS } from './use-roster.ts';

/** The bureau’s imports, for as long as the server stores them: who, when, which file, and the result. */
export function Past(): ReactElement {
  const { words, language } = useSpeech();
  const { imports } = words;
  const { role } = useSession();
  const past = usePages(IMPORTS);
  return (
    <Card size="small" className="between" title={<h2>{imports.past}</h2>}>
      <p className="hint tight">{imports.pastHint}</p>
      <ProblemAlert error={past.error} retry={() => void past.refetch()} />
      <Rows<ImportSummary>
        label={imports.past}
        rows={past.items}
        rowKey={({ id }) => id}
        loading={past.isPending}
        empty={imports.pastEmpty}
        more={moreOf(past)}
        columns={[
          {
            title: imports.file,
            narrow: 'first',
            render: ({ file, dryRun }) => (
              <>
                <span className="anywhere">{file ?? imports.unnamed}</span>{' '}
                {dryRun ? <Tag>{imports.dry}</Tag> : null}
              </>
            ),
          },
          {
            title: imports.startedAt,
            width: 170,
            render: ({ startedAt }) => <span className="nowrap">{instantText(startedAt, language)}</span>,
          },
          { title: imports.startedBy, width: 170, render: ({ startedBy }) => actorName(words, startedBy) },
          {
            title: imports.outcome,
            render: (summary) => (
              <>
                {summary.status === 'done' ? (
                  <Counts outcome={summary} />
                ) : (
                  imports.progress(summary.done, summary.rows)
                )}{' '}
                {may.administer(role) ? (
                  <Link to={`/imports?id=${encodeURIComponent(summary.id)}`}>{imports.open}</Link>
                ) : null}
              </>
            ),
          },
        ]}
      />
    </Card>
  );
}
