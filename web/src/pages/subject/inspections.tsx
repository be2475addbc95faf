import { Button } from 'antd';
import type { ReactElement } from 'react';
import { Link, useNavigate } from 'react-router';
import type { Inspection, SubjectDetail } from '../../api/contract.ts';
import { moreOf } from '../../api/more.ts';
import { usePages, useRead } from '../../api/use-api.ts';
import { useRegimeTitle } from '../../api/use-names.ts';
import { ExportButton } from '../../components/export-button.tsx';
import { ProblemAlert } from '../../components/problem.tsx';
import { Rows } from '../../components/rows.tsx';
import { instantText } from '../../i18n/format.ts';
import { useSpeech, useWords } from '../../i18n/words.ts';
import { may, useSession } from '../../session/use-session.ts';
import { followUpOf, RectifyBy, type Finding } from '../inspection/findings.tsx';

/** A finding together with its record. */
type Found = Finding & { readonly record: Inspection };

/** When the subject was checked, what was found and whether it was put right; newest first. */
export function Inspections({ subject }: { readonly subject: SubjectDetail }): ReactElement {
  const { words } = useSpeech();
  const { list: text, one } = words.checks;
  const { role } = useSession();
  const navigate = useNavigate();
  const { id } = subject;
  const list = usePages('GET /v1/jurisdictions/{j}/inspections', { query: { subjectId: id } });
  const found = list.items.flatMap((record): Found[] =>
    record.findings.filter(({ subjectId }) => subjectId === id).map((finding) => ({ ...finding, record })),
  );
  return (
    <>
      <div className="filters no-print">
        {may.write(role) && subject.retiredOn === undefined ? (
          <Button onClick={() => void navigate(`/inspections/new?targets=${encodeURIComponent(id)}`)}>
            {text.record}
          </Button>
        ) : null}
        <ExportButton list="inspections" query={{ subjectId: id }} />
      </div>
      {role === 'unit' ? null : <Drawn id={id} />}
      <ProblemAlert error={list.error} retry={() => void list.refetch()} />
      <Records rows={list.items} loading={list.isPending} more={moreOf(list)} />
      {found.length === 0 ? null : (
        <>
          <h3 className="between">{one.findings}</h3>
          <Problems rows={found} />
        </>
      )}
    </>
  );
}

interface RecordsProps {
  readonly rows: readonly Inspection[];
  readonly loading: boolean;
  readonly more: ReturnType<typeof moreOf>;
}

function Records({ rows, loading, more }: RecordsProps): ReactElement {
  const { words } = useSpeech();
  const { list: text, modes, causes, one } = words.checks;
  const regimeOf = useRegimeTitle();
  return (
    <Rows<Inspection>
      label={text.title}
      rows={rows}
      rowKey={({ id }) => id}
      loading={loading}
      empty={text.emptyReader}
      more={more}
      columns={[
        {
          title: text.at,
          width: 170,
          narrow: 'first',
          render: (record) => <At record={record} />,
        },
        { title: text.regime, render: ({ regime }) => regimeOf(regime) },
        { title: text.mode, width: 100, render: ({ mode }) => modes[mode] },
        { title: one.cause, width: 120, render: ({ cause }) => causes[cause] },
        {
          title: text.officers,
          width: 160,
          render: ({ officers }) => officers.map(({ name }) => name).join('、'),
        },
      ]}
    />
  );
}

function At({ record }: { readonly record: Inspection }): ReactElement {
  const { language } = useSpeech();
  return (
    <Link className="nowrap" to={`/inspections/${record.id}`}>
      {instantText(record.at, language)}
    </Link>
  );
}

function Problems({ rows }: { readonly rows: readonly Found[] }): ReactElement {
  const { list: text, one, severities } = useWords().checks;
  return (
    <Rows<Found>
      label={one.findings}
      rows={rows}
      rowKey={({ record, text: problem }) => `${record.id} ${problem}`}
      empty={one.noFindings}
      columns={[
        { title: one.problem, narrow: 'first', render: ({ text: problem }) => problem },
        { title: one.severity, width: 70, render: ({ severity }) => severities[severity] },
        { title: text.at, width: 170, render: ({ record }) => <At record={record} /> },
        { title: one.handling, render: ({ handling }) => handling },
        { title: one.rectifyBy, width: 150, render: (finding) => <RectifyBy finding={finding} live /> },
        { title: one.followUp, width: 150, render: followUpOf },
      ]}
    />
  );
}

/** How often the subject was on a roster and was drawn. Nothing if it never was. */
function Drawn({ id }: { readonly id: string }): ReactElement | null {
  const { draws, subjects } = useWords();
  const { data } = useRead('GET /v1/jurisdictions/{j}/draws/history');
  const share = data?.items.find(({ subjectId }) => subjectId === id);
  if (!share) return null;
  return (
    <p className="tight">
      {subjects.drawn(share.rosters, share.drawn)} <Link to="/draws?tab=history">{draws.tabs.history}</Link>
    </p>
  );
}
