import { Button, Form, Input, Select } from 'antd';
import { keysOf } from '../../../../shared/vocabulary/table.ts';
import { severityWords } from '../../../../shared/vocabulary/value-words.ts';
import type { ReactElement } from 'react';
import type { Subject } from '../../api/contract.ts';
import { useWords } from '../../i18n/words.ts';
import { useField } from './use-fields.ts';

const severities = keysOf(severityWords);

/** What was found, how it was handled, and until when it must be put right. */
export function FindingFields({
  subjects,
}: {
  readonly subjects: ReadonlyMap<string, Subject>;
}): ReactElement {
  const words = useWords();
  const text = words.checks.form;
  const targets = useField('targets') ?? [];
  const at = useField('at');
  const required = [{ required: true, whitespace: true, message: words.common.required }];
  return (
    <fieldset className="part">
      <legend>{text.findings}</legend>
      <Form.List name="findings">
        {(rows, { add, remove }) => (
          <>
            {rows.length === 0 ? <p className="hint tight">{text.noFindings}</p> : null}
            {rows.map(({ key, name }) => (
              <div key={key} className="contact">
                <Form.Item name={[name, 'subjectId']} label={text.subject} rules={required}>
                  <Select
                    options={targets.map((id) => ({ value: id, label: subjects.get(id)?.name ?? id }))}
                  />
                </Form.Item>
                <Form.Item name={[name, 'severity']} label={text.severity} rules={required}>
                  <Select
                    options={severities.map((value) => ({ value, label: words.checks.severities[value] }))}
                  />
                </Form.Item>
                <Form.Item
                  name={[name, 'rectifyBy']}
                  label={words.common.optional(text.rectifyBy)}
                  extra={text.rectifyHint}
                >
                  <Input type="date" min={at?.slice(0, 10)} />
                </Form.Item>
                <Form.Item name={[name, 'text']} label={text.finding} rules={required} className="whole-row">
                  <Input.TextArea rows={2} maxLength={4000} />
                </Form.Item>
                <Form.Item
                  name={[name, 'handling']}
                  label={text.handling}
                  rules={required}
                  className="whole-row"
                >
                  <Input.TextArea rows={2} maxLength={4000} />
                </Form.Item>
                <Button onClick={() => remove(name)} aria-label={text.remove(`${text.finding} ${name + 1}`)}>
                  {words.common.remove}
                </Button>
              </div>
            ))}
            <Button
              type="dashed"
              onClick={() =>
                add({ severity: 'minor', ...(targets.length === 1 ? { subjectId: targets[0] } : {}) })
              }
            >
              {text.addFinding}
            </Button>
          </>
        )}
      </Form.List>
    </fieldset>
  );
}
