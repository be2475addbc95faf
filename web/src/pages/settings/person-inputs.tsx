import { Button, Form, Input, Select } from 'antd';
import type { ReactElement } from 'react';
import { keysOf } from '../../../../shared/vocabulary/table.ts';
import { bureauRoles, officeWords, staffDutyWords } from '../../../../shared/vocabulary/value-words.ts';
import { useWords } from '../../i18n/words.ts';
import type { StaffFields } from './staff-fields.ts';

interface PersonProps {
  readonly at: number;
  readonly remove: () => void;
}

/** One person of the list. Days of a deputy are asked for once a leader is chosen. */
export function PersonInputs({ at, remove }: PersonProps): ReactElement {
  const { settings, subjects, facts, signIn, terms, common } = useWords();
  const form = Form.useFormInstance<StaffFields>();
  const people = Form.useWatch((all: StaffFields) => all.people, form) ?? [];
  const own = people[at];
  const leaders = people.flatMap((one, index) =>
    one?.role === 'bureau-leader' && index !== at && one.sub
      ? [{ value: one.sub, label: one.name ?? one.sub }]
      : [],
  );
  const required = [{ required: true, whitespace: true, message: common.required }];
  const named = own?.name ?? String(at + 1);
  return (
    <fieldset className="contact wide" aria-label={named}>
      <Form.Item name={[at, 'name']} label={subjects.contactName} rules={required}>
        <Input autoComplete="off" maxLength={200} />
      </Form.Item>
      <Form.Item name={[at, 'sub']} label={facts.fields.sub} rules={required}>
        <Input autoComplete="off" maxLength={200} />
      </Form.Item>
      <Form.Item
        name={[at, 'role']}
        label={signIn.role}
        rules={[{ required: true, message: common.required }]}
      >
        <Select options={bureauRoles.map((value) => ({ value, label: terms.roles[value] }))} />
      </Form.Item>
      <Form.Item name={[at, 'office']} label={common.optional(signIn.office)}>
        <Select
          allowClear
          placeholder={signIn.anyOffice}
          options={keysOf(officeWords).map((value) => ({ value, label: terms.offices[value] }))}
        />
      </Form.Item>
      <Form.Item name={[at, 'email']} label={common.optional(facts.fields.email)}>
        <Input type="email" autoComplete="off" maxLength={254} />
      </Form.Item>
      <Form.Item name={[at, 'duties']} label={common.optional(settings.duties)}>
        <Select
          mode="multiple"
          allowClear
          options={keysOf(staffDutyWords).map((value) => ({ value, label: terms.staffDuties[value] }))}
        />
      </Form.Item>
      <Form.Item name={[at, 'certificate']} label={common.optional(settings.certificate)}>
        <Input autoComplete="off" maxLength={100} />
      </Form.Item>
      {own?.certificate ? (
        <Form.Item name={[at, 'validUntil']} label={settings.validUntil} rules={required}>
          <Input type="date" />
        </Form.Item>
      ) : null}
      <Form.Item name={[at, 'deputyFor']} label={common.optional(settings.deputyFor)}>
        <Select allowClear options={leaders} />
      </Form.Item>
      {own?.deputyFor === undefined ? null : (
        <>
          <Form.Item name={[at, 'from']} label={settings.deputyFrom} rules={required}>
            <Input type="date" />
          </Form.Item>
          <Form.Item name={[at, 'to']} label={settings.deputyTo} rules={required}>
            <Input type="date" min={own.from} />
          </Form.Item>
        </>
      )}
      <Button onClick={remove} aria-label={settings.removePerson(named)}>
        {common.remove}
      </Button>
    </fieldset>
  );
}
