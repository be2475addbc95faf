import { Button, Form, Input } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { useWords } from '../../i18n/words.ts';
import type { Answering } from './answering.ts';

type Values = Readonly<Record<string, string | undefined>>;

interface FieldsProps {
  readonly busy: boolean;
  readonly initial?: Values;
  readonly onFinish: (values: Values) => void;
  readonly children: ReactNode;
}

function Fields({ busy, initial = {}, onFinish, children }: FieldsProps): ReactElement {
  const { letter } = useWords();
  return (
    <Form<Values> layout="vertical" requiredMark={false} initialValues={initial} onFinish={onFinish}>
      {children}
      <Button type="primary" htmlType="submit" block loading={busy}>
        {letter.send}
      </Button>
    </Form>
  );
}

/** Empty fields are missing. */
const filled = (text: string | undefined): string | undefined => {
  const plain = text?.trim() ?? '';
  return plain === '' ? undefined : plain;
};

function useRequired() {
  const { common } = useWords();
  return [{ required: true, message: common.required }];
}

export function ReportForm({ send, busy }: Answering): ReactElement {
  const { letter, common } = useWords();
  const required = useRequired();
  return (
    <Fields
      busy={busy}
      onFinish={({ on = '', document, note }) =>
        send({ act: 'report', on, document: filled(document), note: filled(note) })
      }
    >
      <Form.Item name="on" label={letter.on} rules={required}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="document" label={common.optional(letter.document)}>
        <Input maxLength={500} />
      </Form.Item>
      <Form.Item name="note" label={common.optional(letter.note)}>
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
    </Fields>
  );
}

export function ExtensionForm({ letter: { duty }, send, busy }: Answering): ReactElement {
  const { letter } = useWords();
  const required = useRequired();
  return (
    <Fields busy={busy} onFinish={({ until = '', reason = '' }) => send({ act: 'extension', until, reason })}>
      <Form.Item name="until" label={letter.until} rules={required}>
        <Input type="date" min={duty.dueOn} />
      </Form.Item>
      <Form.Item name="reason" label={letter.reason} rules={required}>
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
    </Fields>
  );
}

export function ContactForm({ letter: { contact }, send, busy }: Answering): ReactElement {
  const { letter, facts, subjects } = useWords();
  const required = useRequired();
  const { name, email, mobile, telephone, role } = contact;
  return (
    <Fields
      busy={busy}
      initial={{ name, email, mobile, telephone, role }}
      onFinish={(given) =>
        send({
          act: 'contact',
          contacts: [
            {
              name: given['name'] ?? '',
              email: filled(given['email']),
              mobile: filled(given['mobile']),
              telephone: filled(given['telephone']),
              role: filled(given['role']),
            },
          ],
        })
      }
    >
      <p>{letter.contactHint}</p>
      <Form.Item name="name" label={subjects.contactName} rules={required}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <Form.Item name="email" label={facts.fields.email}>
        <Input type="email" maxLength={254} autoComplete="off" />
      </Form.Item>
      <Form.Item name="mobile" label={facts.fields.mobile}>
        <Input type="tel" maxLength={50} autoComplete="off" />
      </Form.Item>
      <Form.Item name="telephone" label={facts.fields.telephone}>
        <Input type="tel" maxLength={120} autoComplete="off" />
      </Form.Item>
      <Form.Item name="role" label={facts.fields.role}>
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
    </Fields>
  );
}
