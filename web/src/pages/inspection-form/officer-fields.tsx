import { Form, Select } from 'antd';
import type { ReactElement } from 'react';
import type { Rule, StaffMember } from '../../api/contract.ts';
import { useSubjects } from '../../api/use-names.ts';
import { useWords } from '../../i18n/words.ts';
import { procedureOf } from '../../features/checks/fields.ts';
import { OfficerRows } from '../../features/checks/officer-rows.tsx';
import { useField } from './use-fields.ts';

interface OfficersProps {
  readonly rules: ReadonlyMap<string, Rule>;
  readonly staff: readonly StaffMember[];
}

/** Who made the check, each with the certificate shown and the units from which they are recused. */
export function OfficerFields({ rules, staff }: OfficersProps): ReactElement {
  const words = useWords();
  const text = words.checks.form;
  const subjects = useSubjects();
  const regime = useField('regime') ?? '';
  const mode = useField('mode') ?? 'on-site';
  const rule = procedureOf(rules.values(), regime, mode);
  const figure = rule?.procedure?.officersMin;
  const least: unknown = figure === undefined ? undefined : rule?.figures[figure];
  const kind = rule?.procedure?.certificates;
  const shown = kind === 'enforcement' || kind === 'work-id';
  const required = [{ required: true, whitespace: true, message: words.common.required }];
  return (
    <fieldset className="part">
      <legend>{text.officers}</legend>
      <p className="hint tight">
        {typeof least === 'number' ? text.officersLeast(least) : ''}
        {text.officersHint}
      </p>
      <OfficerRows
        staff={staff}
        labels={text}
        certificate={{
          label: shown ? text.certificates[kind] : words.common.optional(text.certificates.none),
          rules: shown ? required : [],
        }}
        more={(row) => (
          <Form.Item name={[row, 'recuse']} label={words.common.optional(text.recuse)}>
            <Select
              mode="multiple"
              showSearch={{ optionFilterProp: 'label' }}
              options={[...subjects.values()].map(({ id, name: label }) => ({ value: id, label }))}
            />
          </Form.Item>
        )}
      />
    </fieldset>
  );
}
