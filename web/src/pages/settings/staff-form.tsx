import { App, Button, Form } from 'antd';
import { useEffect, useState, type ReactElement } from 'react';
import type { Staff } from '../../api/contract.ts';
import { useAct } from '../../api/use-api.ts';
import { Changed, leadsToChange } from '../../components/changed.tsx';
import { rebased } from '../../components/compare.ts';
import { Guard } from '../../components/guard.tsx';
import { fieldName, ProblemAlert } from '../../components/problem.tsx';
import { KeptNote, useKeep, useKept, valuesOf } from '../../components/use-kept.tsx';
import { useOpened } from '../../components/use-opened.ts';
import { useSpeech } from '../../i18n/words.ts';
import { PersonInputs } from './person-inputs.tsx';
import { fieldsOf, membersOf, staffParts, type StaffFields } from './staff-fields.ts';

interface Typed {
  /** What the person was looking at while typing. */
  readonly seen: Staff;
  readonly fields: StaffFields;
}

/** The bureau’s people, changed as one list: roles, certificates, duties in a case, and who stands in for whom. */
export function StaffForm({ staff }: { readonly staff: Staff }): ReactElement {
  const speech = useSpeech();
  const { words } = speech;
  const { message } = App.useApp();
  const [form] = Form.useForm<StaffFields>();
  const kept = useKept<Typed>('staff');
  const [dirty, setDirty] = useState(kept !== undefined);
  const opened = useOpened(staff, kept?.seen);
  const { seen } = opened;
  useKeep('staff', (): Typed | undefined => (dirty ? { seen, fields: valuesOf(form) } : undefined));
  const put = useAct('PUT /v1/jurisdictions/{j}/staff');
  const gate = { opened, busy: put.isPending };
  // While nothing is typed, the form shows the present content.
  useEffect(() => {
    if (!dirty) form.setFieldsValue(fieldsOf(seen.items));
  }, [dirty, seen.version]);
  const goOn = (): void => {
    form.setFieldsValue(rebased(fieldsOf(seen.items), valuesOf(form), fieldsOf(staff.items)));
    opened.hold();
    put.reset();
  };
  const submit = (): void => {
    if (leadsToChange(gate)) return;
    put.mutate(
      { ifMatch: seen.version, body: membersOf(valuesOf(form)) },
      {
        onSuccess: () => {
          setDirty(false);
          opened.release();
          void message.success(words.common.saved);
        },
      },
    );
  };
  const typing = (): void => {
    if (dirty) return;
    opened.hold();
    setDirty(true);
  };
  // `0.deputyFor.sub` is the first person’s.
  const nameOf = (path: string): string => {
    const [at = '', ...rest] = path.split('.');
    const name = valuesOf(form).people?.[Number(at)]?.name ?? String(Number(at) + 1);
    return `${name} · ${fieldName(words, rest.slice(0, 1).join('.'))}`;
  };
  return (
    <Form<StaffFields>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={kept?.fields ?? fieldsOf(seen.items)}
      onFinish={submit}
      onValuesChange={typing}
      scrollToFirstError
    >
      <Guard dirty={dirty && !put.isPending} />
      <KeptNote shown={kept !== undefined} />
      <p className="hint">{words.settings.staffHint}</p>
      <Form.List name="people">
        {(rows, { add, remove }) => (
          <>
            {rows.length === 0 ? <p className="empty">{words.settings.staffEmpty}</p> : null}
            {rows.map(({ key, name }) => (
              <PersonInputs key={key} at={name} remove={() => remove(name)} />
            ))}
            <Button type="dashed" onClick={() => add({ role: 'bureau-officer' })}>
              {words.settings.addPerson}
            </Button>
          </>
        )}
      </Form.List>
      <Changed {...gate} parts={(one) => staffParts(speech, one.items)} accept={goOn} />
      <ProblemAlert error={put.error} nameOf={nameOf} />
      <p className="between">
        <Button type="primary" htmlType="submit" loading={put.isPending} disabled={!dirty}>
          {words.settings.saveStaff}
        </Button>
      </p>
    </Form>
  );
}
