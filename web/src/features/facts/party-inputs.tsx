import { Button, Form, Input, Select } from 'antd';
import type { ReactElement } from 'react';
import type { SubjectKind } from '../../../../shared/vocabulary/kinds.ts';
import { natureWords, relationsOf } from '../../../../shared/vocabulary/parties.ts';
import { keysOf } from '../../../../shared/vocabulary/table.ts';
import { useUnits } from './use-units.ts';
import { useWords } from '../../i18n/words.ts';

/** Who answers for a subject: for a unit its nature, for a kind with parties a list under the name `parties`. */
export function PartyInputs({ kind }: { readonly kind: SubjectKind }): ReactElement | null {
  const words = useWords();
  if (kind === 'unit')
    return (
      <div className="field-grid">
        <Form.Item name="nature" label={words.facts.fields.nature} extra={words.subjects.natureHint}>
          <Natures />
        </Form.Item>
      </div>
    );
  return relationsOf[kind].length === 0 ? null : <Parties kind={kind} />;
}

interface ControlProps {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (value: string | undefined) => void;
}

/** `id`, `value` and `onChange` come from the item of the form. */
function Natures(control: ControlProps): ReactElement {
  const { natures } = useWords().terms;
  return (
    <Select
      {...control}
      allowClear
      options={keysOf(natureWords).map((value) => ({ value, label: natures[value] }))}
    />
  );
}

function Parties({ kind }: { readonly kind: SubjectKind }): ReactElement {
  const words = useWords();
  const [only] = relationsOf[kind];
  return (
    <fieldset className="plain-set">
      <legend>{words.facts.fields.parties}</legend>
      <p className="hint tight">{words.subjects.partyHint}</p>
      <Form.List name="parties">
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name }) => (
              <Party key={key} kind={kind} at={name} remove={() => remove(name)} />
            ))}
            <Button type="dashed" onClick={() => add({ relation: only })}>
              {words.subjects.addParty}
            </Button>
          </>
        )}
      </Form.List>
    </fieldset>
  );
}

interface PartyProps {
  readonly kind: SubjectKind;
  readonly at: number;
  readonly remove: () => void;
}

/** A unit of the register, or a person by name. A unit needs nothing further. */
function Party({ kind, at, remove }: PartyProps): ReactElement {
  const words = useWords();
  const { fields } = words.facts;
  const chosen: unknown = Form.useWatch(['parties', at, 'subjectId']);
  const units = useUnits(chosen);
  return (
    <div className="contact wide">
      <Form.Item name={[at, 'relation']} label={fields.relation}>
        <Select
          options={relationsOf[kind].map((value) => ({ value, label: words.terms.relations[value] }))}
        />
      </Form.Item>
      <Form.Item name={[at, 'subjectId']} label={words.subjects.partyUnit}>
        <Select
          allowClear
          placeholder={words.subjects.partyUnitHint}
          showSearch={{ optionFilterProp: 'label' }}
          options={[...units]}
        />
      </Form.Item>
      <Form.Item noStyle dependencies={[['parties', at, 'subjectId']]}>
        {({ getFieldValue }) =>
          getFieldValue(['parties', at, 'subjectId']) === undefined ? <Named at={at} /> : null
        }
      </Form.Item>
      <Button onClick={remove} aria-label={`${words.common.remove} ${words.facts.fields.parties} ${at + 1}`}>
        {words.common.remove}
      </Button>
    </div>
  );
}

function Named({ at }: { readonly at: number }): ReactElement {
  const words = useWords();
  const { fields } = words.facts;
  return (
    <>
      <Form.Item
        name={[at, 'name']}
        label={fields.name}
        rules={[{ required: true, message: words.common.required }]}
      >
        <Input autoComplete="off" maxLength={200} />
      </Form.Item>
      <Form.Item name={[at, 'nature']} label={fields.nature}>
        <Natures />
      </Form.Item>
      <Form.Item name={[at, 'code']} label={words.subjects.partyCode}>
        <Input autoComplete="off" maxLength={100} />
      </Form.Item>
      <Form.Item name={[at, 'address']} label={fields.address}>
        <Input autoComplete="off" maxLength={300} />
      </Form.Item>
      <Form.Item name={[at, 'representative']} label={fields.representative}>
        <Input autoComplete="off" maxLength={100} />
      </Form.Item>
      <Form.Item name={[at, 'telephone']} label={fields.telephone}>
        <Input type="tel" autoComplete="off" maxLength={120} />
      </Form.Item>
    </>
  );
}
