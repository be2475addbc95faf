import { useQuery } from '@tanstack/react-query';
import { keysOf } from '../../../../shared/vocabulary/table.ts';
import { roleWords } from '../../../../shared/vocabulary/value-words.ts';
import { Button, Form, Input, Select } from 'antd';
import type { ReactElement } from 'react';
import type { OfficeName, Role } from '../../../../shared/rules/schema.ts';
import { call, type RequestFailed } from '../../api/client.ts';
import type { Jurisdiction } from '../../session/config.ts';
import { useAct } from '../../api/use-api.ts';
import { ProblemAlert } from '../../components/problem.tsx';
import { useWords } from '../../i18n/words.ts';
import { session } from '../../session/session.ts';

/** Those with pages: a program has none, and the operator of the installation belongs to no jurisdiction. */
const roles = keysOf(roleWords).filter((role) => role !== 'machine' && role !== 'operator');

interface Fields {
  readonly role: Role;
  readonly jurisdiction: string;
  readonly unitId?: string;
  readonly office?: OfficeName | '';
  readonly sub?: string;
}

interface Props {
  readonly jurisdictions: readonly Jurisdiction[];
}

/** On one machine: choose a person to sign in as. */
export default function SignInLocal({ jurisdictions }: Props): ReactElement {
  const words = useWords();
  const [form] = Form.useForm<Fields>();
  const role = first(Form.useWatch('role', form), 'bureau-officer');
  const jurisdiction = first(Form.useWatch('jurisdiction', form), '');
  const isUnit = role === 'unit';
  const units = useUnits(jurisdiction, isUnit);
  const enter = useAct('POST /local/token');
  const offered = jurisdictions.filter(({ regulated }) => regulated === (role !== 'superior'));
  const offices = jurisdictions.find(({ id }) => id === jurisdiction)?.offices ?? [];
  const changed = (part: Partial<Fields>): void => {
    if (part.role !== undefined && !choices(jurisdictions, part.role).includes(jurisdiction))
      form.setFieldValue('jurisdiction', choices(jurisdictions, part.role)[0]);
    form.setFieldsValue({ unitId: undefined, office: '' });
  };
  const submit = ({ office, sub, ...fields }: Fields): void => {
    const body = {
      ...fields,
      ...(office === undefined || office === '' ? {} : { office }),
      ...(sub === undefined || sub.trim() === '' ? {} : { sub: sub.trim() }),
    };
    enter.mutate({ body }, { onSuccess: ({ token }) => session.enter(token) });
  };
  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ role: 'bureau-officer', jurisdiction: offered[0]?.id }}
      onFinish={submit}
      onValuesChange={(part: Partial<Fields>) => {
        if (part.role !== undefined || part.jurisdiction !== undefined) changed(part);
      }}
    >
      <p>{words.signIn.local}</p>
      <Form.Item name="role" label={words.signIn.role}>
        <Select options={roles.map((value) => ({ value, label: words.terms.roles[value] }))} />
      </Form.Item>
      <Form.Item name="jurisdiction" label={words.signIn.jurisdiction}>
        <Select options={offered.map(({ id, name }) => ({ value: id, label: name }))} />
      </Form.Item>
      {isUnit ? (
        <Form.Item
          name="unitId"
          label={words.signIn.unit}
          rules={[{ required: true, message: words.common.required }]}
          extra={units.data?.length === 0 ? words.signIn.noUnits : undefined}
        >
          <Select
            loading={units.isLoading}
            showSearch={{ optionFilterProp: 'label' }}
            options={(units.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
      ) : null}
      {!isUnit && offices.length > 1 ? (
        <Form.Item name="office" label={words.signIn.office} initialValue="">
          <Select
            options={[
              { value: '', label: words.signIn.anyOffice },
              ...offices.map(({ office, name }) => ({ value: office, label: name })),
            ]}
          />
        </Form.Item>
      ) : null}
      <Form.Item
        name="sub"
        label={words.common.optional(words.signIn.person)}
        extra={words.signIn.personHint}
      >
        <Input autoComplete="off" maxLength={100} />
      </Form.Item>
      <ProblemAlert error={enter.error ?? units.error} />
      <Button type="primary" htmlType="submit" loading={enter.isPending} block>
        {words.signIn.enter}
      </Button>
    </Form>
  );
}

/** Before the first rendering nothing is chosen yet. */
const first = <T,>(watched: T | undefined, otherwise: T): T => watched ?? otherwise;

const choices = (jurisdictions: readonly Jurisdiction[], role: Role): string[] =>
  jurisdictions.filter(({ regulated }) => regulated === (role !== 'superior')).map(({ id }) => id);

/** The units of a jurisdiction, read with a token that may only read. */
function useUnits(jurisdiction: string, enabled: boolean) {
  return useQuery<readonly { id: string; name: string }[], RequestFailed>({
    queryKey: ['units to sign in as', jurisdiction],
    enabled: enabled && jurisdiction !== '',
    queryFn: async () => {
      const { token } = await call('POST /local/token', { body: { role: 'auditor', jurisdiction } });
      const { items } = await call('GET /v1/jurisdictions/{j}/subjects', {
        token,
        params: { j: jurisdiction },
        query: { kind: 'unit', limit: 200 },
      });
      return items;
    },
  });
}
