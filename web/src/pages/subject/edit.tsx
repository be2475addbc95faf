import { App, Button, Form, Input, Select, Space } from 'antd';
import { useState, type ReactElement } from 'react';
import type { Subject } from '../../api/contract.ts';
import { useAct } from '../../api/use-api.ts';
import { useSubjects } from '../../api/use-names.ts';
import { useToday } from '../../api/use-today.ts';
import { ActButton } from '../../components/act-form.tsx';
import { ContactInputs } from '../../components/contact-inputs.tsx';
import { FactInputs } from '../../components/fact-inputs.tsx';
import { Guard } from '../../components/guard.tsx';
import { ProblemAlert } from '../../components/problem.tsx';
import { KeptNote, useKeep, useKept, valuesOf } from '../../components/use-kept.tsx';
import { useWords } from '../../i18n/words.ts';
import { changedFacts, contactsOf, fieldsOf, type SubjectFields } from '../../subject-form.ts';

interface Typed {
  readonly version: number;
  readonly fields: SubjectFields;
}

/** Changes a subject: only what was changed is sent, and not over what another changed meanwhile. */
export function Edit({ subject }: { readonly subject: Subject }): ReactElement {
  const words = useWords();
  const { message } = App.useApp();
  const [form] = Form.useForm<SubjectFields>();
  // With the version that it was typed over: what another changed meanwhile is not overwritten.
  const kept = useKept<Typed>('facts');
  const [dirty, setDirty] = useState(kept !== undefined);
  const version = kept?.version ?? subject.version;
  useKeep('facts', (): Typed | undefined => (dirty ? { version, fields: valuesOf(form) } : undefined));
  const change = useAct('PATCH /v1/jurisdictions/{j}/subjects/{id}');
  const submit = (fields: SubjectFields): void => {
    const facts = changedFacts(subject, fields);
    change.mutate(
      {
        params: { id: subject.id },
        ifMatch: version,
        body: {
          ...(fields.name === subject.name ? {} : { name: fields.name }),
          ...(fields.parentId === subject.parentId ? {} : { parentId: fields.parentId ?? null }),
          ...(fields.traits === undefined ? {} : { traits: [...fields.traits] }),
          ...(Object.keys(facts).length === 0 ? {} : { facts }),
          contacts: contactsOf(fields),
        },
      },
      {
        onSuccess: () => {
          setDirty(false);
          void message.success(words.common.saved);
        },
      },
    );
  };
  return (
    <Form<SubjectFields>
      form={form}
      layout="vertical"
      initialValues={kept?.fields ?? fieldsOf(subject)}
      onFinish={submit}
      onValuesChange={() => setDirty(true)}
      scrollToFirstError
    >
      <Guard dirty={dirty && !change.isPending} />
      <KeptNote shown={kept !== undefined} />
      <p className="hint">
        {words.subjects.factsHint}
        {words.subjects.clearHint}
      </p>
      <Names subject={subject} />
      <FactInputs kind={subject.kind} />
      <ContactInputs />
      <ProblemAlert error={change.error} />
      <Space className="no-print between">
        <Button type="primary" htmlType="submit" loading={change.isPending} disabled={!dirty}>
          {words.common.save}
        </Button>
        {subject.kind === 'bureau' ? null : <Retire subject={subject} />}
      </Space>
    </Form>
  );
}

function Names({ subject }: { readonly subject: Subject }): ReactElement {
  const words = useWords();
  const units = [...useSubjects().values()].filter(({ kind, id }) => kind === 'unit' && id !== subject.id);
  return (
    <div className="field-grid">
      <Form.Item
        name="name"
        label={words.facts.fields.name}
        rules={[{ required: true, message: words.common.required }]}
      >
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      {subject.kind === 'bureau' ? null : (
        <Form.Item name="parentId" label={words.facts.fields.parentId}>
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            options={units.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
      )}
    </div>
  );
}

function Retire({ subject }: { readonly subject: Subject }): ReactElement {
  const words = useWords();
  const today = useToday();
  const act = useAct('DELETE /v1/jurisdictions/{j}/subjects/{id}');
  return (
    <ActButton
      danger
      act={act}
      label={words.subjects.retire}
      hint={words.subjects.retireHint}
      fields={[
        {
          name: 'on',
          label: words.subjects.retireOn,
          type: 'day',
          required: true,
          initial: today,
          max: today,
        },
      ]}
      sent={({ on }) => ({ params: { id: subject.id }, ifMatch: subject.version, body: { on } })}
    />
  );
}
