import { Card } from 'antd';
import type { ReactElement } from 'react';
import { isPending } from '../../../../shared/domain/escalations/state.ts';
import type { Escalation } from '../../api/contract.ts';
import { useWords, wordFor } from '../../i18n/words.ts';

/** The people to whom the issue is sent, or was sent. */
export function Recipients({ escalation }: { readonly escalation: Escalation }): ReactElement {
  const words = useWords();
  const pending = isPending(escalation.status);
  return (
    <Card size="small" title={<h2>{words.escalations.recipients}</h2>}>
      <p className="tight hint">{pending ? words.escalations.recipientsHint : words.escalations.sentTo}</p>
      <RecipientList
        escalation={escalation}
        empty={pending ? words.escalations.recipientsNone : words.escalations.goesToNobody}
      />
    </Card>
  );
}

interface RecipientListProps {
  readonly escalation: Escalation;
  readonly empty: string;
}

export function RecipientList({ escalation, empty }: RecipientListProps): ReactElement {
  const words = useWords();
  const { recipients = [], unreached = [] } = escalation;
  if (recipients.length === 0) return <p className="tight">{empty}</p>;
  return (
    <>
      {unreached.length === 0 ? null : (
        <p className="tight">
          {words.escalations.unreached(unreached.map((why) => words.escalations.noAddress[why]))}
        </p>
      )}
      <ul className="plain">
        {recipients.map(({ name, to, why }) => (
          <li key={to}>
            {name} <span className="hint">{wordFor(words.escalations.why, why)}</span> {to}
          </li>
        ))}
      </ul>
    </>
  );
}
