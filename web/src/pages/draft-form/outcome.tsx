import { Alert, Card } from 'antd';
import type { ReactElement } from 'react';
import { fieldName } from '../../components/problem.tsx';
import { dayText } from '../../i18n/format.ts';
import { useSpeech, wordFor } from '../../i18n/words.ts';
import type { Ground } from './fields.ts';

interface OutcomeProps {
  readonly ground: Ground;
  /** It was done already and is only recorded. */
  readonly taken: boolean;
}

/** What will be made of it, before anything is: the paper, the party, what a proposal will still lack. */
export function Outcome({ ground, taken }: OutcomeProps): ReactElement {
  const { words, language } = useSpeech();
  const { drafting, escalations, terms, facts } = words;
  const { party, paper, name, role, lacks, reports, rectifyBy } = ground;
  const nature = party?.nature === undefined ? '' : `（${terms.natures[party.nature]}）`;
  const lines: readonly (readonly [string, string])[] = [
    [facts.fields.party, party === undefined ? words.common.unknown : `${party.name ?? ''}${nature}`],
    [escalations.paper, `${name}（${terms.papers[paper]}）`],
    ...(rectifyBy === undefined ? [] : [[escalations.rectifyBy, dayText(rectifyBy, language)] as const]),
    [escalations.decider, taken ? drafting.takenNeedsNone : wordFor(terms.roles, role)],
    ...(reports.length === 0
      ? []
      : [[drafting.reports, reports.map((step) => terms.steps[step]).join('；')] as const]),
  ];
  return (
    <Card size="small" className="regime" title={<h2>{drafting.outcome}</h2>} aria-live="polite">
      <dl className="particulars">
        {lines.map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {taken ? null : lacks.length === 0 ? (
        <Alert type="success" showIcon title={drafting.nothingLacks} />
      ) : (
        <Alert
          type="info"
          showIcon
          title={drafting.willLack}
          description={
            <ul className="plain">
              {lacks.map(({ path, message }) => (
                <li key={`${path}${message}`}>
                  <strong>{words.common.labelled(fieldName(words, path))}</strong>
                  {message}
                </li>
              ))}
            </ul>
          }
        />
      )}
    </Card>
  );
}
