import { Card, Progress, Tag } from 'antd';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import type { Quota } from '../../api/contract.ts';
import { useRead } from '../../api/use-api.ts';
import { ProblemAlert } from '../../components/problem.tsx';
import { dayText, periodText } from '../../format.ts';
import { useSpeech, type Words } from '../../i18n/words.ts';

/** The bureau’s own tasks in this period: what is done, what is still owed, until when it can still be met. */
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

/** 0 / 3 次 · 1 / 2 家: what is done of each thing that is required. */
function progressOf({ required, done }: Quota, words: Words): { text: string; percent: number } {
  const { checks, targets, direct } = required;
  const pairs = [
    [checks, done.checks, words.today.checksOf],
    [targets?.min, done.targets, words.today.targetsOf],
    [direct, done.direct ?? 0, words.today.directOf],
  ] as const;
  const asked = pairs.filter(([wanted]) => wanted !== undefined && wanted > 0);
  if (asked.length === 0) {
    const most = targets?.max;
    return { text: most === undefined ? '' : words.today.atMost(done.targets, most), percent: 100 };
  }
  const shares = asked.map(([wanted = 1, reached]) => Math.min(1, reached / wanted));
  return {
    text: asked.map(([wanted = 0, reached, say]) => say(reached, wanted)).join(' · '),
    percent: Math.round((shares.reduce((sum, share) => sum + share, 0) / shares.length) * 100),
  };
}

function Line({ quota }: { readonly quota: Quota }): ReactElement {
  const { words, language } = useSpeech();
  const { title, status, period, latestSafeDay, explanation, ruleId } = quota;
  const { text, percent } = progressOf(quota, words);
  const label = `${title}（${periodText(period.key, language)}）`;
  return (
    <div className="quota">
      <div title={explanation}>
        <Link to={`/rules?rule=${encodeURIComponent(ruleId)}`}>{label}</Link>{' '}
        <Tag color={tones[status]}>{words.terms.quotaStatus[status]}</Tag>
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
