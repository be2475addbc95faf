import { Card, Progress, Tag } from 'antd';
import type { ReactElement } from 'react';
import type { Quota } from '../../api/contract.ts';
import { useRead } from '../../api/use-api.ts';
import { useRules } from '../../api/use-names.ts';
import { ProblemAlert } from '../../components/problem.tsx';
import { dayText, periodText } from '../../format.ts';
import { useSpeech } from '../../i18n/words.ts';

/** The bureau’s own tasks in this period: what is done, what is still owed, until when it can still be met. */
export function Quotas(): ReactElement | null {
  const { words } = useSpeech();
  const { data, error, refetch } = useRead('GET /v1/jurisdictions/{j}/quotas');
  // A server that does not count quotas has no such route.
  if (error?.problem.status === 404 || error?.problem.status === 405) return null;
  const items = (data?.items ?? []).filter(
    ({ subjectId, status }) => subjectId === undefined && status !== 'not-applicable',
  );
  return (
    <Card size="small" id="quotas" title={<h2>{words.today.quotas}</h2>} loading={!data && !error}>
      <ProblemAlert error={error} retry={() => void refetch()} />
      {data && items.length === 0 ? <p>{words.today.quotasEmpty}</p> : null}
      {items.map((quota) => (
        <Line key={`${quota.ruleId}${quota.period.key}`} quota={quota} />
      ))}
    </Card>
  );
}

const tones = {
  met: 'success',
  'on-track': 'processing',
  'at-risk': 'warning',
  missed: 'error',
  exceeded: 'error',
  conflict: 'warning',
  'not-applicable': 'default',
} as const;

function Line({ quota }: { readonly quota: Quota }): ReactElement {
  const { words, language } = useSpeech();
  const rule = useRules().get(quota.ruleId);
  const { required, done, status, period, latestSafeDay } = quota;
  const wanted = required.checks ?? required.targets?.min ?? required.targets?.max ?? 0;
  const reached = required.checks === undefined ? done.targets : done.checks;
  const text = required.checks === undefined ? words.today.targetsOf : words.today.checksOf;
  const title = `${rule?.title ?? quota.ruleId}（${periodText(period.key, language)}）`;
  return (
    <div className="quota">
      <div>
        {title} <Tag color={tones[status]}>{words.terms.quotaStatus[status]}</Tag>
      </div>
      <Progress
        size="small"
        percent={wanted === 0 ? 100 : Math.min(100, Math.round((reached / wanted) * 100))}
        format={() => text(reached, wanted)}
        aria-label={title}
      />
      {latestSafeDay === undefined ? null : (
        <span className="hint">
          {words.today.safeDay} {dayText(latestSafeDay, language)}
        </span>
      )}
    </div>
  );
}
