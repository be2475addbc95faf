import { Card, Checkbox, Form, Input } from 'antd';
import { bureauRoles } from '../../../../shared/vocabulary/value-words.ts';
import { channelNames } from '../../../../shared/vocabulary/channels.ts';
import type { ReactElement, ReactNode } from 'react';
import { useWords } from '../../i18n/words.ts';
import { BookPeriods } from './book-periods.tsx';
import { leadNames, noticeNames } from './form.ts';

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactElement {
  return (
    <Card size="small" className="regime" title={<h2>{title}</h2>}>
      {children}
    </Card>
  );
}

/** When notices are sent, and how long before the due day. */
export function SendingFields(): ReactElement {
  const { settings, common } = useWords();
  const required = [{ required: true, message: common.required }];
  return (
    <Part title={settings.sending}>
      <div className="field-grid">
        <Form.Item
          name="trackFrom"
          label={settings.trackFrom}
          extra={settings.trackFromHint}
          rules={required}
        >
          <Input type="date" />
        </Form.Item>
        <Form.Item name="sendHour" label={settings.sendHour} extra={settings.sendHourHint} rules={required}>
          <Input type="number" min={0} max={23} />
        </Form.Item>
        <Form.Item name="quietFrom" label={settings.quietFrom} rules={required}>
          <Input type="time" />
        </Form.Item>
        <Form.Item name="quietTo" label={settings.quietTo} rules={required}>
          <Input type="time" />
        </Form.Item>
      </div>
      <h3 className="between">{settings.leads}</h3>
      <p className="hint tight">{settings.leadsHint}</p>
      <div className="field-grid">
        {leadNames.map((name) => (
          <Form.Item key={name} name={['leads', name]} label={settings[name]}>
            <Input />
          </Form.Item>
        ))}
      </div>
    </Part>
  );
}

export function PeriodFields(): ReactElement {
  const { settings, common } = useWords();
  const required = [{ required: true, message: common.required }];
  return (
    <Part title={settings.periods}>
      <div className="field-grid">
        <Form.Item
          name="rectificationDays"
          label={settings.rectificationDays}
          extra={<PeriodHint period="rectificationDays" />}
        >
          <Input type="number" min={1} max={365} />
        </Form.Item>
        <Form.Item
          name="defenceWorkingDays"
          label={settings.defenceWorkingDays}
          extra={<PeriodHint period="defenceWorkingDays" />}
        >
          <Input type="number" min={1} max={365} />
        </Form.Item>
        <Form.Item
          name="checksPerWorkingDay"
          label={settings.checksPerWorkingDay}
          extra={settings.checksPerWorkingDayHint}
          rules={required}
        >
          <Input type="number" min={1} max={100} />
        </Form.Item>
        <Form.Item
          name="enterpriseYearlyCap"
          label={settings.enterpriseYearlyCap}
          extra={settings.enterpriseYearlyCapHint}
        >
          <Input type="number" min={0} max={365} />
        </Form.Item>
      </div>
    </Part>
  );
}

function PeriodHint({
  period,
}: {
  readonly period: 'rectificationDays' | 'defenceWorkingDays';
}): ReactElement {
  const { settings } = useWords();
  return (
    <>
      {settings.periodHint}
      <BookPeriods period={period} />
    </>
  );
}

/** Who in and above the bureau is informed of its own missed duties. */
export function AlertFields(): ReactElement {
  const { settings, common } = useWords();
  const required = [{ required: true, message: common.required }];
  const counts = [
    ['leaderAfter', settings.leaderAfter],
    ['superiorAfter', settings.superiorAfter],
    ['unservedAfter', settings.unservedAfter],
  ] as const;
  return (
    <Part title={settings.alerts}>
      <div className="field-grid">
        <Form.Item name="leaders" label={settings.leaders} extra={settings.emailsHint}>
          <Input.TextArea rows={2} />
        </Form.Item>
        <Form.Item name="superiors" label={settings.superiors} extra={settings.emailsHint}>
          <Input.TextArea rows={2} />
        </Form.Item>
        {counts.map(([name, label]) => (
          <Form.Item key={name} name={name} label={label} rules={required}>
            <Input type="number" min={1} max={365} />
          </Form.Item>
        ))}
      </div>
    </Part>
  );
}

export function ChannelFields(): ReactElement {
  const { settings, terms } = useWords();
  const options = channelNames.map((value) => ({ value, label: terms.channels[value] }));
  return (
    <Part title={settings.channels}>
      <div className="field-grid">
        {noticeNames.map((name) => (
          <Form.Item key={name} name={['channels', name]} label={settings.channelNames[name]}>
            <Checkbox.Group options={options} />
          </Form.Item>
        ))}
      </div>
    </Part>
  );
}

/** Whose people need a second factor, where they have accounts of this product. */
export function SignInFields(): ReactElement {
  const { settings, terms } = useWords();
  const options = bureauRoles.map((value) => ({ value, label: terms.roles[value] }));
  return (
    <Part title={settings.signIn}>
      <Form.Item name="secondFactor" label={settings.secondFactor} extra={settings.secondFactorHint}>
        <Checkbox.Group options={options} />
      </Form.Item>
    </Part>
  );
}
