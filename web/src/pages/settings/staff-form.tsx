import { App, Button, Form } from 'antd';
import type { ReactElement } from 'react';
import type { Staff } from '../../api/contract.ts';
import { useAct } from '../../api/use-api.ts';
import { Changed, leadsToChange } from '../../components/changed.tsx';
import { Guard } from '../../components/guard.tsx';
import { fieldName, ProblemAlert } from '../../components/problem.tsx';
import { useEditing } from '../../components/use-editing.ts';
import { KeptNote, valuesOf } from '../../components/use-kept.tsx';
import { useSpeech } from '../../i18n/words.ts';
import { PersonInputs } from './person-inputs.tsx';
import { fieldsOf, membersOf, staffParts, type StaffFields } from './staff-fields.ts';

/** The bureau’s people, changed as one list: roles, certificates, duties in a case, and who stands in for whom. */
export function StaffForm({ staff }: { readonly staff: Staff }): ReactElement {
  const speech = useSpeech();
  const { words } = speech;
  const { message } = App.useApp();
  const put = useAct('PUT /v1/jurisdictions/{j}/staff');
  const { form, seen, dirty, gate, ...editing } = useEditing(
    'staff',
    staff,
    ({ items }) => fieldsOf(items),
    put,
  );
  const submit = (): void => {
    if (leadsToChange(gate)) return;
    put.mutate(
      { ifMatch: seen.version, body: membersOf(valuesOf(form)) },
      {
        onSuccess: () => {
          editing.stored();
          void message.success(words.common.saved);
        },
      },
    );
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
      initialValues={editing.initial}
      onFinish={submit}
      onValuesChange={editing.typing}
      scrollToFirstError
    >
      <Guard dirty={dirty && !put.isPending} />
      <KeptNote shown={editing.isKept} />
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
      <Changed {...gate} parts={(one) => staffParts(speech, one.items)} accept={editing.goOn} />
      <ProblemAlert error={put.error} nameOf={nameOf} />
      <p className="between">
        <Button type="primary" htmlType="submit" loading={put.isPending} disabled={!dirty}>
          {words.settings.saveStaff}
        </Button>
      </p>
    </Form>
  );
}
