import type { FormInstance } from 'antd';

interface Mark {
  readonly name: readonly (string | number)[];
  readonly errors: string[];
}

/** Shows refusals at their fields, and leads to the first. */
export function mark(form: FormInstance, marks: readonly Mark[]): void {
  form.setFields(marks.map(({ name, errors }) => ({ name: [...name], errors })));
  const [first] = marks;
  if (first) form.scrollToField([...first.name], { block: 'center' });
}
