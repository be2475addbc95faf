import { Card, Progress, Tag } from 'antd';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import type { Quota } from '../../api/contract.ts';
import { useRead } from '../../api/use-api.ts';
import { ProblemAlert } from '../../components/problem.tsx';
import { dayText, periodText } from '../../i18n/format.ts';
import { useSpeech } from '../../i18n/words.ts';
import { isOwed, owedText, progressOf, quotaTones } from '../../features/quotas/text.ts';

/** The bureau’s own tasks in this period: what is done, what is left, until when it can still be met. */
export function Quotas(): ReactElement {
  const { words } = useSpeech();
  const { data, error, refetch } = useRead('GET /v1/jurisdictions/{j}/quotas');
  const items = (data?.items ?? []).filter(
    ({ subjectId, status }) => subjectId === undefined && status !== 'not-applicable',
  );
  return (
    <Card size="small" id="quotas" title={<h2>{words.today.quotas}</h2>} loading={!data && !error}>
      <ProblemAlert error={error} retry={() => void refetch()} />
      {data && items.length === 0 ? <p>{words.today.quotasEmpty}</p> : null}
      {data ? <OwedThisMonth on={data.on} quotas={data.items} /> : null}
      {items.map((quota) => (
        <Line key={`${quota.ruleId}${quota.period.key}`} quota={quota} />
      ))}
    </Card>
  );
}

interface OwedProps {
  readonly on: string;
  readonly quotas: readonly Quota[];
}

/** What is left of the periods that end with this month; one line for each rule. */
function OwedThisMonth({ on, quotas }: OwedProps): ReactElement | null {
  const { words } = useSpeech();
  const ending = quotas.filter(({ period }) => period.to.slice(0, 7) === on.slice(0, 7));
  if (ending.length === 0) return null;
  const owed = ending.filter(isOwed);
  const rules = [...new Map(owed.map((quota) => [quota.ruleId, quota])).values()];
  if (rules.length === 0) return <p className="hint tight">{words.checks.owedNothing}</p>;
  const amount = (quota: Quota): string =>
    quota.subjectId === undefined
      ? owedText(quota.remaining, words)
      : words.checks.quotas.targets(owed.filter(({ ruleId }) => ruleId === quota.ruleId).length);
  return (
    <p className="tight">
      {words.checks.owedThisMonth}：
      {rules.map((quota, index) => (
        <span key={quota.ruleId}>
          {index === 0 ? '' : '；'}
          <Link to={`/quotas#${encodeURIComponent(quota.ruleId)}`}>{quota.title}</Link> {amount(quota)}
        </span>
      ))}
    </p>
  );
}

function Line({ quota }: { readonly quota: Quota }): ReactElement {
  const { words, language } = useSpeech();
  const { title, status, period, latestSafeDay, explanation, ruleId } = quota;
  const { text, percent } = progressOf(quota, words);
  const label = `${title}（${periodText(period.key, language)}）`;
  return (
    <div className="quota">
      <div title={explanation}>
        <Link to={`/quotas#${encodeURIComponent(ruleId)}`}>{label}</Link>{' '}
        <Tag color={quotaTones[status]}>{words.terms.quotaStatus[status]}</Tag>
      </div>
      <Progress size="small" percent={percent} showInfo={false} aria-label={label} />
      <span className="hint">
        {text}
        {latestSafeDay === undefined || status === 'met'
          ? ''
          : ` · ${words.today.safeDay} ${dayText(latestSafeDay, language)}`}
      </span>
    </div>
  );
}
