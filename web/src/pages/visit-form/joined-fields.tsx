import { Button, Form, Input, Select } from 'antd';
import type { ReactElement } from 'react';
import { joiningWords } from '../../../../shared/vocabulary/visit-forms.ts';
import { keysOf } from '../../../../shared/vocabulary/table.ts';
import { useVisitWords } from '../../i18n/visit-words.ts';
import { useWords } from '../../i18n/words.ts';

const ways = keysOf(joiningWords);

/** Other bodies that take part: to each a letter can be made. */
export function JoinedFields(): ReactElement {
  const { common, checks } = useWords();
  const { form: text } = useVisitWords();
  const required = [{ required: true, whitespace: true, message: common.required }];
  return (
    <fieldset className="part">
      <legend>{common.optional(text.joined)}</legend>
      <p className="hint tight">{text.joinedHint}</p>
      <Form.List name="joined">
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name }) => (
              <div key={key} className="contact">
                <Form.Item name={[name, 'body']} label={text.body} rules={required}>
                  <Input autoComplete="off" maxLength={500} />
                </Form.Item>
                <Form.Item name={[name, 'as']} label={text.as} rules={required}>
                  <Select options={ways.map((value) => ({ value, label: text.joining[value] }))} />
                </Form.Item>
                <Form.Item name={[name, 'part']} label={common.optional(text.part)} className="whole-row">
                  <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={4000} />
                </Form.Item>
                <Form.Item
                  name={[name, 'officers']}
                  label={common.optional(text.bodyOfficers)}
                  extra={text.bodyOfficersHint}
                  className="whole-row"
                >
                  <Input.TextArea autoSize={{ minRows: 1, maxRows: 6 }} />
                </Form.Item>
                <Button
                  onClick={() => remove(name)}
                  aria-label={checks.form.remove(`${text.body} ${name + 1}`)}
                >
                  {common.remove}
                </Button>
              </div>
            ))}
            <Button type="dashed" onClick={() => add({ as: 'joint' })}>
              {text.addBody}
            </Button>
          </>
        )}
      </Form.List>
    </fieldset>
  );
}
