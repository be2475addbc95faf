import { App, Button, Form, Input, Modal, Select } from 'antd';
import { useEffect, useState, type ReactElement, type ReactNode } from 'react';
import type { Act } from '../api/use-api.ts';
import type { Part } from './compare.ts';
import { useWords } from '../i18n/words.ts';
import { Changed, leadsToChange } from './changed.tsx';
import { ProblemAlert, type Refusal } from './problem.tsx';
import { KeptNote, useKeep, useKept, valuesOf } from './use-kept.tsx';
import { useOpened, type Versioned } from './use-opened.ts';

export interface ActField {
  readonly name: string;
  readonly label: string;
  readonly type: 'day' | 'instant' | 'line' | 'text' | 'number' | 'choice';
  readonly required?: boolean;
  readonly initial?: string | undefined;
  readonly min?: string | undefined;
  readonly max?: string | undefined;
  /** The text below the input. */
  readonly hint?: string | undefined;
  /** For a choice. */
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  /** Without “optional” after the label. */
  readonly plainLabel?: boolean;
}

export type ActValues = Readonly<Record<string, string>>;

/** What an act is sent with. */
interface Aimed {
  readonly params?: Readonly<Record<string, string>>;
}

interface ActFormProps<Sent extends Aimed, Answered, About extends Versioned> {
  readonly label: string;
  readonly title?: string;
  readonly hint?: string;
  /** What the act changes, as it is now. The form shows and sends it as it was when the form was opened. */
  readonly about: About;
  /** What a person can read of it: the difference is shown when somebody else has changed it meanwhile. */
  readonly parts: (about: NoInfer<About>) => readonly Part[];
  /** Whether the act is possible now. An open form stays and says if it is not. */
  readonly when?: boolean;
  readonly fields: readonly ActField[] | ((about: NoInfer<About>) => readonly ActField[]);
  readonly act: Act<Sent, Answered>;
  /** The request for the filled fields. Empty fields are missing. */
  readonly sent: (values: ActValues, about: NoInfer<About>) => NoInfer<Sent>;
  readonly primary?: boolean;
  readonly danger?: boolean;
  readonly more?: (about: NoInfer<About>) => ReactNode;
  /** What can be done in place of what was refused; `send` sends the form with other values. */
  readonly remedy?: ((refusal: Refusal, send: (values: ActValues) => void) => ReactNode) | undefined;
  /** Called with whether the form is open: the parent must then keep the button where it is. */
  readonly onOpen?: ((open: boolean) => void) | undefined;
}

interface Typed<About> {
  readonly values: ActValues;
  readonly about: About;
}

/**
 * A button that opens a short form for one act. The form keeps what it was opened on. It shows refusals and
 * what somebody else has changed meanwhile, and nothing that was typed is lost.
 */
export function ActButton<Sent extends Aimed, Answered, About extends Versioned>(
  props: ActFormProps<Sent, Answered, About>,
): ReactElement | null {
  const words = useWords();
  const { message } = App.useApp();
  const [form] = Form.useForm<Record<string, string | undefined>>();
  const { label, title, hint, act, about, sent, primary, danger, when = true } = props;
  // A page may have the same act for several things: each keeps what was typed into its own form.
  const own = `${label} ${JSON.stringify(sent({}, about).params ?? {})}`;
  const kept = useKept<Typed<About>>(own);
  const [start, setStart] = useState(kept?.values);
  const [open, setOpen] = useState(kept !== undefined);
  const opened = useOpened(about, kept?.about);
  const { seen } = opened;
  const fields = typeof props.fields === 'function' ? props.fields(seen) : props.fields;
  useKeep(own, (): Typed<About> | undefined =>
    open && (start !== undefined || form.isFieldsTouched())
      ? { values: filledIn(valuesOf(form)), about: seen }
      : undefined,
  );
  // A proposed value may be known only after the form was opened, such as the server’s day, or may change
  // with what it is about.
  const proposed = JSON.stringify(fields.map(({ name, initial }) => [name, initial]));
  useEffect(() => {
    if (!open || start !== undefined) return;
    for (const { name, initial } of fields)
      if (!form.isFieldTouched(name)) form.setFields([{ name, value: initial, touched: false }]);
  }, [open, proposed]);
  const { onOpen } = props;
  useEffect(() => onOpen?.(open), [open]);
  const gate = { opened, busy: act.isPending, possible: when };
  const show = (): void => {
    opened.hold();
    setOpen(true);
  };
  const close = (): void => {
    setOpen(false);
    setStart(undefined);
    opened.release();
    act.reset();
  };
  const goOn = (): void => {
    opened.hold();
    act.reset();
  };
  const submit = (values: Record<string, string | undefined>): void => {
    // Pressed again while it closes, or before the person has looked at a change.
    if (!open || leadsToChange(gate)) return;
    act.mutate(sent(filledIn(values), seen), {
      onSuccess: () => {
        void message.success(words.common.done);
        close();
      },
    });
  };
  if (!when && !open) return null;
  return (
    <>
      <Button type={primary === true ? 'primary' : 'default'} danger={danger} disabled={!when} onClick={show}>
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
        <Changed {...gate} parts={props.parts} accept={goOn} />
        {hint === undefined ? null : <p>{hint}</p>}
        {props.more?.(seen)}
        <Form form={form} layout="vertical" requiredMark={false} preserve={false} onFinish={submit}>
          {fields.map((field) => (
            <Form.Item
              key={field.name}
              name={field.name}
              label={
                field.required === true || field.plainLabel === true
                  ? field.label
                  : words.common.optional(field.label)
              }
              extra={field.hint}
              initialValue={start?.[field.name] ?? field.initial}
              rules={field.required === true ? [{ required: true, message: words.common.required }] : []}
            >
              {inputOf(field)}
            </Form.Item>
          ))}
        </Form>
        <ProblemAlert error={act.error} remedy={(refusal) => props.remedy?.(refusal, submit)} />
      </Modal>
    </>
  );
}

/** The filled fields, without empty ones. */
function filledIn(values: Readonly<Record<string, string | undefined>>): ActValues {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => {
      const text = value?.trim() ?? '';
      return text === '' ? [] : [[name, text] as const];
    }),
  );
}

function inputOf({ type, min, max, options }: ActField): ReactElement {
  if (type === 'choice')
    return <Select allowClear showSearch={{ optionFilterProp: 'label' }} options={[...(options ?? [])]} />;
  if (type === 'number') return <Input type="number" min={0} step="any" inputMode="decimal" />;
  if (type === 'text') return <Input.TextArea rows={3} maxLength={2000} />;
  if (type === 'day') return <Input type="date" min={min} max={max} />;
  if (type === 'instant') return <Input type="datetime-local" min={min} max={max} />;
  return <Input maxLength={500} />;
}
