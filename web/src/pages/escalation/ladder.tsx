import { Card } from 'antd';
import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { measures, type EscalationStep } from '../../../../shared/vocabulary/measures.ts';
import type { Escalation } from '../../api/contract.ts';
import { useAll } from '../../api/use-api.ts';
import { documentName } from '../../features/escalations/rows.tsx';
import { EscalationTag } from '../../components/tags.tsx';
import { dayText } from '../../i18n/format.ts';
import { useSpeech } from '../../i18n/words.ts';

/** The documents before and after this one: steps of one ladder, or a stop with the reports on it. */
export function Ladder({ escalation }: { readonly escalation: Escalation }): ReactElement | null {
  const { words } = useSpeech();
  const { id, subjectId, previousId, step } = escalation;
  const { data } = useAll('GET /v1/jurisdictions/{j}/escalations', { query: { subjectId } });
  const before = data?.filter((other) => other.id === previousId) ?? [];
  const reports = (stop: EscalationStep, report: EscalationStep): boolean =>
    measures[stop].atOnce?.includes(report) === true;
  const after = data?.filter((other) => other.previousId === id) ?? [];
  if (before.length + after.length === 0) return null;
  return (
    <Card size="small" title={<h2>{words.escalations.ladder}</h2>}>
      {before.map((other) => (
        <Rung
          key={other.id}
          label={reports(other.step, step) ? words.escalations.reported : words.escalations.previous}
          of={other}
        />
      ))}
      {after.map((other) => (
        <Rung
          key={other.id}
          label={reports(step, other.step) ? words.escalations.reportAtOnce : words.escalations.next}
          of={other}
        />
      ))}
    </Card>
  );
}

function Rung({ label, of }: { readonly label: string; readonly of: Escalation }): ReactElement {
  const { words, language } = useSpeech();
  return (
    <p className="tight">
      {label}：<Link to={`/escalations/${of.id}`}>{documentName(words, of)}</Link>{' '}
      <EscalationTag status={of.status} />
      <span className="hint">
        {of.issue ? `${of.issue.number} ` : ''}
        {dayText(of.issue?.on ?? of.draftedAt, language)}
      </span>
    </p>
  );
}
