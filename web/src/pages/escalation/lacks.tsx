import { Alert, Card } from 'antd';
import type { ReactElement } from 'react';
import { isPending } from '../../../../shared/domain/escalations/state.ts';
import type { Escalation } from '../../api/contract.ts';
import { fieldName } from '../../components/problem.tsx';
import { useWords } from '../../i18n/words.ts';

/** What is missing before approval may be requested. */
export function Lacks({ escalation }: { readonly escalation: Escalation }): ReactElement | null {
  const words = useWords();
  const { status } = escalation;
  if (!isPending(status)) return null;
  const lacks = [...(escalation.lacks ?? []), ...(escalation.openPlaces ?? [])];
  if (lacks.length === 0)
    return status === 'draft' ? <Alert type="success" showIcon title={words.escalations.lacksNone} /> : null;
  return (
    <Card size="small" id="lacks" title={<h2>{words.escalations.lacksTitle}</h2>}>
      <ul className="plain">
        {lacks.map(({ path, message }) => (
          <li key={`${path}${message}`}>
            <strong>{words.common.labelled(fieldName(words, path))}</strong>
            {message}
          </li>
        ))}
      </ul>
    </Card>
  );
}
