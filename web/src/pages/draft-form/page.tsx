import { Alert, App, Button, Form, Input, Radio, Select, Space } from 'antd';
import { useState, type ReactElement } from 'react';
import { useNavigate } from 'react-router';
import { escalationSteps, type EscalationStep } from '../../../../shared/vocabulary/measures.ts';
import { useAct, useRead } from '../../api/use-api.ts';
import { useSubjects } from '../../api/use-names.ts';
import { Guard } from '../../components/guard.tsx';
import { Head } from '../../components/head.tsx';
import { ProblemAlert } from '../../components/problem.tsx';
import { KeptNote, useKeep, useKept, valuesOf } from '../../components/use-kept.tsx';
import { Alternatives } from '../../features/escalations/alternatives.tsx';
import { useWords } from '../../i18n/words.ts';
import { bodyOf, keyOf, type DraftFields } from './fields.ts';
import { Grounds } from './grounds.tsx';
import { Outcome } from './outcome.tsx';
import { Remedy } from './remedy.tsx';
import { TakenFields } from './taken.tsx';
import { useChosen, useOffers, useProposedText, useStart } from './use-draft.ts';

/**
 * Drafts a document by hand, for what no missed deadline starts, or records a measure that officers have taken on the
 * spot. The address may name the subject (`of`), the step, the check and the rule.
 */
export function Component(): ReactElement {
  const words = useWords();
  const text = words.drafting;
  const go = useNavigate();
  const { message } = App.useApp();
  const start = useStart();
  const [form] = Form.useForm<DraftFields>();
  const kept = useKept<DraftFields>('create');
  const [dirty, setDirty] = useState(kept !== undefined);
  useKeep('create', () => (dirty ? valuesOf(form) : undefined));
  const fields = {
    ...start.fields,
    ...kept,
    ...Form.useWatch((all: DraftFields) => all, { form, preserve: true }),
  };
  const { subjectId, step, how } = fields;
  const offers = useOffers(subjectId, step);
  const ground = offers.data?.grounds.find((one) => keyOf(one) === fields.ground);
  useChosen(form, offers.data?.grounds, start.wanted);
  const draft = useProposedText(form, ground, kept?.text);
  const now = useRead('GET /v1/jurisdictions/{j}/status').data?.asOf.slice(0, 16);
  const act = useAct('POST /v1/jurisdictions/{j}/escalations', { ends: true });
  const taken = how === 'taken' && ground?.onTheSpot === true;
  const change = (values: Partial<DraftFields>): void => {
    form.setFieldsValue(values);
    act.reset();
  };
  const submit = (): void => {
    if (subjectId === undefined || step === undefined) return;
    const whole = { ...valuesOf(form), subjectId, step, how: taken ? 'taken' : 'draft' } as const;
    act.mutate(
      { body: bodyOf(whole, ground) },
      {
        onSuccess: ({ id }) => {
          setDirty(false);
          void message.success(taken ? text.recorded : text.drafted);
          void go(`/escalations/${id}`);
        },
      },
    );
  };
  const required = [{ required: true, message: words.common.required }];
  const steps = offers.data?.steps ?? [];
  const isProvided = step === undefined || offers.data === undefined || steps.includes(step);
  return (
    <>
      <Guard dirty={dirty && !act.isPending && !act.isSuccess} />
      <Head title={text.title} />
      <p className="hint">{text.lead}</p>
      <Form<DraftFields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ ...start.fields, ...kept }}
        onValuesChange={() => setDirty(true)}
        onFinish={submit}
        scrollToFirstError
      >
        <KeptNote shown={kept !== undefined} />
        <div className="field-grid">
          <Form.Item name="subjectId" label={words.escalations.createSubject} rules={required}>
            <SubjectSelect />
          </Form.Item>
          <Form.Item
            name="step"
            label={words.escalations.createStep}
            rules={required}
            extra={subjectId === undefined ? text.subjectFirst : undefined}
          >
            <Select<EscalationStep>
              disabled={subjectId === undefined}
              loading={offers.loading}
              options={escalationSteps
                .filter((one) => steps.includes(one) || one === step)
                .map((value) => ({ value, label: words.terms.steps[value] }))}
            />
          </Form.Item>
        </div>
        <ProblemAlert error={offers.error} retry={offers.retry} />
        {isProvided ? null : (
          <Alert
            type="warning"
            showIcon
            className="problem"
            title={text.notProvided}
            description={<Alternatives steps={steps} choose={(one) => change({ step: one })} />}
          />
        )}
        {offers.data === undefined || offers.data.grounds.length === 0 ? null : (
          <Form.Item name="ground" label={text.ground} extra={text.groundHint} rules={required}>
            <Grounds grounds={offers.data.grounds} />
          </Form.Item>
        )}
        {ground?.onTheSpot === true ? (
          <Form.Item name="how" label={text.how}>
            <Radio.Group
              options={[
                { value: 'draft', label: text.howDraft },
                { value: 'taken', label: text.howTaken },
              ]}
            />
          </Form.Item>
        ) : null}
        {ground === undefined ? null : <Outcome ground={ground} taken={taken} />}
        {taken ? <TakenFields now={now} /> : null}
        {ground === undefined ? null : (
          <Form.Item
            name="text"
            label={taken ? text.takenText : words.escalations.createText}
            extra={text.textHint}
            rules={required}
          >
            <Input.TextArea autoSize={{ minRows: 8, maxRows: 24 }} maxLength={20_000} />
          </Form.Item>
        )}
        {draft.differs ? (
          <p>
            <Button onClick={draft.take}>{text.takeProposed}</Button>
          </p>
        ) : null}
        <ProblemAlert
          error={act.error}
          remedy={(refusal) => <Remedy refusal={refusal} offers={offers.data} change={change} />}
        />
        <Space className="no-print between">
          <Button type="primary" htmlType="submit" loading={act.isPending} disabled={ground === undefined}>
            {taken ? text.record : text.draft}
          </Button>
          <Button onClick={() => void go(-1)}>{words.common.cancel}</Button>
        </Space>
      </Form>
    </>
  );
}

interface Chosen {
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (value: string) => void;
}

function SubjectSelect({ id, value, onChange }: Chosen): ReactElement {
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
