import { Form, Input, Select } from 'antd';
import type { ReactElement } from 'react';
import { kinds, type Fact, type SubjectKind } from '../../../../shared/vocabulary/kinds.ts';
import { useWords, wordFor } from '../../i18n/words.ts';

interface FactInputsProps {
  readonly kind: SubjectKind;
}

/** Traits and facts of a kind, under the names `traits` and `facts.<name>` of the surrounding form. */
export function FactInputs({ kind }: FactInputsProps): ReactElement {
  const words = useWords();
  const { traits, facts } = kinds[kind];
  return (
    <>
      {traits.length === 0 ? null : (
        <Form.Item name="traits" label={words.facts.fields.traits}>
          <Select
            mode="multiple"
            allowClear
            options={traits.map((value) => ({ value, label: wordFor(words.facts.traits, value) }))}
          />
        </Form.Item>
      )}
      <div className="field-grid">
        {Object.entries(facts).map(([name, fact]) => (
          <Form.Item key={name} name={['facts', name]} label={wordFor(words.facts.fields, name)}>
            {inputOf(fact, words)}
          </Form.Item>
        ))}
      </div>
    </>
  );
}

function inputOf({ type, early, options }: Fact, words: ReturnType<typeof useWords>): ReactElement {
  if (type === 'day') return <Input type="date" min={early ? '1900-01-01' : '1990-01-01'} max="2070-12-31" />;
  if (type === 'instant') return <Input type="datetime-local" />;
  if (type === 'number') return <Input type="number" min={0} step="any" inputMode="decimal" />;
  if (type === 'number-by-year') return <Input.TextArea rows={2} placeholder={words.subjects.years} />;
  if (type === 'days') return <Input.TextArea rows={3} placeholder={words.subjects.dayList} />;
  if (type === 'text') return <Input maxLength={500} />;
  const choices =
    type === 'flag'
      ? [
          { value: 'true', label: words.common.yes },
          { value: 'false', label: words.common.no },
        ]
      : Object.keys(options ?? {}).map((value) => ({ value, label: wordFor(words.facts.values, value) }));
  return <Select allowClear options={choices} />;
}
