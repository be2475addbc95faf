import { Button, Card, Input, Select } from 'antd';
import { keysOf } from '../../../../shared/vocabulary/table.ts';
import { ruleKindWords } from '../../../../shared/vocabulary/value-words.ts';
import { useEffect, type ReactElement } from 'react';
import { useSearchParams } from 'react-router';
import type { Rule } from '../../api/contract.ts';
import { useRead } from '../../api/use-api.ts';
import { ExportButton } from '../../components/export-button.tsx';
import { Head } from '../../components/head.tsx';
import { ProblemAlert } from '../../components/problem.tsx';
import { useWords } from '../../i18n/words.ts';
import { RuleArticle } from './article.tsx';

const kinds = keysOf(ruleKindWords);

/** The rulebooks as a page for reading and printing. */
export function Component(): ReactElement {
  const words = useWords();
  const [query, setQuery] = useSearchParams();
  const { data, error, refetch } = useRead('GET /v1/jurisdictions/{j}/rules');
  const all = data?.items ?? [];
  const filter = {
    regime: query.get('regime') ?? undefined,
    kind: query.get('kind') ?? undefined,
    q: query.get('q') ?? undefined,
  };
  const wanted = query.get('rule');
  const shown = all.filter((rule) => rule.id === wanted || (wanted === null && matches(rule, filter)));
  const regimes = [...new Map(all.map(({ regime, regimeTitle }) => [regime, regimeTitle]))];
  const choose = (name: string, value: string | undefined): void =>
    setQuery((present) => {
      present.delete('rule');
      if (value === undefined || value === '') present.delete(name);
      else present.set(name, value);
      return present;
    });
  useEffect(() => {
    if (wanted !== null) document.getElementById(wanted)?.scrollIntoView();
  }, [wanted, all.length]);
  return (
    <>
      <Head
        title={words.rules.title}
        beside={
          <span className="hint" role="status">
            {words.rules.count(shown.length)}
          </span>
        }
      >
        <ExportButton list="rules" query={wanted === null ? filter : { rule: wanted }} />
        <Button onClick={() => print()}>{words.common.print}</Button>
      </Head>
      <p className="tight">{words.rules.lead}</p>
      <div className="filters no-print" role="search">
        <Input.Search
          key={filter.q}
          allowClear
          enterButton={words.common.search}
          defaultValue={filter.q}
          placeholder={words.rules.search}
          aria-label={words.rules.search}
          onSearch={(text) => choose('q', text.trim())}
        />
        <Select
          allowClear
          className="wide-select"
          placeholder={words.rules.regime}
          aria-label={words.rules.regime}
          value={filter.regime}
          onChange={(value?: string) => choose('regime', value)}
          options={regimes.map(([value, label]) => ({ value, label }))}
        />
        <Select
          allowClear
          placeholder={words.rules.kind}
          aria-label={words.rules.kind}
          value={filter.kind}
          onChange={(value?: string) => choose('kind', value)}
          options={kinds.map((value) => ({ value, label: words.terms.ruleKinds[value] }))}
        />
        {wanted === null ? null : (
          <Button onClick={() => choose('rule', undefined)}>{words.common.all}</Button>
        )}
      </div>
      <ProblemAlert error={error} retry={() => void refetch()} />
      {!data && !error ? <Card loading /> : null}
      {data && shown.length === 0 ? <p className="empty">{words.rules.empty}</p> : null}
      {regimes.map(([regime, title]) => (
        <Regime key={regime} title={title} rules={shown.filter((rule) => rule.regime === regime)} />
      ))}
    </>
  );
}

interface Filter {
  readonly regime: string | undefined;
  readonly kind: string | undefined;
  readonly q: string | undefined;
}

function matches(rule: Rule, { regime, kind, q }: Filter): boolean {
  if (regime !== undefined && rule.regime !== regime) return false;
  if (kind !== undefined && rule.kind !== kind) return false;
  if (q === undefined) return true;
  return [rule.title, rule.citation.section, rule.id, ...rule.covers].some((text) => text.includes(q));
}

function Regime({
  title,
  rules,
}: {
  readonly title: string;
  readonly rules: readonly Rule[];
}): ReactElement | null {
  if (rules.length === 0) return null;
  return (
    <Card size="small" className="regime" title={<h2>{title}</h2>}>
      {rules.map((rule) => (
        <RuleArticle key={rule.id} rule={rule} />
      ))}
    </Card>
  );
}
