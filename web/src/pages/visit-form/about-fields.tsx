import { Form, Input, Select } from 'antd';
import type { ReactElement } from 'react';
import { keysOf } from '../../../../shared/vocabulary/table.ts';
import { causeWords, modeWords } from '../../../../shared/vocabulary/value-words.ts';
import type { Rule, Subject } from '../../api/contract.ts';
import { usePages } from '../../api/use-api.ts';
import { quotaOptions, regimeOptions } from '../../features/checks/regimes.ts';
import { TargetSelect } from '../../features/checks/target-select.tsx';
import { instantText } from '../../i18n/format.ts';
import { useVisitWords } from '../../i18n/visit-words.ts';
import { useSpeech } from '../../i18n/words.ts';
import type { VisitFields } from './fields.ts';

interface AboutProps {
  readonly rules: ReadonlyMap<string, Rule>;
  readonly subjects: ReadonlyMap<string, Subject>;
  readonly today: string;
}

const modes = keysOf(modeWords);
const causes = keysOf(causeWords);

/** What is checked, when, how and where, and what is to be kept ready. */
export function AboutFields({ rules, subjects, today }: AboutProps): ReactElement {
  const { words } = useSpeech();
  const { common, checks } = words;
  const { form: text } = useVisitWords();
  const form = Form.useFormInstance<VisitFields>();
  const regime = Form.useWatch('regime', { form, preserve: true });
  const on = Form.useWatch('on', { form, preserve: true });
  const required = [{ required: true, message: common.required }];
  return (
    <fieldset className="part">
      <legend>{text.about}</legend>
      <div className="field-grid">
        <Form.Item name="regime" label={checks.form.regime} rules={required}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={regimeOptions(rules)}
            // Quotas that belong to another regime are cleared.
            onChange={() => form.setFieldsValue({ ruleIds: [] })}
          />
        </Form.Item>
        <Form.Item name="ruleIds" label={common.optional(text.quotas)}>
          <Select
            mode="multiple"
            placeholder={text.quotasHint}
            options={quotaOptions(rules, regime)}
            popupMatchSelectWidth={false}
          />
        </Form.Item>
        <Form.Item name="on" label={text.on} rules={required}>
          <Input type="date" min={today} />
        </Form.Item>
        <Form.Item name="until" label={common.optional(text.until)} extra={text.untilHint}>
          <Input type="date" min={on ?? today} />
        </Form.Item>
        <Form.Item name="mode" label={checks.form.mode} rules={required}>
          <Select options={modes.map((value) => ({ value, label: checks.modes[value] }))} />
        </Form.Item>
        <Form.Item name="cause" label={checks.form.cause} rules={required}>
          <Select options={causes.map((value) => ({ value, label: checks.causes[value] }))} />
        </Form.Item>
      </div>
      <Form.Item name="targets" label={checks.form.targets} extra={checks.form.targetsHint} rules={required}>
        <TargetSelect subjects={subjects} />
      </Form.Item>
      <div className="field-grid">
        <Form.Item name="place" label={common.optional(text.place)}>
          <Input autoComplete="off" maxLength={500} />
        </Form.Item>
        <DrawField rules={rules} />
      </div>
      <Form.Item name="items" label={common.optional(text.items)} extra={text.itemsHint}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 12 }} />
      </Form.Item>
      <Form.Item name="materials" label={common.optional(text.materials)} extra={text.materialsHint}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 12 }} />
      </Form.Item>
    </fieldset>
  );
}

/** The draw that chose the targets, if there was one. */
function DrawField({ rules }: Pick<AboutProps, 'rules'>): ReactElement {
  const { words, language } = useSpeech();
  const { form: text } = useVisitWords();
  const draws = usePages('GET /v1/jurisdictions/{j}/draws', { query: { status: 'drawn' } });
  return (
    <Form.Item name="drawId" label={words.common.optional(text.draw)}>
      <Select
        allowClear
        popupMatchSelectWidth={false}
        options={draws.items.map(({ id, ruleId, committedAt }) => ({
          value: id,
          label: `${rules.get(ruleId)?.title ?? ruleId}（${instantText(committedAt, language)}）`,
        }))}
      />
    </Form.Item>
  );
}
