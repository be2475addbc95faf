import { Form, Input } from 'antd';
import type { ReactElement } from 'react';
import { useWords } from '../../i18n/words.ts';

/** Why a record is corrected. It is shown beside the earlier version. */
export function ReasonField(): ReactElement {
  const words = useWords();
  const text = words.checks.form;
  return (
    <Form.Item
      name="reason"
      label={text.reason}
      extra={text.correctHint}
      rules={[{ required: true, whitespace: true, message: words.common.required }]}
    >
      <Input.TextArea rows={2} maxLength={2000} />
    </Form.Item>
  );
}
