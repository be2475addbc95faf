import { App, Button, Form, Input, Modal, Select } from 'antd';
import { useEffect, useState, type ReactElement, type ReactNode } from 'react';
import type { Act } from '../api/use-api.ts';
import { useWords } from '../i18n/words.ts';
import { ProblemAlert } from './problem.tsx';
import { KeptNote, useKeep, useKept, valuesOf } from './use-kept.tsx';

export interface ActField {
  readonly name: string;
  readonly label: string;
  readonly type: 'day' | 'instant' | 'line' | 'text' | 'number' | 'choice';
  readonly required?: boolean;
  readonly initial?: string | undefined;
  readonly min?: string | undefined;
  readonly max?: string | undefined;
  /** What stands under the input. */
  readonly hint?: string | undefined;
  /** For a choice. */
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  /** Without “optional” after the label. */
  readonly plainLabel?: boolean;
}

export type ActValues = Readonly<Record<string, string>>;

/** What an act is sent for. */
interface Aimed {
  readonly params?: Readonly<Record<string, string>>;
}

interface ActFormProps<Sent extends Aimed, Answered> {
  readonly label: string;
  readonly title?: string;
  readonly hint?: string;
  readonly fields: readonly ActField[];
  readonly act: Act<Sent, Answered>;
  /** What is sent for what was filled in; fields left empty are missing. */
  readonly sent: (values: ActValues) => NoInfer<Sent>;
  readonly primary?: boolean;
  readonly danger?: boolean;
  readonly more?: ReactNode;
}

/** A button that opens a short form for one act; what is refused is shown in it, and nothing is lost. */
export function ActButton<Sent extends Aimed, Answered>(props: ActFormProps<Sent, Answered>): ReactElement {
  const words = useWords();
  const { message } = App.useApp();
  const [form] = Form.useForm<Record<string, string | undefined>>();
  const { label, title, hint, fields, act, sent, primary, danger } = props;
  // The same act may stand on a page for several: each keeps what was typed into its own.
  const own = `${label} ${JSON.stringify(sent({}).params ?? {})}`;
  const [start, setStart] = useState(useKept<ActValues>(own));
  const [open, setOpen] = useState(start !== undefined);
  useKeep(own, () => (open && (start !== undefined || form.isFieldsTouched()) ? valuesOf(form) : undefined));
  // What is proposed may be known only after the form was opened, as the server’s day is.
  const proposed = JSON.stringify(fields.map(({ name, initial }) => [name, initial]));
  useEffect(() => {
    if (!open || start !== undefined) return;
    for (const { name, initial } of fields)
      if (initial !== undefined && !form.isFieldTouched(name)) form.setFieldValue(name, initial);
  }, [open, proposed]);
  const close = (): void => {
    setOpen(false);
    setStart(undefined);
    act.reset();
  };
  const submit = (values: Record<string, string | undefined>): void => {
    const filled = Object.entries(values).flatMap(([name, value]) => {
      const text = value?.trim() ?? '';
      return text === '' ? [] : [[name, text] as const];
    });
    act.mutate(sent(Object.fromEntries(filled)), {
      onSuccess: () => {
        void message.success(words.common.done);
        close();
      },
    });
  };
  return (
    <>
      <Button type={primary === true ? 'primary' : 'default'} danger={danger} onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Modal
        open={open}
        title={title ?? label}
        onCancel={close}
        onOk={() => form.submit()}
        okText={label}
        okButtonProps={{ danger }}
        confirmLoading={act.isPending}
        destroyOnHidden
      >
        <KeptNote shown={start !== undefined} />
        {hint === undefined ? null : <p>{hint}</p>}
        {props.more}
        <Form form={form} layout="vertical" requiredMark={false} preserve={false} onFinish={submit}>
          {fields.map((field) => (
            <Form.Item
              key={field.name}
              name={field.name}
              label={
                field.required === true || field.plainLabel === true
                  ? field.label
                  : `${field.label}（${words.common.optional}）`
              }
              extra={field.hint}
              initialValue={start?.[field.name] ?? field.initial}
              rules={field.required === true ? [{ required: true, message: words.common.required }] : []}
            >
              {inputOf(field)}
            </Form.Item>
          ))}
        </Form>
        <ProblemAlert error={act.error} />
      </Modal>
    </>
  );
}

function inputOf({ type, min, max, options }: ActField): ReactElement {
  if (type === 'choice') return <Select allowClear options={[...(options ?? [])]} />;
  if (type === 'number') return <Input type="number" min={0} step="any" inputMode="decimal" />;
  if (type === 'text') return <Input.TextArea rows={3} maxLength={2000} />;
  if (type === 'day') return <Input type="date" min={min} max={max} />;
  if (type === 'instant') return <Input type="datetime-local" min={min} max={max} />;
  return <Input maxLength={500} />;
}
