import { Card, Tag } from 'antd';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import type { Preview } from '../../api/contract.ts';
import { useDutyTitle } from '../../api/use-names.ts';
import { Steps } from '../../features/duties/detail.tsx';
import { dayText, instantText, momentText, periodText } from '../../i18n/format.ts';
import { useSpeech, wordFor } from '../../i18n/words.ts';

type Duty = Preview['obligations'][number];

/** The computed deadlines, each with its reasons, which can be opened. */
export function Previewed({ duties }: { readonly duties: readonly Duty[] }): ReactElement {
  const { words } = useSpeech();
  if (duties.length === 0) return <p role="status">{words.preview.empty}</p>;
  return (
    <>
      <p role="status" className="tight">
        {words.preview.result(duties.length)}
      </p>
      {duties.map((duty) => (
        <One key={`${duty.ruleId}${duty.period ?? ''}${duty.dueOn ?? duty.dueAt ?? ''}`} duty={duty} />
      ))}
    </>
  );
}

function One({ duty }: { readonly duty: Duty }): ReactElement {
  const { words, language } = useSpeech();
  const titleOf = useDutyTitle();
  const due = duty.dueAt ?? duty.dueOn ?? '';
  return (
    <Card size="small" className="previewed">
      <h2>
        {momentText(due, language)} {titleOf(duty)}
        {duty.period === undefined ? '' : `（${periodText(duty.period, language)}）`}{' '}
        {duty.provisional ? <Tag color="warning">{words.terms.provisional}</Tag> : null}
      </h2>
      <dl className="parts">
        <dt>{words.duty.actBy}</dt>
        <dd>{dayText(duty.actBy, language)}</dd>
        <dt>{words.duty.overdueFrom}</dt>
        <dd>{momentText(duty.overdueFrom, language)}</dd>
        <dt>{words.preview.reminders}</dt>
        <dd>
          {duty.reminders.length === 0
            ? words.preview.none
            : duty.reminders.map((at) => instantText(at, language)).join(language === 'zh' ? '；' : '; ')}
        </dd>
        <dt>{words.preview.escalations}</dt>
        <dd>
          {duty.escalations.length === 0 ? words.common.none : null}
          {duty.escalations.map(({ step, at, daysFromService = 0, approval }) => (
            <div key={step}>
              {wordFor(words.terms.steps, step)}：
              {at === undefined ? words.preview.after(daysFromService) : instantText(at, language)}（
              {words.preview.approvedBy(wordFor(words.terms.roles, approval))}）
            </div>
          ))}
        </dd>
      </dl>
      <details>
        <summary>{words.duty.why}</summary>
        <Steps steps={duty.explanation} />
        <Link to={`/rules?rule=${encodeURIComponent(duty.ruleId)}`}>{words.duty.rulePage}</Link>
      </details>
    </Card>
  );
}
