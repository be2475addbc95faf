import type { ReactElement } from 'react';
import {
  supervisionChoices,
  supervisionRegimes,
  transferWords,
} from '../../../../shared/vocabulary/supervision.ts';
import { keysOf } from '../../../../shared/vocabulary/table.ts';
import type { Escalation } from '../../api/contract.ts';
import { useToday } from '../../api/use-today.ts';
import { useWords } from '../../i18n/words.ts';
import { Change, type Props } from './change.tsx';

/** What an officer finds or chooses for the paper: an investigation, what is transferred, which paper of supervision. */

export function Investigation({ escalation }: Props): ReactElement {
  const { escalations: text } = useWords();
  const today = useToday();
  return (
    <Change
      escalation={escalation}
      name={text.investigation}
      known={escalation.investigation !== undefined}
      hint={text.investigationHint}
      fields={({ investigation }) => [
        { name: 'on', label: text.investigatedOn, type: 'day', initial: investigation?.on, max: today },
        { name: 'text', label: text.investigation, type: 'text', initial: investigation?.text },
      ]}
      patch={({ on = '', text: found = '' }) => ({
        investigation: `${on}${found}` === '' ? null : { on, text: found },
      })}
    />
  );
}

const transfers = keysOf(transferWords);

export function Transfer({ escalation }: Props): ReactElement {
  const { escalations: text } = useWords();
  return (
    <Change
      escalation={escalation}
      name={text.transfer}
      known={escalation.transfer !== undefined}
      hint={text.transferHint}
      fields={(seen) => [
        {
          name: 'transfer',
          label: text.transfer,
          type: 'choice',
          initial: seen.transfer,
          options: transfers.map((value) => ({ value, label: text.transfers[value] })),
        },
      ]}
      patch={({ transfer }) => ({ transfer: transfers.find((known) => known === transfer) ?? null })}
    />
  );
}

/** Whether a paper of supervision may be chosen in place of the one that its step gives. */
export const isSupervised = ({ ruleId, paper }: Escalation): boolean =>
  ruleId.startsWith(`${supervisionRegimes.enforcement}/`) && (paper === 'order' || paper === 'opinion');

export function Supervision({ escalation }: Props): ReactElement {
  const { escalations: text } = useWords();
  return (
    <Change
      escalation={escalation}
      name={text.supervision}
      known={escalation.supervision !== undefined}
      hint={text.supervisionHint}
      fields={(seen) => [
        {
          name: 'supervision',
          label: text.supervision,
          type: 'choice',
          initial: seen.supervision,
          options: supervisionChoices.map((value) => ({ value, label: text.supervisions[value] })),
        },
      ]}
      patch={({ supervision }) => ({
        supervision: supervisionChoices.find((known) => known === supervision) ?? null,
      })}
    />
  );
}
