import { Button, Form, Input, Radio } from 'antd';
import type { ReactElement } from 'react';
import type { Subject } from '../../api/contract.ts';
import { useSiteWords } from '../../i18n/site-words.ts';
import { useWords } from '../../i18n/words.ts';
import { useField } from './use-fields.ts';

/** What a record on the spot tells besides: certificates, rights, and for each place who was there and the end. */
export function SiteFields({
  subjects,
}: {
  readonly subjects: ReadonlyMap<string, Subject>;
}): ReactElement | null {
  const { common } = useWords();
  const text = useSiteWords();
  const mode = useField('mode') ?? 'on-site';
  const targets = useField('targets') ?? [];
  const at = useField('at');
  if (mode === 'written' || mode === 'file') return null;
  const choice = (name: string, label: string, { yes, no }: typeof text.shownValues): ReactElement => (
    <Form.Item name={name} label={common.optional(label)}>
      <Radio.Group
        optionType="button"
        aria-label={label}
        options={[
          { value: true, label: yes },
          { value: false, label: no },
        ]}
      />
    </Form.Item>
  );
  return (
    <fieldset className="part">
      <legend>{text.title}</legend>
      <p className="hint tight">{text.hint}</p>
      <div className="field-grid">
        {choice('certificatesShown', text.shown, text.shownValues)}
        {choice('rightsTold', text.told, text.toldValues)}
      </div>
      {targets.map((id) => {
        const name = subjects.get(id)?.name ?? id;
        return (
          <section key={id} className="field-grid" aria-label={`${text.title} ${name}`}>
            <Form.Item name={['sites', id, 'place']} label={common.optional(`${name}：${text.place}`)}>
              <Input autoComplete="off" maxLength={500} />
            </Form.Item>
            <Form.Item name={['sites', id, 'until']} label={common.optional(text.until)}>
              <Input type="datetime-local" min={at} />
            </Form.Item>
            <Form.Item name={['sites', id, 'host']} label={common.optional(text.host)} extra={text.hostHint}>
              <Input autoComplete="off" maxLength={500} />
            </Form.Item>
          </section>
        );
      })}
    </fieldset>
  );
}

/** The bodies that joined in the check, each under its own power. */
export function JoinedFields(): ReactElement | null {
  const { common, checks } = useWords();
  const text = useSiteWords();
  const isJoint = useField('mode') === 'joint';
  const joined = useField('joined') ?? [];
  if (!isJoint && joined.length === 0) return null;
  return (
    <fieldset className="part">
      <legend>{text.joined}</legend>
      <p className="hint tight">{text.joinedHint}</p>
      <Form.List name="joined">
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name }) => (
              <div key={key} className="contact">
                <Form.Item
                  name={[name, 'body']}
                  label={text.body}
                  rules={[{ required: true, whitespace: true, message: common.required }]}
                >
                  <Input autoComplete="off" maxLength={500} />
                </Form.Item>
                <Form.Item name={[name, 'part']} label={common.optional(text.part)}>
                  <Input autoComplete="off" maxLength={4000} />
                </Form.Item>
                <Form.Item
                  name={[name, 'officers']}
                  label={common.optional(text.officers)}
                  extra={text.officersHint}
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
            <Button type="dashed" onClick={() => add({})}>
              {text.add}
            </Button>
          </>
        )}
      </Form.List>
    </fieldset>
  );
}
