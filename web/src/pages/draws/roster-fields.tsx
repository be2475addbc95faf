import { Button, Form, Input, Radio, Select } from 'antd';
import type { ReactElement } from 'react';
import { useRules, useSubjects } from '../../api/use-names.ts';
import { candidatesOf, type DrawFields } from './form.ts';
import { useWords } from '../../i18n/words.ts';
import { useDrawRules } from './use-draw-rules.ts';

/** The units that can be named for a rule, for inputs that choose units. */
export function useCandidates() {
  const rules = useRules();
  const subjects = useSubjects();
  const ruleId = Form.useWatch(({ ruleId: chosen }: Partial<DrawFields>) => chosen, Form.useFormInstance());
  const rule = rules.get(ruleId ?? '');
  const candidates = candidatesOf(rule, subjects.values());
  return {
    rule,
    count: candidates.length,
    options: candidates.map(({ id, name }) => ({ value: id, label: name })),
  };
}

/** The rule, and how many. */
export function Whom(): ReactElement {
  const words = useWords();
  const { form: text } = words.draws;
  const rules = useDrawRules();
  const { rule, count } = useCandidates();
  const required = [{ required: true, message: words.common.required }];
  const by = Form.useWatch(({ by: chosen }: Partial<DrawFields>) => chosen, Form.useFormInstance());
  return (
    <>
      <Form.Item
        name="ruleId"
        label={words.draws.rule}
        rules={required}
        extra={rule?.quota?.population.flow === false ? text.population(count) : undefined}
      >
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={rules.map(({ id, title }) => ({ value: id, label: title }))}
        />
      </Form.Item>
      <div className="field-grid">
        <Form.Item name="by" label={text.by}>
          <Radio.Group
            options={[
              { value: 'size', label: text.bySize },
              { value: 'ratio', label: text.byRatio },
            ]}
          />
        </Form.Item>
        {by === 'ratio' ? (
          <Form.Item key="ratio" name="ratio" label={text.ratio} rules={required}>
            <Input type="number" min={0.1} max={100} step="any" inputMode="decimal" />
          </Form.Item>
        ) : (
          <Form.Item key="size" name="size" label={text.size} rules={required}>
            <Input type="number" min={1} step={1} inputMode="numeric" />
          </Form.Item>
        )}
      </div>
    </>
  );
}

/** The units left out, each with a reason that everybody can read. */
export function Exclusions(): ReactElement {
  const words = useWords();
  const { form: text } = words.draws;
  const { options } = useCandidates();
  const required = [{ required: true, message: words.common.required }];
  return (
    <fieldset className="plain-set">
      <legend>{text.exclude}</legend>
      <p className="hint tight">{text.excludeHint}</p>
      <Form.List name="exclude">
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name }) => (
              <div key={key} className="contact">
                <Form.Item name={[name, 'subjectId']} label={text.excluded} rules={required}>
                  <Select showSearch={{ optionFilterProp: 'label' }} options={options} />
                </Form.Item>
                <Form.Item name={[name, 'reason']} label={text.excludeReason} rules={required}>
                  <Input maxLength={300} />
                </Form.Item>
                <Button onClick={() => remove(name)} aria-label={`${words.common.remove} ${name + 1}`}>
                  {words.common.remove}
                </Button>
              </div>
            ))}
            <Button type="dashed" onClick={() => add({})}>
              {text.addExclusion}
            </Button>
          </>
        )}
      </Form.List>
    </fieldset>
  );
}
