import { Alert, Card } from 'antd';
import type { ReactElement } from 'react';
import { keysOf } from '../../../../shared/vocabulary/table.ts';
import { legalWordWords } from '../../../../shared/vocabulary/legal.ts';
import { isPending } from '../../../../shared/domain/escalations/state.ts';
import type { Escalation } from '../../api/contract.ts';
import { useAct } from '../../api/use-api.ts';
import { ActButton } from '../../components/act-form.tsx';
import { useWords } from '../../i18n/words.ts';
import { useEscalationParts } from './parts.ts';

interface Props {
  readonly escalation: Escalation;
}

/** Whether the legal officer’s word is needed before the issue, what it was, and the place to give it. */
export function LegalWord({ escalation }: Props): ReactElement | null {
  const { legal: text } = useWords();
  const { legalWord, status } = escalation;
  if (!legalWord || !isPending(status) || legalWord.open.length === 0) return null;
  const { word, open, officers } = legalWord;
  return (
    <Card size="small" title={<h2>{text.word}</h2>}>
      <p>
        {text.askedHere}
        {open.join('、')}
      </p>
      {word ? (
        <Alert
          type={word.word === 'agree' ? 'success' : 'error'}
          showIcon
          title={`${text.words[word.word]}：${word.reason}`}
        />
      ) : (
        <p className="hint">{officers.length === 0 ? text.nobody : text.byWhom(officers.join('、'))}</p>
      )}
      <GiveWord escalation={escalation} when={legalWord.yours && word?.word !== 'agree'} />
    </Card>
  );
}

function GiveWord({ escalation, when }: Props & { readonly when: boolean }): ReactElement {
  const { legal: text } = useWords();
  const act = useAct('POST /v1/jurisdictions/{j}/escalations/{id}/legal-word');
  const parts = useEscalationParts();
  const options = keysOf(legalWordWords).map((value) => ({ value, label: text.words[value] }));
  return (
    <ActButton
      primary
      act={act}
      about={escalation}
      parts={parts}
      when={when}
      label={text.give}
      hint={text.giveHint}
      more={(seen) => <p className="quoted">{seen.text}</p>}
      fields={[
        { name: 'word', label: text.choice, type: 'choice', required: true, options },
        { name: 'reason', label: text.reason, type: 'text', required: true },
      ]}
      sent={({ word, reason = '' }, { id, version }) => ({
        params: { id },
        ifMatch: version,
        body: { word: word === 'agree' ? ('agree' as const) : ('object' as const), reason },
      })}
    />
  );
}
