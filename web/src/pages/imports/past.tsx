import { Card, Tag } from 'antd';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { Rows } from '../../components/rows.tsx';
import { dayText } from '../../format.ts';
import { useSpeech } from '../../i18n/words.ts';
import { usePastImports, type PastImport } from '../../past-imports.ts';
import { useSession } from '../../session/use-session.ts';
import { Counts } from './outcome.tsx';

/** What was imported in this browser. The server keeps the details of long ones alone. */
export function Past(): ReactElement {
  const { words, language } = useSpeech();
  const { imports } = words;
  const { jurisdiction } = useSession();
  const past = usePastImports(jurisdiction);
  return (
    <Card size="small" className="between" title={<h2>{imports.past}</h2>}>
      <p className="hint tight">{imports.pastHint}</p>
      <Rows<PastImport>
        label={imports.past}
        rows={past}
        rowKey={({ once }) => once}
        empty={imports.pastEmpty}
        columns={[
          {
            title: imports.file,
            narrow: 'first',
            render: ({ file, dryRun }) => (
              <>
                {file} {dryRun ? <Tag>{imports.dry}</Tag> : null}
              </>
            ),
          },
          {
            title: imports.startedAt,
            width: 140,
            render: ({ day }) => (day === '' ? '' : dayText(day, language)),
          },
          {
            title: imports.outcome,
            render: ({ counts, id }) => (
              <>
                {counts ? <Counts outcome={counts} /> : null}
                {id === undefined ? null : (
                  <Link to={`/imports?id=${encodeURIComponent(id)}`}>{imports.open}</Link>
                )}
              </>
            ),
          },
        ]}
      />
    </Card>
  );
}
