import { AutoComplete, Checkbox, Form, Input, Radio, Select } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { useRead } from '../../../api/use-api.ts';
import { useStageWords } from '../../../i18n/stage-words.ts';
import { wordFor } from '../../../i18n/shape/table.ts';
import { useWords } from '../../../i18n/words.ts';
import { fieldLabel, yesNo } from './fields.ts';
import type { StageField } from './table.ts';
import { Members, Officer, Officers } from './people.tsx';
import { Instalments, Points, Problems } from './rows.tsx';
import type { StageInputProps } from './props.ts';

/** One field of an event’s form, with the input for its kind. */
export function StageInput(props: StageInputProps): ReactElement {
  const words = useWords();
  const stages = useStageWords();
  const { field, open } = props;
  const { name, kind, required = false } = field;
  const label = fieldLabel(stages, open.event, name);
  if (kind === 'officers') return <Officers {...props} label={label} />;
  if (kind === 'officer') return <Officer {...props} label={label} />;
  if (kind === 'members') return <Members {...props} label={label} />;
  if (kind === 'points') return <Points {...props} label={label} />;
  if (kind === 'instalments') return <Instalments {...props} label={label} />;
  if (kind === 'problems') return <Problems {...props} label={label} />;
  if (kind === 'flag')
    return (
      <Form.Item name={name} valuePropName="checked">
        <Checkbox>{label}</Checkbox>
      </Form.Item>
    );
  const plain = required || kind === 'all-of' || kind === 'one-of' || kind === 'papers';
  return (
    <Form.Item
      name={name}
      label={plain ? label : words.common.optional(label)}
      extra={extraOf()}
      rules={
        required
          ? [
              {
                required: true,
                whitespace: true,
                type: listed(kind) ? 'array' : 'string',
                message: words.common.required,
              },
            ]
          : []
      }
    >
      <Control {...props} />
    </Form.Item>
  );

  function extraOf(): ReactNode {
    return kind === 'all-of'
      ? stages.allOf
      : kind === 'papers' || kind === 'names'
        ? stages.choose
        : undefined;
  }
}

const listed = (kind: StageField['kind']): boolean =>
  kind === 'all-of' || kind === 'papers' || kind === 'names';

/** The control receives what `Form.Item` passes to it. */
function Control({ field, open, today, ...handed }: StageInputProps): ReactElement {
  const { name, kind, options = [] } = field;
  const stages = useStageWords();
  const words = useWords();
  const choices = open.choices?.[name] ?? [];
  const word = (value: string): string =>
    name === 'method' ? wordFor(words.escalations.methods, value) : wordFor(stages.values, value);
  const offered = choices.map((value) => ({ value, label: value }));
  switch (kind) {
    case 'day':
      return <Input type="date" max={today} {...handed} />;
    case 'future-day':
      return <Input type="date" {...handed} />;
    case 'instant':
      return <Input type="datetime-local" max={`${today}T23:59`} {...handed} />;
    case 'moment':
      return <Input type="datetime-local" {...handed} />;
    case 'count':
      return <Input type="number" min={0} step={1} inputMode="numeric" {...handed} />;
    case 'yuan':
    case 'score':
      return <Input type="number" min={0} step="any" inputMode="decimal" {...handed} />;
    case 'text':
      return <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={2000} {...handed} />;
    case 'yes-no':
      return (
        <Radio.Group
          optionType="button"
          options={['yes', 'no'].map((value) => ({ value, label: word(yesNo(name, value === 'yes')) }))}
          {...handed}
        />
      );
    case 'choice':
      return (
        <Select allowClear options={options.map((value) => ({ value, label: word(value) }))} {...handed} />
      );
    case 'one-of':
      return <Radio.Group className="stacked" options={offered} {...handed} />;
    case 'all-of':
      return <Checkbox.Group className="stacked" options={offered} {...handed} />;
    case 'papers':
      return <Select mode="tags" options={offered} {...handed} />;
    case 'names':
      return <Names {...handed} />;
    case 'person':
      return <Person choices={choices} {...handed} />;
    default:
      return <Input maxLength={300} autoComplete="off" {...handed} />;
  }
}

function Names(handed: object): ReactElement {
  const names = useStaffNames();
  return <Select mode="tags" options={names.map((value) => ({ value }))} {...handed} />;
}

/** One of the people whom the case names, else of the staff; or somebody else. */
function Person({ choices, ...handed }: { readonly choices: readonly string[] }): ReactElement {
  const names = useStaffNames();
  const offered = choices.length > 0 ? choices : names;
  return <AutoComplete options={offered.map((value) => ({ value }))} {...handed} />;
}

function useStaffNames(): string[] {
  const { data } = useRead('GET /v1/jurisdictions/{j}/staff');
  return (data?.items ?? []).map(({ name }) => name);
}
