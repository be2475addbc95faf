import { Select } from 'antd';
import { useState, type ReactElement } from 'react';
import { Link } from 'react-router';
import type { DrawShare } from '../../api/contract.ts';
import { useRead } from '../../api/use-api.ts';
import { ProblemAlert } from '../../components/problem.tsx';
import { Rows } from '../../components/rows.tsx';
import { useWords } from '../../i18n/words.ts';
import { useDrawRules } from './use-draw-rules.ts';

/** How often each unit was drawn, and its fair share. */
export function DrawHistory(): ReactElement {
  const words = useWords();
  const { draws } = words;
  const [ruleId, setRuleId] = useState<string>();
  const rules = useDrawRules();
  const { data, error, isPending, refetch } = useRead('GET /v1/jurisdictions/{j}/draws/history', {
    query: { ruleId },
  });
  return (
    <>
      <p className="hint">{draws.history.lead}</p>
      <div className="filters no-print">
        <Select<string>
          allowClear
          aria-label={draws.rule}
          placeholder={draws.anyRule}
          value={ruleId ?? null}
          onChange={(chosen) => setRuleId(chosen)}
          popupMatchSelectWidth={false}
          className="wide-select"
          options={rules.map(({ id, title }) => ({ value: id, label: title }))}
        />
      </div>
      <ProblemAlert error={error} retry={() => void refetch()} />
      <Rows<DrawShare>
        label={draws.tabs.history}
        rows={data?.items ?? []}
        rowKey={({ subjectId }) => subjectId}
        loading={isPending}
        empty={draws.history.empty}
        pageSize={50}
        columns={[
          {
            title: draws.unit,
            narrow: 'first',
            render: ({ subjectId, name }) => <Link to={`/subjects/${subjectId}`}>{name}</Link>,
          },
          { title: draws.history.rosters, width: 140, render: ({ rosters }) => rosters },
          { title: draws.history.drawn, width: 140, render: ({ drawn }) => drawn },
          { title: draws.history.expected, width: 140, render: ({ expected }) => expected.toFixed(2) },
          { title: draws.history.difference, width: 140, render: differenceOf },
        ]}
      />
    </>
  );
}

function differenceOf({ drawn, expected }: DrawShare): string {
  const difference = drawn - expected;
  return `${difference > 0 ? '+' : ''}${difference.toFixed(2)}`;
}
