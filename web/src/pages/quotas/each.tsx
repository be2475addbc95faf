import { Progress, Tag } from 'antd';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import type { Inspection, Quota } from '../../api/contract.ts';
import { useSubjects } from '../../api/use-names.ts';
import { Rows } from '../../components/rows.tsx';
import { dayText } from '../../i18n/format.ts';
import { useSpeech } from '../../i18n/words.ts';
import { isOwed, owedText, progressOf, quotaTones, requiredText } from '../../features/quotas/text.ts';
import { Counted, OverrideOf, QuotaHead } from './line.tsx';

interface EachProps {
  /** One for each subject, of one rule and one period; not empty. */
  readonly quotas: readonly Quota[];
  readonly records: readonly Inspection[];
}

/** From worst to best. */
const order = ['missed', 'conflict', 'at-risk', 'on-track', 'exceeded', 'met', 'not-applicable'] as const;

/** A quota that each subject has for itself: the sum, and the subjects with checks to do. */
export function EachQuota({ quotas, records }: EachProps): ReactElement | null {
  const { words, language } = useSpeech();
  const subjects = useSubjects();
  const text = words.checks.quotas;
  const [first] = quotas;
  if (!first) return null;
  const rank = ({ status }: Quota): number => order.indexOf(status);
  const owed = quotas.filter(isOwed).sort((a, b) => rank(a) - rank(b));
  const done = quotas.length - owed.length;
  const worst = [...quotas].sort((a, b) => rank(a) - rank(b))[0]?.status ?? first.status;
  return (
    <article className="rule" id={first.ruleId}>
      <QuotaHead quota={first} tag={<Tag color={quotaTones[worst]}>{words.terms.quotaStatus[worst]}</Tag>} />
      <Progress
        size="small"
        className="no-print"
        percent={Math.round((done / quotas.length) * 100)}
        showInfo={false}
        aria-label={first.title}
      />
      <p className="tight">
        {text.each(quotas.length)}：{requiredText(first.required, words)}。
        {text.eachDone(done, quotas.length)}
      </p>
      <OverrideOf quota={first} />
      <details open={owed.length > 0 && owed.length <= 10}>
        <summary>
          {text.eachOwed}（{owed.length}）
        </summary>
        <Rows<Quota>
          label={text.eachOwed}
          rows={owed}
          rowKey={({ subjectId = '' }) => subjectId}
          empty={text.eachNone}
          pageSize={20}
          columns={[
            {
              title: words.checks.list.targets,
              narrow: 'first',
              render: ({ subjectId = '' }) => (
                <Link to={`/subjects/${subjectId}`}>{subjects.get(subjectId)?.name ?? subjectId}</Link>
              ),
            },
            { title: text.done, width: 150, render: (quota) => progressOf(quota, words).text },
            { title: text.remaining, width: 130, render: ({ remaining }) => owedText(remaining, words) },
            {
              title: text.safeDay,
              width: 150,
              render: ({ latestSafeDay }) =>
                latestSafeDay === undefined ? '' : dayText(latestSafeDay, language),
            },
            {
              title: words.duty.status,
              width: 120,
              render: ({ status }) => <Tag color={quotaTones[status]}>{words.terms.quotaStatus[status]}</Tag>,
            },
          ]}
        />
      </details>
      <Counted records={records} />
    </article>
  );
}
