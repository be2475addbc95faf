import { Button, Form, Input, Radio } from 'antd';
import type { ReactElement } from 'react';
import type { Rule, Subject } from '../../api/contract.ts';
import { useWords } from '../../i18n/words.ts';
import { checklistOf, type CheckFields, type CheckItem } from '../../features/checks/fields.ts';
import { useField } from './use-fields.ts';

interface ChecklistProps {
  readonly rules: ReadonlyMap<string, Rule>;
  readonly subjects: ReadonlyMap<string, Subject>;
}

/** The rulebook’s checklist, item by item, for each subject that was checked. */
export function ChecklistFields({ rules, subjects }: ChecklistProps): ReactElement {
  const text = useWords().checks.form;
  const regime = useField('regime') ?? '';
  const mode = useField('mode') ?? 'on-site';
  const targets = useField('targets') ?? [];
  const items = checklistOf(rules.values(), regime, mode);
  const hint =
    items.length === 0 ? text.noChecklist : targets.length === 0 ? text.noTargets : text.checklistHint;
  return (
    <fieldset className="part">
      <legend>{text.checklist}</legend>
      <p className="hint tight">{hint}</p>
      {items.length === 0
        ? null
        : targets.map((id) => (
            <OfSubject
              key={id}
              id={id}
              subject={subjects.get(id)}
              name={subjects.get(id)?.name ?? id}
              items={items}
            />
          ))}
    </fieldset>
  );
}

interface OfSubjectProps {
  readonly id: string;
  readonly name: string;
  readonly subject: Subject | undefined;
  readonly items: readonly CheckItem[];
}

function OfSubject({ id, name, subject, items }: OfSubjectProps): ReactElement {
  const text = useWords().checks.form;
  const form = Form.useFormInstance<CheckFields>();
  const allOk = (): void => {
    for (const item of items) {
      const present: unknown = form.getFieldValue(['checks', id, item.id, 'result']);
      if (present === undefined) form.setFieldValue(['checks', id, item.id, 'result'], 'ok');
    }
  };
  return (
    <section className="between" aria-label={name}>
      <div className="between-ends">
        <h3>{name}</h3>
        <Button size="middle" onClick={allOk}>
          {text.allOk}
        </Button>
      </div>
      {items.map((item) => (
        <Item key={item.id} id={id} name={name} item={item} known={approvedUseFor(item, subject)} />
      ))}
    </section>
  );
}

/** For the item about the approved use: what was approved, as far as the register knows it. */
function approvedUseFor({ id }: CheckItem, subject: Subject | undefined): string | undefined {
  if (id !== 'approved-use' || subject === undefined) return undefined;
  const { approvedUse } = subject.facts;
  return typeof approvedUse === 'string' ? approvedUse : '';
}

function Item({
  id,
  name,
  item,
  known,
}: {
  readonly id: string;
  readonly name: string;
  readonly item: CheckItem;
  /** What the register says about it; empty where it says nothing. */
  readonly known: string | undefined;
}): ReactElement {
  const words = useWords();
  const text = words.checks.form;
  const checks = useField('checks');
  const { result, note = '' } = checks?.[id]?.[item.id] ?? {};
  return (
    <div className="check-row">
      <div>
        {item.text}
        {known === undefined ? null : (
          <p className="hint tight">
            {words.common.labelled(words.facts.fields.approvedUse)}
            {known === '' ? text.useUnknown : known}
          </p>
        )}
      </div>
      <Form.Item name={['checks', id, item.id, 'result']}>
        <Radio.Group
          optionType="button"
          aria-label={`${name} ${item.text}`}
          options={[
            { value: 'ok', label: text.ok },
            { value: 'bad', label: text.bad },
            { value: 'na', label: text.na },
          ]}
        />
      </Form.Item>
      <Form.Item
        name={['checks', id, item.id, 'note']}
        className="check-note"
        hidden={result !== 'bad' && note === ''}
      >
        <Input maxLength={3000} placeholder={text.note} aria-label={`${text.note} ${name} ${item.text}`} />
      </Form.Item>
    </div>
  );
}
