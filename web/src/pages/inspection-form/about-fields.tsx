import { Form, Input, Select } from 'antd';
import { keysOf } from '../../../../shared/vocabulary/table.ts';
import { causeWords, modeWords } from '../../../../shared/vocabulary/value-words.ts';
import type { ReactElement } from 'react';
import type { Rule, Subject } from '../../api/contract.ts';
import { useWords } from '../../i18n/words.ts';
import type { CheckFields } from '../../features/checks/fields.ts';
import { quotaOptions, regimeOptions } from '../../features/checks/regimes.ts';
import { TargetSelect } from '../../features/checks/target-select.tsx';
import { useField } from './use-fields.ts';

interface AboutProps {
  readonly rules: ReadonlyMap<string, Rule>;
  readonly subjects: ReadonlyMap<string, Subject>;
  readonly now: string;
}

const modes = keysOf(modeWords);
const causes = keysOf(causeWords);

/** The regime, time, mode, reason and subjects of the check. */
export function AboutFields({ rules, subjects, now }: AboutProps): ReactElement {
  const words = useWords();
  const text = words.checks.form;
  const form = Form.useFormInstance<CheckFields>();
  const regime = useField('regime');
  const cause = useField('cause');
  const required = [{ required: true, message: words.common.required }];
  const options = quotaOptions(rules, regime);
  return (
    <fieldset className="part">
      <legend>{text.about}</legend>
      <div className="field-grid">
        <Form.Item name="regime" label={text.regime} rules={required}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={regimeOptions(rules)}
            onChange={() => {
              // Fields that belong to another regime are cleared.
              form.resetFields(['ruleId', 'countsTowards']);
              form.setFieldsValue({ ruleId: undefined, countsTowards: [] });
            }}
          />
        </Form.Item>
        <Form.Item name="ruleId" label={words.common.optional(text.rule)}>
          <Select
            allowClear
            placeholder={text.rulePeriodic}
            options={options}
            popupMatchSelectWidth={false}
          />
        </Form.Item>
        <Form.Item name="at" label={text.at} rules={required}>
          <Input type="datetime-local" max={now.slice(0, 16)} />
        </Form.Item>
        <Form.Item name="mode" label={text.mode} rules={required}>
          <Select options={modes.map((value) => ({ value, label: words.checks.modes[value] }))} />
        </Form.Item>
        <Form.Item name="cause" label={text.cause} rules={required}>
          <Select options={causes.map((value) => ({ value, label: words.checks.causes[value] }))} />
        </Form.Item>
        {cause === 'complaint' || cause === 'transfer' ? (
          <Form.Item
            name="countsTowards"
            label={words.common.optional(text.alsoCounts)}
            extra={text.alsoCountsHint}
          >
            <Select mode="multiple" options={options} popupMatchSelectWidth={false} />
          </Form.Item>
        ) : null}
      </div>
      <Form.Item name="targets" label={text.targets} extra={text.targetsHint} rules={required}>
        <TargetSelect subjects={subjects} />
      </Form.Item>
    </fieldset>
  );
}
