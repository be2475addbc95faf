import { Tag } from 'antd';
import type { ReactElement } from 'react';
import type { Escalation } from '../../api/contract.ts';
import { dayText } from '../../i18n/format.ts';
import { useSpeech } from '../../i18n/words.ts';

/** What the measure rests on, each provision with its state: only what holds is printed on the paper. */
export function Provisions({ escalation }: { readonly escalation: Escalation }): ReactElement {
  const { words, language } = useSpeech();
  const { escalations: text, terms } = words;
  if (escalation.provisions.length === 0) return <span className="hint">{text.noProvisions}</span>;
  return (
    <ul className="plain">
      {escalation.provisions.map(
        ({ id, instrument, article = '', says, conditions = [], from, state, applies }) => (
          <li key={id}>
            《{instrument}》{article} <Tag>{terms.provisionStates[state]}</Tag>
            {applies ? null : <Tag>{text.notApplying}</Tag>}
            <p className="hint tight">
              {[
                says,
                ...conditions.map((condition) => `${text.condition}${condition}`),
                ...(from === undefined ? [] : [`${text.inForceFrom}${dayText(from, language)}`]),
              ].join('；')}
            </p>
          </li>
        ),
      )}
    </ul>
  );
}
