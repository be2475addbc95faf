import { Button, Input, Select, Tag } from 'antd';
import type { ReactElement } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import type { Inspection } from '../../api/contract.ts';
import { useAll } from '../../api/use-api.ts';
import { useRegimeTitle, useRules, useSubjects } from '../../api/use-names.ts';
import { ExportButton } from '../../components/export-button.tsx';
import { Head } from '../../components/head.tsx';
import { ProblemAlert } from '../../components/problem.tsx';
import { Rows } from '../../components/rows.tsx';
import { instantText, periodText } from '../../i18n/format.ts';
import { useSpeech } from '../../i18n/words.ts';
import { may, useSession } from '../../session/use-session.ts';
import '../../checks.css';

/** Records of checks, newest first; filters in the address. */
export function Component(): ReactElement {
  const { words } = useSpeech();
  const text = words.checks.list;
  const navigate = useNavigate();
  const { role } = useSession();
  const [query, setQuery] = useSearchParams();
  const filter = (name: string): string | undefined => query.get(name) ?? undefined;
  const asked = {
    regime: filter('regime'),
    subjectId: filter('subjectId'),
    from: filter('from'),
    to: filter('to'),
  };
  const officer = filter('officer');
  const list = useAll('GET /v1/jurisdictions/{j}/inspections', { query: asked });
  const all = list.data ?? [];
  const officers = [...new Set(all.flatMap((record) => record.officers.map(({ name }) => name)))];
  const shown = all.filter(
    (record) => officer === undefined || record.officers.some(({ name }) => name === officer),
  );
  const filtered = officer !== undefined || Object.values(asked).some((value) => value !== undefined);
  const choose = (name: string, value: string | undefined): void =>
    setQuery(
      (present) => {
        if (value === undefined || value === '') present.delete(name);
        else present.set(name, value);
        return present;
      },
      { replace: true },
    );
  return (
    <>
      <Head
        title={text.title}
        beside={
          <span className="hint" role="status">
            {words.common.count(shown.length)}
          </span>
        }
      >
        {may.write(role) ? (
          <Button type="primary" onClick={() => void navigate('/inspections/new')}>
            {text.record}
          </Button>
        ) : null}
        <Button onClick={() => print()}>{words.common.print}</Button>
      </Head>
      <Filters officers={officers} filter={filter} choose={choose}>
        {filtered ? <Button onClick={() => setQuery({}, { replace: true })}>{text.clear}</Button> : null}
        <ExportButton list="inspections" query={asked} />
      </Filters>
      <ProblemAlert error={list.error} retry={() => void list.refetch()} />
      <Register
        rows={shown}
        loading={list.isPending}
        empty={filtered ? text.emptyFiltered : may.write(role) ? text.empty : text.emptyReader}
      />
    </>
  );
}

interface FiltersProps {
  readonly officers: readonly string[];
  readonly filter: (name: string) => string | undefined;
  readonly choose: (name: string, value: string | undefined) => void;
  readonly children: React.ReactNode;
}

function Filters({ officers, filter, choose, children }: FiltersProps): ReactElement {
  const { words } = useSpeech();
  const text = words.checks.list;
  const rules = useRules();
  const subjects = useSubjects();
  const regimes = [...new Map([...rules.values()].map(({ regime, regimeTitle }) => [regime, regimeTitle]))];
  const select = (
    name: string,
    label: string,
    any: string,
    options: { readonly value: string; readonly label: string }[],
  ): ReactElement => (
    <Select
      allowClear
      className="wide-select"
      aria-label={label}
      placeholder={any}
      value={filter(name) ?? null}
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      onChange={(value?: string | null) => choose(name, value ?? undefined)}
      options={options}
    />
  );
  const day = (name: 'from' | 'to'): ReactElement => (
    <label>
      {words.facts.fields[name]}{' '}
      <Input
        type="date"
        className="day-filter"
        value={filter(name) ?? ''}
        onChange={({ target }) => choose(name, target.value)}
      />
    </label>
  );
  return (
    <div className="filters no-print" role="search">
      {select(
        'regime',
        text.regime,
        text.anyRegime,
        regimes.map(([value, label]) => ({ value, label })),
      )}
      {select(
        'subjectId',
        text.targets,
        text.anySubject,
        [...subjects.values()].map(({ id, name }) => ({ value: id, label: name })),
      )}
      {select(
        'officer',
        text.officers,
        text.anyOfficer,
        officers.map((name) => ({ value: name, label: name })),
      )}
      {day('from')}
      {day('to')}
      {children}
    </div>
  );
}

interface RegisterProps {
  readonly rows: readonly Inspection[];
  readonly loading: boolean;
  readonly empty: string;
}

function Register({ rows, loading, empty }: RegisterProps): ReactElement {
  const { words, language } = useSpeech();
  const text = words.checks.list;
  const rules = useRules();
  const subjects = useSubjects();
  const regimeOf = useRegimeTitle();
  return (
    <Rows<Inspection>
      label={text.title}
      rows={rows}
      loading={loading}
      rowKey={({ id }) => id}
      empty={empty}
      pageSize={50}
      columns={[
        {
          title: text.at,
          width: 170,
          narrow: 'first',
          render: ({ id, at }) => (
            <Link className="nowrap" to={`/inspections/${id}`}>
              {instantText(at, language)}
            </Link>
          ),
        },
        {
          title: text.targets,
          narrow: 'first',
          render: ({ targets }) => targets.map((id) => subjects.get(id)?.name ?? id).join('、'),
        },
        { title: text.regime, render: ({ regime }) => regimeOf(regime) },
        { title: text.mode, width: 100, render: ({ mode }) => words.checks.modes[mode] },
        {
          title: text.officers,
          width: 140,
          render: ({ officers }) => officers.map(({ name }) => name).join('、'),
        },
        {
          title: text.findings,
          width: 90,
          render: ({ findings }) => (findings.length === 0 ? text.none : text.problems(findings.length)),
        },
        {
          title: text.counted,
          render: ({ counted }) =>
            counted.length === 0
              ? text.notCounted
              : [...new Map(counted.map((one) => [`${one.ruleId} ${one.period}`, one])).values()].map(
                  ({ ruleId, period }) => (
                    <Tag key={`${ruleId} ${period}`}>
                      {rules.get(ruleId)?.title ?? ruleId}（{periodText(period, language)}）
                    </Tag>
                  ),
                ),
        },
      ]}
    />
  );
}
