import { AutoComplete, Button, Form, Input, type FormItemProps } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import type { StaffMember } from '../../api/contract.ts';
import { useWords } from '../../i18n/words.ts';
import { certificateOf } from './fields.ts';

interface OfficerRowsProps {
  readonly staff: readonly StaffMember[];
  readonly labels: { readonly officer: string; readonly addOfficer: string };
  readonly certificate: Pick<FormItemProps, 'label' | 'rules'>;
  /** What is asked of each officer besides. */
  readonly more?: (row: number) => ReactNode;
}

/** The field `officers`: each with a name, from the staff list or typed, and the certificate that it has there. */
export function OfficerRows({ staff, labels, certificate, more }: OfficerRowsProps): ReactElement {
  const { common, checks } = useWords();
  const form = Form.useFormInstance();
  const required = [{ required: true, whitespace: true, message: common.required }];
  return (
    <Form.List name="officers">
      {(rows, { add, remove }) => (
        <>
          {rows.map(({ key, name }) => (
            <div key={key} className="contact">
              <Form.Item name={[name, 'name']} label={labels.officer} rules={required}>
                <AutoComplete
                  options={staff.map((member) => ({ value: member.name }))}
                  showSearch={{ filterOption: true }}
                  onSelect={(chosen: string) => {
                    const number = certificateOf(staff, chosen);
                    if (number !== undefined) form.setFieldValue(['officers', name, 'certificate'], number);
                  }}
                />
              </Form.Item>
              <Form.Item name={[name, 'certificate']} {...certificate}>
                <Input autoComplete="off" maxLength={100} />
              </Form.Item>
              {more?.(name)}
              {rows.length > 1 ? (
                <Button
                  onClick={() => remove(name)}
                  aria-label={checks.form.remove(`${labels.officer} ${name + 1}`)}
                >
                  {common.remove}
                </Button>
              ) : null}
            </div>
          ))}
          <Button type="dashed" onClick={() => add({})}>
            {labels.addOfficer}
          </Button>
        </>
      )}
    </Form.List>
  );
}
