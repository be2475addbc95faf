import { Button, Input, Select } from 'antd';
import type { ReactElement } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { keysOf } from '../../../../shared/vocabulary/table.ts';
import { visitStatusWords } from '../../../../shared/vocabulary/visit-forms.ts';
import type { Visit } from '../../api/contract.ts';
import { moreOf } from '../../api/more.ts';
import { usePages } from '../../api/use-api.ts';
import { useRegimeTitle, useSubjects } from '../../api/use-names.ts';
import { Head } from '../../components/head.tsx';
import { ProblemAlert } from '../../components/problem.tsx';
import { Rows } from '../../components/rows.tsx';
import { ApprovalTag, VisitTag } from '../../features/visits/tags.tsx';
import { visitDays } from '../../features/visits/text.ts';
import { useVisitWords } from '../../i18n/visit-words.ts';
import { useSpeech } from '../../i18n/words.ts';
import { may, useSession } from '../../session/use-session.ts';

const statuses = keysOf(visitStatusWords);

/** Checks that are still to be made, the latest day first; filters in the address. */
export function Component(): ReactElement {
  const { words } = useSpeech();
  const text = useVisitWords();
  const { role } = useSession();
  const navigate = useNavigate();
  const [query, setQuery] = useSearchParams();
  const asked = {
    status: statuses.find((status) => status === query.get('status')),
    from: query.get('from') ?? undefined,
    to: query.get('to') ?? undefined,
  };
  const list = usePages('GET /v1/jurisdictions/{j}/visits', { query: asked });
  const isFiltered = Object.values(asked).some((value) => value !== undefined);
  const choose = (name: keyof typeof asked, value: string | undefined): void =>
    setQuery(
      (present) => {
        if (value === undefined || value === '') present.delete(name);
        else present.set(name, value);
        return present;
      },
      { replace: true },
    );
  const day = (name: 'from' | 'to'): ReactElement => (
    <label>
      {words.facts.fields[name]}{' '}
      <Input
        type="date"
        className="day-filter"
        value={asked[name] ?? ''}
        onChange={({ target }) => choose(name, target.value)}
      />
    </label>
  );
  return (
    <>
      <Head title={text.title}>
        {may.write(role) ? (
          <Button type="primary" onClick={() => void navigate('/visits/new')}>
            {text.plan}
          </Button>
        ) : null}
      </Head>
      <p className="hint">{text.lead}</p>
      <div className="filters no-print" role="search">
        <Select<Visit['status']>
          allowClear
          aria-label={text.status}
          placeholder={text.anyStatus}
          value={asked.status ?? null}
          onChange={(status?: Visit['status']) => choose('status', status)}
          popupMatchSelectWidth={false}
          options={statuses.map((value) => ({ value, label: text.statuses[value] }))}
        />
        {day('from')}
        {day('to')}
        {isFiltered ? (
          <Button onClick={() => setQuery({}, { replace: true })}>{words.checks.list.clear}</Button>
        ) : null}
      </div>
      <ProblemAlert error={list.error} retry={() => void list.refetch()} />
      <Register
        rows={list.items}
        loading={list.isPending}
        more={moreOf(list)}
        empty={isFiltered ? text.emptyFiltered : may.write(role) ? text.empty : text.emptyReader}
      />
    </>
  );
}

interface RegisterProps {
  readonly rows: readonly Visit[];
  readonly loading: boolean;
  readonly more: ReturnType<typeof moreOf>;
  readonly empty: string;
}

function Register(props: RegisterProps): ReactElement {
  const { words, language } = useSpeech();
  const text = useVisitWords();
  const subjects = useSubjects();
  const regimeOf = useRegimeTitle();
  return (
    <Rows<Visit>
      {...props}
      label={text.title}
      rowKey={({ id }) => id}
      columns={[
        {
          title: text.day,
          narrow: 'first',
          render: (visit) => (
            <Link className="nowrap" to={`/visits/${visit.id}`}>
              {visitDays(text, visit, language)}
            </Link>
          ),
        },
        {
          title: words.checks.list.targets,
          narrow: 'first',
          render: ({ targets }) => targets.map((id) => subjects.get(id)?.name ?? id).join('、'),
        },
        { title: words.checks.list.regime, render: ({ regime }) => regimeOf(regime) },
        { title: words.checks.list.mode, width: 100, render: ({ mode }) => words.checks.modes[mode] },
        {
          title: words.checks.list.officers,
          width: 160,
          render: ({ officers }) => officers.map(({ name }) => name).join('、'),
        },
        { title: text.approval, width: 120, render: (visit) => <ApprovalTag visit={visit} /> },
        { title: text.status, width: 110, render: ({ status }) => <VisitTag status={status} /> },
      ]}
    />
  );
}
