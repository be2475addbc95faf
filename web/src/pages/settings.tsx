import { Alert, App, Button, Card, Form } from 'antd';
import { useState, type ReactElement } from 'react';
import { Link } from 'react-router';
import type { Settings } from '../api/contract.ts';
import { useAct, useRead } from '../api/use-api.ts';
import { ExportButton } from '../components/export-button.tsx';
import { Guard } from '../components/guard.tsx';
import { Head } from '../components/head.tsx';
import { ProblemAlert } from '../components/problem.tsx';
import { KeptNote, useKeep, useKept, valuesOf } from '../components/use-kept.tsx';
import { useWords } from '../i18n/words.ts';
import { may, useSession } from '../session/use-session.ts';
import { fieldsOf, patchOf, type SettingsFields } from '../settings-form.ts';
import { AlertFields, ChannelFields, PeriodFields, SendingFields } from './settings/fields.tsx';
import { StaffList } from './settings/staff.tsx';

/** How the bureau sends and what it decides for itself; an administrator changes it, the others read it. */
export function Component(): ReactElement {
  const words = useWords();
  const { data, error, refetch } = useRead('GET /v1/jurisdictions/{j}/settings');
  return (
    <>
      <Head title={words.settings.title}>
        <ExportButton list="ledger" name={words.imports.ledger} />
      </Head>
      <ProblemAlert error={error} retry={() => void refetch()} />
      {data ? <Change key={data.version} settings={data} /> : null}
      {!data && !error ? <Card loading /> : null}
      <StaffList />
    </>
  );
}

/** What is kept, with the version that it was typed over: what another changed meanwhile is not overwritten. */
interface Typed {
  readonly version: number;
  readonly fields: SettingsFields;
}

function Change({ settings }: { readonly settings: Settings }): ReactElement {
  const words = useWords();
  const { message } = App.useApp();
  const { role } = useSession();
  const [form] = Form.useForm<SettingsFields>();
  const kept = useKept<Typed>('settings');
  const [dirty, setDirty] = useState(kept !== undefined);
  const version = kept?.version ?? settings.version;
  useKeep('settings', (): Typed | undefined => (dirty ? { version, fields: valuesOf(form) } : undefined));
  const patch = useAct('PATCH /v1/jurisdictions/{j}/settings');
  const allowed = may.administer(role);
  const submit = (fields: SettingsFields): void =>
    patch.mutate(
      { ifMatch: version, body: patchOf(fields) },
      {
        onSuccess: () => {
          setDirty(false);
          void message.success(words.common.saved);
        },
      },
    );
  return (
    <Form<SettingsFields>
      form={form}
      layout="vertical"
      requiredMark={false}
      disabled={!allowed}
      initialValues={kept?.fields ?? fieldsOf(settings)}
      onFinish={submit}
      onValuesChange={() => setDirty(true)}
      scrollToFirstError
    >
      <Guard dirty={dirty && !patch.isPending} />
      <KeptNote shown={kept !== undefined} />
      {allowed ? null : <Alert type="info" className="problem" title={words.settings.readOnly} />}
      <p>
        {words.settings.discretionary} <Link to="/rules">{words.settings.toRules}</Link>
      </p>
      <SendingFields />
      <PeriodFields />
      <AlertFields />
      <ChannelFields />
      <ProblemAlert error={patch.error} />
      {allowed ? (
        <Button type="primary" htmlType="submit" loading={patch.isPending} disabled={!dirty}>
          {words.common.save}
        </Button>
      ) : null}
    </Form>
  );
}
