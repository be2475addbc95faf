import { Form, Input, Select } from 'antd';
import type { ReactElement } from 'react';
import type { SubjectKind } from '../../../../shared/rules/schema.ts';
import { earlyDays, factFields, traitFields, type FactType } from './fields.ts';
import { useWords, wordFor } from '../../i18n/words.ts';

interface FactInputsProps {
  readonly kind: SubjectKind;
}

/** Traits and facts of a kind, under the names `traits` and `facts.<name>` of the form around. */
export function FactInputs({ kind }: FactInputsProps): ReactElement {
  const words = useWords();
  const traits = traitFields[kind];
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
        {Object.entries<FactType>(factFields[kind]).map(([name, type]) => (
          <Form.Item key={name} name={['facts', name]} label={wordFor(words.facts.fields, name)}>
            {inputOf(name, type, words)}
          </Form.Item>
        ))}
      </div>
    </>
  );
}

function inputOf(name: string, type: FactType, words: ReturnType<typeof useWords>): ReactElement {
  if (type === 'day')
    return (
      <Input type="date" min={earlyDays.includes(name) ? '1900-01-01' : '1990-01-01'} max="2070-12-31" />
    );
  if (type === 'instant') return <Input type="datetime-local" />;
  if (type === 'number') return <Input type="number" min={0} step="any" inputMode="decimal" />;
  if (type === 'hours-by-year') return <Input.TextArea rows={2} placeholder={words.subjects.years} />;
  if (type === 'days') return <Input.TextArea rows={3} placeholder={words.subjects.dayList} />;
  if (type === 'text') return <Input maxLength={500} />;
  const options =
    type === 'boolean'
      ? [
          { value: 'true', label: words.common.yes },
          { value: 'false', label: words.common.no },
        ]
      : type.map((value) => ({ value, label: wordFor(words.facts.values, value) }));
  return <Select allowClear options={options} />;
}
