import { Form, Input, Radio, Tag } from 'antd';
import type { ReactElement } from 'react';
import { useRead } from '../../api/use-api.ts';
import { roundAt, type DrawFields } from './form.ts';
import { useWords } from '../../i18n/words.ts';

const kinds = ['dice', 'drand', 'local'] as const;

/** The source of the random value, fixed before the value exists. */
export function BeaconFields(): ReactElement {
  const words = useWords();
  const { form: text, methods, notProvable } = words.draws;
  const beacon = Form.useWatch(({ beacon: chosen }: Partial<DrawFields>) => chosen, Form.useFormInstance());
  return (
    <>
      <Form.Item
        name="beacon"
        label={text.beacon}
        extra={beacon === undefined ? undefined : text.beaconHints[beacon]}
      >
        <Radio.Group
          options={kinds.map((value) => ({
            value,
            label: (
              <>
                {methods[value]} {value === 'local' ? <Tag color="error">{notProvable}</Tag> : null}
              </>
            ),
          }))}
        />
      </Form.Item>
      {beacon === 'dice' ? <Witnesses /> : null}
      {beacon === 'drand' ? <Round /> : null}
    </>
  );
}

function Witnesses(): ReactElement {
  const words = useWords();
  const required = [{ required: true, message: words.common.required }];
  return (
    <div className="field-grid">
      {[0, 1].map((place) => (
        <Form.Item
          key={place}
          name={['witnesses', place]}
          label={words.draws.form.witness(place + 1)}
          rules={required}
        >
          <Input autoComplete="off" maxLength={200} />
        </Form.Item>
      ))}
    </div>
  );
}

function Round(): ReactElement {
  const words = useWords();
  const { data } = useRead('GET /v1/jurisdictions/{j}/status');
  const publicAt = Form.useWatch(
    ({ publicAt: moment }: Partial<DrawFields>) => moment,
    Form.useFormInstance(),
  );
  const round = roundAt(publicAt);
  const now = data?.asOf.slice(0, 16);
  return (
    <Form.Item
      name="publicAt"
      label={words.draws.form.round}
      rules={[{ required: true, message: words.common.required }]}
      extra={round === undefined ? undefined : words.draws.form.roundHint(round)}
    >
      <Input type="datetime-local" min={now} />
    </Form.Item>
  );
}
