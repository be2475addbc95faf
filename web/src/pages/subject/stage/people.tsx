import { AutoComplete, Button, Form, Input } from 'antd';
import type { ReactElement, ReactNode } from 'react';
import { useRead } from '../../../api/use-api.ts';
import { useStageWords } from '../../../i18n/stage-words.ts';
import { useWords } from '../../../i18n/words.ts';
import { certificateOf } from '../../../features/checks/fields.ts';
import type { StageInputProps } from './props.ts';

type Labelled = StageInputProps & { readonly label: string };
type Path = readonly (string | number)[];

/** Officers with their certificates. A name on the staff list fills in the number. */
export function Officers({ field, open, label }: Labelled): ReactElement {
  const words = useWords();
  const stages = useStageWords();
  const least = open.least?.['officers'] ?? 0;
  const { name, required = false } = field;
  return (
    <Rows
      name={name}
      label={required ? label : words.common.optional(label)}
      hint={least > 0 ? stages.officersLeast(least) : undefined}
      add={stages.addOfficer}
      row={(path) => <OfficerRow path={path} of={[name, ...path]} />}
      fewest={required ? 1 : 0}
    />
  );
}

/** One officer, or none. */
export function Officer({ field, label }: Labelled): ReactElement {
  const words = useWords();
  return (
    <fieldset className="part">
      <legend>{words.common.optional(label)}</legend>
      <div className="contact">
        <OfficerRow path={[field.name]} of={[field.name]} optional />
      </div>
    </fieldset>
  );
}

/** The members of a group, each with the body from which they come. */
export function Members({ field, open, label }: Labelled): ReactElement {
  const words = useWords();
  const stages = useStageWords();
  const from = (open.choices?.['from'] ?? []).map((value) => ({ value }));
  const required = [{ required: true, whitespace: true, message: words.common.required }];
  return (
    <Rows
      name={field.name}
      label={label}
      fewest={1}
      add={stages.addMember}
      row={(path) => (
        <>
          <Form.Item name={[...path, 'name']} label={stages.member} rules={required}>
            <Input maxLength={300} autoComplete="off" />
          </Form.Item>
          <Form.Item name={[...path, 'from']} label={stages.from} rules={required}>
            <AutoComplete options={from} />
          </Form.Item>
        </>
      )}
    />
  );
}

interface RowsProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly add: string;
  readonly fewest: number;
  readonly row: (path: Path) => ReactNode;
}

export function Rows({ name, label, hint, add, fewest, row }: RowsProps): ReactElement {
  const words = useWords();
  const stages = useStageWords();
  return (
    <fieldset className="part">
      <legend>{label}</legend>
      {hint === undefined ? null : <p className="hint tight">{hint}</p>}
      <Form.List name={name}>
        {(rows, { add: push, remove }) => (
          <>
            {rows.map(({ key, name: index }) => (
              <div key={key} className="contact">
                {row([index])}
                {rows.length > fewest ? (
                  <Button onClick={() => remove(index)} aria-label={stages.removeRow(index + 1)}>
                    {words.common.remove}
                  </Button>
                ) : null}
              </div>
            ))}
            <Button type="dashed" onClick={() => push({})}>
              {add}
            </Button>
          </>
        )}
      </Form.List>
    </fieldset>
  );
}

interface OfficerRowProps {
  /** Within the surrounding list. */
  readonly path: Path;
  /** Within the form. */
  readonly of: Path;
  readonly optional?: boolean;
}

function OfficerRow({ path, of, optional = false }: OfficerRowProps): ReactElement {
  const words = useWords();
  const stages = useStageWords();
  const form = Form.useFormInstance();
  const { data } = useRead('GET /v1/jurisdictions/{j}/staff');
  const staff = data?.items ?? [];
  const required = optional ? [] : [{ required: true, whitespace: true, message: words.common.required }];
  return (
    <>
      <Form.Item name={[...path, 'name']} label={stages.officer} rules={required}>
        <AutoComplete
          options={staff.map(({ name }) => ({ value: name }))}
          showSearch={{ filterOption: true }}
          onSelect={(chosen: string) => {
            const number = certificateOf(staff, chosen);
            if (number !== undefined) form.setFieldValue([...of, 'certificate'], number);
          }}
        />
      </Form.Item>
      <Form.Item name={[...path, 'certificate']} label={stages.certificate} rules={required}>
        <Input autoComplete="off" maxLength={300} />
      </Form.Item>
    </>
  );
}
