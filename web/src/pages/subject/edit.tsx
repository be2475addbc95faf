import { App, Button, Form, Input, Select, Space } from 'antd';
import type { ReactElement } from 'react';
import type { Subject } from '../../api/contract.ts';
import { useAct } from '../../api/use-api.ts';
import { useSubjects } from '../../api/use-names.ts';
import { useToday } from '../../api/use-today.ts';
import type { Part } from '../../components/compare.ts';
import { subjectParts } from '../../features/facts/changed-parts.ts';
import { ActButton } from '../../components/act-form.tsx';
import { Changed, leadsToChange } from '../../components/changed.tsx';
import { ContactInputs } from '../../features/facts/contact-inputs.tsx';
import { FactInputs } from '../../features/facts/inputs.tsx';
import { Guard } from '../../components/guard.tsx';
import { ProblemAlert } from '../../components/problem.tsx';
import { useEditing } from '../../components/use-editing.ts';
import { KeptNote } from '../../components/use-kept.tsx';
import { useSpeech, useWords } from '../../i18n/words.ts';
import { PartyInputs } from '../../features/facts/party-inputs.tsx';
import { useUnits } from '../../features/facts/use-units.ts';
import {
  changedFacts,
  contactsOf,
  fieldsOf,
  partiesOf,
  sameParties,
  type SubjectFields,
} from '../../features/facts/form.ts';

/** What a person can read of a subject. */
function useSubjectParts(): (subject: Subject) => readonly Part[] {
  const speech = useSpeech();
  const subjects = useSubjects();
  return (subject) => subjectParts(speech, (id) => subjects.get(id)?.name ?? id, subject);
}

/**
 * Changes a subject: only the changes are sent. From the first keystroke it keeps the content of that moment;
 * what somebody else changes meanwhile is shown, and what was typed stays.
 */
export function Edit({ subject }: { readonly subject: Subject }): ReactElement {
  const words = useWords();
  const { message } = App.useApp();
  const parts = useSubjectParts();
  const change = useAct('PATCH /v1/jurisdictions/{j}/subjects/{id}');
  const { form, seen, dirty, gate, ...editing } = useEditing('facts', subject, fieldsOf, change);
  const submit = (fields: SubjectFields): void => {
    if (leadsToChange(gate)) return;
    const facts = changedFacts(seen, fields);
    change.mutate(
      {
        params: { id: seen.id },
        ifMatch: seen.version,
        body: {
          ...(fields.name === seen.name ? {} : { name: fields.name }),
          ...(fields.parentId === seen.parentId ? {} : { parentId: fields.parentId ?? null }),
          ...(fields.traits === undefined ? {} : { traits: [...fields.traits] }),
          ...(fields.nature === seen.nature || seen.kind !== 'unit' ? {} : { nature: fields.nature ?? null }),
          ...(sameParties(seen, fields) ? {} : { parties: partiesOf(seen.kind, fields.parties) }),
          ...(Object.keys(facts).length === 0 ? {} : { facts }),
          contacts: contactsOf(fields),
        },
      },
      {
        onSuccess: () => {
          editing.stored();
          void message.success(words.common.saved);
        },
      },
    );
  };
  return (
    <Form<SubjectFields>
      form={form}
      layout="vertical"
      initialValues={editing.initial}
      onFinish={submit}
      onValuesChange={editing.typing}
      scrollToFirstError
    >
      <Guard dirty={dirty && !change.isPending} />
      <KeptNote shown={editing.isKept} />
      <p className="hint">
        {words.subjects.factsHint}
        {words.subjects.clearHint}
      </p>
      <Names subject={subject} />
      <FactInputs kind={subject.kind} />
      <PartyInputs kind={subject.kind} />
      <ContactInputs />
      <Changed {...gate} parts={parts} accept={editing.goOn} />
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
  const units = useUnits(subject.parentId).filter(({ value }) => value !== subject.id);
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
          <Select allowClear showSearch={{ optionFilterProp: 'label' }} options={units} />
        </Form.Item>
      )}
    </div>
  );
}

function Retire({ subject }: { readonly subject: Subject }): ReactElement {
  const words = useWords();
  const today = useToday();
  const act = useAct('DELETE /v1/jurisdictions/{j}/subjects/{id}');
  const parts = useSubjectParts();
  const successors = [...useSubjects().values()].filter(
    ({ kind, id, retiredOn }) => kind === subject.kind && id !== subject.id && retiredOn === undefined,
  );
  return (
    <ActButton
      danger
      act={act}
      about={subject}
      parts={parts}
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
        {
          name: 'successorId',
          label: words.subjects.successor,
          hint: words.subjects.successorHint,
          type: 'choice',
          options: successors.map(({ id, name }) => ({ value: id, label: name })),
        },
      ]}
      sent={({ on, successorId }, { id, version }) => ({
        params: { id },
        ifMatch: version,
        body: { on, ...(successorId === undefined ? {} : { successorId }) },
      })}
    />
  );
}
