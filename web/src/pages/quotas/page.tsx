import { Button, Card, Input } from 'antd';
import type { ReactElement } from 'react';
import { useSearchParams } from 'react-router';
import { useRead } from '../../api/use-api.ts';
import { ExportButton } from '../../components/export-button.tsx';
import { Head } from '../../components/head.tsx';
import { ProblemAlert } from '../../components/problem.tsx';
import { Sections } from '../../components/sections.tsx';
import { useWords } from '../../i18n/words.ts';
import { Plan } from './plan.tsx';
import { Regimes } from './regimes.tsx';
import '../../checks.css';

/** What the bureau has to check in each period, and the plan of the year. */
export function Component(): ReactElement {
  const words = useWords();
  const { quotas } = words.checks;
  const items = [
    { key: 'now', label: quotas.tabs.now, children: <Now /> },
    { key: 'plan', label: quotas.tabs.plan, children: <Plan /> },
  ];
  return (
    <>
      <Head title={quotas.title}>
        <Button onClick={() => print()}>{words.common.print}</Button>
      </Head>
      <Sections label={quotas.parts} items={items} />
    </>
  );
}

function Now(): ReactElement {
  const words = useWords();
  const { quotas } = words.checks;
  const [query, setQuery] = useSearchParams();
  const on = query.get('on') ?? undefined;
  const { data, error, refetch } = useRead('GET /v1/jurisdictions/{j}/quotas', { query: { on } });
  const choose = (day: string): void =>
    setQuery(
      (present) => {
        if (day === '') present.delete('on');
        else present.set('on', day);
        return present;
      },
      { replace: true },
    );
  return (
    <>
      <p className="hint tight">{quotas.lead}</p>
      <div className="filters no-print">
        <label>
          {quotas.on}{' '}
          <Input
            type="date"
            className="day-filter"
            value={on ?? data?.on ?? ''}
            onChange={({ target }) => choose(target.value)}
          />
        </label>
        <ExportButton list="quotas" query={{ on }} />
      </div>
      <ProblemAlert error={error} retry={() => void refetch()} />
      {!data && !error ? <Card loading /> : null}
      {data && data.items.length === 0 ? <p className="empty">{quotas.empty}</p> : null}
      {data && data.items.length > 0 ? <Regimes items={data.items} /> : null}
    </>
  );
}
