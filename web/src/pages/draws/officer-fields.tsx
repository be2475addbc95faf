import { Form, Select } from 'antd';
import type { ReactElement } from 'react';
import type { StaffMember } from '../../api/contract.ts';
import type { DrawFields } from './form.ts';
import { useWords } from '../../i18n/words.ts';
import { useCandidates } from './roster-fields.tsx';

/** The officers who check, and the units from which each is recused. */
export function Officers({ certified }: { readonly certified: readonly StaffMember[] }): ReactElement {
  const words = useWords();
  const { form: text } = words.draws;
  const { options } = useCandidates();
  const chosen = Form.useWatch(({ officers }: Partial<DrawFields>) => officers, Form.useFormInstance());
  const named = certified.filter(({ certificate }) => chosen?.includes(certificate?.number ?? '') === true);
  return (
    <div className="line">
      <Form.Item
        name="officers"
        label={words.common.optional(text.officers)}
        extra={certified.length === 0 ? text.noOfficers : text.officersHint}
      >
        <Select
          mode="multiple"
          disabled={certified.length === 0}
          showSearch={{ optionFilterProp: 'label' }}
          options={certified.map(({ name, certificate }) => ({
            value: certificate?.number ?? '',
            label: `${name} ${certificate?.number ?? ''}`,
          }))}
        />
      </Form.Item>
      {named.map(({ name, certificate }) => (
        <Form.Item
          key={certificate?.number}
          name={['recuse', certificate?.number ?? '']}
          label={words.common.optional(text.recuse(name))}
        >
          <Select mode="multiple" showSearch={{ optionFilterProp: 'label' }} options={options} />
        </Form.Item>
      ))}
    </div>
  );
}
