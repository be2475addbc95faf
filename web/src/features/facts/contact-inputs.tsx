import { Button, Form, Input } from 'antd';
import type { ReactElement } from 'react';
import { useWords } from '../../i18n/words.ts';

/** Contacts as a list under the name `contacts` of the surrounding form. */
export function ContactInputs(): ReactElement {
  const words = useWords();
  const { fields } = words.facts;
  return (
    <fieldset className="plain-set">
      <legend>{fields.contacts}</legend>
      <p className="hint tight">{words.subjects.contactHint}</p>
      <Form.List name="contacts">
        {(rows, { add, remove }) => (
          <>
            {rows.length === 0 ? <p>{words.subjects.noContactsYet}</p> : null}
            {rows.map(({ key, name }) => (
              <div key={key} className="contact">
                <Form.Item
                  name={[name, 'name']}
                  label={words.subjects.contactName}
                  rules={[{ required: true, message: words.common.required }]}
                >
                  <Input autoComplete="off" maxLength={200} />
                </Form.Item>
                <Form.Item name={[name, 'email']} label={fields.email}>
                  <Input type="email" autoComplete="off" maxLength={254} />
                </Form.Item>
                <Form.Item name={[name, 'mobile']} label={fields.mobile}>
                  <Input type="tel" autoComplete="off" maxLength={50} />
                </Form.Item>
                <Form.Item name={[name, 'telephone']} label={fields.telephone}>
                  <Input type="tel" autoComplete="off" maxLength={120} />
                </Form.Item>
                <Form.Item name={[name, 'role']} label={fields.role}>
                  <Input autoComplete="off" maxLength={100} />
                </Form.Item>
                <Button onClick={() => remove(name)} aria-label={`${words.common.remove} ${name + 1}`}>
                  {words.common.remove}
                </Button>
              </div>
            ))}
            <Button type="dashed" onClick={() => add({})}>
              {words.subjects.addContact}
            </Button>
          </>
        )}
      </Form.List>
    </fieldset>
  );
}
