import { App, Button, Drawer, Form, Input, Select } from 'antd';
import type { ReactElement } from 'react';
import { useNavigate } from 'react-router';
import { useAct } from '../../api/use-api.ts';
import { ContactInputs } from '../../features/facts/contact-inputs.tsx';
import { FactInputs } from '../../features/facts/inputs.tsx';
import { ProblemAlert } from '../../components/problem.tsx';
import { KeptNote, useKeep, useKept, valuesOf } from '../../components/use-kept.tsx';
import { enteredKinds } from '../../features/facts/fields.ts';
import { useWords } from '../../i18n/words.ts';
import { PartyInputs } from '../../features/facts/party-inputs.tsx';
import { useUnits } from '../../features/facts/use-units.ts';
import { relationsOf } from '../../../../shared/vocabulary/parties.ts';
import { contactsOf, factsOf, partiesOf, type SubjectFields } from '../../features/facts/form.ts';

/** Enters a subject. Its duties are planned at once, and its page opens. */
export default function EnterSubject({ close }: { readonly close: () => void }): ReactElement {
  const words = useWords();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const [form] = Form.useForm<SubjectFields>();
  const kept = useKept<SubjectFields>('enter');
  useKeep('enter', () => (kept !== undefined || form.isFieldsTouched() ? valuesOf(form) : undefined));
  const enter = useAct('POST /v1/jurisdictions/{j}/subjects', { ends: true });
  const submit = (fields: SubjectFields): void => {
    const { kind, name, code, parentId, traits } = fields;
    const body = {
      kind,
      name,
      ...(kind === 'unit' ? { nature: fields.nature } : {}),
      ...(relationsOf[kind].length === 0 ? {} : { parties: partiesOf(kind, fields.parties) }),
      traits: [...(traits ?? [])],
      facts: factsOf(fields),
      contacts: contactsOf(fields),
      code: code === undefined || code.trim() === '' ? undefined : code,
      parentId,
    };
    enter.mutate(
      { body },
      {
        onSuccess: ({ id }) => {
          void message.success(words.subjects.entered);
          void navigate(`/subjects/${id}`);
        },
      },
    );
  };
  return (
    <Drawer
      open
      onClose={close}
      title={words.subjects.enterTitle}
      size="min(720px, 100vw)"
      mask={{ closable: false }}
    >
      <Form<SubjectFields>
        form={form}
        layout="vertical"
        initialValues={kept ?? { kind: 'unit', contacts: [{}] }}
        onFinish={submit}
        scrollToFirstError
      >
        <KeptNote shown={kept !== undefined} />
        <EnterFields />
        <ContactInputs />
        <ProblemAlert error={enter.error} />
        <p>
          <Button type="primary" htmlType="submit" loading={enter.isPending}>
            {words.subjects.enter}
          </Button>
        </p>
      </Form>
    </Drawer>
  );
}

function EnterFields(): ReactElement {
  const words = useWords();
  const { fields } = words.facts;
  const parents = useUnits();
  const required = [{ required: true, message: words.common.required }];
  return (
    <>
      <div className="field-grid">
        <Form.Item name="kind" label={fields.kind} rules={required}>
          <Select options={enteredKinds.map((value) => ({ value, label: words.terms.kinds[value] }))} />
        </Form.Item>
        <Form.Item name="name" label={fields.name} rules={required}>
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
        <Form.Item name="code" label={fields.code} extra={words.subjects.codeHint}>
          <Input maxLength={100} autoComplete="off" />
        </Form.Item>
        <Form.Item name="parentId" label={fields.parentId}>
          <Select allowClear showSearch={{ optionFilterProp: 'label' }} options={[...parents]} />
        </Form.Item>
      </div>
      <Form.Item noStyle dependencies={['kind']}>
        {({ getFieldValue }) => {
          const chosen: unknown = getFieldValue('kind');
          const kind = enteredKinds.find((known) => known === chosen) ?? 'unit';
          return (
            <>
              <FactInputs key={kind} kind={kind} />
              <PartyInputs key={`parties ${kind}`} kind={kind} />
            </>
          );
        }}
      </Form.Item>
    </>
  );
}
