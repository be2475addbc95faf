import { Form, Input } from 'antd';
import type { ReactElement } from 'react';
import { useRead } from '../../api/use-api.ts';
import { OfficerRows } from '../../features/checks/officer-rows.tsx';
import { useWords } from '../../i18n/words.ts';

/** When a measure was taken on the spot, and by whom. `now` as in the field: `2026-07-02T09:30`. */
export function TakenFields({ now }: { readonly now: string | undefined }): ReactElement {
  const words = useWords();
  const text = words.drafting;
  const staff = useRead('GET /v1/jurisdictions/{j}/staff').data?.items ?? [];
  const required = [{ required: true, whitespace: true, message: words.common.required }];
  return (
    <fieldset className="plain-set">
      <legend>{words.escalations.onTheSpot}</legend>
      <p className="hint tight">{text.takenHint}</p>
      <Form.Item name="at" label={text.takenAt} rules={required}>
        <Input type="datetime-local" max={now} />
      </Form.Item>
      <OfficerRows
        staff={staff}
        labels={text}
        certificate={{ label: words.common.optional(words.settings.certificate) }}
      />
    </fieldset>
  );
}
