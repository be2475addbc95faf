import { AutoComplete, Button, Form, Input } from 'antd';
import type { ReactElement } from 'react';
import { useRead } from '../../api/use-api.ts';
import { certificateOf } from '../../features/checks/fields.ts';
import { useWords } from '../../i18n/words.ts';
import type { DraftFields } from './fields.ts';

/** When a measure was taken on the spot, and by whom. `now` as in the field: `2026-07-02T09:30`. */
export function TakenFields({ now }: { readonly now: string | undefined }): ReactElement {
  const words = useWords();
  const text = words.drafting;
  const form = Form.useFormInstance<DraftFields>();
  const staff = useRead('GET /v1/jurisdictions/{j}/staff').data?.items ?? [];
  const required = [{ required: true, whitespace: true, message: words.common.required }];
  return (
    <fieldset className="plain-set">
      <legend>{words.escalations.onTheSpot}</legend>
      <p className="hint tight">{text.takenHint}</p>
      <Form.Item name="at" label={text.takenAt} rules={required}>
        <Input type="datetime-local" max={now} />
      </Form.Item>
      <Form.List name="officers">
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name }) => (
              <div key={key} className="contact">
                <Form.Item name={[name, 'name']} label={text.officer} rules={required}>
                  <AutoComplete
                    options={staff.map((member) => ({ value: member.name }))}
                    showSearch={{ filterOption: true }}
                    onSelect={(chosen: string) => {
                      const number = certificateOf(staff, chosen);
                      if (number !== undefined) form.setFieldValue(['officers', name, 'certificate'], number);
                    }}
                  />
                </Form.Item>
                <Form.Item
                  name={[name, 'certificate']}
                  label={words.common.optional(words.settings.certificate)}
                >
                  <Input autoComplete="off" maxLength={100} />
                </Form.Item>
                {rows.length > 1 ? (
                  <Button
                    onClick={() => remove(name)}
                    aria-label={`${words.common.remove} ${text.officer} ${name + 1}`}
                  >
                    {words.common.remove}
                  </Button>
                ) : null}
              </div>
            ))}
            <Button type="dashed" onClick={() => add({})}>
              {text.addOfficer}
            </Button>
          </>
        )}
      </Form.List>
    </fieldset>
  );
}
