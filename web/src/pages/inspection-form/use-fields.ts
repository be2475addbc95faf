import { Form } from 'antd';
import type { CheckFields } from '../../features/checks/fields.ts';

/** One part of the surrounding form, with its present value. */
export function useField<K extends keyof CheckFields>(name: K): CheckFields[K] | undefined {
  return Form.useWatch((fields: Partial<CheckFields>) => fields[name], {
    form: Form.useFormInstance<CheckFields>(),
    preserve: true,
  });
}
