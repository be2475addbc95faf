import { Form, Input, Radio } from 'antd';
import type { ReactElement } from 'react';
import { recheckWords } from '../../../../shared/vocabulary/check-forms.ts';
import { keysOf } from '../../../../shared/vocabulary/table.ts';
import type { Inspection, Subject } from '../../api/contract.ts';
import { useAll } from '../../api/use-api.ts';
import { dayText } from '../../i18n/format.ts';
import { useSiteWords } from '../../i18n/site-words.ts';
import { useSpeech } from '../../i18n/words.ts';
import { useField } from './use-fields.ts';

interface RecheckProps {
  readonly subjects: ReadonlyMap<string, Subject>;
  /** The record that is corrected. */
  readonly own: string | undefined;
}

interface Earlier {
  readonly obligationId: string;
  readonly subjectId: string;
  readonly text: string;
  readonly rectifyBy: string;
  readonly foundAt: string;
}

const results = keysOf(recheckWords);

/** Problems that earlier checks found at those that are checked now, each with what was seen of it. */
export function RecheckFields({ subjects, own }: RecheckProps): ReactElement | null {
  const { language } = useSpeech();
  const text = useSiteWords();
  const regime = useField('regime');
  const targets = useField('targets') ?? [];
  const at = useField('at') ?? '';
  const chosen = useField('rechecked') ?? {};
  const { data = [] } = useAll('GET /v1/jurisdictions/{j}/inspections', {
    query: { regime },
    enabled: regime !== undefined && targets.length > 0,
  });
  const others = data.filter((record) => record.id !== own && record.regime === regime);
  const settled = new Set(others.flatMap(rectifiedIn));
  const earlier = others
    .filter((record) => record.at.slice(0, 16) <= at.slice(0, 16))
    .flatMap(problemsOf)
    .filter(({ subjectId }) => targets.includes(subjectId))
    .filter(({ obligationId }) => chosen[obligationId]?.result !== undefined || !settled.has(obligationId));
  if (earlier.length === 0) return null;
  return (
    <fieldset className="part">
      <legend>{text.recheck}</legend>
      <p className="hint tight">{text.recheckHint}</p>
      {earlier.map(({ obligationId, subjectId, text: problem, rectifyBy, foundAt }) => (
        <div key={obligationId} className="check-row">
          <div>
            {subjects.get(subjectId)?.name ?? subjectId}：{problem}
            <p className="hint tight">
              {text.found(dayText(foundAt, language), dayText(rectifyBy, language))}
            </p>
          </div>
          <Form.Item name={['rechecked', obligationId, 'result']}>
            <Radio.Group
              optionType="button"
              aria-label={`${text.recheck} ${problem}`}
              options={results.map((value) => ({ value, label: text.results[value] }))}
            />
          </Form.Item>
          {chosen[obligationId]?.result === undefined ? null : (
            <Form.Item name={['rechecked', obligationId, 'note']} className="check-note">
              <Input
                aria-label={`${text.note} ${problem}`}
                placeholder={text.note}
                autoComplete="off"
                maxLength={4000}
              />
            </Form.Item>
          )}
        </div>
      ))}
    </fieldset>
  );
}

const rectifiedIn = ({ rechecked = [] }: Inspection): string[] =>
  rechecked.filter(({ result }) => result === 'rectified').map(({ obligationId }) => obligationId);

/** Those that became duties: they had a day. */
const problemsOf = ({ findings, at }: Inspection): Earlier[] =>
  findings.flatMap(({ obligationId, subjectId, text, rectifyBy }) =>
    obligationId === undefined || rectifyBy === undefined
      ? []
      : [{ obligationId, subjectId, text, rectifyBy, foundAt: at }],
  );
