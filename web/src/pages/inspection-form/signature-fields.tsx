import { Form, Input, Radio } from 'antd';
import type { ReactElement } from 'react';
import type { Rule, Subject } from '../../api/contract.ts';
import { useWords } from '../../i18n/words.ts';
import { procedureOf } from '../../features/checks/fields.ts';
import { useField } from './use-fields.ts';

interface SignaturesProps {
  readonly rules: ReadonlyMap<string, Rule>;
  readonly subjects: ReadonlyMap<string, Subject>;
}

/** Who signed for each subject that was checked, or that it was refused, and why. */
export function SignatureFields({ rules, subjects }: SignaturesProps): ReactElement {
  const text = useWords().checks.form;
  const regime = useField('regime') ?? '';
  const mode = useField('mode') ?? 'on-site';
  const targets = useField('targets') ?? [];
  const procedure = procedureOf(rules.values(), regime, mode)?.procedure;
  const asked = procedure?.signatures === 'unit-head' && mode !== 'written' && mode !== 'file';
  return (
    <fieldset className="part">
      <legend>{text.signatures}</legend>
      <p className="hint tight">
        {asked ? text.signatureNeeded(procedure.forms?.[0] ?? '检查记录') : text.signatureFree}
      </p>
      {targets.length === 0 ? <p>{text.noTargets}</p> : null}
      {targets.map((id) => (
        <Signature key={id} id={id} name={subjects.get(id)?.name ?? id} />
      ))}
    </fieldset>
  );
}

function Signature({ id, name }: { readonly id: string; readonly name: string }): ReactElement {
  const words = useWords();
  const text = words.checks.form;
  const how = useField('signed')?.[id]?.how;
  const required = [{ required: true, whitespace: true, message: words.common.required }];
  return (
    <section className="field-grid" aria-label={`${text.signatures} ${name}`}>
      <Form.Item name={['signed', id, 'how']} label={name}>
        <Radio.Group
          optionType="button"
          aria-label={`${text.how} ${name}`}
          options={[
            { value: 'signed', label: text.signed },
            { value: 'refused', label: text.refused },
          ]}
        />
      </Form.Item>
      {how === 'signed' ? (
        <Form.Item name={['signed', id, 'by']} label={text.by} rules={required}>
          <Input autoComplete="off" maxLength={500} />
        </Form.Item>
      ) : null}
      {how === 'refused' ? (
        <Form.Item name={['signed', id, 'note']} label={text.refusal} rules={required}>
          <Input.TextArea rows={2} maxLength={4000} />
        </Form.Item>
      ) : null}
    </section>
  );
}
