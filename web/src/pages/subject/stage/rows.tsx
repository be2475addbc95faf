import { Checkbox, Form, Input } from 'antd';
import type { ReactElement } from 'react';
import { useStageWords } from '../../../i18n/stage-words.ts';
import { useWords } from '../../../i18n/words.ts';
import { Rows } from './people.tsx';
import type { StageInputProps } from './props.ts';

type Labelled = StageInputProps & { readonly label: string };

/** The party’s statement, point by point, each with whether it is adopted and why. */
export function Points({ field, label }: Labelled): ReactElement {
  const words = useWords();
  const stages = useStageWords();
  return (
    <Rows
      name={field.name}
      label={words.common.optional(label)}
      fewest={0}
      add={stages.addPoint}
      row={(path) => (
        <>
          <Form.Item name={[...path, 'point']} label={stages.point}>
            <Input maxLength={300} autoComplete="off" />
          </Form.Item>
          <Form.Item name={[...path, 'adopted']} valuePropName="checked">
            <Checkbox>{stages.adopted}</Checkbox>
          </Form.Item>
          <Form.Item name={[...path, 'reason']} label={stages.pointReason}>
            <Input.TextArea autoSize={{ minRows: 1, maxRows: 6 }} maxLength={2000} />
          </Form.Item>
        </>
      )}
    />
  );
}

/** The days by which the instalments of a fine must be paid. */
export function Instalments({ field, label }: Labelled): ReactElement {
  const stages = useStageWords();
  return (
    <Rows
      name={field.name}
      label={label}
      fewest={1}
      add={stages.addInstalment}
      row={(path) => (
        <>
          <Form.Item name={[...path, 'dueOn']} label={stages.instalmentOn}>
            <Input type="date" />
          </Form.Item>
          <Form.Item name={[...path, 'amount']} label={stages.instalmentAmount}>
            <Input type="number" min={0} step="any" inputMode="decimal" />
          </Form.Item>
        </>
      )}
    />
  );
}

/** What an acceptance has found, each with the day by which it is put right. */
export function Problems({ field, label }: Labelled): ReactElement {
  const words = useWords();
  const stages = useStageWords();
  return (
    <Rows
      name={field.name}
      label={words.common.optional(label)}
      fewest={0}
      add={stages.addProblem}
      row={(path) => (
        <>
          <Form.Item name={[...path, 'text']} label={stages.problem}>
            <Input.TextArea autoSize={{ minRows: 1, maxRows: 6 }} maxLength={2000} />
          </Form.Item>
          <Form.Item name={[...path, 'rectifyBy']} label={stages.problemBy}>
            <Input type="date" />
          </Form.Item>
        </>
      )}
    />
  );
}
