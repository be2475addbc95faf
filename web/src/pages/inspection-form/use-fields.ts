import { Form } from 'antd';
import type { CheckFields } from '../../features/checks/fields.ts';

/** One part of the form around, as it stands now. */
export function useField<K extends keyof CheckFields>(name: K): CheckFields[K] | undefined {
  return Form.useWatch((fields: Partial<CheckFields>) => fields[name], {
    form: Form.useFormInstance<CheckFields>(),
    preserve: true,
  });
}
