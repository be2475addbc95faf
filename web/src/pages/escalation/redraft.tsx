import type { ReactElement } from 'react';
import type { Escalation } from '../../api/contract.ts';
import { useAct } from '../../api/use-api.ts';
import { ActButton } from '../../components/act-form.tsx';
import { useWords } from '../../i18n/words.ts';
import { useEscalationParts } from './parts.ts';

interface RedraftProps {
  readonly escalation: Escalation;
  readonly when: boolean;
}

/** The text anew from the record, as the paper that the draft is by now. What was typed into it is replaced. */
export function Redraft({ escalation, when }: RedraftProps): ReactElement {
  const { escalations: text } = useWords();
  const act = useAct('PATCH /v1/jurisdictions/{j}/escalations/{id}');
  const parts = useEscalationParts();
  return (
    <ActButton
      act={act}
      about={escalation}
      parts={parts}
      when={when}
      label={text.redraft}
      hint={`${text.redraftHint}${escalation.status === 'draft' ? '' : text.reopened}`}
      more={(seen) => <p className="quoted">{seen.text}</p>}
      fields={[]}
      sent={(_, { id, version }) => ({ params: { id }, ifMatch: version, body: { redraft: true as const } })}
    />
  );
}
