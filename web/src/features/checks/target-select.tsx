import { Select, type SelectProps } from 'antd';
import type { ReactElement } from 'react';
import type { Subject } from '../../api/contract.ts';

interface TargetProps extends SelectProps<string[]> {
  readonly subjects: ReadonlyMap<string, Subject>;
}

/** Who is checked: any of the register but the bureau itself, and nobody who is retired. */
export function TargetSelect({ subjects, ...handed }: TargetProps): ReactElement {
  return (
    <Select
      mode="multiple"
      showSearch={{ optionFilterProp: 'label' }}
      options={[...subjects.values()]
        .filter(({ kind, retiredOn }) => kind !== 'bureau' && retiredOn === undefined)
        .map(({ id, name }) => ({ value: id, label: name }))}
      {...handed}
    />
  );
}
