import { App, Button, Form, Input, Modal, Select } from 'antd';
import { useMemo, useState, type ReactElement } from 'react';
import { useNavigate } from 'react-router';
import type { EscalationStep } from '../../../../shared/rules/schema.ts';
import type { Body } from '../../api/contract.ts';
import { useAct } from '../../api/use-api.ts';
import { useRules, useSubjects } from '../../api/use-names.ts';
import { ProblemAlert } from '../../components/problem.tsx';
import { KeptNote, useKeep, useKept, valuesOf } from '../../components/use-kept.tsx';
import { useWords } from '../../i18n/words.ts';

type Fields = Body<'POST /v1/jurisdictions/{j}/escalations'>;

/** A draft by hand, for cases that no missed deadline starts. The choices are what the rules provide for. */
export function Create(): ReactElement {
  const words = useWords();
  const go = useNavigate();
  const { message } = App.useApp();
  const [form] = Form.useForm<Fields>();
  const [start, setStart] = useState(useKept<Fields>('create'));
  const [opened, setOpened] = useState(start !== undefined);
  useKeep('create', () =>
    opened && (start !== undefined || form.isFieldsTouched()) ? valuesOf(form) : undefined,
  );
  const act = useAct('POST /v1/jurisdictions/{j}/escalations');
  const close = (): void => {
    setOpened(false);
    setStart(undefined);
    act.reset();
  };
  const submit = (body: Fields): void => {
    // Pressed again while it closes.
    if (!opened) return;
    act.mutate(
      { body },
      {
        onSuccess: ({ id }) => {
          close();
          void message.success(words.escalations.createDone);
          void go(`/escalations/${id}`);
        },
      },
    );
  };
  const required = [{ required: true, message: words.common.required }];
  return (
    <>
      <Button onClick={() => setOpened(true)}>{words.escalations.create}</Button>
      <Modal
        open={opened}
        title={words.escalations.create}
        okText={words.escalations.create}
        onOk={() => form.submit()}
        onCancel={close}
        confirmLoading={act.isPending}
        destroyOnHidden
      >
        <KeptNote shown={start !== undefined} />
        <p>{words.escalations.createHint}</p>
        <Form<Fields>
          form={form}
          layout="vertical"
          requiredMark={false}
          preserve={false}
          {...(start === undefined ? {} : { initialValues: start })}
          onFinish={submit}
        >
          <Form.Item name="subjectId" label={words.escalations.createSubject} rules={required}>
            <SubjectSelect />
          </Form.Item>
          <Form.Item name="step" label={words.escalations.createStep} rules={required}>
            <StepSelect />
          </Form.Item>
          <Form.Item name="text" label={words.escalations.createText} rules={required}>
            <Input.TextArea rows={8} maxLength={20_000} />
          </Form.Item>
        </Form>
        <ProblemAlert error={act.error} />
      </Modal>
    </>
  );
}

interface Chosen<T> {
  readonly id?: string;
  readonly value?: T;
  readonly onChange?: (value: T) => void;
}

function SubjectSelect({ id, value, onChange }: Chosen<string>): ReactElement {
  const subjects = [...useSubjects().values()].filter(
    ({ kind, retiredOn }) => kind !== 'bureau' && retiredOn === undefined,
  );
  return (
    <Select<string>
      {...(id === undefined ? {} : { id })}
      value={value ?? null}
      onChange={(chosen) => onChange?.(chosen)}
      showSearch={{ optionFilterProp: 'label' }}
      options={subjects.map((subject) => ({ value: subject.id, label: subject.name }))}
    />
  );
}

/** The steps that a rule in force provides for. */
function StepSelect({ id, value, onChange }: Chosen<EscalationStep>): ReactElement {
  const { terms } = useWords();
  const rules = useRules();
  const steps = useMemo(() => {
    const all = [...rules.values()].flatMap((rule) => rule.escalation?.steps ?? []);
    return [...new Set(all.flatMap(({ step, approval }) => (approval === null ? [] : [step])))];
  }, [rules]);
  const known = (step: string): step is EscalationStep => Object.hasOwn(terms.steps, step);
  return (
    <Select<EscalationStep>
      {...(id === undefined ? {} : { id })}
      value={value ?? null}
      onChange={(chosen) => onChange?.(chosen)}
      options={steps.filter((step) => known(step)).map((step) => ({ value: step, label: terms.steps[step] }))}
    />
  );
}
